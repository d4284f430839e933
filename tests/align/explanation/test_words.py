"""Explanations in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.doubts import Reason
from align.explanation.lattice import Stretch
from align.explanation.search import Comparison, Difference
from align.explanation.words import DOUBTED, PHRASES, Aspect, Ground, Way, decision, grounds, way_of
from align.search.weights import load_weights

LANGUAGES = ("Chinese", "English")
WEIGHTS = load_weights()
FEATURES = sorted(
    {*WEIGHTS.sentences, *WEIGHTS.clauses, *WEIGHTS.paragraphs, "same number", "other number"}
)
BEAD = Stretch(1, 1, 2, 3)
BEFORE, BEHIND = Stretch(0, 0, 1, 1), Stretch(2, 3, 3, 4)


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_has_a_phrase(feature: str) -> None:
    words = PHRASES[feature].words.format(source="S", target="T", units="clauses")
    assert words
    assert "{" not in words


def test_every_reason_for_a_doubt_has_words() -> None:
    assert DOUBTED.keys() == set(Reason)


def test_no_phrase_is_without_a_feature() -> None:
    assert sorted(PHRASES) == FEATURES


@pytest.mark.parametrize(
    ("bead", "words"),
    [
        (Stretch(0, 0, 1, 1), "paired one to one: both sentences begin and end together"),
        (
            Stretch(4, 0, 5, 2),
            "merged: the Chinese sentence ends only after the second English one",
        ),
        (
            Stretch(0, 0, 3, 1),
            "merged: the English sentence ends only after the third Chinese one",
        ),
        (
            Stretch(0, 0, 2, 3),
            "merged: sentences of both sides end together only after the second Chinese and the"
            " third English one",
        ),
        (Stretch(0, 5, 1, 5), "left unpaired: no English sentence was found to say the same"),
        (Stretch(5, 0, 5, 1), "left unpaired: no Chinese sentence was found to say the same"),
    ],
)
def test_a_decision_says_what_it_means(bead: Stretch, words: str) -> None:
    assert decision(bead, LANGUAGES) == words


def comparison(
    bead: Stretch = BEAD,
    other: tuple[Stretch, ...] = (),
    chosen: tuple[Stretch, ...] = (BEFORE, BEAD, BEHIND),
    differences: tuple[Difference, ...] = (),
) -> Comparison:
    return Comparison(bead, chosen, other, differences, by_clause=True)


@pytest.mark.parametrize(
    ("other", "way"),
    [
        ([(1, 1, 2, 1), (2, 1, 2, 2), (2, 2, 2, 3)], Way.UNPAIRED),
        ([(1, 1, 2, 2), (2, 2, 2, 3)], Way.PARTLY_UNPAIRED),
        ([(0, 0, 2, 3)], Way.MERGED_BEFORE),
        ([(1, 1, 3, 4)], Way.MERGED_AFTER),
        ([(0, 0, 3, 4)], Way.MERGED_AROUND),
        ([(1, 1, 2, 2), (2, 2, 3, 4)], Way.MOVED_END),
        ([(0, 0, 1, 2), (1, 2, 2, 3)], Way.MOVED_START),
        ([(0, 0, 1, 2), (1, 2, 3, 4)], Way.OTHERWISE),
    ],
)
def test_what_the_other_choice_does(other: list[tuple[int, int, int, int]], way: Way) -> None:
    assert way_of(comparison(other=tuple(Stretch(*corners) for corners in other))) == way


def test_a_bead_of_several_sentences_may_be_split() -> None:
    bead = Stretch(1, 1, 3, 3)
    split = (Stretch(1, 1, 2, 2), Stretch(2, 2, 3, 3))
    assert way_of(comparison(bead, split, (bead,))) == Way.SPLIT


@pytest.mark.parametrize(
    ("other", "way"),
    [
        ([(0, 0, 2, 1)], Way.MERGED_BEFORE),
        ([(0, 0, 1, 0), (1, 0, 2, 1)], Way.PAIRED),
    ],
)
def test_what_was_left_unpaired_gets_a_partner(
    other: list[tuple[int, int, int, int]], way: Way
) -> None:
    alone = Stretch(1, 1, 2, 1)
    stretches = tuple(Stretch(*corners) for corners in other)
    assert way_of(comparison(alone, stretches, (BEFORE, alone))) == way


def test_grounds_gather_features_by_aspect_the_loudest_first() -> None:
    said = comparison(
        differences=(
            Difference("corner", 2, 1, 4.0),
            Difference("same number", 0, 1, -3.0),
            Difference("cosine", 1.5, 1.0, 2.0),
            Difference("margin over mean", 0.5, 0.6, -0.5),
            Difference("source sentence ends", 0, 2, 1.0),
        )
    )
    assert grounds(said, LANGUAGES) == [
        Ground(Aspect.ENDS, 5.0, "more places where the sentences of both sides end together"),
        Ground(Aspect.NUMBERS, -3.0, "fewer paragraphs paired with the same number"),
        Ground(Aspect.MEANING, 1.5, "more likeness of meaning"),
    ]
    assert sum(ground.gain for ground in grounds(said, LANGUAGES)) == pytest.approx(said.gain)


@pytest.mark.parametrize(
    ("by_clause", "words"),
    [(True, "less likeness of meaning between several clauses"),
     (False, "less likeness of meaning between several sentences")],
)  # fmt: skip
def test_words_name_the_units_that_were_searched(by_clause: bool, words: str) -> None:
    said = comparison(differences=(Difference("cosine of many", 0, 1, -1.0),))
    assert [x.words for x in grounds(replace(said, by_clause=by_clause), LANGUAGES)] == [words]


def test_of_what_is_left_unpaired_it_is_said_what_the_other_choice_has() -> None:
    alone = Stretch(1, 1, 2, 1)
    said = comparison(
        alone,
        (Stretch(0, 0, 2, 1),),
        (BEFORE, alone),
        (Difference("cosine", 1.5, 1.0, 2.0), Difference("deletion", 1, 0, -1.0)),
    )
    assert grounds(said, LANGUAGES) == [
        Ground(Aspect.MEANING, 2.0, "less likeness of meaning"),
        Ground(Aspect.GAP, -1.0, "fewer Chinese clauses left unpaired"),
    ]
