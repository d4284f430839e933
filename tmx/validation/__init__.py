"""Holds memories against the document type of TMX."""

from tmx.validation.document_type import Finding, validate

__all__ = ["Finding", "validate"]
