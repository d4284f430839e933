"""Plain text: its encoding, its lines, and the paragraphs or subtitles that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpora.errors import DocumentError
from corpora.readers.block import Block, Content, Role
from corpora.readers.encodings import decode
from corpora.readers.guards import check_text_size
from corpora.readers.joining import Joiner
from corpora.readers.layout import find_layout
from corpora.readers.text.pages import part_pages
from corpora.readers.text.quotations import set_marks_aside
from corpora.readers.text.subtitles import are_subtitles, subtitle_blocks
from corpora.readers.text.tables import cells_of, find_tables

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028]|(\u2029)")
_DOS_END = "\x1a"
_PAGE_END = "\f"


def read(path: Path, data: bytes, encoding: str | None = None) -> Content:
    """Read plain text.

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: its character encoding; found when left out.

    Raises:
        DocumentError: it is too large, is no text, or its encoding can't be told.
    """
    check_text_size(path, len(data))
    text, name = decode(path, data, encoding)
    lines = split_lines(text)
    if are_subtitles(lines):
        return Content(tuple(subtitle_blocks(lines)), "subtitles", name)
    blocks = tuple(text_blocks(text))
    if all(block.role is Role.FURNITURE for block in blocks):
        raise DocumentError(f"{path}: holds nothing but white space")
    return Content(blocks, "text", name)


def split_lines(text: str) -> list[str]:
    """Split a text at every kind of line end; a paragraph separator makes a blank line too."""
    separated = _LINE_ENDS.sub(lambda match: "\n\n" if match.group(1) else "\n", text)
    return separated.removesuffix(_DOS_END).split("\n")


def text_blocks(text: str) -> Iterable[Block]:
    """Give the paragraphs and cells of a plain text, then what stands at its pages' edges."""
    lines = split_lines(text)
    numbers, edges = part_pages(lines, _page_starts(text))
    shown, quotations = set_marks_aside([lines[number] for number in numbers])
    joiner = Joiner.of(shown)
    rows = {row for table in find_tables(shown) for row in table}
    counts = {row: count for count, row in enumerate(sorted(rows), start=1)}
    layout = find_layout(["" if n in rows else line for n, line in enumerate(shown)], quotations)
    groups = [*layout.paragraphs, *(range(row, row + 1) for row in rows)]
    for group in sorted(groups, key=lambda group: group.start):
        where = f"line {numbers[group.start] + 1}"
        if group.start in rows:
            cells = (joiner.join([cell]) for cell in cells_of(shown[group.start]))
            count = counts[group.start]
            yield from (Block(cell, Role.CELL, where=where, row=count) for cell in cells if cell)
            continue
        words = joiner.join(_whole_lines(shown, group, layout.cut))
        if words:
            yield Block(words, where=where)
    for number in edges:
        yield Block(lines[number].strip(), Role.FURNITURE, where=f"line {number + 1}")


def _page_starts(text: str) -> list[int]:
    """Return the numbers of the lines that pages begin with: the first, and behind form feeds."""
    starts = [0]
    number = 0
    for match in _LINE_ENDS.finditer(text) if _PAGE_END in text else ():
        number += 2 if match.group(1) else 1
        if match.group() == _PAGE_END:
            starts.append(number)
    return starts


def _whole_lines(lines: Sequence[str], group: range, cut: frozenset[int]) -> Iterable[str]:
    """Give the lines of a paragraph, those that were cut at the width made whole."""
    pieces: list[str] = []
    for number in group:
        pieces.append(lines[number])
        if number not in cut:
            yield "".join(pieces)
            pieces = []
