"""Runs that slipped are told, unit by unit; whatever is right, or wrong in another way, is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.quality.checking import check_pairs
from align.quality.checks import shift
from align.quality.checks.fit import form_evidence, gist_of, word_evidence
from align.quality.pairs import UnitPair
from tests.align.quality.pairs import pair

WORDS = [
    ("大会重申其以往的决议。", "The General Assembly reaffirms its previous resolutions."),
    ("会议在日内瓦举行。", "The meeting was held in Geneva."),
    (
        "秘书长应当就保护妇女和儿童的措施提交一份全面报告。",
        "The Secretary-General should submit a comprehensive report on the measures for the"
        " protection of women and children.",
    ),
    ("谢谢。", "Thank you."),
    (
        "各国政府和民间社会组织继续合作，消除农村地区的贫穷和饥饿。",
        "Governments and civil society organizations continue to cooperate in eradicating poverty"
        " and hunger in rural areas.",
    ),
    ("水资源不足。", "Water resources are insufficient."),
    (
        "工作组审议了关于海洋环境污染的报告草稿，并通过了结论和建议。",
        "The Working Group considered the draft report on the pollution of the marine environment,"
        " and adopted conclusions and recommendations.",
    ),
    ("审判已经开始。", "The trial has begun."),
]
MEETINGS = [(f"第{number}次会议", f"{number}th meeting") for number in range(11, 19)]


def numbered(texts: list[tuple[str, str]]) -> list[UnitPair]:
    return [replace(pair(*both), number=at) for at, both in enumerate(texts, start=1)]


def slipped(texts: list[tuple[str, str]], step: int) -> list[UnitPair]:
    """Give each source the target of the text so many places behind it."""
    places = [at for at in range(len(texts)) if 0 <= at + step < len(texts)]
    return numbered([(texts[at][0], texts[at + step][1]) for at in places])


def told(pairs: list[UnitPair]) -> list[int]:
    return [found.number for _, found in check_pairs(pairs, shift.CHECKS)]


@pytest.mark.parametrize("step", [-1, 1])
@pytest.mark.parametrize("texts", [WORDS, MEETINGS], ids=["words", "figures"])
def test_a_run_that_has_slipped_is_told_at_each_of_its_units(
    texts: list[tuple[str, str]], step: int
) -> None:
    found = told(slipped(texts, step))
    assert len(found) >= len(texts) - 3
    assert found == sorted(set(found))


@pytest.mark.parametrize("step", [-1, 1])
def test_a_run_ends_where_the_targets_are_in_their_places_again(step: int) -> None:
    wrong = slipped(WORDS, step)
    pairs = [*numbered(MEETINGS), *wrong, *numbered(WORDS), *numbered(MEETINGS)]
    pairs = [replace(item, number=at) for at, item in enumerate(pairs, start=1)]
    first = len(MEETINGS) + 1
    found = told(pairs)
    assert found and first <= found[0] and found[-1] < first + len(wrong)


@pytest.mark.parametrize(("step", "where"), [(-1, "behind"), (1, "before")])
def test_where_the_translation_stands_is_said(step: int, where: str) -> None:
    messages = {found.message for _, found in check_pairs(slipped(WORDS, step), shift.CHECKS)}
    assert messages == {f"its translation seems to stand in the target {where} it"}


def test_languages_without_a_dictionary_are_told_by_figures_and_lengths() -> None:
    years = [(f"im Jahr {year}", f"en l'an {year}") for year in range(1990, 2000)]
    languages = ("de", "fr")
    right = [pair(*both, languages) for both in years]
    wrong = [pair(years[at][0], years[at + 1][1], languages) for at in range(9)]
    assert told(right) == []
    assert len(told(wrong)) >= 7


RIGHT = {
    "in their places": WORDS,
    "figures in their places": MEETINGS,
    "one wrong number": [("第11次", "11th"), ("第12次", "11th"), ("第13次", "13th")],
    "two that changed places": [
        WORDS[0],
        (WORDS[2][0], WORDS[1][1]),
        (WORDS[1][0], WORDS[2][1]),
        *WORDS[3:],
    ],
    "one unit over and over": [WORDS[0]] * 50,
    "units with one text on a side": [(source, WORDS[0][1]) for source, _ in WORDS],
    "several targets of one source": [(WORDS[0][0], target) for _, target in WORDS],
    "no targets": [(source, "") for source, _ in WORDS],
    "each side alone": [
        texts for source, target in WORDS for texts in ((source, ""), ("", target))
    ],
    "texts of any other place": [(WORDS[at][0], WORDS[(at * 3 + 4) % 8][1]) for at in range(8)],
    "short and long by turns": [
        ("大会决定如下" * 9, "What is decided is the following, " * 7) if at % 2 else ("年", "Year")
        for at in range(9)
    ],
    "no words": [("1", "1"), ("—", "—"), ("2", "2"), ("…", "...")] * 5,
}


@pytest.mark.parametrize("texts", RIGHT.values(), ids=RIGHT.keys())
def test_what_did_not_slip_is_not_told(texts: list[tuple[str, str]]) -> None:
    assert told(numbered(texts)) == []


def test_a_translation_fits_its_source_better_than_its_neighbours() -> None:
    for source, target in WORDS:
        one = pair(source, target)
        own = form_evidence(gist_of(one.source), gist_of(one.target))
        for _, other in WORDS:
            if other != target:
                near = pair(source, other)
                form = form_evidence(gist_of(near.source), gist_of(near.target))
                words = word_evidence(*one.sides) - word_evidence(*near.sides)
                assert own - form + words > 0
