"""The verdict on a memory, what an alignment says of itself, scores set down in units."""

from dataclasses import replace

import pytest

from align.documents import align_documents
from align.encoders import UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.scoring.scores import Score
from align.quality.scoring.summary import Summary, alignment_figures
from align.quality.scoring.writing import quality_of, with_quality, with_signature
from corpora.catalogue import open_pair
from tests.align.quality.pairs import pair
from tmx.operations.ranking import QUALITY
from tmx.units import Header, Note, Property, Unit

ONE = pair("大会", "Assembly")
ALONE = pair("大会", "")


def summary(scores: list[float], errors: int = 0) -> Summary:
    made = Summary()
    for place, value in enumerate(scores):
        made.add(Score(ONE, value, place < errors))
    return made


@pytest.mark.parametrize(
    ("scores", "errors", "verdict"),
    [
        ([], 0, "nothing to judge: it has no units"),
        ([0.9] * 10, 0, "good: all of the units can be used as they are; none to look at"),
        ([0.9] * 96 + [0.1] * 4, 0, "good: 96% of the units can be used as they are; 4 to look at"),
        ([0.9] * 17 + [0.1] * 3, 0, "fair: 85% of the units can be used as they are; 3 to look at"),
        (
            [0.9] * 9497 + [0.1] * 503,
            0,
            "fair: 94.9% of the units can be used as they are; 503 to look at",
        ),
        (
            [0.9] * 7999 + [0.1] * 2001,
            0,
            "poor: 79.9% of the units can be used as they are; 2,001 to look at",
        ),
        (
            [0.9] * 13 + [0.1] * 2,
            0,
            "fair: 86.7% of the units can be used as they are; 2 to look at",
        ),
        ([0.9] * 10, 3, "poor: 70% of the units can be used as they are; 3 to look at"),
        ([0.1] * 4000, 0, "poor: 0% of the units can be used as they are; 4,000 to look at"),
        ([0.9] * 9999 + [0.1], 0, "good: 99.9% of the units can be used as they are; 1 to look at"),
    ],
)
def test_the_verdict_says_how_many_units_can_be_used(
    scores: list[float], errors: int, verdict: str
) -> None:
    assert summary(scores, errors).verdict == verdict


@pytest.mark.parametrize(
    ("low", "looks"),
    [
        ([ONE, ALONE, ALONE], "3 to look at, 2 of them without a partner"),
        ([ALONE, ALONE, ALONE], "3 to look at, all of them without a partner"),
        ([ALONE], "1 to look at, which is without a partner"),
        ([ONE], "1 to look at"),
    ],
)
def test_the_verdict_tells_what_was_left_out_from_what_is_wrong(
    low: list[UnitPair], looks: str
) -> None:
    made = summary([0.9] * 17)
    for unit in low:
        made.add(Score(unit, 0.0))
    assert made.verdict.endswith(f"of the units can be used as they are; {looks}")


@pytest.mark.parametrize(
    ("value", "posterior", "usable"),
    [(0.9, "0.5", 1), (0.9, "0.49", 0), (0.4, "0.9", 0), (0.9, "", 1), (0.9, "high", 1)],
)
def test_what_the_aligner_doubts_can_not_be_used(value: float, posterior: str, usable: int) -> None:
    made = Summary()
    made.add(Score(replace(ONE, properties={"x-score": posterior}), value))
    assert made.usable == usable


def test_the_figures_count_scores_and_errors() -> None:
    made = summary([0.2, 0.7, 0.9, 0.99], errors=1)
    assert made.mean == pytest.approx(0.6975)
    assert made.below == {0.5: 1, 0.8: 2, 0.95: 3}
    assert (made.errors, made.usable) == (1, 3)


def test_an_alignment_tells_its_coverage_anchors_order_and_expected_f1() -> None:
    alignment = align_documents(*open_pair("un-67-58"), UseMultilingual(1))
    figures = alignment_figures(alignment)
    assert min(figures.coverage) > 0.95
    assert figures.anchors == 1
    assert 0.9 < figures.order < 1  # the closing lines stand the other way round
    assert figures.expected_f1 > 0.9


def test_a_score_takes_the_place_of_the_one_before_and_is_read_back() -> None:
    unit = Unit.pair(("zh-CN", "大会"), ("en", "Assembly"), annotations=(Note("n"),))
    again = with_quality(with_quality(unit, 0.25), 0.75)
    assert quality_of(again) == 0.75
    assert again.annotations == (Note("n"), Property(QUALITY, "0.7500"))
    assert quality_of(unit) is None


@pytest.mark.parametrize("written", ["", "nan", "2", "-1", "high"])
def test_what_is_no_probability_is_no_score(written: str) -> None:
    unit = Unit.pair(("a", "b"), ("c", "d"), annotations=(Property(QUALITY, written),))
    assert quality_of(unit) is None


def test_the_header_says_what_scores_depend_on() -> None:
    header = with_signature(with_signature(Header("zh", "t", "1"), "old"), "new")
    assert [item.value for item in header.annotations if isinstance(item, Property)] == ["new"]
