"""The terms of a document: words linked, candidates found, paired, ranked and written out."""
