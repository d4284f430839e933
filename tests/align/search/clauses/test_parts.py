"""Which clauses without partner a pair beside them takes in."""

from itertools import pairwise

import numpy as np
import pytest

from align.search.clauses.parts import Parts, take_in_lone_clauses
from align.search.lattice import Ints, Scores

Place = tuple[int, int]
Near = dict[tuple[Place, Place], float]

SUBJECT = [(0, 0), (0, 1), (0, 2), (1, 3)]
BETWEEN = [(0, 0), (1, 1), (1, 2), (2, 3)]


def taken_in(places: list[Place], beads: list[int], near: Near) -> list[Place]:
    """The places where parts begin or end; what `near` lacks is far apart."""

    def nearness(tails: Ints, heads: Ints) -> Scores:
        runs = zip(map(tuple, tails.tolist()), map(tuple, heads.tolist()), strict=True)
        return np.array([near.get(run, 0.0) for run in runs])

    tails, heads = (np.array(side) for side in zip(*pairwise(places), strict=True))
    each = np.arange(len(tails))
    parts = Parts(each, each, np.array(beads), np.ones(len(tails)))
    found = take_in_lone_clauses((tails, heads), parts, nearness)
    assert (found.first[1:] == found.last[:-1] + 1).all()
    return [places[0], *map(tuple, heads[found.last].tolist())]


@pytest.mark.parametrize(
    ("places", "beads", "near", "expected"),
    [
        pytest.param(
            SUBJECT,
            [0, 0, 0],
            {((0, 2), (1, 3)): 0.7, ((0, 1), (1, 3)): 0.8, ((0, 0), (1, 3)): 0.78},
            [(0, 0), (1, 3)],
            id="a subject in clauses of its own, all of it",
        ),
        pytest.param(
            SUBJECT,
            [0, 0, 0],
            {((0, 2), (1, 3)): 0.7, ((0, 1), (1, 3)): 0.6, ((0, 0), (1, 3)): 0.5},
            SUBJECT,
            id="not what one side adds",
        ),
        pytest.param(
            SUBJECT,
            [0, 0, 0],
            {((0, 2), (1, 3)): 0.7, ((0, 1), (1, 3)): 0.8, ((0, 0), (1, 3)): 0.6},
            [(0, 0), (0, 1), (1, 3)],
            id="only so many as bring it nearer",
        ),
        pytest.param(
            SUBJECT, [0, 0, 1], {((0, 0), (1, 3)): 0.8}, SUBJECT, id="none of another bead"
        ),
        pytest.param(
            BETWEEN,
            [0, 0, 0],
            {
                ((0, 0), (1, 1)): 0.5,
                ((0, 0), (1, 2)): 0.6,
                ((1, 2), (2, 3)): 0.5,
                ((1, 1), (2, 3)): 0.7,
            },
            [(0, 0), (1, 1), (2, 3)],
            id="to the neighbour that gains more",
        ),
        pytest.param(
            [(j, i) for i, j in SUBJECT],
            [0, 0, 0],
            {((2, 0), (3, 1)): 0.7, ((0, 0), (3, 1)): 0.8},
            [(0, 0), (3, 1)],
            id="on the source side",
        ),
        pytest.param(
            [(0, 0), (1, 0), (1, 1)], [0, 1], {}, [(0, 0), (1, 0), (1, 1)], id="no pair at all"
        ),
    ],
)
def test_clauses_without_partner_go_with_the_pair_that_they_bring_nearer(
    places: list[Place], beads: list[int], near: Near, expected: list[Place]
) -> None:
    assert taken_in(places, beads, near) == expected
