"""Runs that are cut from a clause or from a longer phrase are no candidates."""

from __future__ import annotations

import pytest

from align.terms.candidates import find_candidates


def found(texts: list[str], language: str, min_count: int = 1) -> set[str]:
    side = find_candidates(texts, language, min_count)
    return {side.usual(place) for place in range(len(side))}


@pytest.mark.parametrize(
    ("language", "text", "cut"),
    [
        ("zh", "以可决票表决", "决票"),
        ("zh", "关于非自治领土的宣言", "自治领土"),
        ("zh", "联合国各会员国政府派代表", "会员国政府"),
        ("zh", "使与联合国发生关系", "联合国发生关系"),
        ("zh", "各国将批准书交存秘书处", "批准书交存"),
        ("zh", "理事会包括常任理事国", "常任理事"),
        ("zh", "各会员国担允采取共同行动", "会员国担允"),
        ("zh", "确立方法，以保证和平", "确立方法"),
        ("zh", "在领土内维持法律与秩序", "维持法律"),
        ("zh", "对新会员国加入联合国之准许", "会员国加入联合国"),
        ("en", "a specially qualified person", "qualified person"),
        ("en", "those Members administering territories", "administering territories"),
        ("en", "areas not administering territories", "administering territories"),
        ("en", "the admission of new Members to the Organization", "Members to the Organization"),
        ("en", "to practice tolerance and peace", "practice tolerance"),
        ("en", "the maintenance of law and order", "maintenance of law"),
        ("en", "decisions of Article 36", "decisions of Article"),
        ("en", "consult the Council with regard to it", "Council with regard"),
        ("en", "such countries mentioned by name in it", "countries mentioned by name"),
        ("en", "those Members administering territories", "Members administering territories"),
        ("en", "the highest standards", "highest standards"),
        ("en", "the independent exercise of their functions", "independent exercise"),
        ("en", "see annex and table", "see annex"),
    ],
)
def test_a_piece_of_a_clause_is_left_out(language: str, text: str, cut: str) -> None:
    assert cut not in found([text], language)


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("zh", "关于非政府组织的宣言", "非政府组织"),
        ("zh", "议定本联合国宪章", "联合国宪章"),
        ("zh", "单独或集体自卫之权利", "集体自卫"),
        ("zh", "第十七章：过渡安全办法", "过渡安全办法"),
        ("zh", "推选主席", "推选主席"),
        ("en", "an exclusively international character", "international character"),
        ("en", "the administering authority", "administering authority"),
        ("en", "the right to education", "right to education"),
        ("en", "threats to the peace", "threats to the peace"),
        ("en", "rules of procedure and other matters", "rules of procedure"),
        ("en", "the Article 36", "Article"),
    ],
)
def test_what_is_whole_is_kept(language: str, text: str, whole: str) -> None:
    assert whole in found([text], language)


def test_what_mostly_stands_behind_a_determiner_takes_it_along() -> None:
    texts = ["本组织", "本组织会员国", "在本组织", "通知本组织秘书长", "专门组织"]
    assert "组织秘书长" not in found(texts, "zh")
    assert "秘书长" in found(texts, "zh")


def test_a_clause_that_is_turned_into_a_noun_is_none() -> None:
    texts = ["负有国际责任者，应报告", "国际责任", "责任"]
    assert "国际责任者" not in found(texts, "zh")
    assert "消费者" in found(["保护消费者，应报告"], "zh")


def test_a_name_that_to_goes_on_from_another_word_is_none() -> None:
    side = find_candidates(["the admission of new Members to the United Nations"], "en", 1)
    assert "Members to the United Nations" not in {side.usual(at) for at in range(len(side))}
    text = "the Permanent Mission of China to the United Nations"
    assert "Permanent Mission of China to the United Nations" in found([text], "en")


def test_what_recurs_is_not_held_against_the_grammar_of_rare_runs() -> None:
    assert "maintenance of law" in found(["the maintenance of law and order"] * 2, "en", 2)
