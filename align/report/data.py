"""What the page holds, in the short form that its script reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

from align.order import Place, in_another_order
from align.quality.checks.shift import SHIFTED
from align.quality.findings import Check, Finding, Severity
from align.quality.pairs import UnitPair
from align.quality.scoring.writing import probability
from align.units import PARAGRAPH, SCORE
from tmx.operations.ranking import QUALITY

FIRST = 20
"""So many units, or runs of them, are to be looked at first."""

LOW = 0.5
"""A unit with a lower quality or score is to be looked at."""

WRONG = 0.05
"""A unit with a lower one is as surely wrong as one with an error: of the errors that the checks
find in official translations, one in sixteen is none (docs/benchmarks.md)."""

_LEAST = 1e-6
"""What floating-point numbers may be off by."""

_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class ReportUnit:
    """A unit as the report shows it.

    Attributes:
        pair: its two sides.
        quality: how likely both sides say the same, wholly, in [0, 1]; None where that was not
            asked, or where a side is empty.
        score: how sure the aligner was that just these texts belong together; None where no
            aligner has made the unit, or where a side is empty.
        findings: what the checks found in it.
        target_place: where the target stands in its document; None where that is not known.
        moved: whether it stands in another order there than the units around it.
    """

    pair: UnitPair
    quality: float | None
    score: float | None
    findings: tuple[Finding, ...] = ()
    target_place: Place | None = None
    moved: bool = False

    @property
    def trust(self) -> float | None:
        """The lower one of its quality and its score."""
        return min((it for it in (self.quality, self.score) if it is not None), default=None)


def row(unit: ReportUnit) -> list[object]:
    """Return a unit as the page's script reads it.

    It is [name, paragraph, source, target, quality in thousandths or -1, findings, score in the
    same way, 1 where it was moved]; a finding is [check, place of its severity among
    all, message, places], a place [0 or 1 for the side, start, end]. The worst findings come
    first. Starts and ends are counted in the UTF-16 units of JavaScript.
    """
    texts = [side.text for side in unit.pair.sides]
    return [
        unit.pair.name,
        unit.pair.properties.get(PARAGRAPH, ""),
        *texts,
        _thousandths(unit.quality),
        [
            [
                finding.check,
                _severity(finding),
                finding.message,
                [
                    [
                        int(place.side == "target"),
                        *_utf16(texts[place.side == "target"], place.start, place.end),
                    ]
                    for place in finding.places
                ],
            ]
            for finding in sorted(unit.findings, key=_severity)
        ],
        _thousandths(unit.score),
        int(unit.moved),
    ]


def _thousandths(value: float | None) -> int:
    """Return a probability as the page has it, cut off so that what is under a limit stays so."""
    return -1 if value is None else floor(value * 1000 + _LEAST)


def _severity(finding: Finding) -> int:
    return _SEVERITIES.index(finding.severity)


def first_to_look_at(units: Sequence[ReportUnit]) -> list[tuple[int, int]]:
    """Return the units to look at first, the worst one first, each by its place.

    Units with errors, a low quality or a low score go before those with warnings only. An error
    counts as a quality of `WRONG`, if that is no lower. Units in a row whose targets have slipped
    are one entry; of entries that are equally bad the longest is first.

    Returns:
        The places of the first and the last unit of each entry, which mostly are the same.
    """

    def badness(entry: tuple[int, int]) -> tuple[bool, float, int, int]:
        first, last = entry
        calm, trust = min(_badness(units[place]) for place in range(first, last + 1))
        return calm, trust, first - last, first

    return sorted(_entries(units), key=badness)[:FIRST]


def _entries(units: Sequence[ReportUnit]) -> list[tuple[int, int]]:
    entries: list[tuple[int, int]] = []
    slipped_before = False
    for place, unit in enumerate(units):
        slipped = any(finding.check == SHIFTED for finding in unit.findings)
        if slipped and slipped_before:
            entries[-1] = (entries[-1][0], place)
        elif slipped or is_doubtful(unit):
            entries.append((place, place))
        slipped_before = slipped
    return entries


def _badness(unit: ReportUnit) -> tuple[bool, float]:
    wrong = any(finding.severity is Severity.ERROR for finding in unit.findings)
    trust = 1.0 if unit.trust is None else unit.trust
    return not (wrong or trust < LOW), min(trust, WRONG) if wrong else trust


def whys(checks: Iterable[Check]) -> dict[str, str]:
    """Return why each check matters, by its id."""
    return {check.id: check.why for check in checks}


def report_units(
    pairs: Sequence[UnitPair],
    findings: Iterable[tuple[UnitPair, Finding]],
    places: Sequence[Place | None] | None = None,
) -> list[ReportUnit]:
    """Put pairs, the quality and score that they bear, and what was found in them together.

    Args:
        pairs: all of them, in their order.
        findings: with the same pairs, in any order.
        places: where the target of each stands in its document, where that is known.
    """
    gathered: dict[int, list[Finding]] = {}
    for pair, finding in findings:
        gathered.setdefault(id(pair), []).append(finding)
    places = places or [None] * len(pairs)
    paired = [place if has_both(pair) else None for pair, place in zip(pairs, places, strict=True)]
    return [
        ReportUnit(
            pair,
            _written(pair, QUALITY),
            _written(pair, SCORE),
            tuple(gathered.get(id(pair), ())),
            place,
            moved,
        )
        for pair, place, moved in zip(pairs, places, in_another_order(paired), strict=True)
    ]


def in_target_order(units: Sequence[ReportUnit]) -> list[int] | None:
    """Return the places of units in the order of their targets; None where it is their own order.

    A unit without a target stands behind the one before it.
    """
    keys: list[Place] = []
    for unit in units:
        keys.append(unit.target_place or (keys[-1] if keys else (-1, 0)))
    order = sorted(range(len(units)), key=lambda place: keys[place])
    return None if order == list(range(len(units))) else order


def has_both(pair: UnitPair) -> bool:
    """Whether a unit has text on both sides."""
    return all(side.text.strip() for side in pair.sides)


def _written(pair: UnitPair, kind: str) -> float | None:
    """Return a probability that a unit with two sides bears."""
    return probability(pair.properties.get(kind)) if has_both(pair) else None


def is_doubtful(unit: ReportUnit) -> bool:
    """Whether a unit may be wrong: it is little trusted, or a check found an error or a warning."""
    low = unit.trust is not None and unit.trust < LOW
    return low or any(finding.severity is not Severity.INFO for finding in unit.findings)


def _utf16(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span counted in UTF-16 units: characters beyond U+FFFF are two."""
    before, inside = text[:start], text[start:end]
    first = start + sum(sign > "\uffff" for sign in before)
    return first, first + (end - start) + sum(sign > "\uffff" for sign in inside)
