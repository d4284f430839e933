"""Documents of Word, DOCX."""

from corpora.readers.docx.reading import read

__all__ = ["read"]
