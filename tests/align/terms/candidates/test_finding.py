"""Candidates: what a text gives by its statistics and by light grammar."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from align.terms.candidates import Candidates, Mark, find_candidates
from align.terms.candidates.roles import Role, listed_roles, role_of_ending, role_of_tag


def by_text(texts: Sequence[str], language: str, min_count: int = 1) -> dict[str, int]:
    found = find_candidates(texts, language, min_count)
    return {found.usual(place): place for place in range(len(found))}


def candidates(texts: Sequence[str], language: str, min_count: int = 1) -> Candidates:
    return find_candidates(texts, language, min_count)


def test_the_text_itself_decides_what_is_one_chinese_term() -> None:
    texts = ["执行《国际追查文书》的情况", "关于国际追查文书的报告", "各国与《国际追查文书》"]
    found = candidates(texts, "zh-CN", 2)
    places = by_text(texts, "zh-CN", 2)
    whole = places["国际追查文书"]
    assert found.counts[whole] == 3
    assert found.marks[whole] & Mark.TITLE
    assert found.alone[whole] == 1
    assert found.free[whole] == 1
    assert found.alone[places["追查文书"]] == 0  # it stands only inside the whole


def test_plurals_and_capitals_are_forms_of_one_candidate() -> None:
    found = candidates(["A national report.", "National reports came.", "national reports"], "en")
    place = by_text(["A national report.", "National reports came.", "national reports"], "en")
    forms = found.forms(place["national report"])
    assert forms == {"national report": 1, "National reports": 1, "national reports": 1}


def test_chinese_ands_are_forms_of_one_candidate() -> None:
    found = candidates(["国际合作和援助", "国际合作与援助"], "zh")
    assert any(
        set(found.forms(place)) == {"国际合作和援助", "国际合作与援助"}
        for place in range(len(found))
    )


@pytest.mark.parametrize(
    ("language", "text", "absent"),
    [
        ("en", "the report of the committee", "of the committee"),
        ("en", "They will submit reports", "will submit"),
        ("zh", "国家的报告", "的报告"),
        ("zh", "他的报告", "他的报告"),
        ("en", "on 3 December 2012 the plan", "December 2012"),
        ("en", "States furnish information", "furnish information"),
        ("en", "treaties registered with the Secretariat", "registered with the Secretariat"),
        ("en", "matters of international economic relations", "international economic"),
        ("en", "international economic, social and related problems", "international economic"),
        ("en", "the method of selecting its President", "selecting its President"),
        ("en", "without alteration or amendment", "alteration or amendment"),
        ("zh", "更改或修正", "更改或修正"),
        ("zh", "全体人类之人权", "人类之人权"),
        ("zh", "联合国各会员国政府", "联合国各会员国政府"),
        ("zh", "安全理事会全体常任理事国", "安全理事会全体常任理事国"),
        ("zh", "安全理事会所负责任", "安全理事会所负"),
        ("zh", "大会、理事会、委员会和秘书处", "大会、理事会、委员会和秘书处"),
    ],
)
def test_grammar_leaves_out(language: str, text: str, absent: str) -> None:
    assert absent not in by_text([text], language)


@pytest.mark.parametrize(
    ("language", "text", "present"),
    [
        ("en", "the Group of Governmental Experts met", "Group of Governmental Experts"),
        ("en", "an open-ended meeting", "open-ended meeting"),
        ("en", "degrading treatment or punishment", "degrading treatment or punishment"),
        ("zh", "受影响的国家", "受影响的国家"),
        ("zh", "尊重人类之人权", "人类之人权"),
        ("zh", "小武器和轻武器", "小武器和轻武器"),
        ("fr", "le rapport de la commission", "rapport de la commission"),
        ("ja", "軍縮 会議 軍縮 会議", "軍縮"),
    ],
)
def test_candidates_are_found(language: str, text: str, present: str) -> None:
    assert present in by_text([text], language)


def test_a_long_title_with_commas_is_found_wherever_it_stands() -> None:
    title = "Programme to Prevent, Combat and End Trade"
    texts = [f"the {title} was adopted", f"under the {title} we"]
    found = candidates(texts, "en")
    place = by_text(texts, "en")[title]
    assert found.counts[place] == 2
    assert found.marks[place] & Mark.NAME


def test_a_name_may_begin_with_any_word_but_a_verb_that_begins_a_sentence() -> None:
    found = by_text(["after the Second World War", "Reaffirm World Peace"], "en")
    assert "Second World War" in found
    assert "Reaffirm World Peace" not in found


def test_no_candidate_that_recurs_ends_with_an_adjective_before_what_it_belongs_to() -> None:
    texts = ["international economic cooperation", "international economic and social aid"]
    assert "international economic" not in by_text(texts, "en", 2)


def test_a_general_word_is_weak_by_itself_and_not_in_a_term() -> None:
    texts = ["provisional reports", "reports"]
    found, places = candidates(texts, "en"), by_text(texts, "en")
    assert found.weak[places["reports"]] == 2
    assert found.weak[places["provisional reports"]] == 0


def test_a_single_character_is_weak_by_itself() -> None:
    texts = ["英文", "中、英"]
    found, places = candidates(texts, "zh"), by_text(texts, "zh")
    assert found.weak[places["英"]] == 2
    assert found.weak[places["英文"]] == 0


def test_an_occurrence_never_reaches_over_two_units() -> None:
    found = candidates(["the Big", "Plan, the Big Plan, End"], "en")
    for candidate in range(len(found)):
        for unit, start, end in found.spans(candidate):
            assert 0 <= start < end <= len(found.texts[unit])


def test_no_text_has_no_candidates() -> None:
    assert len(candidates(["", "—", "12"], "en")) == 0


def test_listed_words_and_tags_have_roles() -> None:
    assert listed_roles("en")["of"] is Role.LINK
    assert listed_roles("en")["and"] is Role.JOIN
    assert listed_roles("en")["furnishes"] is listed_roles("en")["apply"] is Role.BREAK
    assert listed_roles("en")["applies"] is Role.BREAK
    assert listed_roles("en")["administering"] is listed_roles("en")["occurring"] is Role.QUALIFIER
    assert listed_roles("en")["reports"] is listed_roles("zh")["措施"] is Role.GENERAL
    assert listed_roles("zh")["鼓励"] is Role.WEAK
    assert listed_roles("xx") == {}
    assert role_of_tag("n") is role_of_tag("vn") is Role.CONTENT
    assert role_of_tag("v") is Role.VERB
    assert role_of_ending("freely") is Role.WEAK
    assert role_of_ending("legal") is Role.QUALIFIER
    assert role_of_tag("uj") is Role.LINK
    assert role_of_tag("r") is Role.BREAK
    assert role_of_ending("regional") is Role.QUALIFIER
    assert role_of_ending("report") is Role.CONTENT


def test_marked_ones_may_have_to_stand_in_several_units() -> None:
    texts = ["it met in the Hague Conference", "in the Hague Conference", "to the Vienna Congress"]
    names = {"Hague Conference", "Vienna Congress"}
    for least, expected in ((1, names), (2, {"Hague Conference"})):
        found = find_candidates(texts, "en", 3, least)
        assert {found.usual(place) for place in range(len(found))} & names == expected
