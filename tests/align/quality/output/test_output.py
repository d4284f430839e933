"""Findings as text, JSON and SARIF."""

import json

import pytest

from align.quality.checking import check_pairs
from align.quality.checks import CHECKS
from align.quality.findings import Place
from align.quality.output.excerpts import excerpt
from align.quality.output.json_form import as_json
from align.quality.output.sarif import as_sarif
from align.quality.output.text import as_text
from align.quality.pairs import pairs_of
from tests.align.quality.pairs import pair
from tmx.units import Segment, Tag, Unit, Variant

PAIRS = [pair("大会于2018年召开", "The Assembly met in 2008"), pair("大会", "Assembly")]


def found() -> list:
    return list(check_pairs(PAIRS, CHECKS))


def test_text_shows_what_is_wrong_and_where() -> None:
    assert list(as_text(found())) == [
        "unit 1: error: the source says 2018, the target 2008 (number-wrong)\n"
        "    大会于[2018]年召开\n"
        "    The Assembly met in [2008]\n"
    ]


def test_a_finding_has_three_lines_whatever_it_cites() -> None:
    line_break = Tag("ph", ("<br\n/>",))
    units = [
        Unit.pair(("zh-CN", "大会"), ("en", "")),
        Unit(
            (
                Variant("zh-CN", Segment(("大会", line_break))),
                Variant("en", Segment.of("The Assembly")),
            )
        ),
    ]
    empty, tag = as_text(check_pairs(pairs_of(units, "zh-CN", "en"), CHECKS))
    assert empty.splitlines()[1:] == ["    大会", "    (nothing)"]
    assert tag.splitlines() == [
        "unit number 2: error: the target lacks <ph> (<br />) (tag-missing)",
        "    大会",
        "    The Assembly",
    ]


def test_json_holds_everything_and_counts() -> None:
    data = json.loads("".join(as_json("m.tmx", found())))
    assert data["file"] == "m.tmx"
    assert data["counts"] == {"error": 1, "warning": 0, "info": 0}
    (finding,) = data["findings"]
    assert finding["check"] == "number-wrong"
    place = finding["places"][0]
    assert finding[place["side"]][place["start"] : place["end"]] == "2018"


def test_json_of_no_findings_is_json() -> None:
    assert json.loads("".join(as_json("m.tmx", [])))["findings"] == []


def test_sarif_names_rules_and_units() -> None:
    log = json.loads("".join(as_sarif("folder/m.tmx", CHECKS, found())))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {item.id for item in CHECKS}
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("number-wrong", "error")
    location = result["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "folder/m.tmx"
    assert location["logicalLocations"][0]["name"] == "unit 1"


@pytest.mark.parametrize(
    ("text", "spans", "shown"),
    [
        ("大会", [], "大会"),
        ("a" * 70, [], "a" * 60 + "…"),
        ("ab cd", [(3, 5)], "ab [cd]"),
        ("x" * 50 + "cd" + "y" * 50, [(50, 52)], "…" + "x" * 24 + "[cd]" + "y" * 24 + "…"),
        ("a\nb", [(0, 1)], "[a] b"),
        ("\u202ea\x9b31m", [], "\\u202ea\\u009b31m"),
        ("abcd", [(0, 3), (1, 2)], "[abc]d"),
    ],
)
def test_an_excerpt_shows_what_lies_around(
    text: str, spans: list[tuple[int, int]], shown: str
) -> None:
    assert excerpt(text, [Place("source", *span) for span in spans]) == shown
