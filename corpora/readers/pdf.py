"""PDF with a text layer: its lines made paragraphs, running heads and page numbers told apart."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from corpora.characters import is_unspaced
from corpora.errors import DocumentError
from corpora.readers.block import Block, Content, Role
from corpora.readers.building import TextBuilder
from corpora.readers.joining import Joiner
from corpora.readers.layout import may_start_paragraph
from corpora.readers.pdf_lines import PdfLine, page_lines
from corpora.readers.pdf_turns import Layer, find_layers
from corpora.readers.wrapping import Line

_EDGE = 0.12
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\s\W]*(?:第\s*)?(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*页|\s*頁)?"
    r"(?:\s*(?:/|of|共)\s*\d{1,4}(?:\s*页|\s*頁)?)?[\s\W]*",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_REPLACEMENT = "\ufffd"
_MOST_UNKNOWN = 0.2
_NOTE_SIZE = 0.92
_NOTE_START = re.compile(r"\s*(\d{1,3}|[*†‡])\s+(?=\S)")


_Margins = dict[tuple[int, int], tuple[float, float]]
"""The left and right margin of each page and column."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on a page.

    Attributes:
        lines: those of its text.
        apart: text that is turned against it.
        height: the page's, in points.
        number: counted from 1.
    """

    lines: tuple[PdfLine, ...]
    apart: tuple[str, ...]
    height: float
    number: int


def read(path: Path, data: bytes, encoding: str | None = None) -> Content:
    """Read a PDF.

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: not looked at; a PDF says its own.

    Raises:
        DocumentError: it is damaged, encrypted, or has no text layer that tells its characters.
    """
    pages = _read_pages(path, data)
    if not any(page.lines for page in pages):
        raise DocumentError(f"{path}: has no text layer; run text recognition (OCR) on it first")
    text = "".join(line.text for page in pages for line in page.lines)
    if text.count(_REPLACEMENT) > _MOST_UNKNOWN * len(text):
        raise DocumentError(
            f"{path}: its fonts don't tell which characters they show; run text recognition (OCR)"
            " on it first"
        )
    furniture = _furniture(pages)
    lines = [line for page in pages for line in page.lines if line not in furniture]
    joiner = Joiner.of([line.text for line in lines], hyphenates=True)
    blocks = [
        Block(line.text.strip(), Role.FURNITURE, where=f"page {line.page}")
        for page in pages
        for line in page.lines
        if line in furniture
    ]
    blocks += (
        Block(text, Role.FURNITURE, where=f"page {page.number}, turned")
        for page in pages
        for text in page.apart
    )
    body, notes = _split_notes(pages, furniture)
    content = [*_blocks(body, Role.BODY, joiner), *_blocks(notes, Role.FOOTNOTE, joiner)]
    return Content((*content, *blocks), "pdf")


def _read_pages(path: Path, data: bytes) -> list[_Page]:
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            pages: list[_Page] = []
            for page in document.pages:
                characters = [_told(item) for item in page.dedupe_chars().chars]
                layers = find_layers(characters, float(page.width), float(page.height))
                pages.append(_page(layers, float(page.height), page.page_number))
                page.close()
            return pages
    except (PdfminerException, PDFException, MalformedPDFException) as error:
        cause = error.args[0] if error.args else None
        if isinstance(error, PDFPasswordIncorrect) or isinstance(cause, PDFPasswordIncorrect):
            message = "is protected by a password; save a copy without one"
            raise DocumentError(f"{path}: {message}") from None
        raise DocumentError(f"{path}: damaged or cut off: the PDF can't be read") from None
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        raise DocumentError(f"{path}: damaged: the PDF can't be read") from None


def _told(character: dict[str, Any]) -> dict[str, Any]:
    """Mark a character as unknown that its font gives but a number for, "(cid:3)"."""
    if _UNKNOWN.fullmatch(str(character["text"])):
        return {**character, "text": _REPLACEMENT}
    return character


def _page(layers: Sequence[Layer], height: float, number: int) -> _Page:
    """Make a page of its layers: the first one is its text, unless that is slanted."""
    lines: list[PdfLine] = []
    apart: list[str] = []
    for place, layer in enumerate(layers):
        if layer.slanted:
            apart.append("".join(str(character["text"]) for character in layer.characters))
        elif place:
            apart += (line.text for line in page_lines(layer.characters, number))
        else:
            lines, height = page_lines(layer.characters, number), layer.height
    return _Page(
        tuple(lines), tuple(text.strip() for text in apart if text.strip()), height, number
    )


def _furniture(pages: Sequence[_Page]) -> set[PdfLine]:
    """Return the running heads, running feet and page numbers.

    They stand at a page's upper or lower edge and come again on other pages, but for their digits.
    """
    edges: list[tuple[PdfLine, str]] = []
    for page in pages:
        for line in page.lines:
            if line.bottom < _EDGE * page.height or line.top > (1 - _EDGE) * page.height:
                upper = "head" if line.bottom < _EDGE * page.height else "foot"
                key = f"{upper} {round(line.top / 6)} {_NUMBERS.sub('#', line.text.strip())}"
                edges.append((line, key))
    counts = Counter(key for _, key in edges)
    return {
        line
        for line, key in edges
        if (counts[key] > 1 and counts[key] * 3 >= len(pages)) or _PAGE_NUMBER.fullmatch(line.text)
    }


def _split_notes(
    pages: Sequence[_Page], furniture: set[PdfLine]
) -> tuple[list[PdfLine], list[PdfLine]]:
    """Tell the footnotes at the foot of each page apart: smaller lines from a mark or number on."""
    body: list[PdfLine] = []
    notes: list[PdfLine] = []
    sizes = [line.size for page in pages for line in page.lines if line not in furniture]
    usual = median(sizes) if sizes else 0.0
    for page in pages:
        lines = [line for line in page.lines if line not in furniture]
        first = len(lines)
        while first and lines[first - 1].size < _NOTE_SIZE * usual:
            first -= 1
        starts = [
            number
            for number in range(first, len(lines))
            if lines[number].runs[0].raised or _NOTE_START.match(lines[number].text)
        ]
        cut = starts[0] if starts and first else len(lines)
        body += lines[:cut]
        notes += lines[cut:]
    return body, notes


def _blocks(lines: Sequence[PdfLine], role: Role, joiner: Joiner) -> Iterable[Block]:
    paragraph: list[PdfLine] = []
    margins = _margins(lines)
    leading = _leading(lines)
    for line in lines:
        if paragraph and _starts(paragraph, line, margins, leading, role):
            yield from _paragraph(paragraph, role, joiner)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield from _paragraph(paragraph, role, joiner)


def _margins(lines: Sequence[PdfLine]) -> _Margins:
    """Return how far lines of text reach to the left and right, for each column of each page.

    Rows in several pieces and short lines say nothing: a masthead reaches farther than the text.
    """
    columns: dict[tuple[int, int], list[PdfLine]] = {}
    for line in lines:
        columns.setdefault((line.page, line.column), []).append(line)
    margins: _Margins = {}
    for place, own in columns.items():
        whole = [line for line in own if line.pieces == 1] or own
        widest = max(line.right - line.left for line in whole)
        long_lines = [line for line in whole if 2 * (line.right - line.left) >= widest]
        margins[place] = (
            min(line.left for line in long_lines),
            max(line.right for line in long_lines),
        )
    return margins


def _leading(lines: Sequence[PdfLine]) -> float:
    """Return the usual distance between the base lines of two lines, in points."""
    steps = [
        after.bottom - before.bottom
        for before, after in pairwise(lines)
        if before.page == after.page and 0 < after.bottom - before.bottom < 3 * after.size
    ]
    return sorted(steps)[len(steps) // 3] if steps else 0.0


def _starts(
    paragraph: Sequence[PdfLine],
    line: PdfLine,
    margins: _Margins,
    leading: float,
    role: Role,
) -> bool:
    """Whether a line starts a paragraph of its own."""
    before = paragraph[-1]
    ended, following = Line.of(before.text), Line.of(line.text)
    if role is Role.FOOTNOTE and (line.runs[0].raised or _is_next_note(paragraph[0], line)):
        return True
    if abs(before.size - line.size) > 0.12 * before.size:
        return True
    if may_start_paragraph(Line.of(paragraph[0].text), ended, following):
        return True
    same_column = before.page == line.page and line.bottom > before.bottom
    if same_column and line.bottom - before.bottom > 1.35 * leading + 0.5:
        return True
    word = following.text.split()[0]
    pace = (line.right - line.left) / len(following.text)
    room = 1.5 * line.size if is_unspaced(word[0]) else max(pace, 0.5 * line.size) * len(word)
    margin = margins[before.page, before.column]
    widest = max(margin[1], *(other.right for other in paragraph))
    short = before.right + room < widest - line.size
    if same_column and line.left > before.left + 0.8 * line.size and len(paragraph) > 1:
        return True
    if not same_column:
        indent = line.left - margins[line.page, line.column][0]
        if indent > 0.8 * line.size and before.left - margin[0] < 0.2 * line.size:
            return True
        return ended.ends_sentence or (short and not word[0].islower())
    return short


def _is_next_note(note: PdfLine, line: PdfLine) -> bool:
    """Whether a line begins with the number that follows a footnote's own."""
    numbers = [_NOTE_START.match(item.text) for item in (note, line)]
    own, following = (match.group(1) if match else "" for match in numbers)
    return own.isdigit() and following.isdigit() and int(following) == int(own) + 1


def _paragraph(lines: Sequence[PdfLine], role: Role, joiner: Joiner) -> Iterable[Block]:
    builder = TextBuilder()
    label = ""
    for number, line in enumerate(lines):
        if number:
            builder.add("\n")
        for place, run in enumerate(line.runs):
            if role is Role.FOOTNOTE and not number and not place and run.raised:
                label = run.text.strip()
            elif run.raised:
                builder.add_raised(run.text)
            else:
                builder.add(run.text)
    if role is Role.FOOTNOTE and not label:
        head = _NOTE_START.match(lines[0].text)
        label = head.group(1) if head else ""
        if head:
            whole = TextBuilder()
            whole.add("\n".join([lines[0].text[head.end() :], *(line.text for line in lines[1:])]))
            builder = whole
    yield from builder.take_blocks(joiner, role, label, 0, f"page {lines[0].page}")
