"""`duiqi score --hypothesis` and `--leave-one-out`: machine translations against a memory."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from align.cli.console import Console
from align.errors import AlignmentError
from align.quality.pairs import UnitPair
from align.quality.sources import Source
from align.quality.translations import Comparison, Metric, compare, measure
from align.text_files import read_text


def score_translations(
    source: Source, hypotheses: Sequence[Path], form: str, console: Console
) -> None:
    """Score machine translations against the targets of a memory, and show the figures.

    Args:
        source: the memory.
        hypotheses: one or two files of a translation for each unit; without any, the first target
            of each source with several is scored against its others.
        form: "text", "json" or "tsv".
        console: where to.

    Raises:
        AlignmentError: there are not as many translations as units, or nothing to score.
    """
    sources: dict[int, list[UnitPair]] = {}
    for pair in source.pairs():
        sources.setdefault(pair.number, []).append(pair)
    units = [pairs for pairs in sources.values() if pairs[0].target.text]
    language = source.languages[1]
    if hypotheses:
        systems = [_lines(path) for path in hypotheses]
        targets = [[pair.target.text for pair in pairs] for pairs in units]
    else:
        targets, left_out = _left_out(units)
        systems = [left_out]
    most = max(map(len, targets), default=0)
    references = [[texts[at] if at < len(texts) else "" for texts in targets] for at in range(most)]
    if len(systems) == 2:
        _show_comparison(compare(systems, references, language), form, console)
    else:
        names = [pairs[0].name for pairs in units] if hypotheses else left_out
        _show_metrics(measure(systems[0], references, language), names, form, console)


def _show_comparison(rows: Sequence[Comparison], form: str, console: Console) -> None:
    if form == "json":
        print(json.dumps([asdict(row) for row in rows], ensure_ascii=False))
        return
    shown = [
        (row.metric, f"{row.first:.2f}", f"{row.second:.2f}", f"{row.p_value:.4f}", row.signature)
        for row in rows
    ]
    console.table(("metric", "first>", "second>", "p>", "signature"), shown)


def _show_metrics(
    metrics: Sequence[Metric], names: Sequence[str], form: str, console: Console
) -> None:
    if form == "json":
        print(json.dumps([asdict(metric) for metric in metrics], ensure_ascii=False))
    elif form == "tsv":
        print("\t".join(("unit", *(metric.name for metric in metrics))))
        for name, *values in zip(names, *(metric.units for metric in metrics), strict=True):
            print("\t".join((" ".join(name.split()), *(f"{value:.2f}" for value in values))))
    else:
        shown = [(item.name, f"{item.value:.2f}", item.signature) for item in metrics]
        console.table(("metric", "score>", "signature"), shown)


def _left_out(units: list[list[UnitPair]]) -> tuple[list[list[str]], list[str]]:
    """Return the other targets of each source that has several, and its first one.

    Raises:
        AlignmentError: no source has several.
    """
    by_source: dict[str, list[str]] = {}
    for pairs in units:
        for pair in pairs:
            by_source.setdefault(pair.source.text, []).append(pair.target.text)
    several = [texts for texts in map(_different, by_source.values()) if len(texts) > 1]
    if not several:
        raise AlignmentError("no source has several targets; there is nothing to leave out")
    return [texts[1:] for texts in several], [texts[0] for texts in several]


def _different(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _lines(path: Path) -> list[str]:
    """Read a file of one translation a line.

    Raises:
        AlignmentError: it can't be read.
    """
    return read_text(path).removesuffix("\n").split("\n")
