"""PDF: headings of the text's size, and lines set apart from its margins, are paragraphs."""

import pytest
from reportlab.pdfbase import pdfmetrics

from .paper import Paper, texts, wrap

_WIDTH = 300.0
_TEXT = (
    "The Lessor shall deliver the machine to the place that both have agreed on, and the Lessee"
    " shall look after it as a careful person would look after things of his own, and return it."
)
_BOLD = "Helvetica-Bold"


def _paragraph(paper: Paper, text: str = _TEXT, *, indent: float = 0) -> None:
    """Write a paragraph whose first line is set in."""
    words = wrap(text, _WIDTH - indent)
    first, rest = words[0], wrap(text.removeprefix(words[0]).strip(), _WIDTH)
    paper.line(first, left=72 + indent)
    for line in rest:
        paper.line(line)


@pytest.mark.parametrize(
    "heading",
    [
        ["Article 4 Of that which either of them owes"],
        [
            "Article 4 Of that which either of them shall owe",
            "the other during the whole of the lease",
        ],
        ["4. Duties"],
    ],
    ids=["as long as a line", "of two lines", "short"],
)
def test_a_heading_in_bold_type_of_the_text_s_size_is_a_paragraph(heading: list[str]) -> None:
    paper = Paper()
    for _ in range(2):
        for line in heading:
            paper.line(line, font=_BOLD)
        _paragraph(paper)
    assert texts(paper.blocks()) == [" ".join(heading), _TEXT] * 2


def test_a_heading_in_another_font_ends_the_paragraph_above_it() -> None:
    paper = Paper()
    full = "It was written down as far as the line goes, up to here."
    for _ in range(3):
        _paragraph(paper)
    paper.line(full)
    paper.line("Of other things", font=_BOLD)
    _paragraph(paper)
    assert texts(paper.blocks())[-3:] == [full, "Of other things", _TEXT]


@pytest.mark.parametrize(
    ("bold", "plain", "rest"),
    [
        ("Warning", "Never use this in a damp place, nor with", "hands that are wet or in a bath."),
        ("Where the Lessee does not pay the rent that is due", "", "the Lessor may take it back."),
        ("It goes on. Warning of the shock that comes then.", "", "Never use this in a bath."),
    ],
    ids=["in the line", "as long as the line", "a sentence as long as the line"],
)
def test_bold_words_at_the_beginning_of_a_paragraph_do_not_tear_it(
    bold: str, plain: str, rest: str
) -> None:
    paper = Paper()
    _paragraph(paper)
    paper.height -= 12
    paper.at(paper.height, plain, left=76 + pdfmetrics.stringWidth(bold, _BOLD, 12))
    paper.line(bold, font=_BOLD)
    paper.line(rest)
    assert texts(paper.blocks())[-1] == " ".join(filter(None, [bold, plain, rest]))


def test_each_of_several_paragraphs_that_begin_with_bold_words_is_one() -> None:
    paper = Paper()
    lines = [
        "never bring it to a damp place, and not to",
        "a bath, and keep it out of the rain, as told in the book.",
    ]
    for word in ("Warning", "Caution", "Attention"):
        paper.line(word, font=_BOLD)
        paper.height += 15
        paper.line(lines[0], left=76 + pdfmetrics.stringWidth(word, _BOLD, 12))
        paper.line(lines[1])
    words = ("Warning", "Caution", "Attention")
    assert texts(paper.blocks()) == [f"{word} {' '.join(lines)}" for word in words]


def _right(paper: Paper, text: str) -> None:
    paper.line(text, left=72 + _WIDTH - pdfmetrics.stringWidth(text, "Helvetica", 12))


def _centre(paper: Paper, text: str, size: float = 12) -> None:
    width = pdfmetrics.stringWidth(text, "Helvetica", size)
    paper.line(text, left=72 + (_WIDTH - width) / 2, size=size)


