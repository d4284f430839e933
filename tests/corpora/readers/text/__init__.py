"""Tests of the reader of plain text."""
