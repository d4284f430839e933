"""Terms: from an aligned document or a memory to a glossary that a translator keeps.

Rooms: `candidates` (what may be a term on one side), `words` (which words are linked), `pairing`
(which candidates translate each other), `ranking` (which of them are terms), `output` (glossaries).
"""

from align.terms.entries import Entry, Example, Form, Status, Translation
from align.terms.extraction import Options, extract_terms
from align.terms.text import Text

__all__ = ["Entry", "Example", "Form", "Options", "Status", "Text", "Translation", "extract_terms"]
