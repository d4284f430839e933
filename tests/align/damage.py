"""Documents of which one paragraph is damaged, and what must still be paired."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import compress
from pathlib import Path

import numpy as np
import numpy.typing as npt

from align.encoders import Floats, UseMultilingual
from align.encoders.protocol import Reading, Spans
from align.encoders.workers import Workers
from corpora import Document, Kind
from corpora.catalogue import catalogue_entry
from corpora.readers.block import Block
from corpora.structure import find_structure

SHARED = Path(__file__).parents[3] / "shared" / "data"
FOREIGN = (
    "本周末市内各公园将免费开放,市民可带孩子前往参观花展。",
    "The municipal parks are free of charge this weekend, and there is a flower show for families.",
)

Row = tuple[str, str]
Pair = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(slots=True)
class Remembering:
    """The default encoder; a run of texts that it has embedded before is not read again."""

    encoder: UseMultilingual = field(default_factory=UseMultilingual)
    known: dict[tuple[str, ...], Floats] = field(default_factory=dict)
    signature: str = "test"
    additive: bool = True

    def read(self, texts: Sequence[str]) -> RememberedReading:
        return RememberedReading(self, tuple(texts))


@dataclass(frozen=True, slots=True)
class RememberedReading:
    memory: Remembering
    texts: tuple[str, ...]
    additive: bool = True
    workers: Workers = field(default_factory=partial(Workers, 1))

    def embed(self, spans: Spans) -> Floats:
        return self._recall(
            [self.texts[start:end] for start, end in spans.tolist()],
            spans,
            lambda reading, new, first: reading.embed(spans[new] - first),
        )

    def embed_without(self, spans: Spans, gaps: Spans) -> Floats:
        return self._recall(
            [
                self.texts[start:gap] + self.texts[behind:end]
                for (start, end), (gap, behind) in zip(spans.tolist(), gaps.tolist(), strict=True)
            ],
            spans,
            lambda reading, new, first: reading.embed_without(
                spans[new] - first, gaps[new] - first
            ),
        )

    def _recall(
        self,
        runs: Sequence[tuple[str, ...]],
        spans: Spans,
        embed: Callable[[Reading, npt.NDArray[np.bool_], int], Floats],
    ) -> Floats:
        """Look runs up; have those embedded that are new, in a reading of the texts around them."""
        known = self.memory.known
        new = np.array([run not in known for run in runs], dtype=bool)
        if new.any():
            first, last = int(spans[new, 0].min()), int(spans[new, 1].max())
            vectors = embed(self.memory.encoder.read(self.texts[first:last]), new, first)
            known.update(zip(compress(runs, new), vectors, strict=True))
        return np.stack([known[run] for run in runs]) if runs else np.empty((0, 512), np.float32)


def resolution() -> list[Row]:
    """The paragraphs of 67/58 from its title to operative 21, side by side."""
    entry = catalogue_entry("un-67-58")
    chinese, english = (
        [line.strip() for line in edition.path.read_text("utf-8").splitlines() if line.strip()]
        for edition in entry.editions
    )
    begin = chinese.index("大会") - 1
    end = next(place for place, line in enumerate(chinese) if line.startswith("21.")) + 1
    return list(zip(chinese[begin:end], english[1:-2], strict=True))


def by_article(name: str) -> list[Row]:
    """A document of articles: a heading and the paragraphs of each, side by side."""
    rows: list[Row] = []
    table = (SHARED / name).read_text("utf-8").splitlines()
    for line in table[1:]:
        article, *_, chinese, english = line.split("\t")
        sides = chinese.split(" ¶ "), english.split(" ¶ ")
        if article != "0":
            rows.append((f"第{article}条", f"Article {article}"))
        if len(sides[0]) == len(sides[1]):
            rows += zip(*sides, strict=True)
    return rows


def gold_lines(name: str) -> list[Row]:
    """A document whose lines stand side by side in a table."""
    lines = (SHARED / name).read_text("utf-8").splitlines()
    return [(chinese, english) for chinese, english in (line.split("\t") for line in lines)]


def document(lines: Sequence[str], language: str, *, numbers: bool = True) -> Document:
    """Make a document of paragraphs, with its structure or without any number or kind."""
    paragraphs = find_structure([Block(line) for line in lines], language)
    if not numbers:
        paragraphs = tuple(
            replace(
                paragraph,
                text=paragraph.text[paragraph.label_length :] or paragraph.text,
                number=None,
                scope="",
                label="",
                label_length=0,
                kind=Kind.BODY,
                marks=(),
            )
            for paragraph in paragraphs
        )
    return Document(language, language, paragraphs)


@dataclass(frozen=True, slots=True)
class Damaged:
    """Two sides, one of them damaged, and the pairs that must be found all the same."""

    sides: tuple[list[str], list[str]]
    untouched: frozenset[Pair]


def damages(kind: str, rows: Sequence[Row], side: int) -> Iterator[Damaged]:
    """Damage a document at every place where that can be done."""
    for place in range(len(rows)):
        lines = [row[side] for row in rows]
        moved = KINDS[kind](lines, place, side)
        if moved is None:
            continue
        others = [row[1 - side] for row in rows]
        pairs = [
            ((moved(old),), (old,)) if side == 0 else ((old,), (moved(old),))
            for old in range(len(rows))
            if old not in _touched(kind, place)
        ]
        sides = (lines, others) if side == 0 else (others, lines)
        yield Damaged(sides, frozenset(pairs))


Move = Callable[[int], int]
"""Where a paragraph stands after the damage."""


def _touched(kind: str, place: int) -> tuple[int, ...]:
    if kind in ("renumbered", "renumbered from here", "added"):
        return ()
    return (place, place + 1) if kind == "merged" else (place,)


def _missing(lines: list[str], place: int, side: int) -> Move:
    del lines[place]
    return lambda old: old - (old > place)


def _added(lines: list[str], place: int, side: int) -> Move:
    lines.insert(place, FOREIGN[side])
    return lambda old: old + (old >= place)


def _repeated(lines: list[str], place: int, side: int) -> Move:
    lines.insert(place, lines[place])
    return lambda old: old + (old > place)


def _merged(lines: list[str], place: int, side: int) -> Move | None:
    if place + 1 == len(lines):
        return None
    lines[place] += ("", " ")[side] + lines.pop(place + 1)
    return lambda old: old - (old > place)


def _split(lines: list[str], place: int, side: int) -> Move | None:
    text = lines[place]
    ends = [
        match.end()
        for match in re.finditer(r"[,;，；。.:](?!\S)|[，；。]|(?<=[^\x00-\x7f])[,;]", text)
    ]
    inner = [end for end in ends if 15 < end < len(text) - 10]
    if not inner:
        return None
    cut = min(inner, key=lambda end: abs(end - len(text) / 2))
    lines[place : place + 1] = [text[:cut].strip(), text[cut:].strip()]
    return lambda old: old + (old > place)


def _renumbered(lines: list[str], place: int, side: int) -> Move | None:
    line = lines[place]
    number = re.match(r"(?:第|Article )?(\d+)(?:\.|条|$)", line)
    if not number:
        return None
    lines[place] = f"{line[: number.start(1)]}{int(number[1]) + 1}{line[number.end(1) :]}"
    return lambda old: old


def _renumbered_from(lines: list[str], place: int, side: int) -> Move | None:
    if _renumbered(lines, place, side) is None:
        return None
    for later in range(place + 1, len(lines)):
        _renumbered(lines, later, side)
    return lambda old: old


KINDS: dict[str, Callable[[list[str], int, int], Move | None]] = {
    "missing": _missing,
    "added": _added,
    "repeated": _repeated,
    "merged": _merged,
    "split": _split,
    "renumbered": _renumbered,
    "renumbered from here": _renumbered_from,
}
