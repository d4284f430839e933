"""The probabilities of beads of sentences, against a plain enumeration of all paths of clauses."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.search.clauses.lattice import ClauseLattice, Rectangles, build_clause_lattice
from align.search.clauses.posteriors import DOUBTFUL, path_beads
from align.search.lattice import Ints, Scores
from align.search.side import Flags

Sentences = tuple[Ints, Ints]
Bead = tuple[int, int, int, int]


def sentences_of(clauses: list[int]) -> Ints:
    return np.cumsum([0, *clauses])


def lay(sentences: Sentences, cuts: list[tuple[int, int]]) -> ClauseLattice:
    """Every bead of up to two sentences a side that reaches over no cut, and each alone."""
    n, m = (len(side) - 1 for side in sentences)
    corners = [(0, 0), *cuts, (n, m)]
    pieces = list(pairwise(corners))
    beads = [
        (i, j, i + p, j + q)
        for (top, left), (bottom, right) in pieces
        for i in range(top, bottom + 1)
        for j in range(left, right + 1)
        for p, q in ((1, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2))
        if i + p <= bottom and j + q <= right
    ]
    top, left, bottom, right = np.array(beads).T
    source, target = sentences
    places = np.array([(source[i], target[j]) for i, j in corners])
    return build_clause_lattice(
        Rectangles(source[top], target[left], source[bottom], target[right]), places
    )


def corners_of(laid: ClauseLattice, sentences: Sentences) -> Flags:
    ends = (laid.lattice.tails, laid.lattice.heads)
    return np.stack(
        [np.isin(end[:, 0], sentences[0]) & np.isin(end[:, 1], sentences[1]) for end in ends]
    )


def paths_of(laid: ClauseLattice, piece: int) -> Iterator[list[int]]:
    lattice = laid.lattice
    leaving: dict[int, list[int]] = {}
    for edge, node in enumerate(lattice.tail_ids.tolist()):
        leaving.setdefault(node, []).append(edge)
    end = int(lattice.ends[piece])
    waiting: list[tuple[int, list[int]]] = [(int(lattice.begins[piece]), [])]
    while waiting:
        node, path = waiting.pop()
        if node == end:
            yield path
            continue
        waiting += [(int(lattice.head_ids[edge]), [*path, edge]) for edge in leaving.get(node, ())]


def beads_of(laid: ClauseLattice, path: list[int], is_corner: Flags) -> list[Bead]:
    """The beads between the corners of a path; of one without partner it is all the same where."""
    lattice = laid.lattice
    found: list[Bead] = []
    start = lattice.tails[path[0]].tolist()
    for edge in path:
        head = lattice.heads[edge].tolist()
        if is_corner[1, edge] and head != start:
            found.append(bead_between(start, head))
            start = head
    return found


def bead_between(start: list[int], head: list[int]) -> Bead:
    (top, left), (bottom, right) = start, head
    if left == right:
        left = right = -1
    if top == bottom:
        top = bottom = -1
    return top, left, bottom, right


def enumerated(laid: ClauseLattice, scores: Scores, is_corner: Flags) -> dict[Bead, float]:
    """The probability of each bead: the share of the paths that it is on, piece by piece."""
    found: defaultdict[Bead, float] = defaultdict(float)
    for piece in range(len(laid.lattice.begins)):
        paths = list(paths_of(laid, piece))
        weights = np.exp([scores[path].sum() for path in paths])
        for path, weight in zip(paths, weights / weights.sum(), strict=True):
            for bead in set(beads_of(laid, path, is_corner)):
                found[bead] += weight
    return found


CASES = [
    ([2], [1], []),
    ([1, 1], [1], []),
    ([2, 1], [1, 2], []),
    ([1, 2], [3], []),
    ([1, 2, 1], [2, 1], [(1, 1)]),
    ([2, 1, 1], [1, 1, 2], [(1, 1), (2, 2)]),
]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(CASES), st.integers(0, 2**32 - 1))
def test_the_score_of_a_bead_is_the_share_of_all_paths_that_make_it(
    case: tuple[list[int], list[int], list[tuple[int, int]]], seed: int
) -> None:
    sentences = sentences_of(case[0]), sentences_of(case[1])
    laid = lay(sentences, case[2])
    is_corner = corners_of(laid, sentences)
    scores = np.random.default_rng(seed).normal(scale=2, size=len(laid.whole))
    expected = enumerated(laid, scores, is_corner)
    found = path_beads(laid, scores, is_corner, sentences)
    places = found.places.tolist()
    beads = [bead_between(*ends) for ends in pairwise(places)]
    assert found.scores == pytest.approx([expected[bead] for bead in beads])


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(CASES), st.integers(0, 2**32 - 1))
def test_the_score_of_a_part_is_the_share_of_all_paths_through_both_its_ends(
    case: tuple[list[int], list[int], list[tuple[int, int]]], seed: int
) -> None:
    sentences = sentences_of(case[0]), sentences_of(case[1])
    laid = lay(sentences, case[2])
    is_corner = corners_of(laid, sentences)
    scores = np.random.default_rng(seed).normal(scale=2, size=len(laid.whole))
    drawn = np.random.default_rng(seed + 1)
    found = path_beads(
        laid, scores, is_corner, sentences, nearness=lambda tails, _: drawn.random(len(tails))
    )
    parts, lattice = found.parts, laid.lattice
    assert len({*parts.beads.tolist()}) == len(found.scores)
    inside = np.bincount(parts.beads)[parts.beads] > 1
    assert (parts.scores[inside] >= DOUBTFUL).all()
    paired = (found.places[1:] > found.places[:-1]).all(axis=1)[parts.beads]
    for first, last, score in zip(
        parts.first[paired], parts.last[paired], parts.scores[paired], strict=True
    ):
        begin, end = lattice.tails[first].tolist(), lattice.heads[last].tolist()
        share = 0.0
        for piece in range(len(lattice.begins)):
            paths = list(paths_of(laid, piece))
            weights = np.exp([scores[path].sum() for path in paths])
            passing = [_passes(laid, path, is_corner, begin, end) for path in paths]
            share += float(weights[passing].sum() / weights.sum())
        assert score == pytest.approx(share)


def _passes(
    laid: ClauseLattice, path: list[int], is_corner: Flags, begin: list[int], end: list[int]
) -> bool:
    """Whether a path goes through two places, and through no corner between them."""
    places = [laid.lattice.tails[path[0]].tolist()]
    places += [laid.lattice.heads[edge].tolist() for edge in path]
    if begin not in places or end not in places:
        return False
    corners = [place for place, edge in zip(places[1:], path, strict=True) if is_corner[1, edge]]
    return not any(begin < place < end and place not in (begin, end) for place in corners)


def test_a_sentence_left_out_clause_by_clause_counts_with_one_left_out_as_a_whole() -> None:
    sentences = sentences_of([2, 1]), sentences_of([1])
    laid = lay(sentences, [])
    is_corner = corners_of(laid, sentences)
    lattice = laid.lattice
    takes_one = (lattice.heads - lattice.tails).sum(axis=1) == 1
    scores = np.where(takes_one & ~laid.whole, 3.0, 0.0)  # one by one is best everywhere
    found = path_beads(laid, scores, is_corner, sentences)
    expected = enumerated(laid, scores, is_corner)
    assert (-1, 0, -1, 1) in expected
    alone = expected[0, -1, 2, -1]
    by_whole = sum(
        np.exp(scores[path].sum())
        for path in paths_of(laid, 0)
        if any(
            laid.whole[edge] and lattice.tails[edge, 0] == 0 < lattice.heads[edge, 0]
            for edge in path
        )
    )
    everything = sum(np.exp(scores[path].sum()) for path in paths_of(laid, 0))
    assert by_whole / everything < alone / 2
    assert found.scores[found.places[:-1, 0] == 0].max() == pytest.approx(alone)
