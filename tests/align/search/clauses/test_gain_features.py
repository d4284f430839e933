"""What a clause more or less does to the cosine."""

import pytest

from align.search.clauses.features import gain_features
from tests.align.search.feature_cases import Bead, Cases, KnownCosines, beads, each, only

COSINES = KnownCosines(
    {
        # two source clauses with one target clause, each of the two alone with it, and a third
        (0, 2, 0, 1): 0.7,
        (1, 2, 0, 1): 0.6, (0, 1, 0, 1): 0.4, (0, 3, 0, 1): 0.65, (1, 3, 0, 1): 0.55,
        # one source clause with two target clauses, each of the two alone with it, and a third
        (5, 6, 5, 7): 0.8,
        (5, 6, 5, 6): 0.5, (5, 6, 6, 7): 0.3, (5, 6, 4, 7): 0.9, (5, 6, 4, 6): 0.45,
        # two and one: one of them does harm
        (10, 12, 10, 11): 0.2, (11, 12, 10, 11): 0.5, (10, 11, 10, 11): 0.1,
        # one and two: one of them does harm
        (13, 14, 13, 15): 0.3, (13, 14, 13, 14): 0.4,
        # a clause behind which the band ends
        (20, 22, 20, 22): 0.6,
        # around the source clause 31, that has no partner between the target clauses 30 and 31
        (30, 32, 30, 31): 0.7, (30, 31, 30, 31): 0.5,
        (31, 33, 31, 32): 0.6, (32, 33, 31, 32): 0.5,
        # around the target clause 41, that has none between the source clauses 40 and 41
        (40, 41, 40, 42): 0.5, (40, 41, 40, 41): 0.6,
        (41, 42, 41, 43): 0.8, (41, 42, 42, 43): 0.5,
        # around two source clauses and around two target clauses without partner
        (50, 53, 50, 51): 0.6, (50, 51, 50, 51): 0.2,
        (60, 61, 60, 63): 0.7, (60, 61, 60, 61): 0.2,
        # behind the source clause 90, where the texts begin
        (90, 92, 90, 91): 0.6, (91, 92, 90, 91): 0.45,
        # behind the source clause 71, and behind the target clause 76, of what is only harmed
        (71, 73, 70, 71): 0.3, (72, 73, 70, 71): 0.5,
        (75, 76, 76, 78): 0.4, (75, 76, 77, 78): 0.5,
    }
)  # fmt: skip

CASES: Cases = {
    "gain of source clause": [
        ("the outermost one that brings in less", (0, 2, 0, 1), 0.7 - 0.6),
        ("one that does harm", (10, 12, 10, 11), 0.2 - 0.5),
        ("the last one of three does harm", (0, 3, 0, 1), 0.65 - 0.7),
        ("there is no clause to take away", (0, 1, 0, 1), 0),
        ("nothing is known of what is smaller", (20, 22, 20, 22), 0),
        ("nothing is known of the bead", (80, 82, 80, 81), 0),
    ],
    "gain of target clause": [
        ("the outermost one that brings in less", (5, 6, 5, 7), 0.8 - 0.5),
        ("one that does harm, the other not known", (13, 14, 13, 15), 0.3 - 0.4),
        ("the first one of three brings in less", (5, 6, 4, 7), 0.9 - 0.8),
        ("there is no clause to take away", (5, 6, 5, 6), 0),
        ("nothing is known of what is smaller", (20, 22, 20, 22), 0),
        ("nothing is known of the bead", (80, 81, 80, 82), 0),
    ],
    "loss of source clause": [
        ("the next one behind would bring in", (0, 1, 0, 1), 0.7 - 0.4),
        ("the next one before would bring in more than that behind", (1, 2, 0, 1), 0.7 - 0.6),
        ("the next one would do harm", (0, 2, 0, 1), 0.65 - 0.7),
        ("before it the only one known", (11, 12, 10, 11), 0.2 - 0.5),
        ("nothing is known of what is larger", (20, 22, 20, 22), 0),
    ],
    "loss of target clause": [
        ("the next one behind would bring in more than that before", (5, 6, 5, 6), 0.8 - 0.5),
        ("the next one before would bring in", (5, 6, 5, 7), 0.9 - 0.8),
        ("before it the only one known", (5, 6, 6, 7), 0.8 - 0.3),
        ("the next one would do harm", (13, 14, 13, 14), 0.3 - 0.4),
        ("nothing is known of what is larger", (20, 22, 20, 22), 0),
    ],
    "gain of attaching source": [
        ("the pair before it gains more", (31, 32, 31, 31), 0.7 - 0.5),
        ("the pair behind it is the only one", (90, 91, 90, 90), 0.6 - 0.45),
        ("two clauses at once", (51, 53, 51, 51), 0.6 - 0.2),
        ("it would do harm", (71, 72, 70, 70), 0.3 - 0.5),
        ("there is no pair beside it", (20, 21, 23, 23), 0),
        ("it has a partner", (0, 2, 0, 1), 0),
        ("it is a target clause", (41, 41, 41, 42), 0),
    ],
    "gain of attaching target": [
        ("the pair behind it gains more", (41, 41, 41, 42), 0.8 - 0.5),
        ("two clauses at once", (61, 61, 61, 63), 0.7 - 0.2),
        ("it would do harm", (75, 75, 76, 77), 0.4 - 0.5),
        ("there is no pair beside it", (23, 23, 20, 21), 0),
        ("it has a partner", (5, 6, 5, 7), 0),
        ("it is a source clause", (31, 32, 31, 31), 0),
    ],
}


@pytest.mark.parametrize(("feature", "bead", "value"), each(CASES))
def test_a_feature_of_gain(feature: str, bead: Bead, value: float) -> None:
    assert only(gain_features(beads(bead), COSINES), feature) == pytest.approx(value)


def test_each_clause_without_partner_is_attached_for_itself() -> None:
    group = gain_features(
        beads((0, 2, 0, 1), (31, 32, 31, 31), (41, 41, 41, 42), (51, 53, 51, 51)), COSINES
    )
    assert group["gain of attaching source"] == pytest.approx([0, 0.2, 0, 0.4])
    assert group["gain of attaching target"] == pytest.approx([0, 0, 0.3, 0])
