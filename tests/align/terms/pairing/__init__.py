"""Tests of `align.terms.pairing`."""
