"""Term extraction: what the tests hold it to."""
