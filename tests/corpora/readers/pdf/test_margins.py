"""PDF: what stands at the margins of a single page, and labels that look like page numbers."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpora.readers import Block, Role
from corpora.readers.pdf import read

from .paper import ENGLISH, NAME, Paper, texts

TITLE = "Notice of works"
HEAD = "Acme Water Ltd."


@pytest.mark.parametrize(
    ("height", "size", "left", "is_furniture"),
    [
        pytest.param(795, 12, 72, True, id="in the margin"),
        pytest.param(795, 9, 72, True, id="in the margin, in smaller type"),
        pytest.param(795, 12, 400, True, id="in the margin, at the right"),
        pytest.param(795, 16, 72, False, id="in larger type, as a title is"),
        pytest.param(765, 12, 72, False, id="where the text begins"),
        pytest.param(765, 9, 72, False, id="where the text begins, in smaller type"),
    ],
)
def test_the_running_head_of_a_single_page_stands_in_its_margin(
    height: float, size: float, left: float, is_furniture: bool
) -> None:
    paper = Paper()
    paper.at(height, HEAD, size=size, left=left)
    paper.line(TITLE)
    paper.height -= 10
    paper.lines(ENGLISH)
    found = paper.blocks()
    assert texts(found, Role.FURNITURE) == ([HEAD] if is_furniture else [])
    assert TITLE in texts(found)


def test_a_line_above_an_empty_one_is_no_running_head_on_a_page_with_narrow_margins() -> None:
    paper = Paper()
    paper.at(800, TITLE, left=36)
    paper.height = 760
    paper.lines(ENGLISH, left=36)
    assert texts(paper.blocks())[0] == TITLE


@pytest.mark.parametrize("size", [12, 22])
def test_a_line_where_the_text_of_another_page_begins_is_no_running_head(size: float) -> None:
    paper = Paper()
    paper.at(800 - size / 2, TITLE, size=size)
    paper.lines(ENGLISH)
    paper.end_page()
    paper.at(800, "It holds until the works are done.")
    paper.lines(ENGLISH)
    assert "It holds until the works are done." in texts(paper.blocks())


def test_a_running_head_of_one_page_stands_above_where_the_text_of_another_begins() -> None:
    paper = Paper()
    paper.lines(ENGLISH)
    paper.end_page()
    paper.at(800, HEAD)
    paper.lines(ENGLISH)
    assert texts(paper.blocks(), Role.FURNITURE) == [HEAD]


@pytest.mark.parametrize(
    ("height", "is_furniture"),
    [
        pytest.param(40, True, id="in the margin"),
        pytest.param(95, False, id="where the text may end"),
    ],
)
def test_the_running_foot_of_a_single_page_stands_in_its_margin(
    height: float, is_furniture: bool
) -> None:
    paper = Paper()
    paper.lines(ENGLISH)
    paper.at(height, HEAD)
    assert texts(paper.blocks(), Role.FURNITURE) == ([HEAD] if is_furniture else [])


def _tagged(*lines: tuple[str, str]) -> bytes:
    """A PDF of lines, each with its tag."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 600), pageCompression=0)
    for number, (tag, text) in enumerate(lines):
        properties = f"<</MCID {number}>> BDC" if tag == "P" else "BMC"
        canvas._code.append(f"/{tag} {properties}")
        canvas.drawString(72, 500 - 20 * number, text)
        canvas._code.append("EMC")
    canvas.save()
    return out.getvalue()


def test_what_the_tags_of_a_file_set_apart_is_furniture() -> None:
    data = _tagged(("Artifact", HEAD), ("P", "Recalling its resolution,"), ("P", "Decides."))
    blocks = read(NAME, data).blocks
    assert texts(blocks, Role.FURNITURE) == [HEAD]
    assert "Decides." in " ".join(texts(blocks))


