"""The map of the report, and the two scores of an aligned pair, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from align.quality.checks import CHECKS
from align.report import report_units, write_report_of
from tests.end_to_end.browser import Page, page
from tests.end_to_end.reports import pair, report


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    with page() as shown:
        yield shown


def test_the_map_shows_a_stretch_of_errors_stronger_than_one_among_many(
    browser: Page, tmp_path: Path
) -> None:
    right, wrong = (
        ("大会决定休会。", "The Assembly decides."),
        ("于2018年休会。", "decides in 2008."),
    )
    pairs = [
        pair(number, *(wrong if number == 1000 or 3000 <= number < 3060 else right))
        for number in range(4000)
    ]
    browser.open(report(tmp_path / "r.html", pairs))
    redness = (
        "(() => { const map = document.getElementById('map');"
        " const line = map.getContext('2d').getImageData(0, 14, map.width, 1).data;"
        " const red = []; for (let x = 12; x < map.width - 12; x++)"
        " red.push(line[4 * x] - line[4 * x + 1]);"
        " const part = (from, to) => Math.max(...red.slice(red.length * from, red.length * to));"
        " return [part(0, 0.2), part(0.2, 0.3), part(0.7, 0.8)]; })()"
    )
    calm, one, many = browser.value(redness)
    assert calm < one < many


def aligned(path: Path, scores: list[tuple[float, str]], targets: list[int]) -> Path:
    """Write the report of units with their scores, the aligner's, and where their targets stand."""
    text = "大会决定休会。" * 5, "The Assembly decides to adjourn. " * 3
    pairs = [
        pair(number, *text, given, str(quality)) for number, (quality, given) in enumerate(scores)
    ]
    units = report_units(pairs, [], [(at, 0) for at in targets])
    with path.open("wb") as stream:
        write_report_of(stream, units, CHECKS, title="m.tmx", languages=("zh-CN", "en"))
    return path


def test_both_scores_are_shown_and_the_lower_one_gives_the_colour(
    browser: Page, tmp_path: Path
) -> None:
    scores = [(0.9, "0.99"), (0.79, "0.1171"), (0.44, "0.9998")]
    browser.open(aligned(tmp_path / "r.html", scores, [0, 1, 2]))
    browser.wait()
    shown = "[...document.querySelectorAll('.unit .figure')].map((one) => one.{})"
    assert browser.value(shown.format("textContent")) == [
        *("quality 0.90", "score 0.99"),
        *("quality 0.79", "score 0.12"),
        *("quality 0.44", "score 1.00"),
    ]
    assert browser.value(shown.format("classList.contains('low')")) == [
        *(False, False),
        *(False, True),
        *(True, False),
    ]
    borders = "[...document.querySelectorAll('.unit')].map((one) => one.className)"
    assert browser.value(borders) == ["unit s3", "unit s1", "unit s1"]
    first = "[...document.querySelectorAll('#first button')].map((one) => one.textContent)"
    doubtful, low = browser.value(first)
    assert doubtful.startswith("doubtfulthe two sides may not be partners")
    assert "quality\N{NO-BREAK SPACE}0.79 · score\N{NO-BREAK SPACE}0.12" in doubtful
    assert low.startswith("low qualitythe two sides hardly say the same")


def test_the_map_crosses_the_links_of_what_stands_in_another_order(
    browser: Page, tmp_path: Path
) -> None:
    targets = [*range(12, 20), *range(12)]
    browser.open(aligned(tmp_path / "r.html", [(0.9, "0.99")] * 20, targets))
    browser.wait()
    blue = (
        "(() => { const map = document.getElementById('map'), pen = map.getContext('2d');"
        " const at = (x, y) => { const [red, , blue] ="
        " pen.getImageData(map.width * x, y, 1, 1).data; return blue > red + 60; };"
        " return [at(0.2, 14), at(0.7, 14), at(0.2, 96), at(0.8, 96), at(0.5, 55)]; })()"
    )
    assert browser.value(blue) == [True, False, False, True, True]
    assert "8" in browser.value("document.querySelector('.figures').textContent")
    click = (
        "(() => { const map = document.getElementById('map'), box = map.getBoundingClientRect();"
        " map.dispatchEvent(new MouseEvent('click', { clientX: box.left + box.width * {},"
        " clientY: box.top + {} })); return document.activeElement.id; })()"
    )
    places = [
        browser.value(click.replace("{}", str(x), 1).replace("{}", str(y), 1))
        for x, y in ((0.02, 14), (0.02, 96), (0.98, 96))
    ]
    assert places == ["unit-0", "unit-8", "unit-7"]
    browser.value(
        "(() => { const field = document.getElementById('show'); field.value = 'moved';"
        " field.dispatchEvent(new Event('input', { bubbles: true })); })()"
    )
    browser.wait(500)
    units = browser.value("[...document.querySelectorAll('.unit')].map((unit) => unit.id)")
    assert units == [f"unit-{place}" for place in range(8)]
