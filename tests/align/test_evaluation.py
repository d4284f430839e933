"""The scorers against cases computed by hand."""

import pytest

from align.errors import AlignmentError
from align.evaluation import Agreement, Scorer, evaluate, merge_within_verses
from align.links import format_links, parse_links

GOLD = parse_links("[0]:[0]\n[1, 2]:[1]\n[3]:[]\n[4]:[2]\n")
PREDICTED = parse_links("[0]:[0]\n[1]:[1]\n[2]:[]\n[3]:[]\n[4]:[2]\n")


def test_all_beads_counts_one_sided_beads_on_both_sides() -> None:
    # Predicted hits: [0]:[0], [3]:[], [4]:[2] of five; gold hits: the same three of four.
    assert evaluate([(PREDICTED, GOLD)]).strict == Agreement(3, 5, 3, 4)


def test_paired_recall_leaves_one_sided_beads_out_of_recall_only() -> None:
    # Gold without [3]:[] has three beads, of which [0]:[0] and [4]:[2] were found.
    found = evaluate([(PREDICTED, GOLD)], Scorer.PAIRED_RECALL).strict
    assert found == Agreement(3, 5, 2, 3)
    assert found.precision == pytest.approx(0.6)
    assert found.recall == pytest.approx(2 / 3)
    assert found.f1 == pytest.approx(12 / 19)


def test_a_lax_hit_shares_one_sentence_link() -> None:
    # [1]:[1] lies inside [1, 2]:[1]; only [2]:[] is wrong, and every gold bead is touched.
    assert evaluate([(PREDICTED, GOLD)]).lax == Agreement(4, 5, 4, 4)


def test_the_mean_over_documents_is_of_counts_not_of_figures() -> None:
    one = parse_links("[0]:[0]\n")
    other = parse_links("[0]:[0]\n[1]:[1]\n[2]:[2]\n")
    assert evaluate([(one, parse_links("[0]:[]\n[]:[0]\n")), (other, other)]).strict == Agreement(
        3, 4, 3, 5
    )


def test_gold_against_itself_is_perfect_and_nothing_against_it_is_zero() -> None:
    for scorer in Scorer:
        assert evaluate([(GOLD, GOLD)], scorer).strict.f1 == 1.0
        assert evaluate([((), GOLD)], scorer).strict.f1 == 0.0


SOURCE_VERSES = ("1:1", "1:2", "1:2", "1:3", "1:4")
TARGET_VERSES = ("1:1", "1:2", "1:2", "1:2", "1:3", "1:4")


@pytest.mark.parametrize(
    ("predicted", "merged"),
    [
        ("[0]:[0]\n[1]:[1]\n[2]:[2, 3]\n", "[0]:[0]\n[1, 2]:[1, 2, 3]\n"),
        ("[1]:[1]\n[]:[2]\n[2]:[3]\n", "[1, 2]:[1, 2, 3]\n"),
        ("[1]:[]\n[2]:[]\n", "[1, 2]:[]\n"),
        ("[0]:[0]\n[3]:[4]\n", "[0]:[0]\n[3]:[4]\n"),
        ("[1]:[1]\n[2, 3]:[2, 3]\n[3]:[4]\n", "[1]:[1]\n[2, 3]:[2, 3]\n[3]:[4]\n"),
        ("[2]:[4]\n[2]:[4]\n", "[2]:[4]\n[2]:[4]\n"),
    ],
    ids=[
        "two beads of one verse",
        "an insertion between them",
        "two deletions",
        "other verses",
        "a bead across verses",
        "beads whose sides are of different verses",
    ],
)
def test_consecutive_beads_inside_one_verse_are_merged(predicted: str, merged: str) -> None:
    found = merge_within_verses(parse_links(predicted), SOURCE_VERSES, TARGET_VERSES)
    assert format_links(found) == merged


def test_merged_by_verse_the_score_is_that_of_whole_verses() -> None:
    gold = parse_links("[0]:[0]\n[1, 2]:[1, 2, 3]\n[3]:[4]\n[4]:[5]\n")
    predicted = parse_links("[0]:[0]\n[1]:[1]\n[2]:[2, 3]\n[3, 4]:[4]\n[]:[5]\n")
    assert evaluate([(predicted, gold)]).strict == Agreement(1, 5, 1, 4)
    merged = merge_within_verses(predicted, SOURCE_VERSES, TARGET_VERSES)
    assert evaluate([(merged, gold)]).strict == Agreement(2, 4, 2, 4)


def test_a_sentence_without_a_verse_is_named() -> None:
    with pytest.raises(AlignmentError, match="target sentence 6 has no verse; there are 6"):
        merge_within_verses(parse_links("[4]:[5, 6]"), SOURCE_VERSES, TARGET_VERSES)
