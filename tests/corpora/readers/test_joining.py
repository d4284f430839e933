"""What stands between two lines of one paragraph."""

import pytest

from corpora.readers.joining import Joiner

JOINED = [
    (["the General", "Assembly"], "the General Assembly"),
    (["大会", "决议"], "大会决议"),
    (["大会，", "“决议”"], "大会，“决议”"),
    (["决议”", "大会"], "决议”大会"),
    (["第66/47号", "A决议"], "第66/47号A决议"),
    (["  a ", "", "\u3000b"], "a b"),
    (["self-", "determination"], "self-determination"),
    (["A/67/L.", "35"], "A/67/L. 35"),
    (["1990-", "2000"], "1990-2000"),
    (["inter\u00ad", "national"], "international"),
    (["para\u00adgraph"], "paragraph"),
]


@pytest.mark.parametrize(("lines", "text"), JOINED)
def test_lines_are_joined(lines: list[str], text: str) -> None:
    assert Joiner.of(lines).join(lines) == text


def test_a_document_that_sets_spaces_around_numbers_gets_them_between_lines_too() -> None:
    spaced = ["2012 年 12 月 3 日第", "66 号"]
    assert Joiner.of(spaced).join(spaced) == "2012 年 12 月 3 日第 66 号"
    tight = ["2012年12月3日第", "66号"]
    assert Joiner.of(tight).join(tight) == "2012年12月3日第66号"


HYPHENS = [
    (["co-", "operation of", "cooperation"], False, "cooperation of cooperation"),
    (["co-", "operation of", "co-operation"], True, "co-operation of co-operation"),
    (["inter-", "national"], True, "international"),
    (["inter-", "national"], False, "inter-national"),
    (["contri-", "butions"], False, "contributions"),
    (["the Inter-", "national", "contri-", "butions"], False, "the International contributions"),
    (["the Inter-", "National", "contri-", "butions"], False, "the Inter-National contributions"),
    (
        ["of self-", "determination", "contri-", "butions"],
        False,
        "of self-determination contributions",
    ),
    (["a long-", "term plan", "contri-", "butions"], False, "a long-term plan contributions"),
    (["a sub-", "item of", "contri-", "butions"], False, "a sub-item of contributions"),
    (
        ["co-", "operation", "contri-", "butions co-operation"],
        False,
        "co-operation contributions co-operation",
    ),
    (["the co-", "operation of"], False, "the co-operation of"),
    (["the wet-", "lands of"], False, "the wet-lands of"),
    (["a Zubli-", "kovian word"], False, "a Zubli-kovian word"),
    (["Franco-", "German"], True, "Franco-German"),
    (["a first-", "class ticket", "the first class"], True, "a first-class ticket the first class"),
    (["of imple-", "mentation of", "it"], True, "of implementation of it"),
    (["he under-", "stands it", "under stands"], True, "he understands it under stands"),
    (["to re-", "port", "re port"], True, "to report re port"),
    (["several medium-", "sized parks"], True, "several medium-sized parks"),
    (["of piece-", "moulds of clay", "a mould"], True, "of piece-moulds of clay a mould"),
    (["the transla-", "tion of it"], True, "the translation of it"),
    (["a photoelectro-", "chemical cell"], True, "a photoelectrochemical cell"),
    (["all work-", "shops", "work in shops"], True, "all workshops work in shops"),
    (["the co-", "chairs of"], True, "the co-chairs of"),
    (["the co-", "chairs of", "contri-", "butions"], True, "the cochairs of contributions"),
    (["the north-", "west of"], True, "the north-west of"),
    (["the north-", "west of", "contri-", "butions"], True, "the northwest of contributions"),
    (["an oil-", "based paint", "contri-", "butions"], True, "an oil-based paint contributions"),
]


COMPOUNDS = [
    (["an eight-", "year-old girl"], "an eight-year-old girl"),
    (["an eight-year-", "old girl"], "an eight-year-old girl"),
    (["a twenty-", "one-year-old"], "a twenty-one-year-old"),
    (["a twenty-one-", "year-old"], "a twenty-one-year-old"),
    (["the state-of-", "the-art desk"], "the state-of-the-art desk"),
    (["the state-", "of-the-art desk"], "the state-of-the-art desk"),
    (["the day-to-", "day work"], "the day-to-day work"),
    (["a five-a-", "side game"], "a five-a-side game"),
]


@pytest.mark.parametrize(("lines", "text"), COMPOUNDS)
@pytest.mark.parametrize("hyphenates", [True, False])
@pytest.mark.parametrize("other", ["word", "divi-ded"])
def test_a_compound_of_three_words_keeps_its_hyphens(
    lines: list[str], text: str, hyphenates: bool, other: str
) -> None:
    other_lines = other.replace("-", "-\n").splitlines()
    joiner = Joiner.of([*lines, *other_lines], hyphenates=hyphenates)
    assert joiner.join(lines) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a non-govern-", "mental body"], "a non-governmental body"),
        (["an inter-", "national-level body"], "an international-level body"),
        (["a non-in-", "vasive test"], "a non-invasive test"),
    ],
)
def test_a_word_inside_a_compound_loses_the_hyphen_that_its_format_broke_it_with(
    lines: list[str], text: str
) -> None:
    assert Joiner.of(lines, hyphenates=True).join(lines) == text


@pytest.mark.parametrize(("lines", "hyphenates", "text"), HYPHENS)
def test_a_hyphen_goes_only_where_the_document_or_its_format_says_so(
    lines: list[str], hyphenates: bool, text: str
) -> None:
    assert Joiner.of(lines, hyphenates=hyphenates).join(lines) == text
