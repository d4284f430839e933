"""Lowers what a better entry already covers: pieces of it, and phrases that only hold it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from align.terms.candidates import Candidates
from align.terms.pairing.linking import Linked

RARE = 2
"""Up to this many occurrences a candidate that overlaps a better one is likely a piece of it."""

_LOWERED, _LOWERED_FREQUENT = 0.55, 0.25
_MOST = 50  # occurrences that are looked at


def without_overlaps(
    source: Candidates, target: Candidates, linked: Sequence[Linked], scores: Sequence[float]
) -> list[float]:
    """Return the scores, lower for entries that overlap better ones wherever they stand.

    Args:
        source: the candidates of the source.
        target: those of the target.
        linked: the entries, in descending order of their scores.
        scores: the scores.
    """
    sides = (source, target)
    taken = [_Taken(), _Taken()]
    result = []
    for entry, score in zip(linked, scores, strict=True):
        shares = []
        for side, which, cover in zip(sides, (entry.source, entry.target), taken, strict=True):
            spans = side.spans(which, _MOST)
            shares.append(sum(map(cover.overlaps, spans)) / len(spans))
            cover.add(spans)
        rare = (
            len(entry.units) <= RARE and not source.marks[entry.source] | target.marks[entry.target]
        )
        lowered = _LOWERED if rare else _LOWERED_FREQUENT
        result.append(score * (1 - lowered * min(shares)))
    return result


class _Taken:
    """The spans of better entries, unit by unit."""

    def __init__(self) -> None:
        self._spans: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def overlaps(self, span: tuple[int, int, int]) -> bool:
        """Tell whether a span has a character in common with one of them."""
        unit, start, end = span
        return any(start < stop and begin < end for begin, stop in self._spans[unit])

    def add(self, spans: Sequence[tuple[int, int, int]]) -> None:
        """Take spans in."""
        for unit, start, end in spans:
            self._spans[unit].append((start, end))
