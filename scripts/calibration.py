#!/usr/bin/env python3
"""Show how far the posteriors of beads can be believed: a table of ten bins, and their error.

    scripts/train_aligner.py GOLD/mac-dev --leave-one-out --posteriors held-out.tsv
    scripts/calibration.py --posteriors held-out.tsv
    scripts/calibration.py GOLD/bible-5k en zh --verses

GOLD is a folder as `scripts/benchmark_lines` takes it; the weights are those that ship. The
expected calibration error is the mean over all beads of the difference, in the bead's bin, between
the mean posterior and the share of right beads. With --verses, beads inside one verse become one,
with the lowest of their posteriors.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from align.encoders import UseMultilingual
from align.evaluation import merge_within_verses
from align.links import Link, parse_links
from align.search.engine import Aligner
from align.search.features import Values
from align.search.side import Flags, plain_side

BINS = 10
LEVELS = (0.5, 0.9, 0.95, 0.99, 0.999)


def table(posteriors: Values, right: Flags) -> list[str]:
    """Make the rows of the table, with the error below, and what lies above some levels."""
    bins = np.minimum((posteriors * BINS).astype(np.int64), BINS - 1)
    rows = ["| posterior | beads | mean posterior | right |", "| --- | --- | --- | --- |"]
    error = 0.0
    for number in range(BINS):
        here = bins == number
        if not here.any():
            rows.append(f"| {number / BINS:.1f} to {(number + 1) / BINS:.1f} | 0 | | |")
            continue
        mean, share = posteriors[here].mean(), right[here].mean()
        error += abs(mean - share) * here.mean()
        rows.append(
            f"| {number / BINS:.1f} to {(number + 1) / BINS:.1f} | {here.sum()} | "
            f"{mean:.3f} | {share:.3f} |"
        )
    rows.append(f"| all | {len(right)} | {posteriors.mean():.3f} | {right.mean():.3f} |")
    rows += ["", f"Expected calibration error: {error:.4f}.", ""]
    rows += ["| posterior at least | of all beads | right |", "| --- | --- | --- |"]
    for level in LEVELS:
        above = posteriors >= level
        share = right[above].mean() if above.any() else np.nan
        rows.append(f"| {level} | {above.mean():.3f} | {share:.4f} |")
    return rows


def from_gold(
    folder: Path, languages: tuple[str, str], *, verses: bool
) -> Iterable[tuple[float, bool]]:
    """Align all texts of a folder; give each bead's posterior, and whether it is right."""
    encoder = UseMultilingual()
    for gold in sorted(folder.glob("*.gold")):
        files = [gold.with_suffix(f".{language}") for language in languages]
        source, target = (
            plain_side(path.read_text("utf-8").removesuffix("\n").split("\n"), language, encoder)
            for path, language in zip(files, languages, strict=True)
        )
        runs = Aligner(source, target).align()
        links = [Link(tuple(range(*run.source)), tuple(range(*run.target))) for run in runs]
        scores = [run.score for run in runs]
        if verses:
            names = [Path(f"{path}.verse").read_text("utf-8").splitlines() for path in files]
            merged = merge_within_verses(links, *names)
            scores = lowest_of_merged(links, scores, merged)
            links = list(merged)
        right = set(parse_links(gold.read_text("utf-8"), gold.name))
        yield from ((score, link in right) for score, link in zip(scores, links, strict=True))


def lowest_of_merged(
    links: list[Link], scores: list[float], merged: tuple[Link, ...]
) -> list[float]:
    """The lowest score of the links that each merged one is made of."""
    parts = iter(zip(links, scores, strict=True))
    lowest = []
    for whole in merged:
        lines, score = 0, 1.0
        while lines < len(whole.source) + len(whole.target):
            link, own = next(parts)
            lines, score = lines + len(link.source) + len(link.target), min(score, own)
        lowest.append(score)
    return lowest


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("source", nargs="?")
    parser.add_argument("target", nargs="?")
    parser.add_argument("--verses", action="store_true")
    parser.add_argument("--posteriors", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.posteriors:
        lines = options.posteriors.read_text("utf-8").splitlines()
        found = [(float(line.split("\t")[0]), line.endswith("\t1")) for line in lines]
    elif options.target:
        found = list(
            from_gold(options.folder, (options.source, options.target), verses=options.verses)
        )
    else:
        parser.error("give a folder and its two languages, or --posteriors FILE")
    posteriors, right = zip(*found, strict=True)
    print("\n".join(table(np.array(posteriors), np.array(right))))


if __name__ == "__main__":
    main()
