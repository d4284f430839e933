"""The parts of a resolution, in both languages and both Chinese scripts."""

import re

import pytest

from tests.corpora.structure.structure_samples import (
    kinds_of,
    numbers_of,
    read_lines,
    structure_of,
    traditional,
)

ENGLISH, CHINESE = "un-67-58/en.working.txt", "un-67-58/zh.wikisource.txt"
KINDS = {"title": 1, "chapeau": 1, "preambular": 15, "operative": 21, "signature": 2}


def _lines(version: str) -> tuple[list[str], str]:
    lines = read_lines(ENGLISH if version == "en" else CHINESE)
    if version == "zh-TW":
        return [traditional(line) for line in lines], version
    return lines, version


@pytest.mark.parametrize("version", ["en", "zh-CN", "zh-TW"])
def test_67_58_has_all_its_parts_with_their_numbers(version: str) -> None:
    paragraphs = structure_of(*_lines(version))
    kinds = [str(paragraph.kind) for paragraph in paragraphs]
    assert {kind: kinds.count(kind) for kind in KINDS} == KINDS
    assert set(kinds) - set(KINDS) == ({"heading"} if version == "en" else {"boilerplate"})
    operative = [paragraph.number for paragraph in paragraphs if paragraph.kind == "operative"]
    assert operative == [str(number) for number in range(1, 22)]
    assert all(not paragraph.number for paragraph in paragraphs if paragraph.kind == "boilerplate")


@pytest.mark.parametrize("version", ["en", "zh-CN", "zh-TW"])
def test_67_58_without_any_number_has_the_same_parts(version: str) -> None:
    lines, language = _lines(version)
    kinds = kinds_of([re.sub(r"^\d+\.\s", "", line) for line in lines], language)
    assert {kind: kinds.count(kind) for kind in KINDS} == KINDS


def test_the_titles_of_67_58_are_the_same_without_the_resolutions_number() -> None:
    english = next(p for p in structure_of(*_lines("en")) if p.kind == "title")
    chinese = next(p for p in structure_of(*_lines("zh-CN")) if p.kind == "title")
    assert (english.number, english.label) == ("67/58", "67/58.")
    assert english.text[english.label_length :].startswith("The illicit trade")
    assert (chinese.number, chinese.text) == (None, "小武器和轻武器非法贸易的各方面问题")


def test_the_marks_of_67_58_are_set_aside() -> None:
    english = [mark.text for p in structure_of(*_lines("en")) for mark in p.marks]
    chinese = [mark.text for p in structure_of(*_lines("zh-CN")) for mark in p.marks]
    assert (english, chinese) == (["1", "2", "3"], ["3 "])


@pytest.mark.parametrize("version", ["en", "zh-CN"])
def test_a_missing_paragraph_costs_only_itself(version: str) -> None:
    lines, language = _lines(version)
    whole = [(p.text, p.kind, p.number) for p in structure_of(lines, language)]
    text = [k for k, (_, kind, _) in enumerate(whole) if kind != "boilerplate"]
    for k in text:
        left = [
            (p.text, p.kind, p.number) for p in structure_of(lines[:k] + lines[k + 1 :], language)
        ]
        assert left == whole[:k] + whole[k + 1 :]


def test_79_40_has_36_operative_paragraphs() -> None:
    paragraphs = structure_of(read_lines("un-79-40-en/A_RES_79_40.en.txt"), "en")
    operative = [p.number for p in paragraphs if p.kind == "operative"]
    assert operative == [str(number) for number in range(1, 37)]
    assert sum(p.kind == "preambular" for p in paragraphs) == 23
    assert [p.number for p in paragraphs if p.kind == "title"] == ["79/40"]


def test_55_100_has_the_same_kinds_and_numbers_in_both_languages() -> None:
    english = read_lines("un-55-100/A_RES_55_100.en.txt")
    chinese = read_lines("un-55-100/A_RES_55_100.zh.txt")
    kinds = ["heading", *["body"] * 4, "title", "chapeau", *["preambular"] * 4, *["operative"] * 4]
    assert kinds_of(english, "en") == kinds_of(chinese, "zh") == kinds
    numbers = [None] * 5 + ["55/100"] + [None] * 5 + ["1", "2", "3", "4"]
    assert numbers_of(english, "en") == numbers_of(chinese, "zh") == numbers


def test_subparagraphs_annexes_and_a_second_resolution() -> None:
    lines = [
        "67/1. One",
        "The General Assembly,",
        "Recalling its resolution,",
        "1. Decides:",
        "(a) this;",
        "(b) that;",
        "2. Requests a report.",
        "48th plenary meeting",
        "Annex",
        "Rules",
        "1. Rule one.",
        "67/2. Two",
        "The General Assembly,",
        "Noting it,",
        "1. Decides.",
    ]
    kinds = [
        "title",
        "chapeau",
        "preambular",
        "operative",
        "subparagraph",
        "subparagraph",
        "operative",
        "signature",
        "heading",
        "body",
        "body",
        "title",
        "chapeau",
        "preambular",
        "operative",
    ]
    assert kinds_of(lines, "en") == kinds


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ["L’Assemblée générale,", "Rappelant sa résolution,", "1. Décide;", "2. Prie."]),
        (
            "ru",
            ["Генеральная Ассамблея,", "ссылаясь на резолюцию,", "1. постановляет;", "2. просит."],
        ),
        ("zh", ["安全理事会，", "回顾以往各项决议，", "1. 决定；", "2. 决定继续处理此案。"]),
    ],
)
def test_resolutions_of_other_organs_and_languages(language: str, lines: list[str]) -> None:
    assert kinds_of(lines, language) == ["chapeau", "preambular", "operative", "operative"]


def test_a_stray_paragraph_before_the_preamble_leaves_the_resolution_one() -> None:
    lines = [
        "On parks",
        "大会",
        "今天公园开放。",
        "回顾以往各项决议，",
        "又回顾其决定，",
        "1. 决定。",
    ]
    assert kinds_of(lines, "zh")[1:] == [
        "chapeau",
        "preambular",
        "preambular",
        "preambular",
        "operative",
    ]


@pytest.mark.parametrize(
    ("rows", "language"),
    [
        (["General Assembly", "14 March 2025", "79/1. Wetlands", "The General Assembly,"], "en"),
        (["大会", "2025年3月14日", "湿地", "大会，"], "zh-CN"),
    ],
)
def test_the_organ_and_the_date_above_a_title_belong_to_the_document(
    rows: list[str], language: str
) -> None:
    preamble = {"en": "Recalling its resolution,", "zh-CN": "回顾其决议，"}[language]
    kinds = kinds_of([*rows, preamble, preamble, "1. Decides:"], language)
    assert kinds[:4] == ["heading", "heading", "title", "chapeau"]


def test_behind_the_rows_of_a_site_the_organ_and_the_date_are_furniture() -> None:
    rows = ["跳转到内容", "维基文库，自由的图书馆", "联合国大会", "2012年12月3日", "武器", "大会，"]
    kinds = kinds_of([*rows, "回顾其决议，", "强调行动，", "1. 决定："], "zh-CN")
    assert kinds[:6] == [*["boilerplate"] * 4, "title", "chapeau"]
