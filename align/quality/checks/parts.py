"""Parts of documents: Annex III is 附件三, Section C is C节, 丙节 or 第三节, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.quality.checks.numbering import without_numbering
from align.quality.checks.numbers import unsaid_numbers
from align.quality.checks.part_references import differing_parts, told_as_numbers
from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.parts import Part

_BEFORE_TITLE = re.compile(r"(?:[ \u3000]|[ \u3000]?[.:：—–]\s?)(?=[\u3400-\u9fffA-Z])")


def find_wrong_parts(pair: UnitPair) -> Iterator[Found]:
    """Find references to a part of a document that are to another one on the other side."""
    pair = without_numbering(pair)
    for parts in differing_parts(pair):
        if not told_as_numbers(parts, unsaid_numbers(pair)):
            said = [
                side.text[part.start : part.end]
                for side, part in zip(pair.sides, parts, strict=True)
            ]
            are_headings = all(map(_is_heading, pair.sides, parts))
            refers = ("is headed", "") if are_headings else ("refers to", "to ")
            yield Found(
                f"the source {refers[0]} {said[0]}, the target {refers[1]}{said[1]}",
                tuple(
                    Place(name, part.start, part.end)
                    for name, part in zip(("source", "target"), parts, strict=True)
                ),
                Severity.WARNING if are_headings else None,
            )


def _is_heading(side: Side, part: Part) -> bool:
    """Whether a part is the one that a text is the heading of: a title stands behind it."""
    before, behind = side.text[: part.start], side.text[part.end :]
    return not before.strip() and _BEFORE_TITLE.match(behind) is not None


CHECKS = (
    Check(
        "part-wrong",
        Severity.ERROR,
        "A reference to another annex, chapter or article leads to what does not apply.",
        ("见附件二", "See Annex III"),
        each(find_wrong_parts),
    ),
)
