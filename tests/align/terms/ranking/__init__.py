"""Tests of `align.terms.ranking`."""
