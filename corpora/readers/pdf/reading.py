"""PDF with a text layer: its lines made paragraphs, running heads and page numbers told apart."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from corpora.errors import DocumentError
from corpora.readers.block import Block, Content, Progress, Role
from corpora.readers.building import TextBuilder
from corpora.readers.joining import Joiner
from corpora.readers.pdf.characters import shown
from corpora.readers.pdf.columns import Gutter, find_gutters
from corpora.readers.pdf.line import PdfLine
from corpora.readers.pdf.lines import page_lines
from corpora.readers.pdf.margins import PdfPage, find_furniture, split_notes
from corpora.readers.pdf.overprint import without_overprint
from corpora.readers.pdf.pages import text_pages
from corpora.readers.pdf.paragraphs import group_lines, note_start
from corpora.readers.pdf.split_rows import with_whole_rows
from corpora.readers.pdf.tables import Table, find_tables
from corpora.readers.pdf.turns import Layer, find_layers

_UNKNOWN = re.compile(r"\(cid:\d+\)")
_REPLACEMENT = "\ufffd"
_MOST_UNKNOWN = 0.2


def read(
    path: Path, data: bytes, encoding: str | None = None, *, progress: Progress | None = None
) -> Content:
    """Read a PDF.

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: not looked at; a PDF says its own.
        progress: told after each page how many are read, and of how many.

    Raises:
        DocumentError: it is damaged, encrypted, or has no text layer that tells its characters.
    """
    pages = _read_pages(path, data, progress)
    if not any(page.lines for page in pages):
        raise DocumentError(f"{path}: has no text layer; run text recognition (OCR) on it first")
    text = "".join(line.text for page in pages for line in page.lines)
    if text.count(_REPLACEMENT) > _MOST_UNKNOWN * len(text):
        raise DocumentError(
            f"{path}: its fonts don't tell which characters they show; run text recognition (OCR)"
            " on it first"
        )
    furniture = find_furniture(pages)
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
    body, notes = split_notes(pages, furniture)
    body = with_whole_rows(body)
    content = [*_blocks(body, Role.BODY, joiner), *_blocks(notes, Role.FOOTNOTE, joiner)]
    return Content((*content, *blocks), "pdf")


def _read_pages(path: Path, data: bytes, progress: Progress | None) -> list[PdfPage]:
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            pages: list[PdfPage] = []
            gutters: tuple[Gutter, ...] = ()
            for page in text_pages(document):
                characters = [_told(item) for item in without_overprint(page.chars)]
                layers = find_layers(characters, float(page.width), float(page.height))
                tables: list[Table] = []
                if layers and layers[0].upright:
                    tables, outside = find_tables(page, layers[0].characters)
                    layers[0] = replace(layers[0], characters=tuple(outside))
                if layers and not layers[0].slanted:
                    gutters = find_gutters(layers[0].characters, gutters)
                pages.append(_page(layers, tables, gutters, float(page.height), page.page_number))
                page.close()
                if progress:
                    progress(len(pages), len(document.pages))
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
    """Give a character the text that it shows; unknown if its font has but a number, "(cid:3)"."""
    text = str(character["text"])
    own = _REPLACEMENT if _UNKNOWN.fullmatch(text) else shown(text, str(character["fontname"]))
    return character if own == text else {**character, "text": own}


def _page(
    layers: Sequence[Layer],
    tables: Sequence[Table],
    gutters: Sequence[Gutter],
    height: float,
    number: int,
) -> PdfPage:
    """Make a page of its layers: the first one is its text, unless that is slanted.

    Args:
        layers: its characters by the angle that they are turned by, without those of tables.
        tables: those that belong to its text.
        gutters: the free bands between the columns of its text.
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
            lines = page_lines(layer.characters, number, tables, gutters)
            height = layer.height
    return PdfPage(
        tuple(lines), tuple(text.strip() for text in apart if text.strip()), height, number
    )


def _blocks(lines: Sequence[PdfLine], role: Role, joiner: Joiner) -> Iterable[Block]:
    rows: dict[tuple[int, int], int] = {}
    for paragraph in group_lines(lines, footnotes=role is Role.FOOTNOTE):
        first = paragraph[0]
        own = Role.CELL if first.cell else role
        in_row = first.row and role is Role.BODY  # a note's table is none of the text
        row = rows.setdefault((first.page, first.row), len(rows) + 1) if in_row else 0
        yield from _paragraph(paragraph, own, joiner, row)


def _paragraph(lines: Sequence[PdfLine], role: Role, joiner: Joiner, row: int) -> Iterable[Block]:
    builder = TextBuilder()
    label = ""
    for number, line in enumerate(lines):
        if number:
            builder.add("\n")
        for place, run in enumerate(line.runs):
            if role is Role.FOOTNOTE and not number and not place and run.raised:
                label = run.text.strip()
            else:
                builder.add(run.text, run.script)
    if role is Role.FOOTNOTE and not label:
        label, text = note_start(lines[0].text)
        if label:
            builder = TextBuilder()
            builder.add("\n".join([text, *(line.text for line in lines[1:])]))
    yield from builder.take_blocks(joiner, role, label, 0, f"page {lines[0].page}", row)
