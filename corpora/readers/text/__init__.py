"""Plain text, and subtitles."""

from corpora.readers.text.reading import read

__all__ = ["read"]
