"""Words cut from a text: where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.terms.words import Tokeniser, tokenise, words_of


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("The state’s well-known plan, 1,000.5 t.", "en",
         "The|state|’s|well-known|plan|,|1,000.5|t|."),
        ("Don't re-open A/RES/67/58 (U.N.)", "en", "Don't|re-open|A/RES/67/58|(|U.N.|)"),
        ("L'assemblée générale d’aujourd'hui", "fr", "L'|assemblée|générale|d’|aujourd'hui"),
        ("大会2012年通过ABC《文书》。", "zh-CN", "大会|2012|年|通过|ABC|《|文书|》|。"),
        ("小武器和轻武器", "zh-CN", "小|武器|和|轻武器"),
        ("小武器和輕武器非法貿易", "zh-TW", "小|武器|和|輕|武器|非法|貿易"),
        ("the word 文书 here", "en", "the|word|文书|here"),
        ("武器", "ja", "武|器"),
        ("", "en", ""),
        (" \t\n", "zh-CN", ""),
        ("हिन्दी में", "hi", "हिन्दी|में"),
    ],
)  # fmt: skip
def test_words_and_marks_stand_alone(text: str, language: str, words: str) -> None:
    assert words_of(text, language) == (words.split("|") if words else [])


@pytest.mark.parametrize(
    ("language", "whole"),
    [("zh-HK", True), ("zh_Hant", True), ("zh-Hans-HK", False), ("zh-CN", False), ("", False)],
)
def test_words_in_traditional_characters_are_guessed(language: str, whole: bool) -> None:
    assert words_of("貿易", language) == (["貿易"] if whole else ["貿", "易"])


def test_a_document_may_have_words_of_its_own() -> None:
    text = "国际追查文书的执行"
    assert (0, 6) not in tokenise(text, "zh-CN")
    assert Tokeniser(["国际追查文书"]).spans(text, "zh-CN")[0] == (0, 6)
    assert (0, 6) not in tokenise(text, "zh-CN")  # the common dictionary has not learnt it


@given(st.text(), st.sampled_from(["zh-CN", "zh-TW", "en", "ja", "de"]))
def test_spans_hold_all_but_white_space_in_order(text: str, language: str) -> None:
    spans = tokenise(text, language)
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())
    ends = [0, *(end for _, end in spans)]
    assert all(before <= start < end for before, (start, end) in zip(ends, spans, strict=False))


PIECES = st.sampled_from([*"中国貿易的l'’s.-/ \u3000\x1c1U,é", "don't", "abc"])


@given(
    st.one_of(st.text(), st.lists(PIECES).map("".join)),
    st.sampled_from(["zh-CN", "zh-TW", "en", "ja", "de"]),
)
def test_words_are_what_the_spans_hold(text: str, language: str) -> None:
    spans = tokenise(text, language)
    assert words_of(text, language) == [text[start:end] for start, end in spans]
