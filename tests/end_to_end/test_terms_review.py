"""The page on which terms are ticked, in a real browser: what it shows, saves, and never runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from align.quality.glossary import read_glossary
from align.terms.output.review import write_review
from tests.align.terms.entries import EVIL, USUAL
from tests.end_to_end.browser import Page, page
from tests.end_to_end.command import Duiqi, succeeded

SAVED = """new Promise((done) => {
  const made = URL.createObjectURL;
  URL.createObjectURL = (blob) => { blob.text().then(done); return made.call(URL, blob); };
  HTMLAnchorElement.prototype.click = () => {};
  document.getElementById('save').click();
})"""
"""What the button saves: the text of the blob that it offers."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    with page() as shown:
        yield shown


@pytest.fixture
def review(browser: Page, tmp_path: Path) -> Page:
    path = tmp_path / "r.html"
    with path.open("wb") as stream:
        write_review(USUAL, stream)
    browser.open(path)
    return browser


def rows(shown: Page) -> list[str]:
    found: list[str] = shown.value(
        "[...document.querySelectorAll('#rows tr')].filter((row) => !row.hidden)"
        ".map((row) => row.children[1].textContent)"
    )
    return found


def choose(shown: Page, field: str, value: str) -> None:
    shown.value(
        f"(() => {{ const field = document.getElementById('{field}'); field.value = '{value}';"
        " field.dispatchEvent(new Event('input', { bubbles: true })); })()"
    )


def test_terms_are_shown_with_their_contexts(review: Page) -> None:
    assert rows(review) == ["行动纲领", "世卫组织", "甲"]
    marks = review.value(
        "[...document.querySelectorAll('#rows tr:first-child mark')].map((m) => m.textContent)"
    )
    assert marks == ["行动纲领", "Programme of Action"]
    use = review.value("document.querySelector('.others').textContent")
    assert use == "Programme of Action 5, Action Programme 4"
    assert review.value("document.querySelector('.where').textContent") == "¶ 12 · unit 7"


def test_on_a_narrow_screen_numbers_bear_the_words_of_the_head_that_is_not_shown(
    review: Page,
) -> None:
    titles = (
        "[...document.querySelectorAll('#rows tr:first-child td')]"
        ".map((cell) => getComputedStyle(cell, '::before').content)"
    )
    head = "getComputedStyle(document.querySelector('thead')).display"
    review.resize(400, 800)
    assert review.value(head) == "none"
    assert [title.replace('"', '').strip() for title in review.value(titles)] == [
        "Keep", "none", "none", "Score", "Count", "none",
    ]  # fmt: skip
    review.resize(1300, 800)
    assert set(review.value(titles)) == {"none"}


def test_terms_are_found_and_filtered(review: Page) -> None:
    choose(review, "search", "who")
    assert rows(review) == ["世卫组织"]
    choose(review, "search", "")
    choose(review, "show", "several")
    assert rows(review) == ["行动纲领"]
    review.value("document.getElementById('tick').click()")
    choose(review, "show", "open")
    assert rows(review) == ["世卫组织", "甲"]
    choose(review, "search", "nothing like that")
    assert review.value("document.getElementById('none').hidden") is False
    count = review.value("document.getElementById('count').textContent")
    assert count == "1 of 3 ticked, 0 shown"


def test_what_is_ticked_and_corrected_is_saved_as_a_glossary(review: Page, tmp_path: Path) -> None:
    review.value("document.getElementById('keep-0').click()")
    review.value("document.getElementById('keep-1').click()")
    review.value("document.querySelector('#rows tr:first-child input[type=text]').value = 'Plan'")
    saved = tmp_path / "saved.txt"
    saved.write_text(review.value(SAVED), "utf-8")
    read = read_glossary(saved)
    assert [(term.source, term.targets) for term in read] == [
        ("行动纲领", ("Plan",)),
        ("世卫组织", ("WHO",)),
    ]


def test_no_text_of_a_document_runs_and_nothing_is_asked_of_a_network(review: Page) -> None:
    review.wait()
    assert review.value("window.ran === undefined")
    assert EVIL in review.value("document.querySelector('#rows').textContent")
    asked = [item["request"]["url"] for item in review.of_kind("Network.requestWillBeSent")]
    assert all(url.startswith(("file:", "data:")) for url in asked)


def test_the_command_writes_the_page(browser: Page, duiqi: Duiqi, tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_text(
        "zh-CN\ten\n临时议程获得通过\tThe provisional agenda was adopted\n", "utf-8"
    )
    succeeded(duiqi("terms", "m.tsv", "--review", "r.html", cwd=tmp_path))
    browser.open(tmp_path / "r.html")
    assert "临时议程" in rows(browser)
