"""Parties: who pays on one side must not be paid on the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from align.parties import Party, Way, find_parties, way_of
from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair

_INSURANCE = frozenset({"insurer", "insured"})
_OF_POLICIES = re.compile(
    r"\b(?:we|us|our|you|your)\b|\b[Tt]he Company\b|本公司|我[们們司]|[您你]", re.IGNORECASE
)
"""What policies call the insurer and the insured too."""

_INSURED_BY_ANOTHER_WORD = re.compile(r"\b(?:insured|assured|applicant|claimant)\b", re.IGNORECASE)

_STANDING_IN = re.compile(
    r"\b(?:it|its|he|his|him|she|her|they|their|them|other|latter|former|parties|both|each|either"
    r"|who|which|counterparty|opponent|respective\w*)\b"
    r"|[其他她它双雙各]|[对對]方|另一方|前者|[后後]者|当事人|當事人",
    re.IGNORECASE,
)
"""What may stand for a party, so that a text need not name it."""


def find_wrong_parties(pair: UnitPair) -> Iterable[Found]:
    """Find sides that name parties in the same way, by letters or roles, and none in common.

    A party may be called by its letter on one side and by its role on the other: 乙方 is a tenant
    in one contract and an employee in the next. Where one side names one party as often as the
    other names two, and nothing in it may stand for the second one, one was likely taken for the
    other (a warning).
    """
    sides = pair.chinese_and_english
    if sides is None:
        return ()
    named = list(find_parties(sides[0].text))  # in most texts nobody
    others = list(find_parties(sides[1].text)) if named else []
    if not others:
        return ()
    if _may_call_otherwise(sides, others):
        named, others = (
            [item for item in items if item.name not in _INSURANCE] for items in (named, others)
        )
    return _differing(pair, (named, others) if pair.source is sides[0] else (others, named))


def _may_call_otherwise(sides: tuple[Side, Side], english: Iterable[Party]) -> bool:
    """Whether an insurer or an insured person may be named in words that are no party's name."""
    if any(_OF_POLICIES.search(side.text) for side in sides):
        return True
    called = any(item.name == "insured" for item in english)
    return not called and bool(_INSURED_BY_ANOTHER_WORD.search(sides[1].text))


def _differing(pair: UnitPair, sides: tuple[list[Party], list[Party]]) -> Iterator[Found]:
    for way in Way:
        source, target = ([item for item in side if way_of(item.name) is way] for side in sides)
        names = [{item.name for item in items} for items in (source, target)]
        if all(names) and names[0].isdisjoint(names[1]):
            yield _found(pair, (source, target), None)
        elif names[0] != names[1] and _is_one_for_another(pair, (source, target)):
            yield _found(pair, (source, target), Severity.WARNING)


def _is_one_for_another(pair: UnitPair, sides: tuple[list[Party], list[Party]]) -> bool:
    """Whether one side names one party as often as the other side names it and another one."""
    counts = [Counter(item.name for item in items) for items in sides]
    if sorted(map(len, counts)) != [1, 2] or counts[0].total() != counts[1].total():
        return False
    side = pair.source if len(counts[0]) == 1 else pair.target
    return not _STANDING_IN.search(side.text)


def _found(
    pair: UnitPair, sides: tuple[list[Party], list[Party]], severity: Severity | None
) -> Found:
    said = [
        ", ".join(dict.fromkeys(side.text[item.start : item.end] for item in items))
        for side, items in zip(pair.sides, sides, strict=True)
    ]
    places = tuple(
        Place(name, item.start, item.end)
        for name, items in zip(("source", "target"), sides, strict=True)
        for item in items
    )
    return Found(f"the source names {said[0]}, the target {said[1]}", places, severity)


CHECKS = (
    Check(
        "party-wrong",
        Severity.ERROR,
        "Whoever takes one party for the other pays what is owed to them.",
        ("甲方应于十日内付款", "Party B shall pay within ten days"),
        each(find_wrong_parties),
    ),
)
