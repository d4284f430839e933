"""Automatic numbers of a DOCX: from numbering.xml and the styles to the label of each paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from corpora.readers.multilevel import Counters, Level
from corpora.readers.numbering import Style, whole_number

NUMBER_STYLES = {
    "decimal": Style.DECIMAL,
    "decimalZero": Style.DECIMAL_ZERO,
    "decimalFullWidth": Style.DECIMAL_FULL_WIDTH,
    "decimalFullWidth2": Style.DECIMAL_FULL_WIDTH,
    "decimalHalfWidth": Style.DECIMAL,
    "lowerLetter": Style.LOWER_LETTER,
    "upperLetter": Style.UPPER_LETTER,
    "lowerRoman": Style.LOWER_ROMAN,
    "upperRoman": Style.UPPER_ROMAN,
    "ordinal": Style.ORDINAL,
    "chineseCounting": Style.CHINESE,
    "chineseCountingThousand": Style.CHINESE,
    "taiwaneseCounting": Style.CHINESE,
    "taiwaneseCountingThousand": Style.CHINESE,
    "japaneseCounting": Style.CHINESE,
    "ideographDigital": Style.CHINESE_DIGITS,
    "japaneseDigitalTenThousand": Style.CHINESE_DIGITS,
    "taiwaneseDigital": Style.CHINESE_DIGITS,
    "chineseLegalSimplified": Style.CHINESE_FORMAL,
    "ideographLegalTraditional": Style.CHINESE_FORMAL,
    "ideographTraditional": Style.STEM,
    "ideographZodiac": Style.BRANCH,
    "decimalEnclosedCircle": Style.CIRCLED,
    "decimalEnclosedCircleChinese": Style.CIRCLED,
    "none": Style.NONE,
}
"""Word's names of the ways to write a number."""

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph's place in an automatic list.

    Attributes:
        number_id: the list.
        depth: the level, counted from 0.
    """

    number_id: str
    depth: int


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says.

    Attributes:
        name: its name in lower case.
        based_on: the style that it is based on, or "".
        number_id: the list it belongs to, or None where it says nothing.
        depth: the level in that list, or None where it says nothing.
        outline: the heading level, counted from 0, or None.
    """

    name: str
    based_on: str
    number_id: str | None
    depth: int | None
    outline: int | None


@dataclass(slots=True)
class _List:
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    counters: Counters = field(default_factory=Counters)
    styles: dict[str, int] = field(default_factory=dict)


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace, in which strict files differ."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along a path of local names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((item for item in element if local_name(item) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute by its local name, or None."""
    if element is None:
        return None
    for key, text in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return None


def read_styles(root: etree._Element | None) -> dict[str, ParagraphStyle]:
    """Return the paragraph styles of styles.xml by their id."""
    styles: dict[str, ParagraphStyle] = {}
    for element in root if root is not None else ():
        if value(element, "type") not in ("paragraph", "numbering"):
            continue
        numbers = child(element, "pPr", "numPr")
        styles[value(element, "styleId") or ""] = ParagraphStyle(
            (value(child(element, "name")) or "").lower(),
            value(child(element, "basedOn")) or "",
            value(child(numbers, "numId")),
            whole_number(value(child(numbers, "ilvl"))),
            whole_number(value(child(element, "pPr", "outlineLvl"))),
        )
    return styles


class ListNumbers:
    """Counts the automatic lists of one document."""

    def __init__(self, root: etree._Element | None, styles: Mapping[str, ParagraphStyle]) -> None:
        """Read the lists.

        Args:
            root: numbering.xml, or None where the document has no lists.
            styles: the paragraph styles.
        """
        self._styles = styles
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstract = {
            value(element, "abstractNumId"): element
            for element in root
            if local_name(element) == "abstractNum"
        }
        counters: dict[str | None, Counters] = {}
        numbers = [element for element in root if local_name(element) == "num"]
        bases = {value(item, "numId"): value(child(item, "abstractNumId")) for item in numbers}
        for element in numbers:
            base = bases[value(element, "numId")]
            linked = value(child(abstract.get(base), "numStyleLink"))
            if linked is not None and linked in styles:
                base = bases.get(styles[linked].number_id, base)
            found = _List(counters=counters.setdefault(base, Counters()))
            _add_levels(found, abstract.get(base))
            _add_overrides(found, element)
            self._lists[value(element, "numId") or ""] = found

    def place(self, properties: etree._Element | None, style: str) -> Place | None:
        """Tell in which list and at which level a paragraph stands, or None for no list.

        Args:
            properties: the paragraph's w:pPr, or None.
            style: the id of its style.
        """
        numbers = child(properties, "numPr")
        number_id = value(child(numbers, "numId"))
        depth = whole_number(value(child(numbers, "ilvl")))
        seen: set[str] = set()
        origin = style
        while number_id is None and style in self._styles and style not in seen:
            seen.add(style)
            number_id, origin = self._styles[style].number_id, style
            depth = self._styles[style].depth if depth is None else depth
            style = self._styles[style].based_on
        if number_id is None or number_id not in self._lists:
            return None
        linked = self._lists[number_id].styles
        if depth is None:
            depth = linked.get(origin, 0)
        return Place(number_id, min(depth, _DEEPEST))

    def label(self, place: Place) -> str:
        """Count the paragraph at this place; return the label that Word shows, "" for a bullet."""
        found = self._lists[place.number_id]
        if place.depth not in found.levels:
            return ""
        start = found.starts.pop(place.depth, None)
        return found.counters.label(place.depth, found.levels, start).strip()


def _add_levels(found: _List, element: etree._Element | None) -> None:
    for item in element if element is not None else ():
        if local_name(item) == "lvl":
            _add_level(found, item)


def _add_level(found: _List, element: etree._Element) -> None:
    depth = whole_number(value(element, "ilvl")) or 0
    written = value(child(element, "numFmt")) or "decimal"
    decimal = child(element, "isLgl")
    found.levels[depth] = Level(
        NUMBER_STYLES.get(written, Style.DECIMAL),
        "" if written == "bullet" else value(child(element, "lvlText")) or "",
        whole_number(value(child(element, "start"))) or 0,
        whole_number(value(child(element, "lvlRestart"))),
        decimal is not None and value(decimal) not in ("0", "false"),
    )
    style = value(child(element, "pStyle"))
    if style:
        found.styles[style] = depth


def _add_overrides(found: _List, element: etree._Element) -> None:
    for item in element:
        if local_name(item) != "lvlOverride":
            continue
        depth = whole_number(value(item, "ilvl")) or 0
        level = child(item, "lvl")
        if level is not None:
            _add_level(found, level)
        start = whole_number(value(child(item, "startOverride")))
        if start is not None:
            found.starts[depth] = start
