"""`duiqi tmx stats`: what a memory holds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from align.cli.base import Command, for_each, pass_console
from align.cli.console import Console
from align.cli.tmx.common import memories_argument, reading
from tmx.dates import format_date
from tmx.operations.figures import Scores, Statistics
from tmx.operations.ranking import SCORE
from tmx.operations.stats import statistics
from tmx.units import Header

_LANGUAGE_COLUMNS = (
    "language",
    "variants>",
    "empty>",
    "words>",
    "characters>",
    "without spaces>",
    "shortest>",
    "median>",
    "longest>",
)


@click.command("stats", cls=Command, example="duiqi tmx stats memory.tmx --format json")
@memories_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the figures are shown: as tables, or as one JSON object.",
)
@click.option(
    "--score",
    metavar="TYPE",
    default=SCORE,
    show_default=True,
    help="The property that holds a unit's score, from 0 to 1.",
)
@pass_console
def stats_command(console: Console, memories: tuple[Path, ...], form: str, score: str) -> None:
    """Count the units, languages, words, doubles, scores, properties and dates of memories, each.

    Of Chinese and Japanese every character counts as a word, as word processors count them;
    elsewhere a word is a run of letters and digits. Characters include spaces; the code inside
    inline tags doesn't count.
    """
    several = len(memories) > 1
    figures: list[dict[str, Any]] = []

    def count(memory: Path) -> None:
        with reading([memory], console) as (opened,):
            counted = statistics(opened.header, opened.units, score=score)
        if form == "json":
            name = {"memory": str(memory)} if several else {}
            figures.append({**name, **_plain(opened.header, counted)})
        else:
            _show(console, [("memory", str(memory))] if several else [], opened.header, counted)

    try:
        for_each(memories, count)
    finally:
        if several and form == "json":
            print(json.dumps(figures, ensure_ascii=False, indent=2))
    if form == "json" and not several:
        print(json.dumps(figures[0], ensure_ascii=False, indent=2))


def _plain(header: Header, counted: Statistics) -> dict[str, Any]:
    """Return the figures as JSON has them."""
    made = {name: getattr(header, name) for name in ("srclang", "creationtool", "version")}
    made["creationtoolversion"] = header.creationtoolversion
    return {"header": made, **asdict(counted), "dates": _dates(counted.dates)}


def _dates(dates: Mapping[str, tuple[datetime, datetime]]) -> dict[str, dict[str, str]]:
    return {
        name: {"earliest": format_date(earliest), "latest": format_date(latest)}
        for name, (earliest, latest) in dates.items()
    }


def _show(
    console: Console, names: Sequence[tuple[str, str]], header: Header, counted: Statistics
) -> None:
    tool = f"{header.creationtool} {header.creationtoolversion}".strip()
    scores = counted.scores
    facts = [
        *names,
        ("units", f"{counted.units:,}"),
        ("source language", header.srclang),
        ("TMX", header.version),
        ("made by", tool),
        *(
            (f"units in {languages}", f"{count:,}")
            for languages, count in _top(counted.combinations)
        ),
        ("double pairs", f"{counted.double_pairs:,}"),
        ("double sources", f"{counted.double_sources:,}"),
        ("notes", f"{counted.notes:,}"),
        *((f"<{name}>", f"{count:,}") for name, count in counted.tags.items()),
        *((f"by {name}", f"{count:,}") for name, count in _top(counted.tools)),
        *(
            (name, f"{dates['earliest']} to {dates['latest']}")
            for name, dates in _dates(counted.dates).items()
        ),
    ]
    console.table(("", ">"), facts)
    console.table(
        _LANGUAGE_COLUMNS,
        [
            (item.tag, *(f"{number:,}" for number in list(asdict(item).values())[1:]))
            for item in counted.languages
        ],
    )
    if counted.properties:
        console.table(
            ("property", "count>", "different values>"),
            [(item.type, f"{item.count:,}", f"{item.values:,}") for item in counted.properties],
        )
    if scores.units or scores.others or scores.stale:
        console.table(("score", "units>"), _score_rows(scores))


def _score_rows(scores: Scores) -> list[tuple[str, str]]:
    rows = [
        (f"{place / 10:.1f} to {(place + 1) / 10:.1f}", f"{count:,}")
        for place, count in enumerate(scores.tenths)
    ]
    if scores.median is not None:
        rows += [
            ("lowest", f"{scores.lowest}"),
            ("median", f"{scores.median}"),
            ("highest", f"{scores.highest}"),
        ]
    if scores.others:
        rows.append(("none from 0 to 1", f"{scores.others:,}"))
    if scores.stale:
        rows.append(("changed since they were scored", f"{scores.stale:,}"))
    return rows


def _top(counts: Mapping[str, int], most: int = 10) -> list[tuple[str, int]]:
    return list(counts.items())[:most]
