"""ODT as a word processor shows it."""

from pathlib import Path

import pytest

from corpora import Mark
from corpora.readers import Block, Role
from corpora.readers.odt import read

from ..files import odt

NAME = Path("a.odt")
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)


def blocks(body: str, styles: str = "") -> tuple[Block, ...]:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return read(NAME, odt(content)).blocks


def item(text: str, more: str = "", start: str = "") -> str:
    return f"<text:list-item{start}><text:p>{text}</text:p>{more}</text:list-item>"


def listing(items: str, more: str = ' text:style-name="L"') -> str:
    return f"<text:list{more}>{items}</text:list>"


def style(levels: str) -> str:
    return f'<text:list-style style:name="L">{levels}</text:list-style>'


def level(number: int, written: str, before: str = "", after: str = ".", more: str = "") -> str:
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{written}" '
        f'style:num-prefix="{before}" style:num-suffix="{after}"{more}/>'
    )


FORMATS = [
    ("1", "", ".", ["1.", "2."]),
    ("a", "(", ")", ["(a)", "(b)"]),
    ("I", "", ".", ["I.", "II."]),
    ("一, 二, 三, ...", "第", "条", ["第一条", "第二条"]),
    ("①, ②, ③, ...", "", "", ["①", "②"]),
    ("甲, 乙, 丙, ...", "", "、", ["甲、", "乙、"]),
]


@pytest.mark.parametrize(("written", "before", "after", "labels"), FORMATS)
def test_list_labels(written: str, before: str, after: str, labels: list[str]) -> None:
    found = blocks(listing(item("a") + item("b")), style(level(1, written, before, after)))
    assert [(block.role, block.label) for block in found] == [(Role.ITEM, x) for x in labels]


def test_levels_show_the_levels_above() -> None:
    styles = style(level(1, "1") + level(2, "1", after="", more=' text:display-levels="2"'))
    inner = listing(item("b") + item("c"), "")
    found = blocks(listing(item("a", inner) + item("d", listing(item("e"), ""))), styles)
    assert [block.label for block in found] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_start_value_and_a_list_that_goes_on() -> None:
    first = listing(item("a", start=' text:start-value="4"') + item("b"))
    going_on = ' text:style-name="L" text:continue-numbering="true"'
    found = blocks(
        first + "<text:p>x</text:p>" + listing(item("c"), going_on), style(level(1, "1"))
    )
    assert [block.label for block in found] == ["4.", "5.", "", "6."]


def test_a_list_begins_again() -> None:
    found = blocks(listing(item("a")) + listing(item("b")), style(level(1, "1")))
    assert [block.label for block in found] == ["1.", "1."]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/></text:outline-style>'
    )
    heading = '<text:h text:outline-level="1">{}</text:h>'
    found = blocks(heading.format("a") + heading.format("b"), outline)
    assert [(block.role, block.label) for block in found] == [
        (Role.HEADING, "I."),
        (Role.HEADING, "II."),
    ]


HIDDEN = '<style:style style:name="T"><style:text-properties text:display="none"/></style:style>'
SHOWN = {
    "spaces and tabs": ('a<text:s text:c="2"/>b<text:tab/>c', ["a  b\tc"]),
    "line breaks": ("2012 年<text:line-break/>第 48 次", ["2012 年", "第 48 次"]),
    "links": ("a <text:a>link</text:a> b", ["a link b"]),
    "comments": ("a<office:annotation><text:p>x</text:p></office:annotation>b", ["ab"]),
    "text boxes": ("a<draw:text-box><text:p>box</text:p></draw:text-box>", ["box", "a"]),
    "page breaks": ("a<text:soft-page-break/>b", ["ab"]),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown(name: str) -> None:
    inner, expected = SHOWN[name]
    assert [block.text for block in blocks(f"<text:p>{inner}</text:p>", HIDDEN)] == expected


def test_deleted_text_is_out() -> None:
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    assert [block.text for block in blocks(f"{deleted}<text:p>new</text:p>")] == ["new"]


def test_footnotes_are_apart_and_marked() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>See A/1.</text:p></text:note-body></text:note>"
    )
    found = blocks(f"<text:p>报告,{note}其中</text:p>")
    assert (found[0].text, found[0].marks) == ("报告,其中", (Mark(3, "1"),))
    assert (found[1].role, found[1].label, found[1].text) == (Role.FOOTNOTE, "1", "See A/1.")


