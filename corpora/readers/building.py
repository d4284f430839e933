"""Building a block from the runs of text and the footnote marks that a format gives one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpora.characters import is_unspaced
from corpora.document import Mark
from corpora.readers.block import Block, Role
from corpora.readers.joining import SOFT_HYPHEN, SPACE, Joiner
from corpora.readers.layout import find_layout
from corpora.readers.scripts import Script, is_mark, written

_COLLAPSED = re.compile(r"[ \t\r\f]*\n[ \t\r\f\n]*|[ \t\r\f]+")


@dataclass(frozen=True, slots=True)
class Built:
    """The words of a block and the marks set aside from them."""

    text: str
    marks: tuple[Mark, ...]


class TextBuilder:
    """Gathers one block: runs of text, line breaks, footnote marks.

    White space at the block's ends goes, the marks' offsets follow. A line break becomes a
    space, or nothing between two Chinese characters; one that the format sets on purpose may
    end a paragraph.
    """

    def __init__(self, *, collapse: bool = False) -> None:
        """Begin an empty block.

        Args:
            collapse: whether a run of white space counts as one space, as in HTML.
        """
        self._collapse = collapse
        self._pieces: list[str] = []
        self._marks: list[tuple[int, str]] = []
        self._breaks: list[int] = []

    def __bool__(self) -> bool:
        """Whether anything was added."""
        return bool(self._pieces or self._marks)

    @property
    def tail(self) -> str:
        """The last piece that was added."""
        return self._pieces[-1] if self._pieces else ""

    def add(self, text: str, script: Script = Script.LINE, *, marks: bool = True) -> None:
        """Add a run of text.

        Args:
            text: its words.
            script: where they stand.
            marks: whether raised text is a footnote mark if it looks like one.
        """
        behind = "".join(self._pieces[-3:]) if script is not Script.LINE else ""
        if marks and script is Script.ABOVE and is_mark(behind, text):
            self.add_mark(text)
        elif text:
            after_mark = bool(self._marks) and self._marks[-1][0] == len(self._pieces)
            self._pieces.append(written("" if after_mark else behind, text, script))

    def add_mark(self, text: str) -> None:
        """Set a footnote mark aside at this place."""
        text = text.strip(SPACE)
        if text:
            self._marks.append((len(self._pieces), text))

    def break_line(self) -> None:
        """End a line, as a format's own line break does."""
        self._breaks.append(len(self._pieces))
        self._pieces.append("\n")

    def take_paragraphs(self, joiner: Joiner, *, whole: bool = False) -> list[Built]:
        """Return what was gathered, and begin an empty block.

        A format's line breaks end paragraphs: people set them between the lines of a closing or
        an address. They are joined only where the lines read as one wrapped text.

        Args:
            joiner: joins the lines inside a paragraph.
            whole: whether it is one paragraph for sure, such as a heading.
        """
        lines = [self._line(start, end, joiner) for start, end in self._spans()]
        self._pieces, self._marks, self._breaks = [], [], []
        groups = [list(range(len(lines)))] if whole else _group([line.text for line in lines])
        merged = (_merge([lines[number] for number in group], joiner) for group in groups)
        return [built for built in merged if built.text]

    def take_blocks(
        self, joiner: Joiner, role: Role, label: str, level: int, where: str, row: int = 0
    ) -> list[Block]:
        """Return what was gathered as blocks, the first of them with the label."""
        paragraphs = self.take_paragraphs(joiner, whole=role is Role.HEADING)
        return [
            Block(built.text, role, "" if count else label, level, built.marks, where, row)
            for count, built in enumerate(paragraphs)
        ]

    def _spans(self) -> Iterable[tuple[int, int]]:
        """Give the lines as ranges of pieces."""
        start = 0
        for end in self._breaks:
            yield start, end
            start = end + 1
        yield start, len(self._pieces)

    def _line(self, start: int, end: int, joiner: Joiner) -> Built:
        """Return one line with its marks; line ends inside the pieces are joined."""
        lines: list[tuple[str, list[tuple[int, str]]]] = []
        text = ""
        here: list[tuple[int, str]] = []
        for raw, marks in self._runs(start, end):
            here += [(len(text), mark) for mark in marks]
            *ended, rest = raw.split("\n")
            for line in ended:
                lines.append((text + line, here))
                text, here = "", []
            text += rest
        lines.append((text, here))
        return _joined([line for line in lines if line[0].strip(SPACE) or line[1]], joiner)

    def _runs(self, first: int, last: int) -> list[tuple[str, list[str]]]:
        """Return the text between marks, each with the marks that stand before it."""
        places: dict[int, list[str]] = {}
        for place, mark in self._marks:
            if first <= place <= last:
                places.setdefault(place, []).append(mark)
        borders = sorted({first, *places, last})
        runs: list[tuple[str, list[str]]] = []
        for start, end in zip(borders, [*borders[1:], last], strict=True):
            run = "".join(self._pieces[start:end]).replace(SOFT_HYPHEN, "")
            runs.append((self._space(run), places.get(start, [])))
        return runs

    def _space(self, run: str) -> str:
        if not self._collapse:
            return run.replace("\r\n", "\n").replace("\r", "\n")
        return _COLLAPSED.sub(lambda match: "\n" if "\n" in match.group() else " ", run)


def _joined(lines: Iterable[tuple[str, list[tuple[int, str]]]], joiner: Joiner) -> Built:
    pieces: list[str] = []
    length = 0
    marks: list[Mark] = []
    for words, here in lines:
        lead = len(words) - len(words.lstrip(SPACE))
        bare = words.strip(SPACE)
        if pieces and bare:
            kept, between = joiner.seam(pieces[-1], bare)
            length += kept - len(pieces[-1]) + len(between)
            pieces[-1:] = (pieces[-1][:kept] + between,)
        for offset, mark in here:
            marks.append(Mark(length + min(max(offset - lead, 0), len(bare)), mark))
        if bare:
            pieces.append(bare)
            length += len(bare)
    return Built("".join(pieces), tuple(marks))


def _merge(parts: Sequence[Built], joiner: Joiner) -> Built:
    return _joined(
        [(part.text, [(mark.offset, mark.text) for mark in part.marks]) for part in parts], joiner
    )


def _group(texts: Sequence[str]) -> list[list[int]]:
    """Group lines by paragraph; one that goes on in lower case belongs to the one before."""
    groups: list[list[int]] = []
    for group in find_layout(texts).paragraphs:
        goes_on = (
            bool(groups)
            and groups[-1][-1] + 1 == group[0]
            and texts[group[0]][0].islower()
            and texts[groups[-1][-1]][-1].isalpha()
            and not is_unspaced(texts[groups[-1][-1]][-1])
        )
        if goes_on:
            groups[-1] += group
        else:
            groups.append(list(group))
    return groups
