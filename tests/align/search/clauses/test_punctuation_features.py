"""Whether both sides of a bead have the same marks."""

import pytest

from align.search.clause_marks import EndMark
from align.search.clauses.features import punctuation_features
from tests.align.search.clauses.by_hand import side
from tests.align.search.feature_cases import Bead, Cases, beads, each, only

STOP, COMMA, COLON, ASKS, CRIES = (
    EndMark.STOP, EndMark.COMMA, EndMark.COLON, EndMark.QUESTION, EndMark.EXCLAMATION
)  # fmt: skip

SOURCE = side(
    [ASKS, ASKS, CRIES, CRIES, STOP, COMMA, COLON, STOP],
    opened=[1, 1, 0, 0, 0, 0, 0, 2],
    closed=[0, 0, 1, 1, 0, 0, 0, 2],
    speech=[0.2, 0, 0, 0, 1, 0, 0.5, 0],
    lengths=[10, 10, 10, 10, 10, 30, 20, 10],
    inside=[True, True, False, False, False, False, True, False],
)
TARGET = side(
    [ASKS, CRIES, STOP, COMMA, COLON, STOP],
    opened=[1, 0, 0, 0, 0, 0],
    closed=[0, 1, 0, 0, 0, 0],
    speech=[0.7, 0, 1, 0.5, 0, 0],
    lengths=[10, 10, 10, 40, 20, 20],
    inside=[True, False, False, False, False, True],
)

CASES: Cases = {
    "questions on both sides": [
        ("one and one", (0, 1, 0, 1), 1),
        ("two and one", (0, 2, 0, 1), 1),
        ("one and an exclamation", (0, 1, 1, 2), 0),
        ("one alone", (0, 1, 0, 0), 0),
    ],
    "questions on one side": [
        ("one and one", (0, 1, 0, 1), 0),
        ("two and one", (0, 2, 0, 1), 1),
        ("two and an exclamation", (0, 2, 1, 2), 2),
        ("an exclamation and one", (2, 3, 0, 1), 1),
        ("one alone", (0, 1, 0, 0), 0),
    ],
    "questions unpaired": [
        ("of the source", (0, 2, 0, 0), 2),
        ("of the target", (0, 0, 0, 2), 1),
        ("an exclamation", (2, 3, 0, 0), 0),
        ("in a pair", (0, 1, 1, 2), 0),
    ],
    "exclamations on both sides": [
        ("one and one", (2, 3, 1, 2), 1),
        ("two and one", (2, 4, 1, 2), 1),
        ("one and a question", (2, 3, 0, 1), 0),
        ("one alone", (2, 3, 0, 0), 0),
    ],
    "exclamations on one side": [
        ("one and one", (2, 3, 1, 2), 0),
        ("two and a question", (2, 4, 0, 1), 2),
        ("a question and one", (0, 1, 1, 2), 1),
        ("one alone", (2, 3, 0, 0), 0),
    ],
    "exclamations unpaired": [
        ("of the source", (2, 4, 0, 0), 2),
        ("of the target", (0, 0, 0, 2), 1),
        ("a question", (0, 1, 0, 0), 0),
        ("in a pair", (2, 3, 0, 1), 0),
    ],
    "quotations opened on both sides": [
        ("two clauses with one each, and one", (0, 2, 0, 1), 1),
        ("two in one clause, and one", (7, 8, 0, 1), 1),
        ("one that closes", (2, 3, 0, 1), 0),
        ("alone", (0, 1, 0, 0), 0),
    ],
    "quotations opened on one side": [
        ("one and one", (0, 1, 0, 1), 0),
        ("two and one", (0, 2, 0, 1), 1),
        ("none and one", (5, 6, 0, 1), 1),
        ("two and one that closes", (7, 8, 1, 2), 2),
        ("alone", (0, 1, 0, 0), 0),
    ],
    "quotations opened unpaired": [
        ("of the source", (7, 8, 0, 0), 2),
        ("of the target", (0, 0, 0, 2), 1),
        ("one that closes", (2, 3, 0, 0), 0),
        ("in a pair", (0, 1, 1, 2), 0),
    ],
    "quotations closed on both sides": [
        ("two clauses with one each, and one", (2, 4, 1, 2), 1),
        ("two in one clause, and one", (7, 8, 1, 2), 1),
        ("one that opens", (0, 1, 1, 2), 0),
        ("alone", (2, 3, 0, 0), 0),
    ],
    "quotations closed on one side": [
        ("one and one", (2, 3, 1, 2), 0),
        ("two and none", (2, 4, 2, 3), 2),
        ("none and one", (5, 6, 1, 2), 1),
        ("alone", (2, 3, 0, 0), 0),
    ],
    "quotations closed unpaired": [
        ("of the source", (2, 4, 0, 0), 2),
        ("of the target", (0, 0, 0, 2), 1),
        ("one that opens", (0, 1, 0, 0), 0),
        ("in a pair", (2, 3, 2, 3), 0),
    ],
    "same end mark": [
        ("full stops", (4, 5, 2, 3), 1),
        ("commas", (5, 6, 3, 4), 1),
        ("a comma and a full stop", (5, 6, 2, 3), 0),
        ("only the last ones count", (3, 5, 0, 3), 1),
        ("the last ones differ", (4, 6, 2, 3), 0),
        ("only in pairs", (4, 5, 3, 3), 0),
    ],
    "one full stop": [
        ("against a comma", (4, 5, 3, 4), 1),
        ("a question against it", (0, 1, 2, 3), 1),
        ("both", (4, 5, 2, 3), 0),
        ("neither", (5, 6, 0, 1), 0),
        ("inside it does not count", (4, 6, 3, 4), 0),
        ("only in pairs", (4, 5, 4, 4), 0),
    ],
    "one colon": [
        ("against a comma", (6, 7, 3, 4), 1),
        ("a full stop against it", (4, 5, 4, 5), 1),
        ("both", (6, 7, 4, 5), 0),
        ("neither", (5, 6, 2, 3), 0),
        ("inside it does not count", (6, 8, 2, 3), 0),
        ("only in pairs", (6, 7, 4, 4), 0),
    ],
    "speech against no speech": [
        ("all and all", (4, 5, 2, 3), 0),
        ("all and nothing", (4, 5, 4, 5), 1),
        ("where the source begins, and nothing", (0, 1, 4, 5), 0.2),
        ("where the target begins, and nothing", (5, 6, 0, 1), 0.7),
        ("half and all", (6, 7, 2, 3), 0.5),
        ("10 of 40 characters, and nothing", (4, 6, 4, 5), 10 / 40),
        ("10 of 40 characters, and 30 of 50", (4, 6, 2, 4), 30 / 50 - 10 / 40),
        ("only in pairs", (4, 5, 4, 4), 0),
    ],
    "one quotation goes on": [
        ("both go on", (0, 1, 0, 1), 0),
        ("that of the source", (6, 7, 4, 5), 1),
        ("that of the target", (4, 5, 5, 6), 1),
        ("neither", (4, 5, 2, 3), 0),
        ("what is inside is over", (0, 3, 2, 3), 0),
        ("only in pairs", (6, 7, 4, 4), 0),
    ],
}


@pytest.mark.parametrize(("feature", "bead", "value"), each(CASES))
def test_a_feature_of_punctuation(feature: str, bead: Bead, value: float) -> None:
    assert only(punctuation_features(beads(bead), SOURCE, TARGET), feature) == pytest.approx(value)
