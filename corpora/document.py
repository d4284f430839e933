"""The nouns of what comes in: Document, Paragraph, Mark and Span.

They are immutable and know no file format. A Paragraph keeps the document's own words; only the
line breaks inside it have become spaces, and footnote marks have been set aside with the place
where they stood, so that `Paragraph.marked_text` gives the text back as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a paragraph is in its document."""

    TITLE = "title"
    CHAPEAU = "chapeau"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    SIGNATURE = "signature"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark that was set aside from a paragraph's text.

    Attributes:
        offset: where it stood, in characters of `Paragraph.text`.
        text: the mark as the document has it, with nothing added: "1", "¹", "[3]"; with the space
            behind it where that only sets it off from the next Han character ("报告,3 其中": "3 ").
    """

    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a document.

    Attributes:
        text: the document's own words, without white space at the ends, without footnote marks.
        kind: what it is in its document.
        number: its number in a language-neutral form ("12", "12(a)", "Article 3", "Annex I"), or
            None where it bears none.
        scope: the number of the part that it stands in ("Article 3", "Annex I"), or "".
        label: the number as the document writes it ("1.", "（一）", "第三条"), a bullet, or "".
        label_length: how many characters of `text` the label takes with the white space behind it;
            0 where the format computed the label (an automatic list) and the text has none.
        marks: the footnote marks that were set aside, in order of their offsets.
        where: its place in the file as a person would say it ("line 12", "page 3"), or "".
        row: the row of a table that it stands in, counted from 1 through all the document's tables;
            0 outside tables, and where the format does not tell.
    """

    text: str
    kind: Kind = Kind.BODY
    number: str | None = None
    scope: str = ""
    label: str = ""
    label_length: int = 0
    marks: tuple[Mark, ...] = ()
    where: str = ""
    row: int = 0

    @property
    def marked_text(self) -> str:
        """The text with its footnote marks put back where they stood."""
        pieces: list[str] = []
        done = 0
        for mark in self.marks:
            pieces += (self.text[done : mark.offset], mark.text)
            done = mark.offset
        return "".join((*pieces, self.text[done:]))


@dataclass(frozen=True, slots=True)
class Span:
    """A slice of one paragraph: a sentence, a clause, or the paragraph as a whole.

    The spans of a paragraph follow one another without a gap, so that joined they give
    its text back; white space between two sentences belongs to the first of them.

    Attributes:
        paragraph: the index of the paragraph in its document.
        start: the first character, counted from 0.
        end: the character after the last one.
    """

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read.

    Attributes:
        name: how the user called it: a file's name or a catalogue entry's.
        language: a BCP 47 tag: "zh-CN", "zh-TW", "en", "de".
        paragraphs: all of them in the document's order, the site's furniture too (as boilerplate).
        format: what it was read from: "text", "html", "docx".
        encoding: the character encoding that was taken, or "" where the format leaves no choice.
        status: one line that must go wherever the document is shown, or "".
    """

    name: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    format: str = "text"
    encoding: str = ""
    status: str = ""

    def text_of(self, span: Span) -> str:
        """Return the words of a span, without white space at the ends."""
        return self.paragraphs[span.paragraph].text[span.start : span.end].strip()
