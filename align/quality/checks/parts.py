"""Parts of documents: Annex III is 附件三, Section C is C节, 丙节 or 第三节, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from align.quality.checks.numbers import unsaid_numbers
from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.number import Writing
from align.quality.values.parts import Part, find_parts, may_be_called
from align.quality.values.reading import read_values

_LETTER = re.compile("(?<![A-Za-z])[A-Z](?![A-Za-z])")


def find_wrong_parts(pair: UnitPair) -> Iterable[Found]:
    """Find references to a part of a document that are to another one on the other side."""
    sides = pair.chinese_and_english
    if sides is None:
        return ()
    parts = find_parts(sides[0].text, sides[0].language)  # most texts have none
    others = find_parts(sides[1].text, sides[1].language) if parts else []
    return _differing(pair, *sides, parts, others) if others else ()


def _differing(
    pair: UnitPair, chinese: Side, english: Side, parts: list[Part], others: list[Part]
) -> Iterator[Found]:
    left, right = _unsaid(parts, english, others), _unsaid(others, chinese, parts)
    for one in left:
        other = next((it for it in right if may_be_called(one.name, it.name)), None)
        if other is None:
            continue
        right.remove(other)
        source, target = (one, other) if pair.source is chinese else (other, one)
        if not _told_as_numbers(pair, source, target):
            said = [
                side.text[part.start : part.end]
                for side, part in zip(pair.sides, (source, target), strict=True)
            ]
            yield Found(
                f"the source refers to {said[0]}, the target to {said[1]}",
                (
                    Place("source", source.start, source.end),
                    Place("target", target.start, target.end),
                ),
            )


def _unsaid(parts: Sequence[Part], other: Side, others: Sequence[Part]) -> list[Part]:
    """Return the parts that the other side does not name: by such a name, or in other words.

    What it says in the names of its own parts says no others.
    """
    free: set[int | str] = {
        value
        for item in read_values(other.text, other.language).numbers
        if not any(item.start < part.end and part.start < item.end for part in others)
        for value in item.values
        if isinstance(value, int)
    }
    letters: set[int | str] = set(_LETTER.findall(other.text))
    unsaid = []
    for part in parts:
        alike = (item.values for item in others if may_be_called(part.name, item.name))
        said = (letters if part.letter else free).union(*alike)
        if part.values.isdisjoint(said):
            unsaid.append(part)
    return unsaid


def _told_as_numbers(pair: UnitPair, source: Part, target: Part) -> bool:
    """Whether the numbers of both are figures that the other side lacks, an error by themselves."""
    return all(
        any(
            item.writing is Writing.FIGURES and item.start < part.end and part.start < item.end
            for item in items
        )
        for items, part in zip(unsaid_numbers(pair), (source, target), strict=True)
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
