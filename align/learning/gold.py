"""Gold links as corners that a right path passes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import groupby

import numpy as np

from align.links import Link
from align.search.clauses.lattice import between_corners
from align.search.lattice import Ints, Lattice, forward_sums
from align.search.side import Flags


class Between(IntEnum):
    """What lies between two gold corners."""

    BEAD = 0
    FREE = 1
    """Any path is right."""

    UNPAIRED = 2
    """Sentences of both sides, all without partner, in any order."""


def gold_corners(links: Sequence[Link]) -> tuple[Ints, Ints]:
    """Return the nodes between gold beads, and what lies between them.

    A node stands where the beads so far cover just the first sentences of both sides; beads in
    another order than the text's have none between them, and any path is right there.

    Returns:
        Shape (k, 2) and (k - 1,), members of Between.
    """
    corners, between = [(0, 0)], []
    done, last = [0, 0], [-1, -1]
    pending = 0
    for link in links:
        pending += 1
        for side, numbers in enumerate((link.source, link.target)):
            done[side] += len(numbers)
            last[side] = max(last[side], *numbers) if numbers else last[side]
        if done == [last[0] + 1, last[1] + 1]:
            corners.append((done[0], done[1]))
            between.append(Between.FREE if pending > 1 else Between.BEAD)
            pending = 0
    return _without_order(np.array(corners), np.array(between, dtype=np.int64))


def _without_order(corners: Ints, between: Ints) -> tuple[Ints, Ints]:
    """Make one stretch of adjacent beads of which each side has some without partner."""
    sizes = np.diff(corners, axis=0)
    alone = (sizes == 0).any(axis=1) & (between == Between.BEAD)
    kept = np.ones(len(corners), dtype=bool)
    between = between.copy()
    for unpaired, group in groupby(range(len(alone)), key=alone.__getitem__):
        beads = list(group)
        if unpaired and sizes[beads].any(axis=0).all():
            between[beads[0]] = Between.UNPAIRED
            kept[beads[1:]] = False
    return corners[kept], between[kept[:-1]]


def right_edges(
    lattice: Lattice, corners: Ints, between: Ints, is_corner: Flags
) -> tuple[Flags, Ints, Ints]:
    """Return the edges of right paths, and the corners that could be kept with what is between.

    A corner that the lattice does not have is given up, and a gold bead that it does not have
    makes its stretch free, so that at least one path is right.
    """
    known = {tuple(place) for place in lattice.heads.tolist()}
    keep = np.array([k == 0 or tuple(corner) in known for k, corner in enumerate(corners.tolist())])
    corners, between = without_corners(corners, between, ~keep)
    while True:
        right = between_corners(
            lattice, corners, is_corner, between == Between.FREE, between == Between.UNPAIRED
        )
        sums = forward_sums(lattice, np.where(right, 0.0, -np.inf))
        blocked = np.flatnonzero(np.isinf(sums[lattice.ends]))
        if not len(blocked):
            return right, corners, between
        # The stretch in which the first piece without a right path is blocked.
        start = lattice.tails[lattice.tail_ids == lattice.begins[blocked[0]]][0]
        end = lattice.heads[lattice.head_ids == lattice.ends[blocked[0]]][0]
        inside = ((lattice.tails >= start) & (lattice.heads <= end)).all(axis=1)
        reached = lattice.heads[right & inside & np.isfinite(sums[lattice.head_ids])]
        furthest = int(reached.sum(axis=1).max(initial=start.sum()))
        last = int(np.searchsorted(corners.sum(axis=1), furthest, side="right")) - 1
        drop = np.zeros(len(corners), dtype=bool)
        if between[last] == Between.FREE:
            drop[[last, min(last + 1, len(corners) - 2)]] = True
            corners, between = without_corners(corners, between, drop)
        else:
            between = between.copy()
            between[last] = Between.FREE


def without_corners(corners: Ints, between: Ints, drop: Flags) -> tuple[Ints, Ints]:
    """Give up some corners; the stretches that they divided are one free stretch then."""
    drop = drop.copy()
    drop[[0, -1]] = False
    kept = np.flatnonzero(~drop)
    whole = np.diff(kept) == 1
    return corners[kept], np.where(whole, between[kept[:-1]], Between.FREE)
