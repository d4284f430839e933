"""Tests of the reader of RTF."""
