#!/usr/bin/env python3
"""Compare word aligners by their alignment error rate against links set by hand.

    scripts/benchmark_words.py GOLD/wordalign --extra memory.tmx --extra text.zh text.en

GOLD/wordalign holds train.zh, train.en (150 sentences of newswire, tokenised) and train.align, with
links such as "3-4", sure, or "3-4-P", possible. Each aligner is given these sentences alone, and
then with the pairs of the memories and texts that `--extra` names. All are given the same words,
without capitals; eflomal and fast_align (in `systran-align`) are measured where they are installed,
and the two directions of eflomal are joined by grow-diag-final-and.

The alignment error rate is that of Och and Ney (2003): 1 - (|A & S| + |A & P|) / (|A| + |S|), where
A are the links of an aligner, S the sure ones, and P the sure and the possible ones.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from align.encoders import UseMultilingual
from align.encoders.workers import one_thread_each
from align.quality.sources import open_source
from align.terms.words import TokenPair, align_words, form_of, words_of
from corpora.reading import read_lines

Links = set[tuple[int, int]]
Align = Callable[[Sequence[TokenPair], int], list[Links]]
"""Takes pairs, and gives the links of the first so many."""

NEIGHBOURS = [(-1, 0), (0, -1), (1, 0), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)]


@dataclass(frozen=True, slots=True)
class Gold:
    """Sentences whose words are linked by hand."""

    pairs: list[TokenPair]
    sure: list[Links]
    possible: list[Links]

    @classmethod
    def read(cls, folder: Path) -> Gold:
        """Read them."""
        lines = [
            (folder / f"train.{name}").read_text("utf-8").splitlines()
            for name in ("zh", "en", "align")
        ]
        pairs = [(one.split(), other.split()) for one, other in zip(*lines[:2], strict=True)]
        marked = [[link.split("-") for link in line.split()] for line in lines[2]]
        sure = [{(int(i), int(j)) for i, j, *mark in line if not mark} for line in marked]
        possible = [{(int(i), int(j)) for i, j, *_ in line} for line in marked]
        return cls(pairs, sure, possible)

    def rates(self, found: Sequence[Links]) -> tuple[float, float, float]:
        """Return the alignment error rate, the precision and the recall of links."""
        triples = list(zip(found, self.sure, self.possible, strict=True))
        given, sure = sum(map(len, found)), sum(map(len, self.sure))
        in_sure = sum(len(links & these) for links, these, _ in triples)
        in_possible = sum(len(links & these) for links, _, these in triples)
        error = 1 - (in_sure + in_possible) / (given + sure)
        return error, in_possible / max(1, given), in_sure / sure


def duiqi(pairs: Sequence[TokenPair], count: int) -> list[Links]:
    """Align by duiqi."""
    aligned = align_words(pairs, UseMultilingual(1), threads=1)
    found = [{(link.source, link.target) for link in links} for links in aligned.links()]
    return found[:count]


def likeness(pairs: Sequence[TokenPair], count: int) -> list[Links]:
    """Link the words that are each other's most alike by the encoder."""
    encoder = UseMultilingual(1)
    vectors: list[dict[str, np.ndarray]] = []
    for side in (0, 1):
        words = sorted({word for pair in pairs for word in pair[side]})
        places = np.arange(len(words))
        found = encoder.read(words).embed(np.stack((places, places + 1), axis=1))
        vectors.append(dict(zip(words, found - found.mean(axis=0), strict=True)))
    links: list[Links] = []
    for pair in pairs[:count]:
        sides = [np.stack([known[word] for word in side])
                 for side, known in zip(pair, vectors, strict=True)]  # fmt: skip
        one, other = (side / np.linalg.norm(side, axis=1, keepdims=True) for side in sides)
        cosines = one @ other.T
        best = cosines.argmax(axis=1), cosines.argmax(axis=0)
        links.append({(at, int(to)) for at, to in enumerate(best[0]) if best[1][to] == at})
    return links


def eflomal(pairs: Sequence[TokenPair], count: int) -> list[Links]:
    """Align by eflomal (Östling and Tiedemann, 2016), as it is set by default."""
    import eflomal as package

    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("source", "target", "ahead", "back")]
        for side, path in enumerate(files[:2]):
            path.write_text("".join(f"{' '.join(pair[side])}\n" for pair in pairs), "utf-8")
        with files[0].open(encoding="utf-8") as source, files[1].open(encoding="utf-8") as target:
            package.Aligner().align(
                source, target, quiet=True,
                links_filename_fwd=str(files[2]), links_filename_rev=str(files[3]),
            )  # fmt: skip
        ahead, back = (
            [_parsed(line) for line in path.read_text("utf-8").splitlines()[:count]]
            for path in files[2:]
        )
    return [grow_diag_final_and(*both) for both in zip(ahead, back, strict=True)]


