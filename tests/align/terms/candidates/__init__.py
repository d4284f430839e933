"""Tests of `align.terms.candidates`."""
