"""The scorers against cases computed by hand."""

import pytest

from align.evaluation import Agreement, Scorer, evaluate
from align.links import parse_links

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
