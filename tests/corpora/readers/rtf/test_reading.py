"""RTF: text in any of its spellings, and what stands apart from it."""

from pathlib import Path

import pytest

from corpora import Mark
from corpora.readers import Block, Role
from corpora.readers.rtf import read

NAME = Path("a.rtf")
FONTS = rb"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset136 MingLiU;}}"


def blocks(body: bytes, head: bytes = rb"\ansi\ansicpg1252") -> tuple[Block, ...]:
    return read(NAME, rb"{\rtf1" + head + FONTS + body + b"}").blocks


def hexed(text: str, encoding: str) -> bytes:
    return b"".join(b"\\'%02x" % byte for byte in text.encode(encoding))


SPELLINGS = {
    "unicode": (rb"\uc1\u22823?\u20250?", "大会"),
    "unicode, hexadecimal stand-ins": (rb"\uc1\u31532\'3f \u24635\'3f", "第 总"),
    "unicode without stand-ins": (rb"\uc0\u22823\u20250 x", "大会x"),
    "unicode with two": (rb"\uc2\u22823\'b4\'f3\u20250\'bb\'e1", "大会"),
    "negative unicode": (rb"\u-244?", "，"),
    "surrogates": (rb"\u-10176?\u-9216?", "\U00020000"),
    "simplified font": (rb"\f1 " + hexed("大会", "gbk"), "大会"),
    "traditional font": (rb"\f2 " + hexed("大會", "big5"), "大會"),
    "Western font": (rb"\f0 caf\'e9 \'93x\'94", "café “x”"),
    "signs": (rb"a\emdash b\~c\_d\-e\{\}\\", "a—b\u00a0c-de{}\\"),
    "line ends in the file": (b"one\r\n two", "one two"),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_text_is_spelled_in_many_ways(name: str) -> None:
    body, text = SPELLINGS[name]
    assert [block.text for block in blocks(body + rb"\par")] == [text]


def test_a_document_in_a_chinese_code_page_without_fonts() -> None:
    body = hexed("大会", "gbk") + rb"\par \'93x\'94\par"
    found = blocks(body, rb"\ansi\ansicpg936\deff0")
    assert [block.text for block in found] == ["大会", "“x”"]


APART = {
    "header": rb"{\header\pard x\par}",
    "footer": rb"{\footerr x\par}",
    "picture": rb"{\pict\pngblip 89504e47}",
    "binary": b"\\bin3 }{\\",
    "unknown": rb"{\*\unknown x}",
    "deleted": rb"{\deleted x}",
    "field code": rb"{\field{\*\fldinst PAGE}{\fldrslt }}",
    "bookmark": rb"{\*\bkmkstart x}",
    "properties of a shape": rb"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}}}",
    "null bytes": b"\0\0",
    "information": rb"{\info{\author x}}",
}


@pytest.mark.parametrize("name", APART)
def test_what_is_no_text_is_out(name: str) -> None:
    found = blocks(b"a" + APART[name] + rb"b\par")
    assert [block.text for block in found] == ["ab"]


def test_list_labels_are_taken_as_they_stand() -> None:
    item = rb"\pard\ilvl1{\listtext\pard\plain (a)\tab}one\par\pard two\par"
    assert [(b.role, b.label, b.level, b.text) for b in blocks(item)] == [
        (Role.ITEM, "(a)", 2, "one"),
        (Role.BODY, "", 0, "two"),
    ]


def test_headings_by_level_or_by_style() -> None:
    styles = rb"{\stylesheet{\s1 heading 1;}{\s2\outlinelevel1 x;}}"
    body = rb"\pard\s1 a\par\pard\s2 b\par\pard\outlinelevel2 c\par\pard d\par"
    assert [(b.role, b.level) for b in blocks(styles + body)] == [
        (Role.HEADING, 1),
        (Role.HEADING, 2),
        (Role.HEADING, 3),
        (Role.BODY, 0),
    ]


NOTES = {
    "Word": rb"{\super\chftn}{\footnote\pard{\super\chftn} See A/1.\par}",
    "LibreOffice": rb"{{\super \chftn{\*\footnote \chftn\pard\plain \fs20{\tab See A/1.}}}}",
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_footnotes_are_apart_and_marked(note: bytes) -> None:
    found = blocks(b"Aspects," + note + rb" and\par next\par")
    assert (found[0].text, found[0].marks) == ("Aspects, and", (Mark(8, "1"),))
    assert found[1].text == "next"
    assert (found[2].role, found[2].label, found[2].text) == (Role.FOOTNOTE, "1", "See A/1.")


ENDNOTE = rb"{\super\chftn}{\footnote\ftnalt{\super\chftn} End.}"


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (b"", ["1", "i", "2", "ii"]),
        (rb"\ftnnar\aftnnrlc", ["1", "i", "2", "ii"]),
        (rb"\aftnnar", ["1", "1", "2", "2"]),
        (rb"\ftnnauc\aftnnalc", ["A", "a", "B", "b"]),
        (rb"\sftnnruc\saftnncnum", ["I", "\u2460", "II", "\u2461"]),
    ],
)
def test_footnotes_and_endnotes_are_counted_apart(words: bytes, labels: list[str]) -> None:
    found = blocks(words + b" a" + NOTES["Word"] + b"b" + ENDNOTE + b"c" + NOTES["LibreOffice"]
                   + b"d" + ENDNOTE + rb"\par")  # fmt: skip
    assert [mark.text for mark in found[0].marks] == labels
    assert [block.label for block in found[1:]] == labels
    assert found[0].text == "abcd"


