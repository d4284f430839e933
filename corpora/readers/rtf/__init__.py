"""Documents in RTF."""

from corpora.readers.rtf.reading import read

__all__ = ["read"]
