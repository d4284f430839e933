"""Gold links as corners that a right path passes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.links import Link
from align.search.clauses.lattice import between_corners
from align.search.lattice import Ints, Lattice, forward_sums
from align.search.side import Flags


def gold_corners(links: Sequence[Link]) -> tuple[Ints, Flags]:
    """Return the nodes between gold beads, and which stretches between them are no single bead.

    A node stands where the beads so far cover just the first sentences of both sides; beads in
    another order than the text's have none between them, and any path is right there. Where
    sentences of both sides have no partner, they are left out in the order of the links: weights
    for which every order was right did worse on other texts.

    Returns:
        Shape (k, 2) and (k - 1,).
    """
    corners, free = [(0, 0)], []
    done, last = [0, 0], [-1, -1]
    pending = 0
    for link in links:
        pending += 1
        for side, numbers in enumerate((link.source, link.target)):
            done[side] += len(numbers)
            last[side] = max(last[side], *numbers) if numbers else last[side]
        if done == [last[0] + 1, last[1] + 1]:
            corners.append((done[0], done[1]))
            free.append(pending > 1)
            pending = 0
    return np.array(corners), np.array(free, dtype=bool)


def right_edges(
    lattice: Lattice, corners: Ints, free: Flags, is_corner: Flags
) -> tuple[Flags, Ints, Flags]:
    """Return the edges of right paths, and the corners and stretches that could be kept.

    A corner that the lattice does not have is given up, and a gold bead that it does not have
    makes its stretch free, so that at least one path is right.
    """
    known = {tuple(place) for place in lattice.heads.tolist()}
    keep = np.array([k == 0 or tuple(corner) in known for k, corner in enumerate(corners.tolist())])
    corners, free = without_corners(corners, free, ~keep)
    while True:
        right = between_corners(lattice, corners, is_corner, free)
        sums = forward_sums(lattice, np.where(right, 0.0, -np.inf))
        blocked = np.flatnonzero(np.isinf(sums[lattice.ends]))
        if not len(blocked):
            return right, corners, free
        # The stretch in which the first piece without a right path is blocked.
        start = lattice.tails[lattice.tail_ids == lattice.begins[blocked[0]]][0]
        end = lattice.heads[lattice.head_ids == lattice.ends[blocked[0]]][0]
        inside = ((lattice.tails >= start) & (lattice.heads <= end)).all(axis=1)
        reached = lattice.heads[right & inside & np.isfinite(sums[lattice.head_ids])]
        furthest = int(reached.sum(axis=1).max(initial=start.sum()))
        last = int(np.searchsorted(corners.sum(axis=1), furthest, side="right")) - 1
        drop = np.zeros(len(corners), dtype=bool)
        if free[last]:
            drop[[last, min(last + 1, len(corners) - 2)]] = True
            corners, free = without_corners(corners, free, drop)
        else:
            free = free.copy()
            free[last] = True


def without_corners(corners: Ints, free: Flags, drop: Flags) -> tuple[Ints, Flags]:
    """Give up some corners; the stretches that they divided are one free stretch then."""
    drop = drop.copy()
    drop[[0, -1]] = False
    kept = np.flatnonzero(~drop)
    whole = np.diff(kept) == 1
    return corners[kept], np.where(whole, free[kept[:-1]], True)
