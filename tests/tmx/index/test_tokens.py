"""Text is cut into words, characters of scripts without spaces, and signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmx.index.tokens import fold, folded_tokens, joined, searchable, tokenise, tokens_and_terms


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The General Assembly,", ["the", "general", "assembly", ","]),
        ("大会决议", ["大", "会", "决", "议"]),
        ("第67/58号决议", ["第", "67", "/", "58", "号", "决", "议"]),
        ("COVID-19疫苗", ["covid", "-", "19", "疫", "苗"]),
        ("don’t", ["don't"]),
        ("1,000.5 km", ["1,000.5", "km"]),
        ("ＡＢＣ，１２", ["abc", ",", "12"]),
        ("“quoted”", ['"', "quoted", '"']),
        ("cafe\u0301 café", ["café", "café"]),
        ("कि", ["कि"]),
        ("ภาษา", ["ภ", "า", "ษ", "า"]),
        ("𠀀𰀀", ["𠀀", "𰀀"]),
        ("한국어 번역", ["한국어", "번역"]),
        ("a\u3000b\n c", ["a", "b", "c"]),
        ("¨", ["\u0308"]),
        ("   ", []),
        ("", []),
    ],
)
def test_the_tokens_of_a_text(text: str, tokens: list[str]) -> None:
    assert folded_tokens(text) == tokens


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("大会", "大会 会"),
        ("会", "会"),
        ("联合国大会", "联合 合国 国大 大会 会"),
        ("大会，决议", "大会 会 决议 议"),
        ("大会 决议", "大会 会 决议 议"),
        ("用COVID疫苗", "用 covid 疫苗 苗"),
        ("Don't (ever) stop!", "don't ever stop"),
        ("!?。", ""),
    ],
)
def test_the_terms_of_a_text(text: str, terms: str) -> None:
    assert " ".join(tokens_and_terms(text)[1]) == terms


@given(st.text())
def test_all_ways_of_cutting_agree(text: str) -> None:
    tokens = tokenise(text)
    folded, terms = tokens_and_terms(text)
    assert [token.folded for token in tokens] == folded == folded_tokens(text)
    assert len(terms) == len(searchable(tokens))
    assert not any(term.split() != [term] for term in terms)


@given(st.text())
def test_tokens_cover_all_but_white_space(text: str) -> None:
    tokens = tokenise(text)
    assert "".join(text[token.start : token.end] for token in tokens) == "".join(text.split())
    assert all(fold(text[token.start : token.end]) == token.folded for token in tokens)


def test_only_characters_side_by_side_are_joined() -> None:
    first, second, third = tokenise("大会 决")
    assert (joined(first, second), joined(second, third)) == (True, False)
