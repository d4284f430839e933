"""Markdown: inline markup gone, numbers as shown, notes apart."""

from pathlib import Path

import pytest

from corpora import Mark
from corpora.readers import Block, Role
from corpora.readers.markdown import read

SOURCE = """---
title: x
---
# The *title*

A [link](http://a.b) with `code`,
**wrapped** and a note[^n] here<sup>2</sup>.

3. three
4. four
   1) inner

     more of it

- bullet

| a | b |
|---|---|
| c | d |

<div><p>raw</p></div>

2012 年\\
第 48 次

[^n]: See A/1.
"""


def blocks() -> tuple[Block, ...]:
    return read(Path("a.md"), SOURCE.encode()).blocks


def test_powers_and_indices_are_written() -> None:
    (block,) = read(Path("a.md"), b"H<sub>2</sub>O at 10<sup>6</sup> g").blocks
    assert (block.text, block.marks) == ("H₂O at 10⁶ g", ())


def test_blocks_in_reading_order() -> None:
    assert [(b.role, b.label, b.level, b.text) for b in blocks()] == [
        (Role.FURNITURE, "", 0, "title: x"),
        (Role.HEADING, "", 1, "The title"),
        (Role.BODY, "", 0, "A link with code, wrapped and a note here."),
        (Role.ITEM, "3.", 1, "three"),
        (Role.ITEM, "4.", 1, "four"),
        (Role.ITEM, "1)", 2, "inner"),
        (Role.ITEM, "", 1, "more of it"),
        (Role.ITEM, "", 1, "bullet"),
        (Role.CELL, "", 0, "a"),
        (Role.CELL, "", 0, "b"),
        (Role.CELL, "", 0, "c"),
        (Role.CELL, "", 0, "d"),
        (Role.BODY, "", 0, "raw"),
        (Role.BODY, "", 0, "2012 年"),
        (Role.BODY, "", 0, "第 48 次"),
        (Role.FOOTNOTE, "n", 0, "See A/1."),
    ]


def test_notes_are_marked_where_they_stand() -> None:
    assert blocks()[2].marks == (Mark(36, "n"), Mark(41, "2"))


def test_blocks_know_their_lines() -> None:
    assert [b.where for b in blocks()][1:3] == ["line 4", "line 6"]


def test_descriptions_of_pictures_are_not_read() -> None:
    source = "[![Build](a.svg)](b) ![A map](c.png)\n\nThe ![sign](d.png)text.\n"
    assert [item.text for item in read(Path("a.md"), source.encode()).blocks] == ["The text."]


