"""A line of a PDF page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpora.characters import UNSPACED
from corpora.leaders import LEADER
from corpora.readers.scripts import Script

RAISED_BY, LOWERED_BY = 0.1, 0.04
SAME_ROW = 0.25
"""In sizes of the type: how much higher a raised mark ends, how much lower an index ends and
stands, and how level one row is."""

_FIRST_WORD = re.compile(
    rf"[（「『“‘《〈【(\[]*(?:[^\s{UNSPACED}](?:(?!{LEADER})[^\s{UNSPACED}])*|[^\s])"
    rf"(?:[，。、；：！？．」』”’）》】〉〕]+[^\s{UNSPACED}]*)?"
)
_SPACES = re.compile("[ \u00a0]{2,}")

Face = tuple[bool, str]
"""A font: whether it is one of Chinese characters, and its name."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters of one kind on a line.

    Attributes:
        text: the characters.
        script: where they stand; above and below the line only small ones do.
    """

    text: str
    script: Script = Script.LINE

    @property
    def raised(self) -> bool:
        """Whether they stand above the line."""
        return self.script is Script.ABOVE


@dataclass(frozen=True, slots=True)
class Slot:
    """Where in its table a cell stands.

    Attributes:
        edges: where each cell of its row begins and ends, in points from the page's left edge.
        place: its own number in the row, counted from 0.
        first: whether its row is the first one of the table on the page.
        last: whether it is the last one.
    """

    edges: tuple[tuple[float, float], ...]
    place: int
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line.

    Attributes:
        runs: its characters.
        left: where it begins, in points from the page's left edge.
        right: where it ends.
        top: its upper edge, in points from the page's top.
        bottom: its lower edge.
        size: the size of most of its characters, in points.
        page: the number of its page, counted from 1.
        column: that it stands in, counted from 1; 0 across several, and on a page without columns.
        pieces: those with wide gaps between them that it was put together of; none of a line
            that is whole.
        cell: the number on the page of the table's cell that it stands in, counted from 1; 0
            outside tables.
        row: the number on the page of the table's row that the cell stands in; 0 outside tables.
        slot: where in a drawn table that cell stands.
        artifact: whether the file's tags say that it is none of the text, but put around it.
        faces: the fonts of its letters, each once, as they come.
        word: how wide its first word is.
        hang: where its text begins behind the label of an item; `left` without one.
    """

    runs: tuple[Run, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    page: int
    column: int = 0
    pieces: tuple[PdfLine, ...] = ()
    cell: int = 0
    row: int = 0
    slot: Slot | None = None
    artifact: bool = False
    faces: tuple[Face, ...] = ()
    word: float = 0.0
    hang: float = 0.0

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(run.text for run in self.runs)


def first_word(text: str) -> str:
    """Return what a text begins with that does not break; Chinese marks hold Latin behind them."""
    found = _FIRST_WORD.match(text)
    return found.group() if found else text


def single_spaced(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Make one space of several: how far apart words stand is told by their places."""
    single: list[Run] = []
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        if single and single[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            single.append(replace(run, text=text))
    return tuple(single)
