"""What is a term more, and what is set lower because a better entry covers it."""

from __future__ import annotations

import numpy as np
import pytest

from align.terms.candidates import find_candidates
from align.terms.general import log_probabilities
from align.terms.pairing.linking import Linked
from align.terms.ranking.overlaps import without_overlaps
from align.terms.ranking.termhood import termhood

TEXTS = [
    "The preparatory committee met on the Programme of Action",
    "States implement the Programme of Action",
    "the report on the Programme of Action by the members",
    "existing resources were found",
]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Programme of Action", "members"),
        ("preparatory committee", "committee"),
        ("preparatory committee", "existing resources"),
        ("Programme of Action", "Action"),
    ],
)
def test_termhood(more: str, less: str) -> None:
    side = find_candidates(TEXTS, "en", 1)
    names = {side.usual(which): which for which in range(len(side))}
    both = np.array([names[more], names[less]])
    values = termhood(side, side, both, both)
    assert 0 <= values[1] < values[0] <= 1


def test_rare_words_are_less_likely_in_general() -> None:
    usual, rare, both = log_probabilities(["the", "disarmament", "the disarmament"])
    assert both < rare < usual < 0


def test_pieces_of_better_entries_are_set_lower() -> None:
    side = find_candidates(["provisional agenda", "agenda of today"], "en", 1)
    names = {side.usual(which): which for which in range(len(side))}
    whole, piece = names["provisional agenda"], names["agenda"]
    linked = [Linked(whole, whole, {0}, 0.9), Linked(piece, piece, {0, 1}, 0.8)]
    first, second = without_overlaps(side, side, linked, [0.9, 0.8])
    assert first == 0.9
    assert 0.8 * 0.45 < second < 0.8  # half of its occurrences are covered
