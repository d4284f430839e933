"""Runs checks over the pairs of a memory or an alignment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from align.quality.findings import Check, Finding, Found, Severity
from align.quality.pairs import UnitPair


def check_pairs(
    pairs: Iterable[UnitPair],
    checks: Sequence[Check],
    severities: Mapping[str, Severity] | None = None,
) -> Iterator[tuple[UnitPair, Finding]]:
    """Look at pairs with all checks; the memory used does not grow with their number.

    Args:
        pairs: taken one by one.
        checks: what to look for.
        severities: how bad a finding is, by the check's id, where the user says so; it goes
            before what the check itself says.

    Yields:
        The findings, each with its pair: in the order of the pairs as far as they are known at
        each; what a check can tell only later comes later.
    """
    checker = Checker(checks, severities)
    for pair in pairs:
        yield from checker.look(pair)
    yield from checker.end()


class Checker:
    """Looks at the pairs of one memory with all checks, one pair after the other."""

    def __init__(
        self, checks: Sequence[Check], severities: Mapping[str, Severity] | None = None
    ) -> None:
        """Know no pairs yet.

        Args:
            checks: what to look for.
            severities: as for `check_pairs`.
        """
        self._said = severities or {}
        self._watchers = [(check, check.begin()) for check in checks]
        self._looks = [(check, watcher.look) for check, watcher in self._watchers]
        self._last: UnitPair | None = None

    def look(self, pair: UnitPair) -> Iterator[tuple[UnitPair, Finding]]:
        """Look at the next pair, and give what is found, in it or in one before it."""
        self._last = pair
        for check, look in self._looks:
            for found in look(pair):
                yield self._finding(check, found.pair or pair, found)

    def end(self) -> Iterator[tuple[UnitPair, Finding]]:
        """Give what is known only behind the last pair."""
        for check, watcher in self._watchers:
            for found in watcher.end():
                if whose := found.pair or self._last:
                    yield self._finding(check, whose, found)

    def _finding(self, check: Check, pair: UnitPair, found: Found) -> tuple[UnitPair, Finding]:
        severity = self._said.get(check.id) or found.severity or check.severity
        places = tuple(found.places)
        return pair, Finding(check.id, severity, found.message, pair.number, pair.name, places)
