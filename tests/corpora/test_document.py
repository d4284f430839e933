"""What the nouns promise of a document's words."""

from hypothesis import given
from hypothesis import strategies as st

from corpora import Document, Mark, Paragraph, Span


def test_marks_are_put_back_where_they_stood() -> None:
    paragraph = Paragraph("Aspects, and the report", marks=(Mark(8, "1"), Mark(23, "²")))
    assert paragraph.marked_text == "Aspects,1 and the report²"


@given(st.text(), st.lists(st.tuples(st.integers(0, 50), st.text(min_size=1, max_size=3))))
def test_taking_the_marks_out_again_gives_the_text(text: str, found: list[tuple[int, str]]) -> None:
    marks = tuple(Mark(min(o, len(text)), m) for o, m in sorted(found, key=lambda f: f[0]))
    marked = Paragraph(text, marks=marks).marked_text
    for mark in reversed(marks):
        before = sum(len(m.text) for m in marks[: marks.index(mark)])
        start = mark.offset + before
        assert marked[start:].startswith(mark.text)
    assert len(marked) == len(text) + sum(len(m.text) for m in marks)


def test_a_span_is_the_documents_own_text_without_white_space_at_its_ends() -> None:
    document = Document("x", "en", (Paragraph("One. Two."),))
    assert document.text_of(Span(0, 0, 5)) == "One."
