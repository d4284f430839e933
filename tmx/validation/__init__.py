"""Holds memories against the document type of TMX and the demands of tools; mends them."""

from tmx.validation.checking import Validation
from tmx.validation.document_type import validate
from tmx.validation.findings import RULES, TOOLS, Finding, Kind, Rule, Severity
from tmx.validation.mending import Maker
from tmx.validation.rewriting import Rewriting

__all__ = [
    "RULES",
    "TOOLS",
    "Finding",
    "Kind",
    "Maker",
    "Rewriting",
    "Rule",
    "Severity",
    "Validation",
    "validate",
]