def test_a_page_whose_tags_set_all_apart_is_text() -> None:
    blocks = read(NAME, _tagged(("Artifact", HEAD), ("Artifact", "Decides."))).blocks
    assert texts(blocks, Role.FURNITURE) == []


@pytest.mark.parametrize(
    ("label", "height"),
    [
        pytest.param("IV", 755, id="near to the text"),
        pytest.param("4.", 790, id="with a full stop"),
        pytest.param("四、", 790, id="with a Chinese comma"),
    ],
)
def test_a_label_at_the_edge_of_a_page_is_no_page_number(label: str, height: float) -> None:
    paper = Paper()
    paper.at(height, label)
    paper.height = 740 if height < 790 else 760
    paper.lines(ENGLISH)
    found = paper.blocks()
    assert texts(found, Role.FURNITURE) == []
    assert label in " ".join(texts(found))


def test_a_label_alone_on_a_page_with_its_number_is_text() -> None:
    paper = Paper()
    for page in (1, 2, 3):
        paper.at(765, ("Recalling all this,", "II", "Expressing its thanks,")[page - 1])
        paper.height = 735
        paper.lines(ENGLISH)
        paper.at(40, str(page), left=290)
        paper.end_page()
    found = paper.blocks()
    assert texts(found, Role.FURNITURE) == ["1", "2", "3"]
    assert "II" in " ".join(texts(found))


def _pages(heads: list[tuple[str, float, float]], foot: bool) -> tuple[Block, ...]:
    """Pages of text below (or above) lines, each given with its distance and its size."""
    paper = Paper()
    for number, (head, distance, size) in enumerate(heads):
        if number:
            paper.end_page()
        if head:
            paper.at(95 - distance if foot else 760 + distance, head, size=size)
        for _ in range(11 if foot else 8):
            paper.lines([f"{line} {'abc'[number]}" for line in ENGLISH])
    return paper.blocks()


OTHER = "Riverside Water Company"
COMES_AGAIN = (HEAD, 12.0, 12.0)


@pytest.mark.parametrize(
    ("second", "is_furniture"),
    [
        pytest.param((OTHER, 12, 12), True, id="in the same place"),
        pytest.param((OTHER, 5, 12), False, id="nearer to the text"),
        pytest.param((OTHER, 12, 16), False, id="in larger type"),
        pytest.param(("", 0, 12), True, id="none"),
    ],
)
@pytest.mark.parametrize("foot", [False, True], ids=["head", "foot"])
def test_another_head_in_the_place_of_one_that_comes_again_is_one(
    second: tuple[str, float, float], is_furniture: bool, foot: bool
) -> None:
    found = _pages([COMES_AGAIN, second, COMES_AGAIN], foot)
    furniture = [HEAD, second[0], HEAD] if is_furniture and second[0] else [HEAD, HEAD]
    assert texts(found, Role.FURNITURE) == furniture
    assert any(OTHER in text for text in texts(found)) is not is_furniture


def test_a_single_other_page_is_too_little_to_know_the_place_of_heads_by() -> None:
    found = _pages([COMES_AGAIN, (OTHER, 12, 12)], foot=False)
    assert any(OTHER in text for text in texts(found))


@pytest.mark.parametrize(
    ("text", "gap", "is_furniture"),
    [
        pytest.param("Page 1 of 1", 60, True, id="a page's number"),
        pytest.param("- 1 -", 60, True, id="a number between dashes"),
        pytest.param("Page 1 of 1", 15, False, id="as near as the text's lines"),
        pytest.param("One page", 60, False, id="words"),
    ],
)
def test_a_page_s_number_may_stand_farther_inside_than_other_feet(
    text: str, gap: float, is_furniture: bool
) -> None:
    paper = Paper()
    paper.height = 112 + gap + 30
    paper.lines(ENGLISH)
    paper.at(112, text)
    assert texts(paper.blocks(), Role.FURNITURE) == ([text] if is_furniture else [])
