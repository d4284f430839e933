"""Which pairs stand in another order on the target side: text that was moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from align.alignment import Alignment, Bead

Place = tuple[int, int]
"""Where a bead's target begins: its paragraph, and the character in it."""


def in_another_order(places: Sequence[Place | None]) -> list[bool]:
    """Tell of each pair whether it stands in another order than the others.

    These are as few as can be: what is left without them stands in one order on both sides (a
    longest increasing subsequence).

    Args:
        places: of the pairs in the source's order, where each one's target begins; None where it
            has none.
    """
    # Of the runs in order of each length, the one that ends earliest: its end, and who is last.
    ends: list[Place] = []
    last: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = len(ends) if place is None else bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        if place is not None:
            ends[at : at + 1] = [place]
            last[at : at + 1] = [index]
    moved = [place is not None for place in places]
    kept = last[-1] if last else -1
    while kept >= 0:
        moved[kept] = False
        kept = before[kept]
    return moved


def target_place(bead: Bead) -> Place | None:
    """Return where a bead's target begins, or None where it has none."""
    return min(((span.paragraph, span.start) for span in bead.target), default=None)


def moved_beads(alignment: Alignment) -> Iterator[Bead]:
    """Give the beads of two sides that stand in another order in the target."""
    beads = [bead for bead in alignment.beads() if not bead.one_sided]
    moved = in_another_order([target_place(bead) for bead in beads])
    return (bead for bead, is_moved in zip(beads, moved, strict=True) if is_moved)
