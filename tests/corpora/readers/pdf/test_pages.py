"""The pages of a PDF."""

import io

import pdfplumber
import pytest

from corpora.readers.pdf.pages import text_pages

from .paper import CHINESE, ENGLISH, Paper

BOX = b"/MediaBox [ 0 0 595"


@pytest.mark.parametrize("box", [BOX, b"/MediaBox [ 9 7 595"], ids=["at the corner", "shifted"])
def test_characters_stand_where_pdfplumber_has_them(box: bytes) -> None:
    paper = Paper()
    paper.lines(ENGLISH)
    paper.end_page()
    paper.table([["1", "2"], CHINESE], drawn=True)
    data = paper.data()
    assert BOX in data
    with pdfplumber.open(io.BytesIO(data.replace(BOX, box))) as document:
        for own, other in zip(text_pages(document), document.pages, strict=True):
            assert len(own.chars) == len(other.chars) > 0
            for mine, theirs in zip(own.chars, other.chars, strict=True):
                known = {key: theirs[key] for key in mine}
                assert mine == {
                    key: pytest.approx(value) if isinstance(value, float) else value
                    for key, value in known.items()
                }
            assert own.edges == other.edges
