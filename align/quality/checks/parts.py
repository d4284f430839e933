"""Parts of documents: Annex III is 附件三, Section C is C节, 丙节 or 第三节, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from align.quality.checks.numbers import unsaid_numbers
from align.quality.checks.part_references import differing_parts, told_as_numbers
from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import UnitPair


def find_wrong_parts(pair: UnitPair) -> Iterator[Found]:
    """Find references to a part of a document that are to another one on the other side."""
    for parts in differing_parts(pair):
        if not told_as_numbers(parts, unsaid_numbers(pair)):
            said = [
                side.text[part.start : part.end]
                for side, part in zip(pair.sides, parts, strict=True)
            ]
            yield Found(
                f"the source refers to {said[0]}, the target to {said[1]}",
                tuple(
                    Place(name, part.start, part.end)
                    for name, part in zip(("source", "target"), parts, strict=True)
                ),
            )


CHECKS = (
    Check(
        "part-wrong",
        Severity.ERROR,
        "A reference to another annex, chapter or article leads to what does not apply.",
        ("见附件二", "See Annex III"),
        each(find_wrong_parts),
    ),
)
