#!/usr/bin/env python3
"""Draw the lattice of clauses of two paragraphs of resolution 67/58, as the aligner had it.

    scripts/draw_lattice.py docs/lattice.svg

Nodes, edges, corners, the best path and the posteriors are those of the alignment itself; the
picture is in `docs/aligner.md`.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np

from align.documents.aligning import Segments, read_strand
from align.documents.strands import STRANDS
from align.encoders import UseMultilingual
from align.search.clauses.search import Run, lay_clauses, score_clauses
from align.search.engine import Aligner
from align.search.lattice import posteriors
from corpora import Document, Span
from corpora.catalogue import open_pair

DOCUMENTS = "un-67-58"
PARAGRAPHS = ("19", "20")
LIKELY = 1e-4
"""The posterior from which an edge is drawn."""

LEFT, TOP, COLUMN, ROW = 240, 166, 132, 84
"""Where the first node stands, and the distances of nodes, in pixels."""

MARGIN, LINE, LEGEND = 28, 15, 96

_CHINESE_LINE = re.compile(r".{1,16}(?<![《“（])")

STYLE = """
.paper { fill: #ffffff } text { fill: #1f2328; font: 12px system-ui, "Noto Sans", "PingFang SC",
"Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif }
.bead { fill: #e3edfb; stroke: #9db7dd } .bead.odd { fill: #fbeed8; stroke: #d9b980 }
.grid { stroke: #d5dae0 } .ends { stroke: #8c959f; stroke-dasharray: 5 4 }
.edge { stroke: #6e7781 } .path { stroke: #0b57d0; stroke-width: 4; stroke-linecap: round }
.node { fill: #8c959f } .on { fill: #0b57d0 }
.corner { fill: #ffffff; stroke: #8c959f; stroke-width: 2 }
.corner.on { stroke: #0b57d0; stroke-width: 4 } .faint { fill: #59636e }
@media (prefers-color-scheme: dark) {
.paper { fill: #0d1117 } text { fill: #e6edf3 }
.bead { fill: #16263f; stroke: #3d5a88 } .bead.odd { fill: #33270f; stroke: #7d6430 }
.grid { stroke: #2a313a } .ends { stroke: #7d8590 }
.edge { stroke: #9aa4af } .path { stroke: #6cb0ff }
.node { fill: #7d8590 } .on { fill: #6cb0ff }
.corner { fill: #0d1117; stroke: #7d8590 } .corner.on { stroke: #6cb0ff }
.faint { fill: #9aa4af }
}
"""


@dataclass(frozen=True)
class Picture:
    """What is drawn; places are counted in clauses from the first node.

    Attributes:
        clauses: the words of the clauses of both sides.
        ends: after which clauses of both sides a sentence ends, 0 with them.
        nodes: the nodes of the lattice.
        edges: tail, head and posterior of the edges that are likely enough.
        runs: the beads of sentences.
    """

    clauses: tuple[list[str], list[str]]
    ends: tuple[list[int], list[int]]
    nodes: list[tuple[int, int]]
    edges: list[tuple[tuple[int, int], tuple[int, int], float]]
    runs: list[Run]


def look(documents: tuple[Document, Document]) -> Picture:
    """Align the documents, and look at the paragraphs' part of the lattice."""
    (rows, left), (columns, right) = read_strand(documents, STRANDS[0], UseMultilingual())
    aligner = Aligner(left, right)
    runs = [run for run in aligner.align() if _paragraph(run, rows, documents[0]) in PARAGRAPHS]
    starts = left.clauses.sentences, right.clauses.sentences
    begin = np.array([starts[0][runs[0].source[0]], starts[1][runs[0].target[0]]])
    end = np.array([starts[0][runs[-1].source[1]], starts[1][runs[-1].target[1]]])
    (outline,) = aligner.outlines()
    laid = lay_clauses(aligner.pair, outline)
    lattice = laid.lattice
    posterior = posteriors(lattice, score_clauses(aligner.pair, aligner.weights, laid, outline))
    inside = (lattice.tails >= begin).all(axis=1) & (lattice.heads <= end).all(axis=1)
    moves = (lattice.heads > lattice.tails).any(axis=1)
    nodes = np.unique(
        np.concatenate((lattice.tails[inside], lattice.heads[inside])) - begin, axis=0
    )
    shown = inside & moves & (posterior > LIKELY)
    texts = (
        [_words(documents[0], spans) for spans in rows.clauses[begin[0] : end[0]]],
        [_words(documents[1], spans) for spans in columns.clauses[begin[1] : end[1]]],
    )
    ends = [
        [int(place - begin[side]) for place in starts[side] if begin[side] <= place <= end[side]]
        for side in (0, 1)
    ]
    return Picture(
        texts,
        (ends[0], ends[1]),
        [(int(i), int(j)) for i, j in nodes],
        [
            (_pair(tail - begin), _pair(head - begin), float(probability))
            for tail, head, probability in zip(
                lattice.tails[shown], lattice.heads[shown], posterior[shown], strict=True
            )
        ],
        [_moved(run, begin) for run in runs],
    )


def _paragraph(run: Run, rows: Segments, source: Document) -> str | None:
    spans = rows.sentences[slice(*run.source)]
    return source.paragraphs[spans[0][0].paragraph].number if spans else None


def _words(document: Document, spans: Sequence[Span]) -> str:
    return " ".join(document.text_of(span) for span in spans)


def _pair(place: np.ndarray) -> tuple[int, int]:
    return int(place[0]), int(place[1])


def _moved(run: Run, begin: np.ndarray) -> Run:
    """A run with its clauses counted from a node."""
    i, j = _pair(begin)
    parts = tuple(
        Run(
            (part.source[0] - i, part.source[1] - i),
            (part.target[0] - j, part.target[1] - j),
            part.score,
        )
        for part in run.clauses
    )
    return Run(run.source, run.target, run.score, parts)


def draw(picture: Picture) -> str:
    """Draw it as SVG."""
    width = LEFT + COLUMN * len(picture.clauses[1]) + MARGIN
    height = TOP + ROW * len(picture.clauses[0]) + LEGEND
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}" role="img">',
            "<title>A lattice of clauses, its corners and its beads</title>",
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{width}" height="{height}"/>',
            *_beads(picture),
            *_lines(picture),
            *_edges(picture),
            *_nodes(picture),
            *_labels(picture),
            *_legend(height),
            "</svg>\n",
        )
    )


def _at(place: tuple[int, int]) -> tuple[int, int]:
    return LEFT + COLUMN * place[1], TOP + ROW * place[0]


def _beads(picture: Picture) -> Iterator[str]:
    for count, run in enumerate(picture.runs):
        first, last = run.clauses[0], run.clauses[-1]
        x, y = _at((first.source[0], first.target[0]))
        right, bottom = _at((last.source[1], last.target[1]))
        odd = " odd" if count % 2 else ""
        yield (
            f'<rect class="bead{odd}" x="{x}" y="{y}" width="{right - x}" height="{bottom - y}"'
            ' rx="6"/>'
        )


def _lines(picture: Picture) -> Iterator[str]:
    down, along = len(picture.clauses[0]), len(picture.clauses[1])
    for side, (count, other) in enumerate(((down, along), (along, down))):
        for place in range(count + 1):
            begin, end = ((place, 0), (place, other)) if side == 0 else ((0, place), (other, place))
            kind = "ends" if place in picture.ends[side] else "grid"
            yield _line(begin, end, kind)


def _line(tail: tuple[int, int], head: tuple[int, int], kind: str, opacity: float = 1) -> str:
    (x, y), (right, bottom) = _at(tail), _at(head)
    faded = f' opacity="{opacity:.2f}"' if opacity < 1 else ""
    return f'<line class="{kind}" x1="{x}" y1="{y}" x2="{right}" y2="{bottom}"{faded}/>'


def _edges(picture: Picture) -> Iterator[str]:
    for tail, head, probability in picture.edges:
        yield _line(tail, head, "edge", 0.25 + 0.7 * probability)
    for run in picture.runs:
        for part in run.clauses:
            yield _line((part.source[0], part.target[0]), (part.source[1], part.target[1]), "path")


def _nodes(picture: Picture) -> Iterator[str]:
    ends = {(part.source[1], part.target[1]) for run in picture.runs for part in run.clauses}
    for place in picture.nodes:
        x, y = _at(place)
        on = " on" if place in ends or place == (0, 0) else ""
        if place[0] in picture.ends[0] and place[1] in picture.ends[1]:
            yield f'<circle class="corner{on}" cx="{x}" cy="{y}" r="8"/>'
        else:
            yield f'<circle class="node{on}" cx="{x}" cy="{y}" r="{6 if on else 3.5}"/>'


def _labels(picture: Picture) -> Iterator[str]:
    for place, words in enumerate(picture.clauses[0]):
        lines = _CHINESE_LINE.findall(words)
        middle = TOP + ROW * place + ROW / 2
        yield _text(lines, LEFT - 16, middle - LINE * (len(lines) - 1) / 2 + 4, "end")
    for place, words in enumerate(picture.clauses[1]):
        lines = textwrap.wrap(words, 18)
        bottom = TOP - 20 - LINE * (len(lines) - 1)
        yield _text(lines, LEFT + COLUMN * place + COLUMN / 2, bottom, "middle")
    for run in picture.runs:
        x, y = _at((run.clauses[-1].source[1], run.clauses[0].target[0]))
        yield _text(["a bead", f"{run.score:.4f}"], x + 14, y - 10 - LINE, "start", "faint")


def _text(lines: Sequence[str], x: float, y: float, anchor: str, kind: str = "") -> str:
    spans = "".join(
        f'<tspan x="{x:g}" y="{y + LINE * count:g}">{escape(line)}</tspan>'
        for count, line in enumerate(lines)
    )
    named = f' class="{kind}"' if kind else ""
    return f'<text text-anchor="{anchor}"{named}>{spans}</text>'


def _legend(height: int) -> Iterator[str]:
    y = height - LEGEND + 44
    items = (
        ('<circle class="corner on" cx="{x}" cy="{y}" r="8"/>', "a corner on the path"),
        ('<circle class="node on" cx="{x}" cy="{y}" r="6"/>', "another node on it"),
        ('<circle class="corner" cx="{x}" cy="{y}" r="8"/>', "a corner not passed"),
        ('<circle class="node" cx="{x}" cy="{y}" r="3.5"/>', "a node not passed"),
    )
    for count, (shape, words) in enumerate(items):
        x = LEFT - 60 + 170 * count
        yield shape.format(x=x, y=y)
        yield _text([words], x + 16, y + 4, "start")
    lines = (
        ("path", 1.0, "the best path"),
        ("edge", 0.6, "another edge, stronger where likelier"),
        ("ends", 1.0, "a sentence ends"),
    )
    x = LEFT - 60
    for kind, opacity, words in lines:
        yield (
            f'<line class="{kind}" x1="{x - 8}" y1="{y + 28}" x2="{x + 24}" y2="{y + 28}"'
            f' opacity="{opacity:g}"/>'
        )
        yield _text([words], x + 34, y + 32, "start")
        x += 170 if kind == "path" else 290


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    arguments.output.write_text(draw(look(open_pair(DOCUMENTS))), "utf-8")


if __name__ == "__main__":
    main()
