"""How differences are told."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from lxml import html

from tests.tmx.operations.memories import HEADER, pair
from tmx.operations.diff import compared
from tmx.operations.diff_report import html_lines, json_lines, summary, text_lines
from tmx.units import Note, Property, Record, Segment, Tag, Unit, Variant

TAGGED = Unit((Variant("zh-CN", Segment(("第", Tag("ph", x="1")))), Variant("en", Segment.of("a"))))
BEFORE = [
    pair("大会", "Assembly", tuid="1", score="0.5"),
    pair("决议草案", "the draft resolution", tuid="2"),
    pair("a<b", "gone"),
    TAGGED,
]
AFTER = [
    replace(pair("大会", "Assembly", tuid="1", score="0.7"), annotations=(Note("n"),)),
    pair("决议草稿", "the resolution", tuid="2"),
    Unit.pair(("zh-CN", "新"), ("en", "new")),
    replace(TAGGED, variants=(TAGGED.variants[0],)),
]
NAMES = ("old.tmx", "new.tmx")


def test_the_report_as_text() -> None:
    with compared((HEADER, BEFORE), (HEADER, AFTER)) as comparison:
        lines = list(text_lines(comparison, NAMES))
    assert (
        "\n".join(lines)
        == """\
old.tmx -> new.tmx: 1 removed, 1 added, 2 with other words, 1 with the same words: \
1 with other details (x-score 1, note 1), 0 the same in all

Removed (1):
  unit 3
    zh-CN: a<b
    en: gone

Added (1):
  unit 3
    zh-CN: 新
    en: new

Changed words (2):
  unit 2 (2)
    zh-CN: 决议草[-案-]{+稿+}
    en: the [-draft -]resolution
  unit 4
    zh-CN: 第<ph x="1"/>
    en: [-a-]

The same words with other notes or properties (1):
  unit 1 (1)
    zh-CN: 大会
    x-score: [-0.5-]
    note: {+n+}"""
    )


def test_the_report_as_json_lines() -> None:
    with compared((HEADER, BEFORE), (HEADER, AFTER)) as comparison:
        told = [json.loads(line) for line in json_lines(comparison)]
    assert told[0] == {
        "change": "removed",
        "before": {
            "unit": 3,
            "tuid": None,
            "variants": [
                {"language": "zh-CN", "text": "a<b"},
                {"language": "en", "text": "gone"},
            ],
        },
    }
    assert [item["change"] for item in told[1:-1]] == ["added", "changed", "changed", "details"]
    assert told[2]["after"]["variants"][0]["text"] == "决议草稿"
    assert told[-1] == {
        "counts": {
            "removed": 1,
            "added": 1,
            "changed": 2,
            "details": 1,
            "dates": 0,
            "moved": 0,
            "alike": 1,
            "same": 0,
        }
    }


def test_the_report_as_a_page() -> None:
    with compared((HEADER, BEFORE), (HEADER, AFTER)) as comparison:
        page = html.fromstring("\n".join(html_lines(comparison, NAMES)))
    assert [node.text for node in page.iter("del")] == ["案", "draft ", "a", "0.5"]
    assert [node.text for node in page.iter("ins")] == ["稿", "n"]
    assert "a<b" in page.text_content()
    assert len(page.findall(".//h3")) == 5


def test_the_numbers_of_a_summary_add_up_where_units_are_moved_and_other_in_details() -> None:
    units = [pair(word, word.upper()) for word in "abcd"]
    noted = replace(units[1], annotations=(Note("n"),))
    with compared((HEADER, units), (HEADER, [units[0], *units[2:], noted])) as comparison:
        told = summary(comparison)
    assert told == (
        "0 removed, 0 added, 0 with other words, 4 with the same words: 1 with other details"
        " (note 1), 1 moved, 1 of them with other details or dates too, 3 the same in all"
    )


def test_only_the_most_frequent_kinds_of_details_are_named() -> None:
    unit = pair("a", "A")
    types = [Property(f"x-{letter}", "1") for letter in "abcdef"]
    with compared(
        (HEADER, [unit]), (HEADER, [replace(unit, annotations=tuple(types))])
    ) as comparison:
        assert "(x-a 1, x-b 1, x-c 1, x-d 1, x-e 1, ...)" in summary(comparison)


def test_no_difference_is_told_in_one_line() -> None:
    with compared((HEADER, BEFORE), (HEADER, BEFORE)) as comparison:
        (line,) = text_lines(comparison, NAMES)
    assert line.endswith("0 with other words, 4 with the same words")


def test_the_page_is_dark_where_the_browser_is_and_marks_not_by_colour_alone() -> None:
    with compared((HEADER, BEFORE), (HEADER, AFTER)) as comparison:
        page = "\n".join(html_lines(comparison, NAMES))
    assert "prefers-color-scheme: dark" in page
    assert "<del>" in page and "<ins>" in page
    assert "text-decoration: none" not in page


def test_another_form_of_a_language_tag_is_a_detail_that_is_shown() -> None:
    old, new = (Unit.pair((tag, "大会"), ("en", "Assembly")) for tag in ("zh-cn", "zh-CN"))
    with compared((HEADER, [old]), (HEADER, [new])) as comparison:
        lines = list(text_lines(comparison, NAMES))
    assert lines[-1] == "    language: [-zh-cn-]{+zh-CN+}"


def _dated(unit: Unit, year: int) -> Unit:
    return replace(unit, record=Record(changedate=datetime(year, 1, 1, tzinfo=UTC)))


RUNS = [
    [_dated(pair("大会", "Assembly", score=score), year), _dated(pair("年", "year"), year)]
    for year, score in ((2024, "0.5"), (2025, "0.7"))
]


def test_dates_are_counted_and_not_listed() -> None:
    with compared((HEADER, RUNS[0]), (HEADER, RUNS[1])) as comparison:
        told = "\n".join(text_lines(comparison, NAMES))
        changes = [json.loads(line).get("change") for line in json_lines(comparison)]
        page = html.fromstring("\n".join(html_lines(comparison, NAMES)))
    head, _, listed = told.partition("\n")
    assert head.endswith(
        "2 with the same words: 1 with other details (x-score 1), 1 with other dates only,"
        " 0 the same in all"
    )
    assert "x-score: [-0.5-]" in listed
    assert "date" not in listed
    assert changes == ["details", None]
    assert [node.text for node in page.iter("del")] == ["0.5"]


def test_dates_are_listed_where_they_are_asked_for() -> None:
    with compared((HEADER, RUNS[0]), (HEADER, RUNS[1])) as comparison:
        lines = list(text_lines(comparison, NAMES, dates=True))
        changes = [json.loads(line).get("change") for line in json_lines(comparison, dates=True)]
        page = html.fromstring("\n".join(html_lines(comparison, NAMES, dates=True)))
    assert lines[-5:] == [
        "The same but for dates (1):",
        "  unit 2",
        "    zh-CN: 年",
        "    changedate: [-20240101T000000Z-]",
        "    changedate: {+20250101T000000Z+}",
    ]
    assert lines.count("    changedate: [-20240101T000000Z-]") == 2
    assert changes == ["details", "dates", None]
    assert [node.text for node in page.iter("del")] == ["0.5", *["20240101T000000Z"] * 2]
