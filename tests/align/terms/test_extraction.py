"""Terms of whole texts: 67/58 against what a terminologist would keep, and odd memories."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from align.terms import Entry, Options
from tests.align.terms.texts import gold, gold_of, pairs, resolution, resolution_terms, terms

LEAST_IN_FIRST_40 = 32
"""Of the first 40 so many are on the list; a second reading finds more of them right."""


def found(entries: Sequence[Entry]) -> dict[str, str]:
    return {entry.text: entry.translations[0].text for entry in entries}


def test_67_58_gives_what_a_terminologist_keeps() -> None:
    entries = resolution_terms()
    hits = [gold_of(entry) for entry in entries]
    assert sum(hit is not None for hit in hits[:40]) >= LEAST_IN_FIRST_40
    recalled = {hit for hit in hits[:100] if hit is not None}
    assert len(recalled) >= 0.8 * len(gold())
    first = found(entries[:25])
    assert first["国际追查文书"] == "International Tracing Instrument"
    assert first["行动纲领执行支助系统"] == "Programme of Action Implementation Support System"
    assert [entry.score for entry in entries] == sorted(
        (entry.score for entry in entries), reverse=True
    )
    assert all(0 <= entry.score <= 1 for entry in entries)


def test_the_same_text_gives_the_same_terms() -> None:
    assert tuple(terms(list(resolution()))) == resolution_terms()


def test_short_forms_are_told() -> None:
    short = {entry.text: entry.short_for for entry in resolution_terms() if entry.short}
    assert short == {"国际追查文书": "使各国能够及时和可靠地识别和追查非法小武器和轻武器的国际文书"}


def test_acronyms_are_told_with_their_long_forms() -> None:
    texts = (
        ("世界卫生组织(WHO)发表报告", "The World Health Organization (WHO) published a report"),
        ("WHO支持各国", "WHO supports States"),
    )
    entry = next(entry for entry in terms(pairs(texts)) if entry.text == "WHO")
    assert entry.short_for == "世界卫生组织"
    assert entry.translations[0].text == "WHO"
    assert entry.translations[0].short


def test_wrong_pairs_cost_little() -> None:
    whole = list(resolution())
    right = sum(gold_of(entry) is not None for entry in resolution_terms()[:40])
    kept = []
    for seed in range(3):
        wrong = random.Random(seed).sample(range(len(whole)), len(whole) * 3 // 10)
        damaged = list(whole)
        for place, other in zip(wrong, [*wrong[1:], wrong[0]], strict=True):
            damaged[place] = replace(whole[place], target=whole[other].target)
        first = terms(damaged)[:40]
        kept.append(sum(gold_of(entry) is not None for entry in first))
        names = {damaged[place].name for place in wrong}
        lone = [entry for entry in first if entry.units == 1]
        assert sum(entry.examples[0].unit in names for entry in lone) <= 1
    assert sum(kept) / len(kept) >= right - 0.1 * 40


@pytest.mark.parametrize(
    "texts",
    [
        (),
        (("", ""),),
        (("大会", ""),),
        (("。", "."),),
        (("12", "12"),),
    ],
)
def test_where_there_is_no_term_none_is_found(texts: tuple[tuple[str, str], ...]) -> None:
    assert terms(pairs(texts)) == []


def test_one_word_is_a_term() -> None:
    assert found(terms(pairs((("裁军", "disarmament"),)))) == {"裁军": "disarmament"}


def test_one_unit_gives_its_terms() -> None:
    entries = terms(pairs((("临时议程获得通过", "The provisional agenda was adopted"),)))
    assert found(entries)["临时议程"] == "provisional agenda"


def test_units_that_are_all_alike_give_the_terms_of_one() -> None:
    entries = terms(pairs((("临时议程获得通过", "The provisional agenda was adopted"),) * 30))
    assert found(entries)["临时议程"] == "provisional agenda"
    assert entries[0].units == 30


def test_a_text_without_chinese_gives_terms_by_statistics() -> None:
    texts = (
        ("le commerce illicite des armes légères", "the illicit trade in small arms"),
        ("lutter contre le commerce illicite", "combat the illicit trade"),
        ("le rapport national sur les armes légères", "the national report on small arms"),
        ("ce rapport national", "this national report"),
    )
    entries = found(terms(pairs(texts, ("fr", "en")), ("fr", "en")))
    assert entries["commerce illicite"] == "illicit trade"
    assert entries["rapport national"] == "national report"


def test_traditional_characters_give_terms_as_simplified_ones_do() -> None:
    simplified = (
        ("执行国家报告", "implement the national report"),
        ("国家报告的内容", "the contents of the national report"),
        ("这份国家报告", "this national report"),
    )
    traditional = (
        ("執行國家報告", "implement the national report"),
        ("國家報告的內容", "the contents of the national report"),
        ("這份國家報告", "this national report"),
    )
    assert found(terms(pairs(simplified)))["国家报告"] == "national report"
    languages = ("zh-Hant", "en")
    assert found(terms(pairs(traditional, languages), languages))["國家報告"] == "national report"


@pytest.mark.parametrize("languages", [("zh-Hant", "zh-Hans"), ("zh-Hans", "zh-Hant")])
def test_traditional_characters_are_paired_with_simplified_ones(
    languages: tuple[str, str],
) -> None:
    texts = (
        ("執行國家報告", "执行国家报告"),
        ("國家報告的內容", "国家报告的内容"),
        ("這份國家報告", "这份国家报告"),
        ("裁軍事務廳提交報告", "裁军事务厅提交报告"),
        ("各國支持裁軍事務廳", "各国支持裁军事务厅"),
    )
    sides = 1 if languages[0] == "zh-Hant" else -1
    entries = found(terms(pairs(tuple(both[::sides] for both in texts), languages), languages))
    for wanted in (("國家報告", "国家报告"), ("裁軍事務廳", "裁军事务厅")):
        source, target = wanted[::sides]
        assert entries[source] == target


def test_units_of_many_characters_are_left_out_with_a_warning(
    caplog: pytest.LogCaptureFixture,
) -> None:
    texts = (("裁军" * 1001, "disarmament"), ("裁军", "disarmament"))
    (entry,) = terms(pairs(texts))
    assert entry.count == 1
    assert "units of more than 2,000 characters, whose terms are not looked for: 1" in caplog.text


def test_inconsistent_use_is_counted() -> None:
    texts = (
        ("行动纲领获得通过", "The Programme of Action was adopted"),
        ("行动纲领很好", "The Programme of Action is good"),
        ("关于行动纲领的问题", "on the Programme of Action"),
        ("实施行动纲领", "carry out the Action Programme"),
        ("审查行动纲领", "review of the Action Programme"),
    )
    entry = next(entry for entry in terms(pairs(texts)) if entry.text == "行动纲领")
    assert entry.use == "Programme of Action 3, Action Programme 2"
    assert not entry.consistent


def test_plurals_are_forms_and_no_further_translation() -> None:
    entry = next(entry for entry in terms(pairs()) if entry.text == "国家报告")
    assert entry.use == "national report 2"
    assert {form.text for form in entry.translations[0].forms} == {
        "national report",
        "national reports",
    }


def test_options() -> None:
    texts = pairs()
    assert all(
        entry.count >= 2 for entry in terms(texts, options=Options(min_count=2)) if entry.units > 1
    )
    stopped = terms(texts, options=Options(stop=frozenset({"national report", "临时议程"})))
    assert not {"国家报告", "临时议程"} & found(stopped).keys()


def test_examples_say_where_a_term_stands() -> None:
    entry = next(entry for entry in terms(pairs()) if entry.text == "裁军事务厅")
    for example in entry.examples:
        assert example.document == "m.tmx"
        assert example.source[slice(*example.source_span)] == "裁军事务厅"
        assert example.target[slice(*example.target_span)] == "Office for Disarmament Affairs"
    assert [example.unit for example in entry.examples] == ["unit 1", "unit 2"]
