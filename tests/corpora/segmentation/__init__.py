"""Tests of `corpora.segmentation`."""
