"""Evidence: words that the other side says speak for a pair, those that it lacks against it."""

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.quality.scoring.evidence import Evidence, WordModel, weigh
from align.quality.scoring.model import shipped_model
from align.quality.scoring.words import WORD_SIGNALS, WordPair, WordReader
from tests.align.quality.pairs import pair

CHINESE = "大会决定设立一个特别委员会，并请秘书长提出报告。"
ENGLISH = (
    "The General Assembly decides to establish a special committee and requests the"
    " Secretary-General to submit a report."
)
NOTHING = Evidence(0, 0, 0, 0, 0, 0)
FIRST_ALONE = WordModel(0, np.eye(len(WORD_SIGNALS))[0])
"""The log odds of a word are its first signal."""


@pytest.fixture(scope="module")
def reader() -> WordReader:
    return WordReader(UseMultilingual(1))


def weighed(reader: WordReader, source: str, target: str) -> tuple[Evidence, Evidence]:
    (found,) = reader.read([pair(source, target)])
    assert found is not None
    model = shipped_model()
    return weigh(found, model.chinese_words, model.english_words)


def of_odds(odds: list[float], sizes: list[float]) -> Evidence:
    """What Chinese words of such log odds say."""
    values = np.zeros((len(odds), len(WORD_SIGNALS)))
    values[:, 0] = odds
    found = WordPair(values, values[:0], np.array(sizes))
    return weigh(found, FIRST_ALONE, FIRST_ALONE)[0]


@pytest.mark.parametrize(
    ("odds", "sizes", "evidence"),
    [
        ([], [], NOTHING),
        ([2, 2], [1, 3], Evidence(2, 0, 0, 0, 0, 0)),
        ([-1, 3], [1, 1], Evidence(1, 0.5, 0.5, 1.3, 0, 0)),
        ([-1, 3], [3, 1], Evidence(0, 0.75, 1.5, 3.9, 0, 0)),
        # the longest stretch counts
        ([-1, -1, 3, -1], [1, 1, 1, 1], Evidence(0, 0.75, 1, 2.6, 0, 0)),
        ([-1, 0, -1], [1, 1, 1], Evidence(-2 / 3, 2 / 3, 0.5, 2.9, 0, 0)),
        ([-9, 9], [1, 1], Evidence(0, 2, 3.5, 4.3, 0, 0)),  # no word says more than four
    ],
)
def test_words_against_a_pair_add_up_along_a_stretch(
    odds: list[float], sizes: list[float], evidence: Evidence
) -> None:
    found = of_odds(odds, sizes)
    assert (found.mean, found.against, found.stretch, found.long_stretch) == pytest.approx(
        (evidence.mean, evidence.against, evidence.stretch, evidence.long_stretch)
    )


@pytest.mark.parametrize(
    ("odds", "stretch"),
    [
        ([3, 3, 3], 0),
        ([3, 3, 0, 3], 1.5),
        ([3, 3, 0, 0, 3, 3, 3], 3),
        ([0, 0, 0, 0], 0),  # nothing is odd where all words are as badly said
        ([3, 1, 3, 1], 0),
        ([4, -9], 2.5),
    ],
)
def test_words_are_odd_that_are_said_far_worse_than_most_of_their_side(
    odds: list[float], stretch: float
) -> None:
    assert of_odds(odds, [1] * len(odds)).odd_stretch == pytest.approx(stretch)


def test_a_word_that_was_lost_where_it_stood_twice_is_a_repeat_unsaid(
    reader: WordReader,
) -> None:
    chinese = "内部审计、调查和外部审计"
    whole, cut = (
        [side.repeats_unsaid for side in weighed(reader, chinese, english)]
        for english in (
            "internal audit, investigation and external audit",
            "internal audit and investigation",
        )
    )
    assert whole == [0, 0]
    assert cut == [1, 0]


def test_words_of_unrelated_texts_speak_against_them(reader: WordReader) -> None:
    right = weighed(reader, CHINESE, ENGLISH)
    wrong = weighed(reader, CHINESE, "Horses eat hay in the morning by the old river.")
    assert min(side.mean for side in right) > 0 > max(side.mean for side in wrong)


def test_what_the_other_side_lacks_is_a_stretch(reader: WordReader) -> None:
    cut = "The General Assembly decides to establish a special committee."
    whole, lost = (weighed(reader, CHINESE, text)[0] for text in (ENGLISH, cut))
    assert lost.stretch > whole.stretch + 1
    assert lost.long_stretch > whole.long_stretch + 1


def test_a_side_without_words_says_nothing(reader: WordReader) -> None:
    assert weighed(reader, "12", "12") == (NOTHING, NOTHING)
    assert weighed(reader, CHINESE, CHINESE) == (NOTHING, NOTHING)
