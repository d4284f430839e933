"""Footnotes' marks that are stuck in the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.scanning import matches
from align.quality.values.symbols import find_symbols, is_within

_RAISED = r"(?:(?<![A-Za-zµΑ-Ωα-ω\d米₀-₎⁺-⁾])|(?<=[A-Za-z]{3}))[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?![¹²³⁰-⁾])"
"""Raised figures; behind a figure or one or two letters they are a power: 10⁶, km², R², x₁²; with
a sign they are one too, or the charge of an ion: 10⁻³, SO₄²⁻."""

_ENGLISH_MARK = re.compile(
    r"(?<=[A-Za-z][,.;:)”\"])\d{1,3}(?=\s|$)|(?<=[a-z]{3})\d{1,2}(?=[\s,.;:]|$)|\[\d{1,3}\]"
    rf"|{_RAISED}"
)
_BEFORE_NO_UNIT = r"(?=\s|$)(?!\s[A-Za-zµμΩ°])"  # "220 V，50 Hz"
_CHINESE_MARK = re.compile(
    rf"(?<=[\u3400-\u9fff][,.;:，。；：)）”》])\d{{1,3}}{_BEFORE_NO_UNIT}"
    rf"|(?<=[，。；：、）”》])\d{{1,3}}{_BEFORE_NO_UNIT}"
    rf"|\[\d{{1,3}}\]|{_RAISED}"
)
_LABEL = re.compile(r"\[\d{1,3}\](?=\s*\S)")
"""What stands before an entry in a list of references: a label at the head of a text."""

_FIGURE = re.compile(r"[\d\[¹²³⁴⁵⁶⁷⁸⁹⁰](?:(?<=\D)|(?<=[^\s\d].))")
"""What any mark begins with: figures stick to what is before them."""


def footnote_marks(side: Side) -> list[tuple[int, int]]:
    """Return the spans of what looks like footnotes' marks in a text."""
    pattern = _CHINESE_MARK if side.is_chinese else _ENGLISH_MARK
    if not _FIGURE.search(side.text):  # as in most texts
        return []
    marks = [match.span() for match in matches(pattern, _FIGURE, side.text)]
    if marks and (symbols := find_symbols(side.text)):  # 35 is none in A/67/L.35
        marks = [span for span in marks if not is_within(span[0], symbols)]
    return marks


def find_footnote_marks(pair: UnitPair) -> Iterator[Found]:
    """Find marks of footnotes in the words of a side; a label that heads both sides is none."""
    for side, name in zip(pair.sides, ("source", "target"), strict=True):
        marks = footnote_marks(side)
        if marks and marks[0][0] == 0 and all(_LABEL.match(side.text) for side in pair.sides):
            del marks[0]
        if marks:
            signs = ", ".join(side.text[start:end] for start, end in marks)
            places = tuple(Place(name, start, end) for start, end in marks)
            yield Found(f"a footnote's mark in the {name}: {signs}", places)


CHECKS = (
    Check(
        "footnote-marks",
        Severity.INFO,
        "A footnote's mark in the words keeps the segment from matching.",
        ("回顾其报告，", "Recalling its report,1"),
        each(find_footnote_marks),
    ),
)
