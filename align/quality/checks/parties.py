"""Parties: who pays on one side must not be paid on the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from align.parties import Party, Way, find_parties, way_of
from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import UnitPair


def find_wrong_parties(pair: UnitPair) -> Iterable[Found]:
    """Find sides that name parties in the same way, by letters or roles, and none in common.

    A party may be called by its letter on one side and by its role on the other: 乙方 is a tenant
    in one contract and an employee in the next.
    """
    sides = pair.chinese_and_english
    if sides is None:
        return ()
    named = list(find_parties(sides[0].text))  # in most texts nobody
    others = list(find_parties(sides[1].text)) if named else []
    if not others:
        return ()
    return _differing(pair, (named, others) if pair.source is sides[0] else (others, named))


def _differing(pair: UnitPair, sides: tuple[list[Party], list[Party]]) -> Iterator[Found]:
    for way in Way:
        source, target = ([item for item in side if way_of(item.name) is way] for side in sides)
        names = [{item.name for item in items} for items in (source, target)]
        if all(names) and names[0].isdisjoint(names[1]):
            said = [
                ", ".join(dict.fromkeys(side.text[item.start : item.end] for item in items))
                for side, items in zip(pair.sides, (source, target), strict=True)
            ]
            yield Found(
                f"the source names {said[0]}, the target {said[1]}",
                tuple(
                    Place(name, item.start, item.end)
                    for name, items in (("source", source), ("target", target))
                    for item in items
                ),
            )


CHECKS = (
    Check(
        "party-wrong",
        Severity.ERROR,
        "Whoever takes one party for the other pays what is owed to them.",
        ("甲方应于十日内付款", "Party B shall pay within ten days"),
        each(find_wrong_parties),
    ),
)
