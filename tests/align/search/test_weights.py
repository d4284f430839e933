"""Which weights two languages have."""

from __future__ import annotations

import pytest

from align.encoders import UseMultilingual
from align.learning.symmetry import MIRRORED, ONE_WAY
from align.search.engine import Aligner
from align.search.side import plain_side
from align.search.weights import load_weights

LEARNT, OTHERS = load_weights("zh", "en"), load_weights("de", "fr")


@pytest.mark.parametrize(("source", "target"), [("en", "zh"), ("zh-Hant", "en-GB"), ("ZH", "en")])
def test_chinese_and_english_have_their_own_either_way(source: str, target: str) -> None:
    assert load_weights(source, target) == LEARNT


@pytest.mark.parametrize(("source", "target"), [("zh", "fr"), ("ja", "en"), ("en", "en"), ("", "")])
def test_any_two_others_have_the_same(source: str, target: str) -> None:
    assert load_weights(source, target) == OTHERS != LEARNT


def test_both_know_the_same_features() -> None:
    assert LEARNT.sentences.keys() == OTHERS.sentences.keys()
    assert LEARNT.clauses.keys() == OTHERS.clauses.keys()
    assert LEARNT.paragraphs == OTHERS.paragraphs


def test_those_of_any_two_languages_do_not_know_which_is_the_source() -> None:
    for weights in (OTHERS.sentences, OTHERS.clauses):
        assert all(weights[name] == 0 for name in ONE_WAY)
        for name, image in MIRRORED.items():
            assert weights.get(name) == weights.get(image)
    assert LEARNT.clauses["deletion"] != LEARNT.clauses["insertion"]


def test_the_aligner_takes_those_of_its_languages() -> None:
    encoder = UseMultilingual()
    german, english = plain_side(["Ja."], "de", encoder), plain_side(["Yes."], "en", encoder)
    assert Aligner(german, english).weights == OTHERS
    assert Aligner(plain_side(["是。"], "zh-CN", encoder), english).weights == LEARNT
