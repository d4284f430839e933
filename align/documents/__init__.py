"""Whole documents: their paragraphs and sentences go through the search and come out as pairs."""

from align.documents.aligning import align_documents, align_lines

__all__ = ["align_documents", "align_lines"]
