"""The list styles of an ODT, and which of its text styles hide, raise or lower text."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from corpora.readers.multilevel import Level
from corpora.readers.numbering import Style, whole_number
from corpora.readers.scripts import Script

Numbered = Mapping[int, Level]

_NAMESPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_FORMATS = {
    "1": Style.DECIMAL,
    "a": Style.LOWER_LETTER,
    "A": Style.UPPER_LETTER,
    "i": Style.LOWER_ROMAN,
    "I": Style.UPPER_ROMAN,
    "": Style.NONE,
}
# Formats beyond letters and digits are written as their first numbers.
_SAMPLES = {
    "一": Style.CHINESE,
    "壹": Style.CHINESE_FORMAL,
    "甲": Style.STEM,
    "子": Style.BRANCH,
    "①": Style.CIRCLED,
    "１": Style.DECIMAL_FULL_WIDTH,
    "1st": Style.ORDINAL,
    "01": Style.DECIMAL_ZERO,
}


def name_of(element: etree._Element) -> str:
    """Return an element's name with the usual prefix of its namespace."""
    return _prefixed(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Return an attribute by its name with the usual prefix, or None."""
    for key, text in element.attrib.items():
        if _prefixed(str(key)) == name:
            return str(text)
    return None


def _prefixed(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    prefix = _NAMESPACES.get(namespace.lstrip("{"), "")
    return f"{prefix}:{local}" if prefix else local


class ListStyles:
    """The styles of one document, as far as they matter to its text."""

    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        """Read the styles of content.xml and styles.xml."""
        self.outline: Numbered = {}
        self._lists: dict[str, Numbered] = {}
        self._hidden: set[str] = set()
        self._scripts: dict[str, Script] = {}
        for root in [root for root in (styles, content) if root is not None]:
            for element in root.iter("{*}list-style", "{*}outline-style"):
                levels = _levels(element)
                if name_of(element) == "text:outline-style":
                    self.outline = {k: level for k, level in levels.items() if level.pattern}
                else:
                    self._lists[attribute(element, "style:name") or ""] = levels
            for element in root.iter("{*}text-properties"):
                self._read_text_properties(element)

    def levels(self, name: str) -> Numbered:
        """Return the levels of a list style."""
        return self._lists.get(name, {})

    def is_hidden(self, element: etree._Element) -> bool:
        """Whether the style of an element hides it."""
        return attribute(element, "text:style-name") in self._hidden

    def script(self, element: etree._Element) -> Script:
        """Return where the style of an element sets it: above or below the line, or on it."""
        return self._scripts.get(attribute(element, "text:style-name") or "", Script.LINE)

    def _read_text_properties(self, element: etree._Element) -> None:
        parent = element.getparent()
        name = attribute(parent, "style:name") if parent is not None else None
        if name is None:
            return
        if attribute(element, "text:display") == "none":
            self._hidden.add(name)
        position = (attribute(element, "style:text-position") or "").split(" ")[0]
        height = whole_number(position.rstrip("%")) or 0
        if position == "super" or height > 0:
            self._scripts[name] = Script.ABOVE
        elif position == "sub" or height < 0:
            self._scripts[name] = Script.BELOW


def _levels(element: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for item in element:
        depth = (whole_number(attribute(item, "text:level")) or 1) - 1
        written = attribute(item, "style:num-format") or ""
        if name_of(item) not in ("text:list-level-style-number", "text:outline-level-style"):
            levels[depth] = Level(Style.NONE, "")
            continue
        style = _FORMATS.get(written) or _SAMPLES.get(written.split(",")[0].strip(), Style.DECIMAL)
        shown = whole_number(attribute(item, "text:display-levels")) or 1
        places = ".".join(
            f"%{number + 1}" for number in range(max(depth - shown + 1, 0), depth + 1)
        )
        pattern = _pattern(item, places) if written else ""
        start = whole_number(attribute(item, "text:start-value"))
        levels[depth] = Level(style, pattern, 1 if start is None else start)
    return levels


def _pattern(item: etree._Element, places: str) -> str:
    """Return a level's label: its own format if it has one, or prefix, numbers, suffix."""
    whole = attribute(item, "num-list-format") or attribute(item, "loext:num-list-format")
    if whole:
        for number in range(1, 11):
            whole = whole.replace(f"%{number}%", f"%{number}")
        return whole
    prefix = attribute(item, "style:num-prefix") or ""
    return prefix + places + (attribute(item, "style:num-suffix") or "")
