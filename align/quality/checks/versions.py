"""Versions and codes in figures with points between them: V2.0, 3.4.0, U07.1, 192.168.0.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from string import ascii_letters

from align.quality.checks.numbering import blanked
from align.quality.findings import Found, Place
from align.quality.pairs import Side, UnitPair
from align.quality.values.dates import find_dates_in_figures

_VERSION = re.compile(
    r"(?<![A-Za-z\d.,])(?:[A-Za-z]{1,3}\d+(?:\.\d+)+|\d+(?:\.\d+){2,})(?![\dA-Za-z]|\.\d)"
)
Span = tuple[int, int]


def find_wrong_versions(pair: UnitPair) -> Iterator[Found]:
    """Find versions and codes that are others on the other side, as many on both."""
    spans = _differing(pair)
    if spans is not None:
        said = [
            ", ".join(side.text[start:end] for start, end in places)
            for side, places in zip(pair.sides, spans, strict=True)
        ]
        places = tuple(
            Place(name, *span)
            for name, places in zip(("source", "target"), spans, strict=True)
            for span in places
        )
        yield Found(f"the source says {said[0]}, the target {said[1]}", places)


def without_versions(pair: UnitPair) -> UnitPair:
    """Blank out versions and codes that differ, for they are told as a whole."""
    spans = _differing(pair)
    if spans is None:  # as in most pairs
        return pair
    source, target = (blanked(side, it) for side, it in zip(pair.sides, spans, strict=True))
    return replace(pair, source=source, target=target)


def _differing(pair: UnitPair) -> tuple[list[Span], list[Span]] | None:
    if any("." not in side.text for side in pair.sides):
        return None
    source, target = map(_versions, pair.sides)
    ours = [span for span, figures in source if figures not in {it for _, it in target}]
    theirs = [span for span, figures in target if figures not in {it for _, it in source}]
    return (ours, theirs) if ours and len(ours) == len(theirs) else None


def _versions(side: Side) -> list[tuple[Span, str]]:
    """Return the span of each version, and its figures; a date in figures is none."""
    found = list(_VERSION.finditer(side.text))
    dates = find_dates_in_figures(side.text) if found else []
    return [
        (match.span(), match[0].lstrip(ascii_letters))
        for match in found
        if not any(date.start < match.end() and match.start() < date.end for date in dates)
    ]
