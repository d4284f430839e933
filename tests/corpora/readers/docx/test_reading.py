"""DOCX as Word shows it."""

import io
from pathlib import Path

import pytest
from docx import Document

from corpora import DocumentError, Mark
from corpora.readers import Block, Role
from corpora.readers.docx import read

from ..files import RELATIONS, WORD, archive

NAME = Path("a.docx")


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    members = {
        f"word/{name}.xml": f'<w:{root} xmlns:w="{WORD}">{xml}</w:{root}>'
        for name, xml in parts.items()
        for root in [name]
    }
    document = f'<w:document xmlns:w="{WORD}" xmlns:mc="m"><w:body>{body}</w:body></w:document>'
    return read(
        NAME, archive(**{"_rels/.rels": RELATIONS, "word/document.xml": document}, **members)
    ).blocks


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, place)


def level(depth: int, style: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def numbering(levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


FORMATS = [
    ("decimal", "%1.", ["1.", "2."]),
    ("lowerLetter", "(%1)", ["(a)", "(b)"]),
    ("upperRoman", "%1.", ["I.", "II."]),
    ("chineseCounting", "%1、", ["一、", "二、"]),
    ("chineseCountingThousand", "第%1条", ["第一条", "第二条"]),
    ("ideographTraditional", "%1、", ["甲、", "乙、"]),
    ("decimalEnclosedCircle", "%1", ["①", "②"]),
    ("bullet", "•", ["", ""]),
]


@pytest.mark.parametrize(("style", "pattern", "labels"), FORMATS)
def test_list_numbers(style: str, pattern: str, labels: list[str]) -> None:
    found = blocks(numbered("a") + numbered("b"), numbering=numbering(level(0, style, pattern)))
    assert [block.label for block in found] == labels


def test_levels_restart_and_show_the_levels_above() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")
    body = "".join(numbered(str(n), level=d) for n, d in enumerate((0, 1, 1, 0, 1)))
    found = blocks(body, numbering=numbering(levels))
    assert [block.label for block in found] == ["1.", "1.1", "1.2", "2.", "2.1"]
    assert [block.level for block in found] == [1, 2, 2, 1, 2]


def test_a_start_override_begins_again() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = numbered("a") + numbered("b") + numbered("c", 2) + numbered("d", 2) + numbered("e", 3)
    found = blocks(body, numbering=numbering(level(0, "decimal", "%1."), again))
    assert [block.label for block in found] == ["1.", "2.", "1.", "2.", "3."]


def test_numbers_that_come_from_a_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="H"/></w:style>'
    )
    found = blocks(
        paragraph("a", '<w:pStyle w:val="H"/>') + paragraph("b", '<w:pStyle w:val="S"/>'),
        numbering=numbering(level(0, "upperRoman", "%1.")),
        styles=styles,
    )
    assert [(block.role, block.label) for block in found] == [
        (Role.HEADING, "I."),
        (Role.HEADING, "II."),
    ]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


SHOWN = {
    "insertions are in": (f"<w:ins>{run('new')}</w:ins>", "new"),
    "deletions are out": (f"a<w:del><w:r><w:delText>old</w:delText></w:r></w:del>{run('b')}", "b"),
    "moved text is once": (
        f"<w:moveFrom>{run('x')}</w:moveFrom><w:moveTo>{run('x')}</w:moveTo>",
        "x",
    ),
    "text shown after all": (run("b", '<w:vanish w:val="0"/>'), "b"),
    "links are in": (f"<w:hyperlink>{run('link')}</w:hyperlink>", "link"),
    "content controls are in": (f"<w:sdt><w:sdtContent>{run('c')}</w:sdtContent></w:sdt>", "c"),
    "field codes are out": (f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('7')}", "7"),
    "symbols": ('<w:r><w:sym w:char="2022"/><w:t>a</w:t></w:r>', "•a"),
    "symbols of a font's own": ('<w:r><w:sym w:char="F0FC"/><w:t>a</w:t></w:r>', "a"),
    "symbols that are none": ('<w:r><w:sym w:char="zz"/><w:t>a</w:t><w:sym/></w:r>', "a"),
    "tabs to a margin": ("<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t></w:r>", "a\tb"),
    "tabs": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
    "soft hyphens": ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/></w:r>", "ab-"),
    "runs": (run("大") + run("会"), "大会"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_word_shows(name: str) -> None:
    inner, text = SHOWN[name]
    assert [block.text for block in blocks(f"<w:p>{inner}</w:p>")] == [text]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    found = blocks(paragraph("one ", mark) + paragraph("two"))
    assert [block.text for block in found] == ["one two"]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('box')}</w:txbxContent>"
    inner = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    found = blocks(f"<w:p><w:r>{inner}</mc:AlternateContent></w:r>{run('text')}</w:p>")
    assert sorted(block.text for block in found) == ["box", "text"]


def test_footnotes_are_apart_and_marked() -> None:
    note = f'<w:footnote w:id="5">{paragraph("See A/1.")}{paragraph("Also.")}</w:footnote>'
    found = blocks(
        f'<w:p>{run("报告,")}<w:r><w:footnoteReference w:id="5"/></w:r>{run("其中")}</w:p>',
        footnotes=note,
    )
    assert found[0].text == "报告,其中"
    assert found[0].marks == (Mark(3, "1"),)
    assert [(b.role, b.label, b.text) for b in found[1:]] == [
        (Role.FOOTNOTE, "1", "See A/1."),
        (Role.FOOTNOTE, "", "Also."),
    ]


def test_raised_numbers_are_marks() -> None:
    raised = run("3", '<w:vertAlign w:val="superscript"/>')
    (block,) = blocks(f"<w:p>{run('报告,')}{raised}{run('其中')}</w:p>")
    assert (block.text, block.marks) == ("报告,其中", (Mark(3, "3"),))


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ('<w:vertAlign w:val="subscript"/>', '<w:vertAlign w:val="superscript"/>'),
        ('<w:position w:val="-4"/>', '<w:position w:val="6"/>'),
    ],
)
def test_powers_and_indices_are_written(below: str, above: str) -> None:
    words = f"{run('H')}{run('2', below)}{run('O at 10')}{run('-', above)}{run('3', above)}"
    (block,) = blocks(f"<w:p>{words}</w:p>")
    assert (block.text, block.marks) == ("H₂O at 10⁻³", ())


