"""What comes in: a file, a page or a catalogue name becomes a Document."""

from corpora.document import Document, Kind, Mark, Paragraph, Span
from corpora.errors import DocumentError

__all__ = ["Document", "DocumentError", "Kind", "Mark", "Paragraph", "Span"]
