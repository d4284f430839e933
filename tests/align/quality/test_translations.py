"""BLEU, chrF and TER of translations, with the right tokeniser."""

import pytest

from align.errors import AlignmentError
from align.quality.translations import compare, measure


def test_a_translation_that_is_the_reference_is_perfect_in_chinese_too() -> None:
    figures = {
        item.name: item for item in measure(["大会决定休会。"], [["大会决定休会。"]], "zh-CN")
    }
    assert figures["BLEU"].value == pytest.approx(100)
    assert figures["chrF"].value == pytest.approx(100)
    assert figures["TER"].value == 0
    assert "tok:zh" in figures["BLEU"].signature


def test_each_unit_has_its_own_figure() -> None:
    (bleu, *_) = measure(["the cat sat", "a dog"], [["the cat sat", "the bird"]], "en")
    assert "tok:13a" in bleu.signature
    assert bleu.units[0] == pytest.approx(100)
    assert bleu.units[1] < 50


def test_a_unit_may_have_fewer_references_than_others() -> None:
    (bleu, *_) = measure(
        ["the cat sat", "a dog"], [["a cat sat", "a dog"], ["the cat sat", ""]], "en"
    )
    assert bleu.units == pytest.approx((100, 100))


def test_two_systems_are_compared_by_the_paired_bootstrap() -> None:
    references = [["the cat sat on the mat", "a dog came in"] * 20]
    good = references[0]
    bad = ["the cat sat on a dog", "dog in came"] * 20
    bleu = compare([bad, good], references, "en")[0]
    assert bleu.first < bleu.second
    assert bleu.p_value < 0.05
    assert "bs:1000" in bleu.signature
    assert compare([bad, good], references, "en")[0] == bleu


def test_a_system_does_not_differ_from_itself() -> None:
    references = [["the cat sat on the mat", "a dog came in"] * 20]
    system = ["the cat sat on a dog", "dog in came"] * 20
    assert [row.p_value for row in compare([system, system], references, "en")] == [1.0] * 4


@pytest.mark.parametrize(
    ("hypotheses", "references"), [([], []), (["a"], []), (["a"], [["a", "b"]]), ([], [[]])]
)
def test_what_can_not_be_scored_is_refused(
    hypotheses: list[str], references: list[list[str]]
) -> None:
    with pytest.raises(AlignmentError):
        measure(hypotheses, references, "en")
