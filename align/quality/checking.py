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
    said = severities or {}
    watchers = [(check, check.begin()) for check in checks]
    looks = [(check, watcher.look) for check, watcher in watchers]

    def finding(check: Check, pair: UnitPair, found: Found) -> tuple[UnitPair, Finding]:
        severity = said.get(check.id) or found.severity or check.severity
        places = tuple(found.places)
        return pair, Finding(check.id, severity, found.message, pair.number, pair.name, places)

    pair = None
    for pair in pairs:
        for check, look in looks:
            for found in look(pair):
                yield finding(check, found.pair or pair, found)
    for check, watcher in watchers:
        for found in watcher.end():
            if whose := found.pair or pair:
                yield finding(check, whose, found)
