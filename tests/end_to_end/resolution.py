"""Resolution 67/58 as it ships, taken apart in the simplest way, and what must be paired."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

Pair = tuple[str, str]

_DATA = Path(__file__).parents[2] / "corpora" / "catalogue" / "data" / "un-67-58"
CHINESE = (_DATA / "zh.wikisource.txt").read_text(encoding="utf-8")
ENGLISH = (_DATA / "en.working.txt").read_text(encoding="utf-8")

MARKED = (
    ("报告,3 其中", "报告,其中"),
    ("Aspects,1 and", "Aspects, and"),
    ("Instrument),2", "Instrument),"),
    ("Secretary-General,3 which", "Secretary-General, which"),
)
"""Where a footnote mark stands in the texts, and how it reads without."""

_LABEL = re.compile(r"(?:67/58|\d+)\.\s+")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def lines_of(text: str) -> list[str]:
    """The lines that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def without_marks(text: str) -> str:
    """A text without its footnote marks."""
    for marked, bare in MARKED:
        text = text.replace(marked, bare)
    return text


def without_label(line: str) -> str:
    """A line without the number at its head."""
    return _LABEL.sub("", line, count=1) if _LABEL.match(line) else line


def _body(text: str, title: str, last: str) -> list[str]:
    lines = lines_of(without_marks(text))
    return lines[lines.index(title) : lines.index(last) + 1]


_MEETING = "48th plenary meeting"
_EN_TITLE = "67/58. The illicit trade in small arms and light weapons in all its aspects"
CHINESE_BODY = _body(CHINESE, "小武器和轻武器非法贸易的各方面问题", "第 48 次全体会议")
ENGLISH_BODY = _body(ENGLISH, _EN_TITLE, "3 December 2012")
"""Title, 大会, 15 preambular and 21 operative paragraphs, and two closing lines, in this order."""

LABELLED = list(zip(CHINESE_BODY, [*ENGLISH_BODY[:-2], "3 December 2012", _MEETING], strict=True))
"""Which paragraphs translate each other, with the numbers that they bear."""

PAIRS = [(without_label(chinese), without_label(english)) for chinese, english in LABELLED]
"""The same without the numbers."""

ENGLISH_FIRST = [(english, chinese) for chinese, english in (*PAIRS[:-2], PAIRS[-1], PAIRS[-2])]
"""The same with the English as the source, in its order."""


def units_of(memory: bytes) -> list[Pair]:
    """The units of a TMX file: source and target."""
    root = etree.fromstring(memory)
    return [
        (str(segments[0].text), str(segments[1].text))
        for segments in (list(unit.iter("seg")) for unit in root.iter("tu"))
    ]


def languages_of(memory: bytes) -> set[tuple[str, ...]]:
    """The languages that the units of a TMX file have, in their order."""
    root = etree.fromstring(memory)
    return {
        tuple(variant.get(_XML_LANG, "") for variant in unit.iter("tuv"))
        for unit in root.iter("tu")
    }


def unlabelled(units: list[Pair]) -> list[Pair]:
    """Units without the numbers at the heads of their sides."""
    return [(without_label(source), without_label(target)) for source, target in units]


def tight(units: list[Pair]) -> list[Pair]:
    """Units without any white space: what a broken line leaves can't be known in Chinese."""
    return [("".join(source.split()), "".join(target.split())) for source, target in units]
