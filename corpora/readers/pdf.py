"""PDF with a text layer: its lines made paragraphs, running heads and page numbers told apart."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from corpora.errors import DocumentError
from corpora.readers.block import Block, Content, Role
from corpora.readers.building import TextBuilder
from corpora.readers.joining import Joiner
from corpora.readers.pdf_lines import PdfLine, page_lines
from corpora.readers.pdf_paragraphs import NOTE_START, group_lines
from corpora.readers.pdf_tables import Table, find_tables
from corpora.readers.pdf_turns import Layer, find_layers

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
                tables: list[Table] = []
                if layers and layers[0].upright:
                    tables, outside = find_tables(page, layers[0].characters)
                    layers[0] = replace(layers[0], characters=tuple(outside))
                pages.append(_page(layers, tables, float(page.height), page.page_number))
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


def _page(layers: Sequence[Layer], tables: Sequence[Table], height: float, number: int) -> _Page:
    """Make a page of its layers: the first one is its text, unless that is slanted.

    Args:
        layers: its characters by the angle that they are turned by, without those of tables.
        tables: those that belong to its text.
        height: the page's, in points.
        number: counted from 1.
    """
    lines: list[PdfLine] = []
    apart: list[str] = []
    for place, layer in enumerate(layers):
        if layer.slanted:
            apart.append("".join(str(character["text"]) for character in layer.characters))
        elif place:
            apart += (line.text for line in page_lines(layer.characters, number))
        else:
            lines = page_lines(layer.characters, number, tables)
            height = layer.height
    return _Page(
        tuple(lines), tuple(text.strip() for text in apart if text.strip()), height, number
    )


def _furniture(pages: Sequence[_Page]) -> set[PdfLine]:
    """Return the running heads, running feet and page numbers.

    They stand at a page's upper or lower edge and come again on other pages, but for their digits.
    The cells of a table over several pages do so by chance, or as its head.
    """
    edges: list[tuple[PdfLine, str]] = []
    for page in pages:
        for line in page.lines:
            if line.cell:
                continue
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
        while first and lines[first - 1].size < _NOTE_SIZE * usual and not lines[first - 1].cell:
            first -= 1
        starts = [
            number
            for number in range(first, len(lines))
            if lines[number].runs[0].raised or NOTE_START.match(lines[number].text)
        ]
        cut = starts[0] if starts and first else len(lines)
        body += lines[:cut]
        notes += lines[cut:]
    return body, notes


def _blocks(lines: Sequence[PdfLine], role: Role, joiner: Joiner) -> Iterable[Block]:
    for paragraph in group_lines(lines, footnotes=role is Role.FOOTNOTE):
        own = Role.CELL if paragraph[0].cell else role
        yield from _paragraph(paragraph, own, joiner)


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
        head = NOTE_START.match(lines[0].text)
        label = head.group(1) if head else ""
        if head:
            whole = TextBuilder()
            whole.add("\n".join([lines[0].text[head.end() :], *(line.text for line in lines[1:])]))
            builder = whole
    yield from builder.take_blocks(joiner, role, label, 0, f"page {lines[0].page}")
