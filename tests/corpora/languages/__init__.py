"""Tests of `corpora.languages`."""
