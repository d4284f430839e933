"""All features of the edges of a lattice of clauses together."""

from math import log

import numpy as np
import pytest

from align.search.clause_marks import EndMark
from align.search.clauses.features import Sight, clause_features
from align.search.common_words import CommonWords, Occurrences
from align.search.features import Group, Pace
from align.search.weights import load_weights
from tests.align.search.clauses.by_hand import laid, side
from tests.align.search.clauses.test_gain_features import CASES as GAINS
from tests.align.search.feature_cases import Bead, Cases, KnownCosines, each, only
from tests.align.search.test_features import LENGTHS, MEANING, TYPES

KAMET, EVEREST = 0, 1
SIGHT = Sight(
    side(
        [EndMark.COMMA, EndMark.QUESTION, EndMark.STOP],
        lengths=[4, 5, 6],
        sentences=[0, 2, 3],
    ),
    side(
        [EndMark.COMMA, EndMark.STOP, EndMark.STOP, EndMark.STOP],
        lengths=[10, 20, 30, 40],
        sentences=[0, 1, 4],
    ),
    # four target clauses for one of the source
    Pace(characters=1.0, units=4.0),
    KnownCosines({(0, 1, 0, 1): 0.5, (0, 2, 0, 1): 0.6, (1, 2, 1, 2): 0.4, (0, 2, 0, 2): 0.7}),
    KnownCosines({}),
    CommonWords(
        np.array([2.0, 0.5]),
        Occurrences(np.array([KAMET, KAMET, EVEREST]), np.array([0, 1, 3, 3])),
        Occurrences(np.array([KAMET, EVEREST, KAMET]), np.array([0, 1, 2, 3, 3])),
    ),
)

PAIR: Bead = (0, 1, 0, 1)
CLAUSE: Bead = (1, 2, 1, 1)
TARGET_CLAUSE: Bead = (1, 1, 1, 2)
SENTENCE: Bead = (0, 2, 0, 0)
NOTHING: Bead = (2, 2, 0, 0)

CASES: Cases = {
    "imbalance": [
        ("four for one, as it goes", (0, 1, 0, 4), 0),
        ("one for one: 1/2 against 2", (0, 1, 0, 1), 1.5),
        ("one for two: 1/2 against 4", (0, 2, 0, 1), 3.5),
        ("four for two: 2 against 4", (0, 2, 0, 4), 2),
        ("only in pairs", CLAUSE, 0),
        ("of the target too", TARGET_CLAUSE, 0),
    ],
    "words in common": [
        ("one that both have once", (0, 1, 0, 1), 2),
        ("the other is on one side only", (1, 2, 0, 1), 2),
        ("two", (1, 2, 0, 2), 2 + 0.5),
        ("twice on both sides", (0, 2, 0, 3), 2 * 2 + 0.5),
        ("none", (2, 3, 0, 2), 0),
        ("nothing is in common alone", CLAUSE, 0),
    ],
}


def features(*edges: Bead) -> Group:
    return clause_features(laid(*edges, whole={SENTENCE}), SIGHT)


@pytest.mark.parametrize(("feature", "bead", "value"), each(CASES))
def test_a_feature_of_clauses(feature: str, bead: Bead, value: float) -> None:
    assert only(features(bead), feature) == pytest.approx(value)


def test_there_is_a_weight_for_each_and_each_that_has_a_weight() -> None:
    assert features(PAIR).keys() == load_weights().clauses.keys()


def test_a_whole_sentence_and_the_edge_out_of_a_gap_have_none_that_looks_at_clauses() -> None:
    group = features(PAIR, CLAUSE, TARGET_CLAUSE, SENTENCE, NOTHING)
    by_clause = {*TYPES, *LENGTHS, *MEANING, *GAINS, "imbalance"}
    assert {name for name in by_clause if group[name][3:].any()} == set()
    assert group["deletion"].tolist() == [0, 1, 0, 0, 0]
    assert group["insertion"].tolist() == [0, 0, 1, 0, 0]
    assert group["sentence deleted"].tolist() == [0, 0, 0, 1, 0]


def test_each_side_has_lengths_ends_and_marks_of_its_own() -> None:
    group = features(CLAUSE, TARGET_CLAUSE, (1, 2, 1, 2), (0, 1, 0, 1))
    assert group["unpaired length"] == pytest.approx([log(1 + 5) / 3, log(1 + 20) / 3, 0, 0])
    assert group["source sentence ends"].tolist() == [0, 0, 1, 0]
    assert group["target sentence ends"].tolist() == [0, 0, 0, 1]
    assert group["questions on one side"].tolist() == [0, 0, 1, 0]


def test_the_marks_of_a_whole_sentence_are_unpaired() -> None:
    assert features(PAIR, SENTENCE)["questions unpaired"].tolist() == [0, 1]