def test_a_footnote_that_nothing_refers_to_is_not_lost() -> None:
    source = b"a[^1]\n\n[^2]: two\n\n[^1]: one\n"
    notes = [b for b in read(Path("a.md"), source).blocks if b.role is Role.FOOTNOTE]
    assert [(note.label, note.text) for note in notes] == [("1", "one"), ("2", "two")]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("> [!NOTE]\n> Keep this.\n>\n> And this.\n", ["Keep this.", "And this."]),
        ("> [!warning] Beware.\n", ["Beware."]),
        ("- [x] done\n- [ ] to do\n- [X] *all* done\n", ["done", "to do", "all done"]),
        ("1. [ ] first\n\n   [x] more of it\n", ["first", "[x] more of it"]),
        ("[x] in the text and [!NOTE] too\n", ["[x] in the text and [!NOTE] too"]),
        ("> He wrote [!NOTE] here.\n", ["He wrote [!NOTE] here."]),
        ("- [A/67/L.35] is a symbol\n", ["[A/67/L.35] is a symbol"]),
    ],
)
def test_boxes_of_tasks_and_kinds_of_alerts_are_markup(source: str, texts: list[str]) -> None:
    assert [block.text for block in read(Path("a.md"), source.encode()).blocks] == texts


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("## 系统要求 {#requirements}\n", ["系统要求"]),
        ('## Scope {#scope .wide data-x="y z"}\n', ["Scope"]),
        ("## Scope {: .wide}\n\nScope\n===\n", ["Scope", "Scope"]),
        ("Scope {-}\n===\n", ["Scope"]),
        ("## The set {1, 2}\n", ["The set {1, 2}"]),
        ("## Use `{#id}`\n", ["Use {#id}"]),
        ("In the text {#id} it stays\n", ["In the text {#id} it stays"]),
        ("::: warning\n请勿关闭电源。\n:::\n完。\n", ["请勿关闭电源。", "完。"]),
        ("::: tip 提示 {#tip}\n一。\n\n二。\n:::\n", ["提示", "一。", "二。"]),
        (":::note[Watch out]\nIt is hot.\n:::\n", ["Watch out", "It is hot."]),
        (":::{note} Watch out\nIt is hot.\n:::\n", ["Watch out", "It is hot."]),
        ('::: {.callout-note title="x"}\nIt is hot.\n:::\n', ["It is hot."]),
        (":::\nIt is hot.\n:::\n", ["It is hot."]),
        ("::: 注意这一点\n一。\n:::\n", ["注意这一点", "一。"]),
    ],
)
def test_attributes_of_headings_and_boxes_are_markup(source: str, texts: list[str]) -> None:
    assert [block.text for block in read(Path("a.md"), source.encode()).blocks] == texts


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("时间：5月1日\n地点：三楼", ["时间：5月1日", "地点：三楼"]),
        ("**Time:** 9 a.m.\n**Place:** Geneva", ["Time: 9 a.m.", "Place: Geneva"]),
        ("Note: a text that is\nwrapped here", ["Note: a text that is wrapped here"]),
        ("他说，这是一段\n很长的话。", ["他说，这是一段很长的话。"]),
        ("```\na = 1\n\nb = 2\n```", ["a = 1", "b = 2"]),
    ],
)
def test_fields_and_code_stand_line_by_line(source: str, found: list[str]) -> None:
    assert [b.text for b in read(Path("a.md"), source.encode()).blocks] == found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**注意：**免费账户", "注意：免费账户"),
        ("**提示：**按 **Ctrl**键", "提示：按 Ctrl键"),
        ("请看**（重要）**说明", "请看（重要）说明"),
        ("请看**“附件”**一栏", "请看“附件”一栏"),
        ('**"云笺"**是软件', '"云笺"是软件'),
        ("***注意！***先保存", "注意！先保存"),
        ("**[许可](a)：**必读", "许可：必读"),
        ("**注意：**free", "注意：free"),
        ("**주의:**무료", "주의:무료"),
        ("`a**b`和**甲。**乙", "a**b和甲。乙"),
    ],
)
def test_asterisks_beside_characters_without_spaces_are_emphasis(source: str, text: str) -> None:
    assert [block.text for block in read(Path("a.md"), source.encode()).blocks] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "计算 2 ** 3，再算 3**2。", "价格*（元）与数量*（件）", "姓名**（必填）", "**Note:**free",
        "f(**kwargs)和g(**opts)。", "**没有结束：免费",
    ],
)  # fmt: skip
def test_other_asterisks_are_text(text: str) -> None:
    assert [block.text for block in read(Path("a.md"), text.encode()).blocks] == [text]


def test_the_rows_of_tables_are_counted_through_the_text_those_in_html_too() -> None:
    table = "| a | b |\n|---|---|\n| c | d |\n"
    page = "<table><tr><td>e</td><td>f</td></tr><tr><td>g</td><td>h</td></tr></table>\n"
    source = f"{table}\ntext\n\n{page}\n{table}"
    found = read(Path("a.md"), source.encode()).blocks
    assert [(block.text, block.row) for block in found] == [
        ("a", 1), ("b", 1), ("c", 2), ("d", 2), ("text", 0),
        ("e", 3), ("f", 3), ("g", 4), ("h", 4),
        ("a", 5), ("b", 5), ("c", 6), ("d", 6),
    ]  # fmt: skip
