"""PDF with a text layer."""

from corpora.readers.pdf.reading import read

__all__ = ["read"]
