"""Short pieces of text around what a finding is about."""

from __future__ import annotations

from collections.abc import Iterable

from align.quality.findings import Place
from align.quality.pairs import UnitPair

AROUND = 24
"""So many characters are shown at each side of the offending text."""

WHOLE = 60
"""A text of at most so many characters is shown whole."""

OPEN, CLOSE = "[", "]"


def excerpt(text: str, places: Iterable[Place]) -> str:
    """Return a text, shortened to what lies around places, with each of them in brackets.

    Args:
        text: one side of a pair.
        places: those of this side; without any, the text's beginning is shown.
    """
    spans = sorted({(place.start, place.end) for place in places})
    if not spans:
        return _line(text if len(text) <= WHOLE else text[:WHOLE] + "…")
    first, last = spans[0][0], max(end for _, end in spans)
    begin = 0 if len(text) <= WHOLE else max(0, first - AROUND)
    stop = len(text) if len(text) <= WHOLE else min(len(text), last + AROUND)
    pieces = ["…" if begin else ""]
    at = begin
    for start, end in spans:
        if start < at:
            continue  # inside one that is shown already
        pieces += [text[at:start], OPEN, text[start:end], CLOSE]
        at = end
    pieces += [text[at:stop], "…" if stop < len(text) else ""]
    return _line("".join(pieces))


def excerpts(pair: UnitPair, places: Iterable[Place]) -> tuple[str, str]:
    """Return an excerpt of each side of a pair."""
    places = tuple(places)
    source, target = (
        excerpt(side.text, (place for place in places if place.side == name))
        for side, name in zip(pair.sides, ("source", "target"), strict=True)
    )
    return source, target


def _line(text: str) -> str:
    """Return a text as one line that a terminal shows as it is and does not obey."""
    return "".join(
        sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in " ".join(text.split())
    )
