"""What tells whether a pair is a term: the words of a candidate and those beside it."""

from __future__ import annotations

import numpy as np
import pytest

from align.terms.candidates import find_candidates
from align.terms.ranking.signals import SIGNALS, signals


@pytest.mark.parametrize(
    ("language", "text", "candidate", "signal", "value"),
    [
        ("en", "the provisional agenda item", "provisional agenda", "word behind", 1),
        ("en", "the provisional agenda of today", "provisional agenda", "word behind", 0),
        ("en", "the provisional agenda of today", "provisional agenda", "link behind", 1),
        ("en", "rest and leisure time", "leisure time", "join beside", 1),
        ("en", "rest and leisure", "rest and leisure", "joins once", 1),
        ("en", "freely chosen employment", "freely chosen employment", "weak first", 1),
        ("en", "principles", "principles", "general alone", 1),
        ("zh", "申诉", "申诉", "verbs", 1),
        ("zh", "推选主席", "推选主席", "verb first", 1),
        ("zh", "国际和平", "国际和平", "verbs", 0),
    ],
)
def test_signals_of_a_candidate(
    language: str, text: str, candidate: str, signal: str, value: float
) -> None:
    side = find_candidates([text], language, 1)
    which = [place for place in range(len(side)) if side.usual(place) == candidate]
    both = np.array(which)
    row = signals(side, side, both, both, np.array([0.8]))[0]
    assert row[SIGNALS.index(signal)] == 2 * value  # those of the two sides together


def test_a_share_of_the_occurrences_has_a_neighbour() -> None:
    texts = ["the trade union movement", "a trade union"]
    side = find_candidates(texts, "en", 1)
    which = next(place for place in range(len(side)) if side.usual(place) == "trade union")
    both = np.array([which])
    row = signals(side, side, both, both, np.array([0.5]))[0]
    assert row[SIGNALS.index("word behind")] == 2 * 0.5
    assert row[SIGNALS.index("occurrences")] == 1
    assert row[SIGNALS.index("pair")] == 0
