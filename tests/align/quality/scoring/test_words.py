"""Words: those that the other side says speak for a pair, those that it lacks against it."""

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.quality.scoring import words
from align.quality.scoring.model import shipped_model
from align.quality.scoring.words import (
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
    (found,) = reader.read([pair(source, target)])
    assert found is not None
    return found


def weighed(found: WordPair) -> tuple[Evidence, Evidence]:
    model = shipped_model()
    return weigh(found, model.chinese_words, model.english_words)


def test_the_dictionary_finds_most_words_of_a_right_pair(reader: WordReader) -> None:
    found = read(reader, CHINESE, ENGLISH)
    assert found.english[:, KNOWN].mean() > 0.7
    assert found.chinese[:, KNOWN].mean() > 0.5
    assert found.sizes.sum() > 15


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


def test_vectors_are_forgotten_before_they_fill_the_memory(
    reader: WordReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "KEPT_VECTORS", 20)
    first = read(reader, CHINESE, ENGLISH)
    for letter in "abcdefghij":
        reader.read([pair("大会", " ".join(letter * size for size in range(3, 10)))])
    assert len(reader._vectors) < 40
    assert np.allclose(read(reader, CHINESE, ENGLISH).english, first.english, atol=1e-3)
