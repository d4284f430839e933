"""Which names mean one party: what the two documents themselves tell.

A translator may call 甲方 the Landlord throughout, and no book tells that these are one: 甲方 is a
tenant in the next contract. But contracts say so where they define their parties, 出租方（甲方）;
and where they don't, the name that one side has is opposite the same name of the other side again
and again. Letters, roles and litigants are ways to name parties; in each way a party has one name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from align.documents.grouping import Group, Texts
from align.parties import find_parties, parties_of, way_of

OFTEN = 2
"""How often two names are opposite each other at least that mean one party."""

CLEARLY = 3
"""How many times as often as either is opposite another name."""

_INTRODUCED = re.compile(
    r"\s*(?:[(（\[【]|[,，]\s*(?=以下|hereinafter))"
    r"(?:以下|下称|下稱|简称|簡稱|称为|稱為|称|稱|即|为|為|hereinafter|referred|called|known|being"
    r"|to|as|the|[\s,，:：\"'“”‘’「」『』])*",
    re.IGNORECASE,
)
"""What stands between the two names of a definition: 出租方（以下简称“甲方”）."""

_CLOSED = re.compile(r"[\s\"'“”‘’」』]*[)）\]】,，]")
_SLASH = re.compile(r"\s*[/／]\s*")
_Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SameParties:
    """The names that mean one party.

    Attributes:
        others: of a name those of the other ways that mean the same party.
    """

    others: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def called(self, names: Iterable[str]) -> frozenset[str]:
        """Return all names of the parties that some names mean."""
        return frozenset(
            chain.from_iterable({name} | self.others.get(name, set()) for name in names)
        )

    def each_once(self, names: Iterable[str]) -> frozenset[str]:
        """Return of each party that some names mean the first name of all that it has."""
        return frozenset(min({name} | self.others.get(name, set())) for name in names)


NONE_KNOWN = SameParties()
"""Of documents that tell nothing."""


def find_same_parties(groups: Sequence[Group], texts: Texts) -> SameParties:
    """Find the names that mean one party in two documents.

    Args:
        groups: the runs.
        texts: the texts of all sentences of the source and of the target.
    """
    named = [[parties_of(text) for text in side] for side in texts]
    if not all(any(side) for side in named):
        return NONE_KNOWN
    defined = {*chain.from_iterable(map(_definitions, chain(*texts)))}
    opposite: Counter[_Names] = Counter()
    for group in groups:
        for run in group:
            sides = (
                frozenset(chain(*own[slice(*ends)]))
                for own, ends in zip(named, (run.source, run.target), strict=True)
            )
            opposite.update(_opposite(*sides))
    found = _without_rivals(defined)
    found |= {
        names
        for names, count in opposite.items()
        if count >= max(OFTEN, CLEARLY * _most_of_rivals(names, opposite))
        and not any(_shares_one(names, other) for other in found)
    }
    others: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in found:
        others[one].add(other)
        others[other].add(one)
    return SameParties({name: frozenset(same) for name, same in others.items()})


def _definitions(text: str) -> Iterator[_Names]:
    """Find the names that a text says to mean one party: 出租方（甲方）."""
    parties = sorted(find_parties(text), key=lambda party: party.start)
    for one, other in pairwise(parties):
        between = one.end, other.start
        if way_of(one.name) is not way_of(other.name) and (
            _SLASH.fullmatch(text, *between)
            or (_INTRODUCED.fullmatch(text, *between) and _CLOSED.match(text, other.end))
        ):
            yield _names(one.name, other.name)


def _opposite(source: frozenset[str], target: frozenset[str]) -> Iterator[_Names]:
    """Yield the names on either side of a pair that can only mean one party."""
    if len(source) == len(target) == 1 and source != target:
        (one,), (other,) = source, target
        if way_of(one) is not way_of(other):
            yield _names(one, other)


def _names(one: str, other: str) -> _Names:
    return min(one, other), max(one, other)


def _without_rivals(found: set[_Names]) -> set[_Names]:
    return {names for names in found if not any(_shares_one(names, other) for other in found)}


def _most_of_rivals(names: _Names, opposite: Mapping[_Names, int]) -> int:
    """How often either of two names is opposite another one, of the way that its partner is of."""
    return max(
        sum(count for others, count in opposite.items() if _is_rival(own, other, others))
        for own, other in (names, names[::-1])
    )


def _shares_one(names: _Names, others: _Names) -> bool:
    """Whether one of two names means another party in other ones."""
    return _is_rival(*names, others) or _is_rival(*names[::-1], others)


def _is_rival(own: str, other: str, names: _Names) -> bool:
    """Whether two names are one name and a third one, of the way that the second is of."""
    return own in names and any(
        name not in (own, other) and way_of(name) is way_of(other) for name in names
    )