def test_raised_numbers_are_marks() -> None:
    raised = (
        '<style:style style:name="T"><style:text-properties style:text-position="super 58%"/>'
        "</style:style>"
    )
    (block,) = blocks(
        '<text:p>报告,<text:span text:style-name="T">3</text:span>其中</text:p>', raised
    )
    assert (block.text, block.marks) == ("报告,其中", (Mark(3, "3"),))


@pytest.mark.parametrize(
    ("below", "above"), [("sub 58%", "super 58%"), ("-33% 58%", "33% 58%"), ("-33%", "33%")]
)
def test_powers_and_indices_are_written(below: str, above: str) -> None:
    styles = "".join(
        f'<style:style style:name="{name}">'
        f'<style:text-properties style:text-position="{position}"/></style:style>'
        for name, position in (("B", below), ("A", above), ("N", "0% 100%"))
    )
    words = "".join(
        f'<text:span text:style-name="{name}">{text}</text:span>'
        for name, text in (("N", "H"), ("B", "2"), ("N", "O at 10"), ("A", "6"))
    )
    (block,) = blocks(f"<text:p>{words}</text:p>", styles)
    assert (block.text, block.marks) == ("H₂O at 10⁶", ())


def test_tables_are_read_by_cell_and_merged_cells_once() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>{}</table:table-row>"
    covered = "<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>"
    body = row.format(cell.format("a") + cell.format("b")) + row.format(covered + cell.format("d"))
    found = blocks(f"<table:table>{body}</table:table>")
    shown = [(block.role, block.text) for block in found if block.role is not Role.FURNITURE]
    assert shown == [(Role.CELL, x) for x in "abd"]
    assert [block.text for block in found if block.role is Role.FURNITURE] == ["x"]


NOT_SHOWN = {
    "by its style": '<text:p>a<text:span text:style-name="T">x</text:span>b</text:p>',
    "a paragraph by its style": '<text:p>ab</text:p><text:p text:style-name="T">x</text:p>',
    "a field": "<text:p>a<text:hidden-text>x</text:hidden-text>b</text:p>",
    "a section": '<text:p>ab</text:p><text:section text:display="none"><text:p>x</text:p>'
    "</text:section>",
}


@pytest.mark.parametrize("name", NOT_SHOWN)
def test_hidden_text_is_kept_as_furniture(name: str) -> None:
    found = blocks(NOT_SHOWN[name], HIDDEN)
    assert [(block.role, block.text) for block in found] == [
        (Role.BODY, "ab"),
        (Role.FURNITURE, "x"),
    ]
    assert found[1].where.endswith(", hidden")


@pytest.mark.parametrize("number", ["²", "x", "-1", "9" * 5000, ""])
def test_a_number_that_is_none_does_no_harm(number: str) -> None:
    levels = style(
        level(1, "1", more=f' text:start-value="{number}"').replace('"1"', f'"{number}"', 1)
    )
    heading = f'<text:h text:outline-level="{number}">a<text:s text:c="{number}"/>b</text:h>'
    found = blocks(heading + listing(item("c", start=f' text:start-value="{number}"')), levels)
    assert [block.text.split() for block in found] == [["a", "b"], ["c"]]


def test_the_rows_of_tables_are_counted_through_the_document() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    table = f"<table:table>{row}{row}</table:table>"
    found = blocks(f"{table.format(*'abcd')}<text:p>text</text:p>{table.format(*'efgh')}")
    assert [(block.text, block.row) for block in found] == [
        ("a", 1), ("b", 1), ("c", 2), ("d", 2), ("text", 0),
        ("e", 3), ("f", 3), ("g", 4), ("h", 4),
    ]  # fmt: skip
