"""Words: each knows whether the other side says it, and what it matches there."""

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.quality.scoring import words
from align.quality.scoring.words import WORD_SIGNALS, WordPair, WordReader
from tests.align.quality.pairs import pair

CHINESE = "大会决定设立一个特别委员会，并请秘书长提出报告。"
ENGLISH = (
    "The General Assembly decides to establish a special committee and requests the"
    " Secretary-General to submit a report."
)
KNOWN, PARTLY, MATCH = map(
    WORD_SIGNALS.index, ("in dictionary", "character in dictionary", "match")
)


@pytest.fixture(scope="module")
def reader() -> WordReader:
    return WordReader(UseMultilingual(1))


def read(reader: WordReader, source: str, target: str) -> WordPair:
    (found,) = reader.read([pair(source, target)])
    assert found is not None
    return found


def test_the_dictionary_finds_most_words_of_a_right_pair(reader: WordReader) -> None:
    found = read(reader, CHINESE, ENGLISH)
    assert found.english[:, KNOWN].mean() > 0.7
    assert found.chinese[:, KNOWN].mean() > 0.5
    assert found.sizes.sum() > 15


def test_a_longer_word_is_not_known_by_one_of_its_characters(reader: WordReader) -> None:
    found = read(reader, "报告", "to announce something")  # 报, of 报告, is to announce
    assert found.chinese[0, PARTLY] == 1
    assert found.chinese[0, KNOWN] == 0


def test_a_word_whose_partner_is_better_matched_by_another_one_has_none(
    reader: WordReader,
) -> None:
    alone = read(reader, "父亲", "daddy")
    beside = read(reader, "父亲", "father, daddy")
    assert beside.english[0, MATCH] > 0.9
    assert beside.english[1, MATCH] < alone.english[0, MATCH] / 10


def test_the_words_of_a_lost_clause_match_nothing(reader: WordReader) -> None:
    cut = "The General Assembly decides to establish a special committee."
    whole, lost = (read(reader, CHINESE, text).chinese[-3:, MATCH] for text in (ENGLISH, cut))
    assert lost.max() < whole.min()


def test_either_side_may_be_the_chinese_one(reader: WordReader) -> None:
    one = read(reader, CHINESE, ENGLISH)
    (other,) = reader.read([pair(ENGLISH, CHINESE, ("en", "zh-TW"))])
    assert other is not None
    assert np.allclose(one.chinese, other.chinese, atol=1e-5)
    assert np.allclose(one.english, other.english, atol=1e-5)


def test_a_pair_with_words_on_one_side_only_has_none(reader: WordReader) -> None:
    for text in ("12", CHINESE):
        found = read(reader, text, text)
        assert len(found.chinese) == len(found.english) == len(found.sizes) == 0


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
