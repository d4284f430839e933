"""Tests of the reader of HTML."""
