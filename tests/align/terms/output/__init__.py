"""Tests of `align.terms.output`."""
