"""What words that both sides have say, as the documents themselves tell."""

from __future__ import annotations

import math

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.search.common_words import NEAR, CommonWords, find_common_words
from align.search.features import Ends
from align.search.side import Clauses, plain_side

ENCODER = UseMultilingual()
NAMES = ["Annapurna", "Broad", "Cho", "Dhaulagiri", "Everest", "Gasherbrum", "Hidden", "Kamet"]
GERMAN = [f"Man sah den {name}." for name in NAMES]
FRENCH = [f"On vit le {name}." for name in NAMES]
DIAGONAL = np.stack((np.arange(len(NAMES)),) * 2, axis=1)


def clauses(texts: list[str], language: str = "de") -> Clauses:
    return plain_side(texts, language, ENCODER).clauses


def common(source: list[str], target: list[str], chain: np.ndarray = DIAGONAL) -> CommonWords:
    return find_common_words(chain, clauses(source), clauses(target, "fr"))


def shared(words: CommonWords, *beads: tuple[int, int, int, int]) -> list[float]:
    return words.shared(Ends(*np.array(beads).T)).tolist()


def test_a_name_that_both_sides_have_speaks_for_a_bead() -> None:
    words = common(GERMAN, FRENCH)
    right, wrong, merged, unpaired = shared(
        words, (0, 1, 0, 1), (0, 1, 1, 2), (0, 2, 0, 2), (0, 1, 0, 0)
    )
    assert 1 < right < math.log(NEAR)
    assert wrong == unpaired == 0
    assert merged == pytest.approx(2 * right)


def test_a_name_counts_as_often_as_the_side_has_it_that_has_it_less_often() -> None:
    names = ["Everest, Everest.", *GERMAN[1:]]
    once = shared(common(names, ["Everest.", *FRENCH[1:]]), (0, 2, 0, 1))[0]
    twice = shared(common(names, ["Everest, Everest.", *FRENCH[1:]]), (0, 2, 0, 2))[0]
    assert 0 < once < twice


def test_a_word_that_both_languages_have_by_chance_says_nothing() -> None:
    # "Rock" is a skirt in German.
    source = [f"{sentence} Rock." if k % 2 else sentence for k, sentence in enumerate(GERMAN)]
    target = [sentence if k % 2 else f"{sentence} Rock." for k, sentence in enumerate(FRENCH)]
    assert len(common(source, target).weights) == len(common(GERMAN, FRENCH).weights)


def test_a_word_that_is_everywhere_says_nothing() -> None:
    assert shared(common(["Nepal."] * 8, ["Népal."] * 8), (0, 1, 0, 1)) == [0]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (["他来了。", "她走了。"], ["He came.", "She left."]),
        (["", "……"], ["!", "?"]),
        (["Everest."], ["山"]),
    ],
)
def test_texts_without_common_words_have_no_weights(source: list[str], target: list[str]) -> None:
    words = common(source, target, np.empty((0, 2), dtype=np.int64))
    assert len(words.weights) == 0
    assert shared(words, (0, 1, 0, 1), (0, 0, 0, 1)) == [0, 0]
