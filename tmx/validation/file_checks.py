"""Looks at what stands around the units: the encoding, the prolog, the header."""

from __future__ import annotations

from collections.abc import Iterator

from tmx.validation.decoding import Decoded
from tmx.validation.element_types import document_type
from tmx.validation.structure import Fault, Structure
from tmx.validation.tree import Node
from tmx.validation.values import value_faults

SYSTEM = "tmx14.dtd"
"""The system identifier of the document type."""

OLDER = frozenset({"1.1", "1.2", "1.3"})
"""The versions of TMX before 1.4."""

HEADER_FIELDS = document_type()["header"].required
"""The attributes that a header must have."""


def file_faults(decoded: Decoded) -> Iterator[Fault]:
    """Give the faults of a file's encoding and XML declaration."""
    encoding = decoded.encoding.upper()
    if decoded.mismatched:
        what = f"it declares the encoding {decoded.declared}, and is in {encoding}"
        yield "encoding-mismatch", 1, what
    if decoded.encoding not in ("utf-8", "ascii"):
        yield "encoding", 1, f"it is in {encoding}"
    elif decoded.bom:
        yield "bom", 1, "it begins with a byte order mark"
    if decoded.version not in (None, "1.0"):
        yield "xml-version", 1, f"it declares XML {decoded.version}"


def root_faults(root: Node, doctype: tuple[str, str | None] | None) -> Iterator[Fault]:
    """Give the faults of the document type declaration and of the root element's start tag."""
    name, system = doctype or (root.name, None)
    if doctype is None:
        yield "doctype", root.line, "it has no <!DOCTYPE>"
    elif name != "tmx" or system is None or system.rpartition("/")[2] != SYSTEM:
        yield "doctype", root.line, f"its <!DOCTYPE> names {system or name}, not {SYSTEM}"
    version = root.attributes.get("version")
    if version in OLDER:
        yield "version-older", root.line, f"it is TMX {version}"
    elif version != "1.4":
        what = "<tmx> has no version" if version is None else f"the version is {version!r}"
        yield "version", root.line, what
    for attribute in root.attributes:
        if attribute != "version":
            what = f"TMX 1.4 has no attribute {attribute} of <tmx>"
            yield "attribute-unknown", root.line, what


def header_faults(header: Node, structure: Structure) -> list[Fault]:
    """Return the faults of the header."""
    faults: list[Fault] = []
    structure.check(header, faults)
    attributes, line = header.attributes, header.line
    for name in HEADER_FIELDS:
        if name in attributes and not attributes[name].strip():
            faults.append(("header-field", line, f"{name} is empty"))
    if attributes.get("segtype", "sentence") != "sentence":
        faults.append(("segtype", line, f"segtype is {attributes['segtype']!r}"))
    if attributes.get("creationtool", "").strip().lower() == "omegat":
        faults.append(("creationtool-omegat", line, "creationtool is OmegaT"))
    if attributes.get("srclang") == "*all*":
        faults.append(("srclang-all", line, "srclang is *all*"))
    value_faults(header, faults)
    for child in header.children:
        value_faults(child, faults)
    return faults
