"""The footnotes of an HTML page and the marks that refer to them, however pages write them."""

from __future__ import annotations

import re

from lxml import etree

from corpora.readers.building import Built
from corpora.readers.joining import SPACE
from corpora.readers.scripts import is_mark

_NOTE_NAMES = re.compile(
    r"(?:cite_note|fn|footnote|ftn|_ftn|note|edn|_edn|sdfootnote|sdendnote)[-:_]?\d+",
    re.IGNORECASE,
)
_NOTE_LINK = re.compile(
    r"#(?:_?(?:ftn|edn)(?:ref)?\d+|sd(?:foot|end)note\d+(?:sym|anc)|fn(?:ref)?[-:_]?\d+)",
    re.IGNORECASE,
)
"""Where links lead between footnotes and their marks, as Word, LibreOffice and others write it."""
NOTE_LISTS = frozenset(("references", "footnotes", "footnote", "mw-references"))
"""The names of lists that hold footnotes."""
_NOTE_LABEL = re.compile(r"[\[［]?(\d{1,3}|[ivxl]{1,6}|[a-z]|[*†‡])[\]］.]?")
_REFERENCE_CLASSES = frozenset(("reference", "footnote-ref", "footnote-reference", "noteref"))


def reference_mark(element: etree._Element, before: str) -> str | None:
    """Return the mark of a footnote reference, or None where an element is none.

    Args:
        element: any.
        before: the text in front of it.
    """
    if element.tag not in ("sup", "a", "span"):
        return None
    classes = set(element.get("class", "").split())
    leads = element.tag == "a" and _NOTE_LINK.fullmatch(element.get("href", "")) is not None
    named = bool(classes & _REFERENCE_CLASSES) or (
        leads and _NOTE_LABEL.fullmatch(_text_of(element)) is not None
    )
    if element.tag != "sup" and not named:
        return None
    text = _text_of(element)
    if not text or len(text) > 12:
        return None
    parent = element.getparent()
    inside_link = parent is not None and parent.tag == "a"
    linked = element.tag == "sup" and (inside_link or element.find("a[@href]") is not None)
    return text if named or linked or is_mark(before, text) else None


def _text_of(element: etree._Element) -> str:
    return "".join(piece for piece in element.itertext() if isinstance(piece, str)).strip(SPACE)


def own_label(built: Built) -> tuple[Built, str]:
    """Take the number that a footnote's own text begins with, set aside as a mark."""
    if built.marks and built.marks[0].offset == 0:
        match = _NOTE_LABEL.fullmatch(built.marks[0].text)
        if match:
            return Built(built.text, built.marks[1:]), match.group(1)
    return built, ""


def is_note(element: etree._Element) -> bool:
    """Whether an element is a footnote by its name."""
    if element.get("role") in ("doc-footnote", "doc-endnote"):
        return True
    name = element.get("id", "")
    classes = element.get("class", "").lower().split()
    return bool(_NOTE_NAMES.fullmatch(name)) or "footnote" in classes
