"""Joints: what was lost between marks and conjunctions leaves fewer of them on its side."""

import math

import pytest

from align.quality.scoring.joints import Joints, compare_joints
from tests.align.quality.pairs import pair

LIST = "内部审计、调查、审查和外部审计；"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("大会决定休会。", "The Assembly decides to adjourn."),
        ("大会审查并决定。", "The Assembly reviews and decides."),
        ("他来了，但是走了。", "He came, but went."),
        ("审查该项目，并且决定；", "reviews the item, and decides;"),
        ("甲以及乙", "A as well as B"),
        (LIST, "Internal audit, investigation, inspection and external audit;"),
    ],
)
def test_right_pairs_have_as_many_joints_on_both_sides(source: str, target: str) -> None:
    found = compare_joints(pair(source, target))
    assert (found.apart, found.ratio, found.marks, found.conjunctions) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("source", "target", "apart"),
    [
        (LIST, "Internal audit, investigation;", -2),
        (LIST, "Internal audit and external audit;", -2),
        ("审查该项目；", "reviews the item, and decides;", 2),
    ],
)
def test_a_side_that_lost_something_has_fewer(source: str, target: str, apart: int) -> None:
    found = compare_joints(pair(source, target))
    assert found.apart == apart
    assert math.copysign(1, found.ratio) == math.copysign(1, apart)


def test_items_are_held_against_all_joints_of_the_other_side() -> None:
    whole = compare_joints(pair(LIST, "Internal audit, investigation, inspection and more"))
    lost = compare_joints(pair(LIST, "Internal audit and investigation"))
    assert whole.lists and lost.lists
    assert whole.items == 0
    assert lost.items == pytest.approx(math.log(2 / 4))
    assert not compare_joints(pair("甲和乙", "A and B")).lists


def test_other_languages_have_marks_alone() -> None:
    found = compare_joints(pair("Red and green, and blue", "Rouge et vert, bleu", ("en", "fr")))
    assert found.marks == 0
    assert found.apart == -2
    assert compare_joints(pair("a", "b", ("de", "fr"))) == Joints(0, 0, 0, 0, 0, lists=False)
