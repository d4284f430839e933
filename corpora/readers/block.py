"""What every reader gives: the blocks of a file in reading order, and how it was read.

A block is a paragraph that knows only what its file format says of it. What it is in its
document (its kind, its number) is found later, from the text, by `corpora.structure`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from corpora.document import Mark

Progress = Callable[[int, int], None]
"""Told how many pages of a file are read, and of how many."""


class Role(StrEnum):
    """What a file format says that a block is."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as its file format gives it.

    Attributes:
        text: its own words, without white space at the ends; line breaks inside it are spaces
            (nothing between two Han characters), and marks of footnotes that the format knows
            as such have been set aside.
        role: what the format says that it is; a site's menus and notices are furniture.
        label: the number that the format computes for it (an automatic list, a footnote) as a
            reader of the page sees it ("1.", "(a)"), not part of `text`; or "". The dash in front
            of a speaker's words in subtitles is one too, and part of it.
        level: depth of a list item or of a heading, the outermost 1; 0 for all else.
        marks: the footnote marks that were set aside, in order of their offsets.
        where: its place in the file as a person would say it ("line 12", "page 3").
        row: the row of a table that it stands in, counted from 1 through all the file's tables;
            0 outside tables, and where the format does not tell.
    """

    text: str
    role: Role = Role.BODY
    label: str = ""
    level: int = 0
    marks: tuple[Mark, ...] = ()
    where: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """The blocks of one file.

    Attributes:
        blocks: all of them in reading order, footnotes behind the block they belong to or at
            the end, as the file has them.
        format: "text", "subtitles", "html", "markdown", "docx", "odt", "pdf" or "rtf".
        encoding: the character encoding that was taken, or "" where the format leaves no choice.
        language: the language tag that the file declares as its own, as it is written, or "".
    """

    blocks: tuple[Block, ...]
    format: str
    encoding: str = ""
    language: str = ""
