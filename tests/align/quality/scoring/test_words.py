"""Words: those that the other side says speak for a pair, those that it lacks against it."""

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.quality.scoring.model import shipped_model
from align.quality.scoring.words import (
    KEPT_VECTORS,
    WORD_SIGNALS,
    Evidence,
    WordPair,
    WordReader,
    weigh,
)
from tests.align.quality.pairs import pair

CHINESE = "大会决定设立一个特别委员会，并请秘书长提出报告。"
ENGLISH = (
    "The General Assembly decides to establish a special committee and requests the"
    " Secretary-General to submit a report."
)
KNOWN = WORD_SIGNALS.index("in dictionary")


@pytest.fixture(scope="module")
def reader() -> WordReader:
    return WordReader(UseMultilingual(1))


def read(reader: WordReader, source: str, target: str) -> WordPair:
    (words,) = reader.read([pair(source, target)])
    assert words is not None
    return words


def weighed(words: WordPair) -> tuple[Evidence, Evidence]:
    model = shipped_model()
    return weigh(words, model.chinese_words, model.english_words)


def test_the_dictionary_finds_most_words_of_a_right_pair(reader: WordReader) -> None:
    words = read(reader, CHINESE, ENGLISH)
    assert words.english[:, KNOWN].mean() > 0.7
    assert words.chinese[:, KNOWN].mean() > 0.5
    assert words.sizes.sum() > 15


def test_words_of_unrelated_texts_speak_against_them(reader: WordReader) -> None:
    right = weighed(read(reader, CHINESE, ENGLISH))
    wrong = weighed(read(reader, CHINESE, "Horses eat hay in the morning by the old river."))
    assert min(side.mean for side in right) > 0 > max(side.mean for side in wrong)


def test_what_the_other_side_lacks_is_a_stretch(reader: WordReader) -> None:
    cut = "The General Assembly decides to establish a special committee."
    whole, lost = (weighed(read(reader, CHINESE, text))[0] for text in (ENGLISH, cut))
    assert lost.stretch > whole.stretch + 1


def test_either_side_may_be_the_chinese_one(reader: WordReader) -> None:
    one = read(reader, CHINESE, ENGLISH)
    (other,) = reader.read([pair(ENGLISH, CHINESE, ("en", "zh-TW"))])
    assert other is not None
    assert np.allclose(one.chinese, other.chinese, atol=1e-5)
    assert np.allclose(one.english, other.english, atol=1e-5)


def test_a_side_without_words_says_nothing(reader: WordReader) -> None:
    assert weighed(read(reader, "12", "12")) == (Evidence(0, 0), Evidence(0, 0))
    assert weighed(read(reader, CHINESE, CHINESE)) == (Evidence(0, 0), Evidence(0, 0))


def test_other_languages_have_no_words(reader: WordReader) -> None:
    assert reader.read([pair("大会", "L'Assemblée", ("zh", "fr"))]) == [None]
    assert reader.read([]) == []


def test_vectors_are_forgotten_before_they_fill_the_memory(reader: WordReader) -> None:
    words = iter(range(10**6))
    for _ in range(KEPT_VECTORS // 2000 + 3):
        text = " ".join(f"w{chr(97 + n % 26)}{n}" for n in (next(words) for _ in range(2000)))
        letters = text.translate(str.maketrans("0123456789", "abcdefghij"))
        reader.read([pair("大会", letters)])
    assert len(reader._vectors) <= KEPT_VECTORS + 2001
