"""What stands at the margins of a PDF's pages: running heads, page numbers, footnotes.

Running heads and feet come again page after page. A browser that prints a page writes the day, the
title, the address and the page's number around it, even around a single one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from corpora.readers.page_numbers import is_page_number
from corpora.readers.pdf_lines import PdfLine
from corpora.readers.pdf_paragraphs import note_start

_EDGE = 0.12
_NUMBERS = re.compile(r"\d+")
_PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? (?:[上下]午)?\d{1,2}:\d{2}\b.*")
_PRINTED_FOOT = re.compile(r"(?:https?|file)://\S+ +\d{1,4}/\d{1,4}")
_NOTE_SIZE = 0.92


@dataclass(frozen=True, slots=True)
class PdfPage:
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


def find_furniture(pages: Sequence[PdfPage]) -> set[PdfLine]:
    """Return the running heads, running feet, page numbers, and what a browser printed around.

    They stand at a page's upper or lower edge and come again on other pages, but for their digits.
    The cells of a table over several pages do so by chance, or as its head, and so do footnotes
    ("1 Ibid.").
    """
    edges: list[tuple[PdfLine, str]] = []
    printed: set[PdfLine] = set()
    usual = _usual_size(pages, set())
    for page in pages:
        at_edge = [
            line for line in page.lines if not line.cell and _edge(line, page.height) is not None
        ]
        lowest = max((line.bottom for line in at_edge), default=0.0)
        for line in at_edge:
            if _is_note(line, usual, lowest):
                continue
            key = f"{_edge(line, page.height)} {round(line.top / 6)} "
            edges.append((line, key + _NUMBERS.sub("#", line.text.strip())))
        printed |= _printed(at_edge)
    counts = Counter(key for key, _ in {(key, line.page) for line, key in edges})
    return printed | {
        line
        for line, key in edges
        if (counts[key] > 1 and counts[key] * 3 >= len(pages)) or is_page_number(line.text)
    }


def _edge(line: PdfLine, height: float) -> str | None:
    """Return at which edge of the page a line stands, or None."""
    if line.bottom < _EDGE * height:
        return "head"
    return "foot" if line.top > (1 - _EDGE) * height else None


def _is_note(line: PdfLine, usual: float, lowest: float) -> bool:
    """Whether a line begins a footnote: by a raised mark, or above what is lowest by a number."""
    if line.runs[0].raised:
        return True
    small = line.size < _NOTE_SIZE * usual and line.bottom < lowest - line.size / 2
    return small and bool(note_start(line.text)[0])


def _printed(lines: Sequence[PdfLine]) -> set[PdfLine]:
    """Return the lines that a browser printed: an address with a page's number, the day above."""
    feet = {line for line in lines if _PRINTED_FOOT.fullmatch(line.text.strip())}
    heads = {line for line in lines if feet and _PRINTED_HEAD.fullmatch(line.text.strip())}
    return feet | heads


def _usual_size(pages: Sequence[PdfPage], furniture: set[PdfLine]) -> float:
    sizes = [line.size for page in pages for line in page.lines if line not in furniture]
    return median(sizes) if sizes else 0.0


def split_notes(
    pages: Sequence[PdfPage], furniture: set[PdfLine]
) -> tuple[list[PdfLine], list[PdfLine]]:
    """Tell the footnotes at the foot of each column apart: smaller lines from a mark or number on.

    Returns:
        The lines of the text, and those of footnotes, both without furniture.
    """
    body: list[PdfLine] = []
    notes: list[PdfLine] = []
    usual = _usual_size(pages, furniture)
    for page in pages:
        lines = [line for line in page.lines if line not in furniture]
        columns: dict[int, list[PdfLine]] = {}
        for line in lines:
            columns.setdefault(line.column, []).append(line)
        found = {
            line
            for column, own in columns.items()
            for line in _notes(own, usual, whole=not column and len(columns) > 1)
        }
        body += (line for line in lines if line not in found)
        notes += (line for line in lines if line in found)
    return body, notes


def _notes(lines: Sequence[PdfLine], usual: float, *, whole: bool) -> Sequence[PdfLine]:
    """Return the footnotes below the lines of one column.

    Args:
        lines: of the column.
        usual: the size of most type.
        whole: whether they go over several columns, and all of them may be footnotes.
    """
    first = len(lines)
    while first and lines[first - 1].size < _NOTE_SIZE * usual and not lines[first - 1].cell:
        first -= 1
    starts = [
        number
        for number in range(first, len(lines))
        if lines[number].runs[0].raised or note_start(lines[number].text)[0]
    ]
    return lines[starts[0] :] if starts and (first or whole) else ()
