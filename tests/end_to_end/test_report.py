"""The report in a real browser: what it shows, how it is used, and that no text of it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from align.quality.checks import CHECKS
from align.quality.pairs import UnitPair
from align.report import report_units, write_report_of
from tests.end_to_end.browser import Page, page
from tests.end_to_end.command import Duiqi, succeeded
from tests.end_to_end.reports import pair, report

EVIL = "</script><script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    with page() as shown:
        yield shown


def test_the_report_of_67_58_says_what_to_look_at(
    browser: Page, duiqi: Duiqi, tmp_path: Path
) -> None:
    succeeded(duiqi("align", "un-67-58", "-o", "m.tmx", "--html", "r.html", cwd=tmp_path))
    browser.open(tmp_path / "r.html")
    assert browser.value("document.querySelector('h1').textContent").startswith("good")
    first = browser.value("document.querySelector('#first button').textContent")
    assert "the source says 2008, the target 2018" in first
    marks = "[...document.querySelectorAll('#unit-{} mark.m0')].map((mark) => mark.textContent)"
    browser.value("document.querySelector('#first button').click()")
    browser.wait()
    place = browser.value("document.activeElement.id").removeprefix("unit-")
    assert browser.value(marks.format(place)) == ["2008", "2018", "2018"]
    assert browser.value("document.activeElement.getBoundingClientRect().top") < 200


def test_no_text_of_a_document_runs_and_nothing_is_asked_of_a_network(
    browser: Page, tmp_path: Path
) -> None:
    evil = pair(1, EVIL, f"{EVIL} 2018", "0.2")
    before = len(browser.of_kind("Network.requestWillBeSent"))
    browser.open(report(tmp_path / "r.html", [evil, pair(2, "a\u2028b", "\U0001f600 in 2018")]))
    browser.wait()
    assert browser.value("window.ran === undefined")
    assert EVIL in browser.value("document.querySelector('#unit-0 .side').textContent")
    asked = [
        item["request"]["url"] for item in browser.of_kind("Network.requestWillBeSent")[before:]
    ]
    assert all(url.startswith(("file:", "data:")) for url in asked)


LONG = "framework-agreement-2024-final_v3.zh-CN.docx"

# what they are, the names of units, how they stand in the list
NAMES = [
    ("of one document", [f"unit {LONG}:1.1", f"unit {LONG}:12.1"], ["unit 1.1", "unit 12.1"]),
    ("numbers that begin alike", ["unit a:12.1", "unit a:13.1"], ["unit 12.1", "unit 13.1"]),
    ("of several documents", ["unit a:1.1", "unit b:1.1"], ["unit a:1.1", "unit b:1.1"]),
    ("without a name", ["unit #1", "unit #2"], ["unit #1", "unit #2"]),
    ("a single one", [f"unit {LONG}:1.1"], ["unit 1.1"]),
    ("in folders", ["unit x/a", "unit x/ab"], ["unit a", "unit ab"]),
]


@pytest.mark.parametrize(
    ("names", "shown"), [case[1:] for case in NAMES], ids=[c[0] for c in NAMES]
)
def test_a_units_name_is_shown_without_what_all_have_in_common(
    browser: Page, tmp_path: Path, names: list[str], shown: list[str]
) -> None:
    units = [replace(pair(1, "大会", "The Assembly"), name=name) for name in names]
    browser.open(report(tmp_path / "r.html", units))
    browser.wait()
    every = "[...document.querySelectorAll('.unit .name')].map((name) => name.{})"
    assert browser.value(every.format("textContent")) == shown
    assert browser.value(every.format("title")) == names


@pytest.mark.parametrize("width", [1280, 800, 400])
def test_a_long_name_is_cut_where_units_do_not_differ_and_stays_on_one_line(
    browser: Page, tmp_path: Path, width: int
) -> None:
    names = [f"unit {LONG}:11.1", "unit annex.docx:12.1"]
    units = [replace(pair(1, "大会", "The Assembly"), name=name) for name in names]
    browser.resize(width, 900)
    browser.open(report(tmp_path / "r.html", units))
    browser.wait()
    last = "document.querySelector('.unit .name > :last-child')"
    assert browser.value(f"{last}.textContent") == ":11.1"
    assert browser.value(f"{last}.scrollWidth <= {last}.offsetWidth")
    line = "document.querySelectorAll('.unit .name')"
    assert browser.value(f"{line}[0].offsetHeight === {line}[1].offsetHeight")
    assert browser.value("document.documentElement.scrollWidth <= innerWidth")


def test_marks_stand_right_behind_characters_beyond_the_basic_plane(
    browser: Page, tmp_path: Path
) -> None:
    browser.open(
        report(tmp_path / "r.html", [pair(1, "\U0001f600𠀀 于 2018 年", "\U0001f600 in 2008")])
    )
    browser.wait()
    for part in ("#first", "#units"):
        marks = f"[...document.querySelectorAll('{part} mark')].map((mark) => mark.textContent)"
        assert browser.value(marks) == ["2018", "2008"]


def test_units_are_found_filtered_and_sorted(browser: Page, tmp_path: Path) -> None:
    pairs = [
        pair(1, "大会", "The General Assembly", "0.99"),
        pair(2, "2018年", "in 2008", "0.60"),
        pair(3, "委员会", "A comet", "0.10"),
    ]
    browser.open(report(tmp_path / "r.html", pairs))
    browser.wait()
    names = "[...document.querySelectorAll('.unit')].map((unit) => unit.id)"
    assert browser.value(names) == ["unit-0", "unit-1", "unit-2"]

    def choose(field: str, value: str) -> list[str]:
        browser.value(
            f"(() => {{ const field = document.getElementById('{field}'); field.value = '{value}';"
            " field.dispatchEvent(new Event('input', { bubbles: true })); })()"
        )
        browser.wait(500)
        found: list[str] = browser.value(names)
        return found

    assert choose("sort", "worst") == ["unit-1", "unit-2", "unit-0"]
    assert choose("search", "comet") == ["unit-2"]
    assert browser.value("document.querySelector('mark.hit').textContent") == "comet"
    assert choose("search", "") == ["unit-1", "unit-2", "unit-0"]
    assert choose("show", "severity:0") == ["unit-1"]
    assert choose("show", "") == ["unit-1", "unit-2", "unit-0"]
    assert choose("most", "0.5") == ["unit-2"]
    assert choose("most", "0") == []
    assert browser.value("document.querySelector('#units .empty').textContent") == (
        "No unit is like that."
    )


def test_keys_go_from_one_finding_to_the_next(browser: Page, tmp_path: Path) -> None:
    pairs = [pair(number, "大会", "The General Assembly", "0.99") for number in range(1, 200)]
    for number in (50, 150):
        pairs[number] = pair(number + 1, "2018年", "in 2008", "0.9")
    browser.open(report(tmp_path / "r.html", pairs))
    browser.wait()
    places = []
    for key in "jjk":
        browser.press(key)
        browser.wait()
        places.append(browser.value("document.activeElement.id"))
    assert places == ["unit-50", "unit-150", "unit-50"]
    browser.press("/")
    assert browser.value("document.activeElement.id") == "search"


def test_it_is_light_or_dark_as_the_browser_wants(browser: Page, tmp_path: Path) -> None:
    browser.open(report(tmp_path / "r.html", [pair(1, "大会", "Assembly")]))
    colour = "getComputedStyle(document.body).backgroundColor"
    light = browser.value(colour)
    browser.value("document.getElementById('theme').click()")
    assert browser.value(colour) != light


@pytest.mark.parametrize(("count", "seconds"), [(5_000, 2), (50_000, 10)])
def test_a_long_report_opens_fast_and_stays_light(
    count: int, seconds: float, browser: Page, tmp_path: Path
) -> None:
    text = (
        "大会决定设立一个由会员国组成的特别委员会",
        "The Assembly decides to establish a committee",
    )
    pairs = [pair(number, *text, "0.9") for number in range(count)]
    units = report_units(pairs, [])
    with (tmp_path / "r.html").open("wb") as stream:
        write_report_of(stream, units, CHECKS, title="m.tmx", languages=("zh-CN", "en"))
    browser.open(tmp_path / "r.html")
    browser.wait()
    timing = "performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"
    assert 0 < browser.value(timing) < seconds * 5  # a shared machine may be far slower
    assert browser.value("document.getElementsByClassName('unit').length") < 400
    browser.value("window.scrollTo(0, document.body.scrollHeight)")
    browser.wait(1000)
    assert browser.value(f"document.getElementById('unit-{count - 1}') !== null")
    assert browser.value("document.getElementsByClassName('unit').length") < 400


@pytest.mark.parametrize(
    ("pairs", "headline"),
    [
        ([], "No units"),
        ([pair(1, "大会", "Assembly")], "No errors and no warnings"),
        ([pair(1, "2018年", "in 2008"), pair(2, "大会", "")], "2 units have errors"),
        (
            [pair(1, "在过去 5 年里有 120 个国家", "In 5 years, many countries")],
            "1 unit has warnings",
        ),
    ],
)
def test_without_scores_the_headline_says_what_was_found(
    pairs: list[UnitPair], headline: str, browser: Page, tmp_path: Path
) -> None:
    browser.open(report(tmp_path / "r.html", pairs))
    assert browser.value("document.querySelector('h1').textContent") == headline


def test_what_to_look_at_first_shows_the_severity_and_both_texts_at_the_offending_place(
    browser: Page, tmp_path: Path
) -> None:
    wrong = pair(1, "大会决定" * 30 + "于2018年举行会议", "in 2008")
    browser.open(report(tmp_path / "r.html", [wrong, pair(2, "", "Assembly")]))
    lines = (
        "[...document.querySelectorAll('#first li')].map((item) =>"
        " [...item.querySelectorAll('button > *')].map((line) => line.textContent))"
    )
    first, second = browser.value(lines)
    assert first[0::2][:2] == ["error", "unit 1"]
    assert first[1].startswith("the source says 2018, the target 2008")
    assert first[3].startswith("…") and first[3].index("2018") < 40
    assert first[4] == "in 2008"
    assert second[-2:] == ["unit 2", "Assembly"]


@pytest.mark.parametrize(
    ("type_", "meaning"), [("x-quality", "say the same, wholly"), ("x-score", "belong together")]
)
def test_what_a_score_means_is_told(
    type_: str, meaning: str, browser: Page, tmp_path: Path
) -> None:
    unit = pair(1, "大会", "Assembly")
    unit.properties[type_] = "0.9"
    browser.open(report(tmp_path / "r.html", [unit]))
    assert meaning in browser.value("document.querySelector('footer').textContent")


@pytest.mark.parametrize("width", [320, 500, 740, 1280])
def test_nothing_stands_beyond_the_right_edge(width: int, browser: Page, tmp_path: Path) -> None:
    texts = "大会决定于2018年举行会议" * 20, "the Assembly decided to meet in 2008 " * 20
    long = pair(1, *texts, "0.2")
    browser.resize(width, 900)
    browser.open(report(tmp_path / "r.html", [long]))
    browser.wait()
    assert browser.value("document.documentElement.scrollWidth") <= width
    rights = (
        "[...document.querySelectorAll('#first :not(mark), .unit *')]"  # marks there are cut off
        ".map((one) => one.getBoundingClientRect().right)"
    )
    assert max(browser.value(rights)) <= width
    browser.resize(1280, 900)


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_the_figures_of_what_to_look_at_first_are_not_cut_off(
    width: int, browser: Page, tmp_path: Path
) -> None:
    unit = pair(1, "大会", "in 2008", "0.25", "0.2")
    unit = replace(unit, name="a-contract-with-a-long-name.docx:11.1")
    browser.resize(width, 900)
    browser.open(report(tmp_path / "r.html", [unit]))
    browser.wait()
    line = "document.querySelector('#first .place')"
    assert browser.value(f"{line}.textContent").endswith("score\u00a00.25")
    assert browser.value(f"{line}.scrollWidth") <= browser.value(f"{line}.clientWidth")
    browser.resize(1280, 900)


def test_the_worst_finding_of_a_unit_comes_first_and_the_others_are_counted(
    browser: Page, tmp_path: Path
) -> None:
    unit = pair(1, "过去有 120 个国家,见A/67/L.35", "In the past many countries, see A/67/L.53")
    browser.open(report(tmp_path / "r.html", [unit]))
    browser.wait()
    tags = "[...document.querySelectorAll('#units .tag')].map((tag) => tag.textContent)"
    shown = browser.value(tags)
    assert shown == sorted(shown, key=["error", "warning", "info"].index)
    assert {*shown} == {"error", "warning", "info"}
    others = len(shown) - shown.count("info") - 1
    first = browser.value("document.querySelector('#first .what').textContent")
    assert first.endswith(f"(and {others} more)")


def test_what_is_marked_in_a_unit_is_marked_in_what_to_look_at_first(
    browser: Page, tmp_path: Path
) -> None:
    wrong = pair(1, "大会决定" * 30 + "于2018年举行会议", "The Assembly " * 9 + "decides in 2008")
    browser.open(report(tmp_path / "r.html", [wrong]))
    marks = "[...document.querySelectorAll('#first mark')].map((mark) => mark.textContent)"
    assert browser.value(marks) == ["2018", "2008"]
    target = browser.value("[...document.querySelectorAll('#first .where')].at(-1).textContent")
    assert target.startswith(("…Assembly ", "…The Assembly "))


def test_units_that_slipped_together_are_one_entry_to_look_at(
    browser: Page, tmp_path: Path
) -> None:
    pairs = [
        pair(number, f"第{number}次会议", f"{number - 1}th meeting") for number in range(11, 20)
    ]
    browser.open(report(tmp_path / "r.html", pairs))
    entries = browser.value(
        "[...document.querySelectorAll('#first .what')].map((line) => line.textContent)"
    )
    assert [entry for entry in entries if "units in a row have slipped" in entry]
    assert len(entries) < len(pairs)


def test_all_that_may_be_wrong_can_be_shown_the_worst_first(browser: Page, tmp_path: Path) -> None:
    pairs = [pair(number, "2018年", "in 2008", "0.9") for number in range(25)]
    pairs[24] = pair(24, "2018年", "in 2008", "0.01")
    pairs += [pair(number, "大会", "The Assembly", "0.9") for number in range(25, 40)]
    browser.open(report(tmp_path / "r.html", pairs))
    button = "document.getElementById('doubtful')"
    assert browser.value(f"{button}.textContent").startswith("Show all 25 units")
    browser.value(f"{button}.click()")
    browser.wait()
    units = browser.value("[...document.querySelectorAll('.unit')].map((unit) => unit.id)")
    assert len(units) == 25
    assert units[0] == "unit-24"


def test_there_is_no_more_to_show_where_all_is_told(browser: Page, tmp_path: Path) -> None:
    for pairs in ([pair(1, "大会", "The Assembly")], [pair(1, "2018年", "in 2008")]):
        browser.open(report(tmp_path / "r.html", pairs))
        assert browser.value("document.getElementById('doubtful').hidden")


def printed(browser: Page, path: Path) -> tuple[str, int]:
    """Print the page; return what it says of its units, and how many there were on paper."""
    browser.value(
        "window.addEventListener('beforeprint', () => { window.onPaper ="
        " document.getElementsByClassName('unit').length; }, { once: true })"
    )
    browser.print(path)
    line = browser.value("document.getElementById('printed').textContent")
    return line, browser.value("window.onPaper")


@pytest.mark.parametrize(
    ("right", "wrong", "line", "on_paper"),
    [
        (30, 5, "35 of 35 units: all.", 35),
        (800, 5, "5 of 805 units: those that may be wrong.", 5),
        (10, 700, "500 of 710 units: the worst of those that may be wrong.", 500),
    ],
)
def test_on_paper_a_long_report_has_what_may_be_wrong_and_the_screen_stays_as_it_was(
    right: int, wrong: int, line: str, on_paper: int, browser: Page, tmp_path: Path
) -> None:
    pairs = [pair(number, "大会", "The Assembly", "0.9") for number in range(right)]
    pairs += [pair(number, "2018年", "in 2008", "0.9") for number in range(wrong)]
    browser.open(report(tmp_path / "r.html", pairs))
    browser.wait()
    browser.value("document.getElementById('theme').click()")
    theme = browser.value("document.documentElement.dataset.theme")
    count = browser.value("document.getElementById('count').textContent")
    assert printed(browser, tmp_path / "r.pdf") == (line, on_paper)
    assert browser.value("document.documentElement.dataset.theme") == theme
    assert browser.value("document.getElementById('count').textContent") == count
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
