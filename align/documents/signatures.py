"""Signatures that take more lines on one side than on the other.

此致 and 敬礼 are one farewell on two lines, "Yours sincerely," is one on one; and who signs may
stand on one line with the office, or on several. The search would pair such lines one by one. So
the lines of a farewell, and those of a name below it, are one text for it where the other side has
one line.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpora import Document, Kind
from corpora.structure.words import words_of

MOST_LINES = 4
"""Of one name with its offices."""

Lines = tuple[int, ...]


def find_split_signatures(documents: tuple[Document, Document]) -> tuple[list[Lines], list[Lines]]:
    """Find the lines of either side that are one line on the other, as paragraph numbers."""
    found: tuple[list[Lines], list[Lines]] = ([], [])
    for source, target in zip(*map(_parts, documents), strict=True):
        if len(source) != 1 or len(target) != 1:
            continue
        sizes = len(source[0]), len(target[0])
        if min(sizes) == 1 < max(sizes) <= MOST_LINES:
            side = sizes.index(max(sizes))
            found[side].append((source, target)[side][0])
    return found


def _parts(document: Document) -> tuple[Sequence[Lines], Sequence[Lines]]:
    """The farewells of a document, and the names, each a run of lines."""
    words = words_of(document.language)
    farewells: list[Lines] = []
    names: list[Lines] = []
    for index, paragraph in enumerate(document.paragraphs):
        row = words.date.fullmatch(paragraph.text) or words.closing_row.fullmatch(paragraph.text)
        if paragraph.kind is not Kind.SIGNATURE or row:
            continue
        runs = farewells if words.farewell.fullmatch(paragraph.text) else names
        if runs and runs[-1][-1] == index - 1:
            runs[-1] = (*runs[-1], index)
        else:
            runs.append((index,))
    return farewells, names
