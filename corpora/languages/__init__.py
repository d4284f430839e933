"""Languages: the tags they are written by, their names, and which one a text is in."""

from corpora.languages.detection import (
    DetectedLanguage,
    detect_language,
    east_asian_share,
)
from corpora.languages.mixture import foreign_paragraphs, is_technical_value
from corpora.languages.tags import base, canonical_language, display_name, same_language

__all__ = [
    "DetectedLanguage",
    "base",
    "canonical_language",
    "detect_language",
    "display_name",
    "east_asian_share",
    "foreign_paragraphs",
    "is_technical_value",
    "same_language",
]
