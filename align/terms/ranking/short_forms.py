"""What a short form in brackets is short for: the longest linked candidate that ends before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from align.terms.candidates import Candidates, Mark
from align.terms.pairing.linking import Linked

_BETWEEN = 12  # characters of signs and of words like "hereinafter" between the two
_MOST = 20  # occurrences that are looked at


def long_forms(source: Candidates, linked: Sequence[Linked]) -> dict[int, str]:
    """Return the long form of each candidate that the text gives as a short one, where it is told.

    Args:
        source: the candidates of the source.
        linked: what was linked; only what was is a long form.
    """
    candidates = {link.source for link in linked}
    short = sorted(which for which in candidates if source.marks[which] & Mark.SHORT)
    ends: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    units = {unit for which in short for unit, _, _ in source.spans(which, _MOST)}
    near = np.flatnonzero(np.isin(source.unit, list(units)))
    others = candidates.difference(short)
    for at, which in zip(near.tolist(), source.candidates_of(near).tolist(), strict=True):
        if which in others:
            start, end = source.span(which, at)
            ends[int(source.unit[at])].append((end, start, which))
    found = {}
    for which in short:
        before = [
            (end - start, other)
            for unit, begin, _ in source.spans(which, _MOST)
            for end, start, other in ends[unit]
            if 0 < begin - end <= _BETWEEN and "(" in _half_width(source.texts[unit][end:begin])
        ]
        if before:
            found[which] = source.usual(max(before)[1])
    return found


def _half_width(text: str) -> str:
    return text.replace("（", "(")