def test_a_document_of_a_word_processor() -> None:
    document = Document()
    document.add_heading("Title", 0)
    document.add_heading("Part", 2)
    document.add_paragraph("one", style="List Number")
    document.add_paragraph("two", style="List Number")
    table = document.add_table(2, 2)
    for count, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"c{count}"
    table.cell(0, 0).merge(table.cell(1, 0))
    document.sections[0].header.paragraphs[0].text = "header"
    document.sections[0].footer.paragraphs[0].text = "footer"
    out = io.BytesIO()
    document.save(out)
    found = read(NAME, out.getvalue()).blocks
    assert [(b.role, b.label, b.level, b.text) for b in found] == [
        (Role.HEADING, "", 1, "Title"),
        (Role.HEADING, "", 2, "Part"),
        (Role.ITEM, "1.", 1, "one"),
        (Role.ITEM, "2.", 1, "two"),
        (Role.CELL, "", 0, "c0"),
        (Role.CELL, "", 0, "c2"),
        (Role.CELL, "", 0, "c1"),
        (Role.CELL, "", 0, "c3"),
    ]


def test_spaces_beside_numbers_are_learnt_across_runs() -> None:
    runs = [f"<w:r><w:t>{text}</w:t></w:r>" for text in ("第 ", "66", " 号")]
    heading = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    broken = "<w:r><w:t>第</w:t><w:br/><w:t>67 号</w:t></w:r>"
    found = blocks(f"<w:p>{''.join(runs)}</w:p><w:p>{heading}{broken}</w:p>")
    assert [block.text for block in found] == ["第 66 号", "第 67 号"]