def test_lines_at_the_right_margin_are_paragraphs() -> None:
    paper = Paper()
    _right(paper, "14 March 2025")
    _paragraph(paper)
    _right(paper, "Anna Berg")
    _right(paper, "Export Manager")
    paper.line("Encl.: one")
    assert texts(paper.blocks()) == [
        "14 March 2025", _TEXT, "Anna Berg", "Export Manager", "Encl.: one"
    ]  # fmt: skip


def test_centred_lines_are_paragraphs_though_the_next_one_is_set_in() -> None:
    paper = Paper()
    _centre(paper, "Eighth session of the whole assembly")
    _centre(paper, "Agenda item 12")
    for chapter in ("Chapter I General Provisions and Definitions", "Chapter II Of Leases"):
        _centre(paper, chapter)
        _paragraph(paper, indent=24)
    assert texts(paper.blocks()) == [
        "Eighth session of the whole assembly", "Agenda item 12",
        "Chapter I General Provisions and Definitions", _TEXT, "Chapter II Of Leases", _TEXT,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        ["Green Roofs and Indoor Heat:", "Evidence from Wuhan"],
        ["Effects of Roofs on the Heat", "Indoors: A Study of Six Houses", "in Wuhan"],
    ],
)
@pytest.mark.parametrize("author", ["Anna Berg", "A. Berg and Carl Dorn, the Institute"])
def test_the_last_line_of_a_centred_title_goes_on_with_it(title: list[str], author: str) -> None:
    paper = Paper()
    for line in title:
        _centre(paper, line, size=20)
    _centre(paper, author)
    for _ in range(3):
        _paragraph(paper)
    assert [block.text for block in paper.blocks()][:2] == [" ".join(title), author]


def test_a_line_in_the_middle_below_full_lines_is_a_paragraph() -> None:
    paper = Paper()
    for _ in range(2):
        lines = wrap(_TEXT, _WIDTH)[:2]
        paper.lines(lines)
        paper.height += 10
        _centre(paper, "a = b + c")
    assert "a = b + c" in texts(paper.blocks())


def test_lines_that_fill_their_width_are_paragraphs_where_first_lines_are_set_in() -> None:
    paper = Paper()
    said = [
        '"Have you anything on growing of beans?" he said.',
        '"I lend it to you, and you bring it in autumn."',
    ]
    for _ in range(2):
        _paragraph(paper, indent=24)
        for line in said:  # none has room for the first word of the next one
            paper.line(line, left=96)
    _paragraph(paper, indent=24)
    assert texts(paper.blocks()) == [_TEXT, *said, _TEXT, *said, _TEXT]


def test_lines_beside_a_picture_go_on_below_it() -> None:
    paper = Paper()
    _paragraph(paper)
    lines = wrap(_TEXT, _WIDTH - 60)[:3]
    for line in lines:
        paper.line(line, left=132)
    rest = _TEXT.removeprefix(" ".join(lines)).strip()
    for line in wrap(rest, _WIDTH):
        paper.line(line)
    assert texts(paper.blocks())[-1].endswith(f"{lines[1]} {lines[2]} {rest}")


@pytest.mark.parametrize("room", [4, 6])
def test_a_little_room_parts_paragraphs_whose_lines_are_even(room: float) -> None:
    paper = Paper()
    full = "It was written down as far as the line goes, and then on to here."
    for _ in range(3):
        _paragraph(paper)
        paper.height -= room
        paper.line(full[:53])
        paper.height -= room
    assert texts(paper.blocks()) == [_TEXT, full[:53]] * 3


@pytest.mark.parametrize("sign", ["租", "→", "①"])
def test_a_line_made_higher_by_a_sign_of_another_font_is_no_paragraph(sign: str) -> None:
    paper = Paper()
    for _ in range(3):
        _paragraph(paper)
        paper.height -= 12
    lines = wrap(_TEXT, _WIDTH)
    paper.line(lines[0])
    paper.height -= 4
    paper.at(paper.height, sign, left=80 + pdfmetrics.stringWidth(lines[1], "Helvetica", 12))
    for line in lines[1:]:
        paper.line(line)
    assert len(texts(paper.blocks())) == 4