def test_raised_numbers_are_marks() -> None:
    (block,) = blocks(rb"Aspects,{\super 1} and 5 km{\super 2}\par")
    assert (block.text, block.marks) == ("Aspects, and 5 km²", (Mark(8, "1"),))


@pytest.mark.parametrize(
    "words",
    [
        rb"H{\sub 2}O at 10{\super 6}\par",
        rb"H{\dn4 2}O at 10{\up6 6}\par",
        rb"H\sub 2\nosupersub O at 10\super 6\plain\par",
        rb"H\sub 2\sub0 O at 10\super 6\super0\par",
    ],
)
def test_powers_and_indices_are_written(words: bytes) -> None:
    (block,) = blocks(words)
    assert (block.text, block.marks) == ("H₂O at 10⁶", ())


def test_what_is_above_and_below_the_line_is_told_apart() -> None:
    (block,) = blocks(rb"SO{\sub 4}{\super 2-}, a\sub 1\super 2\nosupersub\par")
    assert block.text == "SO₄²⁻, a₁²"


def test_cells_and_frames() -> None:
    table = rb"\trowd\intbl a\cell b\cell\row\pard\trowd\intbl frame\cell\row\pard c\par"
    assert [(block.role, block.text) for block in blocks(table)] == [
        (Role.CELL, "a"),
        (Role.CELL, "b"),
        (Role.BODY, "frame"),
        (Role.BODY, "c"),
    ]


def test_line_breaks_end_paragraphs() -> None:
    assert [block.text for block in blocks(rb"12 \'c4\line 3 B\par")] == ["12 Ä", "3 B"]


def test_deep_groups_do_not_crash() -> None:
    assert blocks(b"{" * 50_000 + b"x" + b"}" * 50_000)[0].text == "x"


def test_hidden_text_is_kept_as_furniture() -> None:
    assert blocks(rb"a{\v x y}b\par") == (
        Block("ab", where="paragraph 1"),
        Block("x y", Role.FURNITURE, where="paragraph 1, hidden"),
    )


BOXES = {
    "today's": rb"{\shp{\*\shpinst{\shptxt\pard box\par}}{\shprslt{\*\do{\dptxbxtext box\par}}}}",
    "of Word 95": rb"{\*\do\dobxpage{\dptxbx{\dptxbxtext\pard box\par}}}",
}


@pytest.mark.parametrize("name", BOXES)
def test_a_text_box_is_read_once_and_apart_from_the_line_around_it(name: str) -> None:
    found = blocks(b"before " + BOXES[name] + rb"after\par")
    assert [block.text for block in found] == ["box", "before after"]


def test_of_a_text_written_twice_the_unicode_one_is_taken() -> None:
    assert [b.text for b in blocks(rb"a{\upr{?}{\*\ud{\u22823?}}}b\par")] == ["a大b"]


@pytest.mark.parametrize("word", [b"page", b"column", b"line"])
def test_words_around_a_break_stay_apart(word: bytes) -> None:
    (block,) = blocks(b"one\\" + word + rb" two\par")
    assert block.text == "one two"


def test_what_stands_behind_the_end_is_no_text() -> None:
    assert [block.text for block in read(NAME, b"{\\rtf1 a\\par}\0\0\r\n").blocks] == ["a"]


def test_cells_know_their_row_and_a_frame_is_none() -> None:
    row = rb"\trowd\intbl %s\cell %s\cell\row\pard"
    frame = rb"\trowd\intbl x\cell\row\pard"
    found = blocks(row % (b"a", b"b") + frame + row % (b"c", b"d") + rb" text\par")
    rows = {block.text: block.row for block in found}
    assert rows["a"] == rows["b"] != rows["c"] == rows["d"]
    assert rows["a"] and rows["c"] and not rows["x"] and not rows["text"]