def test_hidden_text_is_kept_as_furniture() -> None:
    found = blocks(f"<w:p>{run('a b', '<w:vanish/>')}{run('seen')}</w:p>")
    assert found == (
        Block("seen", where="paragraph 1"),
        Block("a b", Role.FURNITURE, where="paragraph 1, hidden"),
    )


def test_text_under_a_merged_cell_is_kept_as_furniture() -> None:
    merged = "<w:tcPr><w:vMerge/></w:tcPr>"
    cells = [f"<w:tc>{more}{paragraph(text)}</w:tc>" for more, text in
             (("", "a"), ("", "b"), (merged, "under"), ("", "d"))]  # fmt: skip
    rows = f"<w:tr>{''.join(cells[:2])}</w:tr><w:tr>{''.join(cells[2:])}</w:tr>"
    found = blocks(f"<w:tbl>{rows}</w:tbl>")
    assert {(block.role, block.text) for block in found} == {
        (Role.CELL, "a"), (Role.CELL, "b"), (Role.CELL, "d"), (Role.FURNITURE, "under"),
    }  # fmt: skip


def test_a_document_of_hidden_text_only_holds_none() -> None:
    with pytest.raises(DocumentError, match="holds no text"):
        blocks(f"<w:p>{run('a', '<w:vanish/>')}</w:p>")


def test_a_last_paragraph_whose_end_was_deleted_is_not_lost() -> None:
    found = blocks(paragraph("one") + paragraph("two", "<w:rPr><w:del/></w:rPr>"))
    assert [block.text for block in found] == ["one", "two"]


def test_a_mark_with_a_text_box_in_its_run_is_not_lost() -> None:
    box = f"<w:txbxContent>{paragraph('box')}</w:txbxContent>"
    raised = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t>{box}</w:r>'
    found = blocks(f"<w:p>{run('报告,')}{raised}{run('其中')}</w:p>")
    assert [(block.text, block.marks) for block in found] == [
        ("box", ()),
        ("报告,其中", (Mark(3, "3"),)),
    ]


def test_a_text_box_in_the_older_form_only_is_read() -> None:
    box = f"<mc:Fallback><w:txbxContent>{paragraph('box')}</w:txbxContent></mc:Fallback>"
    inner = f"<mc:AlternateContent>{box}</mc:AlternateContent>"
    assert [block.text for block in blocks(f"<w:p><w:r>{inner}</w:r></w:p>")] == ["box"]


@pytest.mark.parametrize("name", ["altChunk", "subDoc"])
def test_a_document_inside_the_document_is_not_passed_over(name: str) -> None:
    with pytest.raises(DocumentError, match="another document embedded in it; open it in Word"):
        blocks(paragraph("text") + f"<w:{name}/>")


def test_a_table_of_a_hundred_columns_is_read_row_by_row() -> None:
    cells = [[f"r{row}c{column}" for column in range(100)] for row in range(3)]
    rows = (f"<w:tr>{''.join(f'<w:tc>{paragraph(x)}</w:tc>' for x in row)}</w:tr>" for row in cells)
    found = blocks(f"<w:tbl>{''.join(rows)}</w:tbl>")
    assert [block.text for block in found] == [text for row in cells for text in row]


@pytest.mark.parametrize("table", ["<w:tbl/>", "<w:tbl><w:tr/><w:tr/></w:tbl>"])
def test_empty_tables_hold_nothing(table: str) -> None:
    assert [block.text for block in blocks(table + paragraph("a"))] == ["a"]


def test_the_rows_of_tables_are_counted_through_the_document() -> None:
    def table(*rows: str) -> str:
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"

    def row(*cells: str) -> str:
        return "".join(f"<w:tc>{''.join(map(paragraph, cell.split('/')))}</w:tc>" for cell in cells)

    frame = table(row("x"))
    data = table(row("a", "b/c"), row("d", "e")), table(row("f", "g"), row("h", "i"))
    found = blocks(f"{data[0]}{paragraph('text')}{frame}{data[1]}")
    assert {block.text: block.row for block in found} == {
        "a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "text": 0, "x": 0, "f": 3, "g": 3, "h": 4, "i": 4,
    }  # fmt: skip