def test_lines_of_one_width_at_the_right_margin_are_paragraphs() -> None:
    paper = Paper()
    whole = "各单位主要负责人是第一责任人，检查结果应当于八月十日以前报告，"
    paper.lines([whole, "逾期的予以批评。"])
    for line in ("市园林局研究所", "二〇二五年四月"):
        paper.line(line, left=72 + 12 * (len(whole) - 7))
    assert texts(paper.blocks())[1:] == ["市园林局研究所", "二〇二五年四月"]


def test_lines_of_one_width_in_the_middle_are_paragraphs() -> None:
    paper = Paper()
    whole = "各单位主要负责人是第一责任人，检查结果应当于八月十日以前报告，"
    for line in ("第八届会议", "议程第三项"):
        paper.line(line, left=72 + 6 * (len(whole) - 5))
    paper.lines([whole, "逾期的予以批评。"])
    assert texts(paper.blocks())[:2] == ["第八届会议", "议程第三项"]


def test_each_of_several_single_lines_that_begin_with_bold_words_is_a_paragraph() -> None:
    paper = Paper()
    said = "do not bring it to a damp place, or to a bath."
    _paragraph(paper)
    for word in ("Warning", "Caution", "Danger"):
        paper.at(paper.height, word, font=_BOLD)
        paper.line(said, left=76 + pdfmetrics.stringWidth(word, _BOLD, 12))
    assert texts(paper.blocks())[1:] == [
        f"{word} {said}" for word in ("Warning", "Caution", "Danger")
    ]


@pytest.mark.parametrize(("end", "count"), [(":", 2), ("and", 1)])
def test_a_line_set_in_below_a_full_one_begins_a_list_behind_a_colon(end: str, count: int) -> None:
    paper = Paper()
    paper.line(f"It will shine as it did before, in one of these ways{end}")
    paper.line("warm, for those who read before they sleep", left=96)
    assert len(texts(paper.blocks())) == count


def _set_in(items: list[list[str]]) -> list[str]:
    """The paragraphs between two others, each of which is written in some lines that are set in."""
    paper = Paper()
    _paragraph(paper)
    paper.height -= 12
    for item in items:
        for line in item:
            paper.line(line, left=96)
    paper.height -= 12
    _paragraph(paper)
    return texts(paper.blocks())[1:-1]


def test_items_behind_semicolons_are_paragraphs_though_they_fill_their_lines() -> None:
    items = [
        ["Remove the two old weirs, and build a pass for", "fish above them;"],
        ["Raise the number of sampling points by sixteen;"],
        ["Launch a telephone service for volunteers."],
    ]
    assert _set_in(items) == [" ".join(item) for item in items]


def test_a_quotation_with_semicolons_at_the_ends_of_lines_is_a_paragraph() -> None:
    lines = [
        "The weirs of old were built of stone and wood;",
        "Harlow was the first; and others that came later;",
        "it was hard work, and it was paid for by the lords",
        "of the river.",
    ]
    assert _set_in([lines]) == [" ".join(lines)]


def test_a_short_line_that_ends_inside_a_word_goes_on() -> None:
    paper = Paper()
    _paragraph(paper)
    paper.lines(["It was a state-", "of-the-art machine."])
    assert texts(paper.blocks())[1:] == ["It was a state-of-the-art machine."]


def test_a_numbered_title_that_fills_its_line_is_a_paragraph() -> None:
    paper = Paper()
    titles = ["(a) Scope", "(b) Costs", "(c) What else is said of property, plants and equipment"]
    for title in titles:
        paper.lines(
            [title, *wrap("These assets are stated at cost, and nothing is added. " * 4, 300)]
        )
        paper.height += 10
    assert [text for text in texts(paper.blocks()) if text.startswith("(")] == titles
