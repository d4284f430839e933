"""A lattice to be explained scores as the searches do."""

from __future__ import annotations

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.explanation.lattice import Stretch, Window, first_search
from align.search.clauses.search import lay_clauses, score_clauses
from align.search.engine import Aligner
from align.search.sentences.search import lay_out, score_sentences
from align.search.side import UNNUMBERED, Breaks, Side, plain_side

CHINESE = [
    "人人生而自由，在尊严和权利上一律平等。",
    "任何人不得使为奴隶。",
    "今天下雨。",
    "火车晚点了。",
]
ENGLISH = [
    "All human beings are born free.",
    "They are equal in dignity and rights.",
    "No one shall be held in slavery.",
    "It is raining today.",
    "The train was late.",
]


def in_paragraphs(side: Side, begins: list[int]) -> Side:
    """Numbered paragraphs begin at some sentences."""
    size = len(side) + 1
    flags = np.zeros(size, dtype=bool)
    flags[[*begins, len(side)]] = True
    nothing = np.zeros(size, dtype=bool)
    numbers = np.where(flags, np.cumsum(flags), UNNUMBERED)
    kinds = np.where(flags, 0, UNNUMBERED)
    return Side(side.clauses, Breaks(flags, flags, nothing, numbers, nothing, kinds, kinds))


@pytest.fixture(scope="module")
def aligner() -> Aligner:
    encoder = UseMultilingual()
    return Aligner(
        in_paragraphs(plain_side(CHINESE, "zh", encoder), [0, 1, 2, 3]),
        in_paragraphs(plain_side(ENGLISH, "en", encoder), [0, 2, 3, 4]),
    )


def test_the_second_search_is_scored_as_it_was(aligner: Aligner) -> None:
    (outline,) = aligner.outlines()
    window = Window(aligner.pair, aligner.weights, outline)
    laid = lay_clauses(aligner.pair, outline)
    scores = score_clauses(aligner.pair, aligner.weights, laid, outline)
    pieces = [window.second_search(piece).scores for piece in range(len(outline.cuts) - 1)]
    assert np.allclose(np.sort(np.concatenate(pieces)), np.sort(scores))


def test_the_first_search_is_scored_as_it_was(aligner: Aligner) -> None:
    searched = first_search(aligner.pair, aligner.weights, np.array([0, 0]), np.array([4, 5]))
    low, high = np.zeros(5, dtype=np.int64), np.full(5, 5)
    lattice, cosines = lay_out(aligner.pair, low, high, 0)
    scores = score_sentences(aligner.pair, aligner.weights, lattice, cosines)
    assert np.allclose(searched.scores, scores)


def test_a_path_is_read_as_beads_of_sentences(aligner: Aligner) -> None:
    (outline,) = aligner.outlines()
    window = Window(aligner.pair, aligner.weights, outline)
    read = []
    for piece in range(len(outline.cuts) - 1):
        searched = window.second_search(piece)
        path = searched.best(np.ones(len(searched.scores), dtype=bool))
        assert path is not None
        read += [(x.top, x.bottom, x.left, x.right) for x in searched.stretches(path)]
    runs = [(*run.source, *run.target) for run in aligner.align()]
    assert read == runs == [(0, 1, 0, 2), (1, 2, 2, 3), (2, 3, 3, 4), (3, 4, 4, 5)]


def test_no_path_is_found_where_no_edge_is_allowed(aligner: Aligner) -> None:
    (outline,) = aligner.outlines()
    window = Window(aligner.pair, aligner.weights, outline)
    searched = window.second_search(0)
    assert searched.best(np.zeros(len(searched.scores), dtype=bool)) is None
    assert searched.best(searched.around(searched.place(0, 0))) is None


@pytest.mark.parametrize(
    ("other", "covers", "touches"),
    [
        (Stretch(1, 1, 3, 3), True, True),
        (Stretch(1, 1, 2, 2), True, True),
        (Stretch(2, 2, 4, 4), False, True),
        (Stretch(3, 3, 4, 4), False, False),
        (Stretch(3, 2, 4, 3), False, True),
        (Stretch(1, 3, 2, 3), True, True),
        (Stretch(0, 1, 1, 1), False, False),
    ],
)
def test_stretches_beside_each_other(other: Stretch, covers: bool, touches: bool) -> None:
    stretch = Stretch(1, 1, 3, 3)
    assert stretch.covers(other) == covers
    assert stretch.touches(other) == touches
    assert other.touches(stretch) == touches
