"""Names that a comma parts are told from names that hold one."""

from __future__ import annotations

import pytest

from align.terms.candidates.enumerations import without_enumerations
from align.terms.candidates.marking import Marked
from align.terms.candidates.names import Mark
from align.terms.candidates.tokens import GAP, tokenize

PARTIES = ["it binds Party A", "notice given to Party B"]
AGENCY = "they met in the United Nations Educational, Scientific and Cultural Organization"


def _marked(texts: list[str]) -> dict[str, Mark]:
    tokens = tokenize(texts, "en")
    found = without_enumerations(tokens, Marked.of(tokens, texts, "en"))
    return {
        " ".join(tokens.words[word] if word != GAP else "," for word in run): Mark(mark)
        for run, mark in zip(*found.gathered(tokens), strict=True)
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("under the Labour Law, Party A and Party B agree", ["labour law"]),
        ("signed by Bright Optics, and Party B", ["bright optics"]),
        ("sold to Mr Low, Party A, Mr Fong, Mrs Ho", ["mr low", "mr fong", "mrs ho"]),
        ("sold to Bright Optics Co., Ltd, Party A", ["bright optics co , ltd"]),
        ("under the Labour Law, Rules and Regulations", ["labour law , rules and regulations"]),
        ("under the Labour Law, Rules and Party B agree", ["labour law , rules and party b"]),
        (AGENCY, ["united nations educational , scientific and cultural organization"]),
        ("made by Bright Optics Co., Ltd", ["bright optics co , ltd"]),
    ],
)
def test_names_behind_a_comma_are_apart_if_they_stand_by_themselves(
    text: str, names: list[str]
) -> None:
    assert _marked([text, *PARTIES]) == dict.fromkeys([*names, "party a", "party b"], Mark.NAME)


def test_without_another_place_the_name_is_one() -> None:
    assert list(_marked(["under the Labour Law, Party A and Party B agree"])) == (
        ["labour law , party a and party b"]
    )


def test_a_quotation_stays_whole() -> None:
    found = _marked(['called "Labour Law, Party A"', *PARTIES])
    assert found["labour law , party a"] == Mark.QUOTED
