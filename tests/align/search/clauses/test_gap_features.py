"""Whole sentences without partner, and the gap that several of them make."""

from math import log

import numpy as np
import pytest

from align.search.clause_marks import EndMark
from align.search.clauses.features import Sight, gap_features
from align.search.common_words import CommonWords, Occurrences
from align.search.features import Ends, Pace
from tests.align.search.clauses.by_hand import laid, side
from tests.align.search.feature_cases import Bead, Cases, KnownCosines, each, only

NONE = Occurrences(np.zeros(0, dtype=np.int64), np.zeros(7, dtype=np.int64))
SIGHT = Sight(
    side([EndMark.COMMA] * 6, lengths=[2, 3, 4, 5, 6, 7], sentences=[0, 2, 3, 6]),
    side([EndMark.COMMA] * 6, lengths=[20, 30, 40, 50, 60, 70], sentences=[0, 1, 2, 6]),
    Pace(characters=10.0, units=1.0),
    KnownCosines({}),
    # those of sentences, by their numbers
    KnownCosines(
        {
            # the second of the source, with the first and the second of the target
            (1, 2, 0, 1): 0.3, (1, 2, 1, 2): 0.5,
            # with its neighbours, and these without it
            (0, 2, 0, 1): 0.7, (0, 1, 0, 1): 0.6, (1, 3, 1, 2): 0.3, (2, 3, 1, 2): 0.4,
            # the third of the source with the second and its partner before it
            (1, 3, 0, 1): 0.1,
            # the third of the target, with the second of the source and its neighbour
            (1, 2, 2, 3): 0.2, (1, 2, 1, 3): 0.75,
        }
    ),
    CommonWords(np.zeros(0), NONE, NONE),
)  # fmt: skip

DELETED: Bead = (2, 3, 1, 1)
"""The second source sentence, one clause, behind the first of the target."""
FURTHER: Bead = (3, 6, 1, 1)
"""The third one, three clauses: it goes on with that gap."""
DELETED_FAR_AWAY: Bead = (0, 2, 6, 6)
"""The first one, two clauses, behind all of the target."""
INSERTED: Bead = (3, 3, 2, 6)
"""The third target sentence, four clauses, behind the second of the source."""
FURTHER_INSERTED: Bead = (2, 2, 1, 2)
"""The second one, one clause, behind the first of the source: it goes on with a gap."""
WHOLE = {DELETED, FURTHER, DELETED_FAR_AWAY, INSERTED, FURTHER_INSERTED}
INSIDE_GAP = {FURTHER, FURTHER_INSERTED}

CLAUSE: Bead = (0, 1, 0, 0)
"""A clause without partner, of a sentence that has one."""
PAIR: Bead = (0, 2, 0, 1)
NOTHING: Bead = (2, 2, 1, 1)
"""The edge out of a gap."""

CASES: Cases = {
    "sentence deleted": [
        ("of the source", DELETED, 1),
        ("a further one", FURTHER, 1),
        ("of the target", INSERTED, 0),
        ("a clause", CLAUSE, 0),
        ("a pair", PAIR, 0),
        ("out of the gap", NOTHING, 0),
    ],
    "sentence inserted": [
        ("of the target", INSERTED, 1),
        ("a further one", FURTHER_INSERTED, 1),
        ("of the source", DELETED, 0),
        ("a pair", PAIR, 0),
        ("out of the gap", NOTHING, 0),
    ],
    "gap goes on": [
        ("a further one of the source", FURTHER, 1),
        ("a further one of the target", FURTHER_INSERTED, 1),
        ("the first one", DELETED, 0),
        ("a pair", PAIR, 0),
        ("out of the gap", NOTHING, 0),
    ],
    "clauses of it": [
        ("one", DELETED, log(1)),
        ("three of the source", FURTHER, log(3)),
        ("four of the target", INSERTED, log(4)),
        ("a clause", CLAUSE, 0),
        ("a pair", PAIR, 0),
    ],
    "length of it": [
        ("of the source, in target characters", DELETED, log(1 + 40) / 3),
        ("all its clauses", FURTHER, log(1 + 50 + 60 + 70) / 3),
        ("of the target", INSERTED, log(1 + 40 + 50 + 60 + 70) / 3),
        ("a clause", CLAUSE, 0),
        ("a pair", PAIR, 0),
    ],
    "nearness of it": [
        ("to the nearer sentence of the target", DELETED, 0.5),
        ("to that of the source", INSERTED, 0.2),
        ("a further one", FURTHER, 0.4),
        ("with no cosine", DELETED_FAR_AWAY, 0),
        ("a clause", CLAUSE, 0),
        ("a pair", PAIR, 0),
    ],
    "gain of attaching it": [
        ("to the pair before it, more than to that behind it", DELETED, 0.7 - 0.6),
        ("to the pair before it, of the target", INSERTED, 0.75 - 0.5),
        ("the pair before it would be harmed", FURTHER, 0.1 - 0.3),
        ("with no pair beside it", DELETED_FAR_AWAY, 0),
        ("a clause", CLAUSE, 0),
        ("a pair", PAIR, 0),
    ],
    "nearness in a gap": [
        ("a further one of the source", FURTHER, 0.4),
        ("a further one of the target", FURTHER_INSERTED, 0.5),
        ("the first one", DELETED, 0),
        ("a pair", PAIR, 0),
    ],
}


@pytest.mark.parametrize(("feature", "bead", "value"), each(CASES))
def test_a_feature_of_gaps(feature: str, bead: Bead, value: float) -> None:
    lattice = laid(bead, whole=WHOLE, inside_gap=INSIDE_GAP)
    group = gap_features(lattice, Ends.of(lattice.lattice), SIGHT)
    assert only(group, feature) == pytest.approx(value, abs=1e-6)


def test_each_sentence_without_partner_is_looked_at_for_itself() -> None:
    lattice = laid(PAIR, DELETED, CLAUSE, INSERTED, NOTHING, whole=WHOLE, inside_gap=INSIDE_GAP)
    group = gap_features(lattice, Ends.of(lattice.lattice), SIGHT)
    assert group["nearness of it"].tolist() == [0, 0.5, 0, 0.2, 0]
    assert group["gain of attaching it"] == pytest.approx([0, 0.1, 0, 0.25, 0])