def fast_align(pairs: Sequence[TokenPair], count: int) -> list[Links]:
    """Align by fast_align (Dyer et al., 2013), with the options that its authors advise."""
    import systran_align

    with tempfile.TemporaryDirectory() as folder:
        text, ahead, back = (str(Path(folder) / name) for name in ("text", "ahead", "back"))
        lines = (f"{' '.join(source)} ||| {' '.join(target)}\n" for source, target in pairs)
        Path(text).write_text("".join(lines), "utf-8")
        systran_align.generate_alignment_probabilities(
            text, ahead, back,
            favor_diagonal=True, optimize_tension=True, variational_bayes=True,
        )  # fmt: skip
        aligner = systran_align.Aligner(ahead, back)
        found = [aligner.align(list(pair[0]), list(pair[1])) for pair in pairs[:count]]
    return [set(map(tuple, one["alignments"])) for one in found]


def grow_diag_final_and(ahead: Links, back: Links) -> Links:
    """Join the links of two directions (Koehn, Och and Marcu, 2003)."""
    links, union = ahead & back, ahead | back
    sources, targets = {i for i, _ in links}, {j for _, j in links}
    waiting = sorted(links)
    while waiting:
        i, j = waiting.pop(0)
        for down, right in NEIGHBOURS:
            near = i + down, j + right
            if near in union - links and (near[0] not in sources or near[1] not in targets):
                links.add(near)
                sources.add(near[0])
                targets.add(near[1])
                waiting.append(near)
    for direction in (ahead, back):
        for i, j in sorted(direction - links):
            if i not in sources and j not in targets:
                links.add((i, j))
                sources.add(i)
                targets.add(j)
    return links


def _parsed(line: str) -> Links:
    return {(int(i), int(j)) for i, _, j in (link.partition("-") for link in line.split())}


ALIGNERS: dict[str, tuple[Align, str]] = {
    "duiqi": (duiqi, "align"),
    "eflomal": (eflomal, "eflomal"),
    "fast_align": (fast_align, "systran_align"),
    "likeness by the encoder": (likeness, "align"),
}
"""By name, each aligner and the package that it needs."""


def extra_pairs(names: Sequence[str]) -> Iterator[TokenPair]:
    """Give the pairs of a memory, or of two files of lines, Chinese first."""
    paths = [Path(name) for name in names]
    if len(paths) == 2:
        one, other = (read_lines(path) for path in paths)
        for source, target in zip(one.paragraphs, other.paragraphs, strict=True):
            yield words_of(source.text, "zh-CN"), words_of(target.text, "en")
        return
    with open_source(paths[0]) as source_file:
        for pair in source_file.pairs():
            sides = sorted(pair.sides, key=lambda side: not side.is_chinese)
            yield words_of(sides[0].text, "zh-CN"), words_of(sides[1].text, "en")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path, help="the folder with train.zh, train.en, train.align")
    parser.add_argument("--extra", nargs="+", action="append", default=[], metavar="FILE",
                        help="a memory, or two files of lines")  # fmt: skip
    options = parser.parse_args()
    gold = Gold.read(options.gold)
    more = [pair for names in options.extra for pair in extra_pairs(names)]
    texts = {f"{len(gold.pairs)} sentences": gold.pairs}
    if more:
        texts[f"with {len(more):,} pairs more"] = gold.pairs + more
    print("| aligner | text | error rate | precision | recall | CPU time, s |")
    print("| --- | --- | --- | --- | --- | --- |")
    for text, pairs in texts.items():
        lower = [([*map(form_of, one)], [*map(form_of, other)]) for one, other in pairs]
        for name, (align, package) in ALIGNERS.items():
            if importlib.util.find_spec(package) is None:
                print(f"| {name} | {text} | not installed | | | |")
                continue
            began = sum(os.times()[:4])
            with one_thread_each():
                found = align(pairs if align is duiqi else lower, len(gold.pairs))
            spent = sum(os.times()[:4]) - began
            error, precision, recall = gold.rates(found)
            figures = f"{error:.3f} | {precision:.3f} | {recall:.3f} | {spent:.1f}"
            print(f"| {name} | {text} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
