"""Negation on one side only."""

from __future__ import annotations

from collections.abc import Iterator

from align.quality.affirmations import without_affirming
from align.quality.denials import find_denials, may_deny
from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import UnitPair


def find_lost_negation(pair: UnitPair) -> Iterator[Found]:
    """Find a side that surely denies something where the other denies nothing in any way."""
    for own, other, name, other_name in (
        (pair.source, pair.target, "source", "target"),
        (pair.target, pair.source, "target", "source"),
    ):
        if not other.text or (other.is_chinese and may_deny(other)):  # it is told soonest
            continue
        places = find_denials(own)
        if not places or may_deny(other) is not False:
            continue
        denying = tuple(Place(name, *span) for span in without_affirming(own, other, places))
        if denying:
            yield Found(f"the {name} denies something, the {other_name} does not", denying)


CHECKS = (
    Check(
        "negation",
        Severity.WARNING,
        "A negation that was lost turns the meaning round.",
        ("委员会不同意这一结论", "The Committee agrees with this conclusion"),
        each(find_lost_negation),
    ),
)
