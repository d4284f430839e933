"""Pages in HTML."""

from corpora.readers.html.reading import read

__all__ = ["read"]
