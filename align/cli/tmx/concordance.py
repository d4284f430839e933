"""`duiqi tmx concordance`: where words are used, and how they were translated there."""

from __future__ import annotations

import json
from pathlib import Path

import click

from align.cli.base import Command, WholeNumber, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.showing import as_json, format_option, origin, others, print_line, utf8
from tmx.index import Hit, concordance, count_hits, open_index


@click.command(
    "concordance",
    cls=Command,
    example='duiqi tmx concordance office.tmdb "General Assembly"\n'
    "duiqi tmx concordance office.tmdb 决议 通过 --in zh --limit 50\n"
    "duiqi tmx concordance office.tmdb vaccin --prefix",
)
@click.argument("index_file", type=click.Path(path_type=Path), metavar="INDEX")
@click.argument("phrases", nargs=-1, required=True, metavar="PHRASE...")
@click.option("--in", "language", metavar="LANG", help="The language of the phrases.")
@click.option("--target-lang", "target", metavar="LANG", help="Show only this one beside it.")
@click.option("--limit", type=WholeNumber(1), default=20, show_default=True, help="Units to show.")
@click.option("--prefix", is_flag=True, help="Find longer words too that begin with the last word.")
@format_option
@pass_console
def concordance_command(
    console: Console,
    index_file: Path,
    phrases: tuple[str, ...],
    language: str | None,
    target: str | None,
    limit: int,
    prefix: bool,
    form: str,
) -> None:
    """Show the units in which every PHRASE stands, those changed last first.

    The words of a phrase stand side by side; case, width and punctuation are not compared. Chinese
    is found wherever the characters stand, even a single one.
    """
    for phrase in phrases:
        utf8(phrase, "the phrase")
    with open_index(index_file) as index:
        hits = concordance(index, phrases, language=language, limit=limit, prefix=prefix)
        total = count_hits(index, phrases, language=language, prefix=prefix)
    for hit in hits:
        beside = others(hit, target)
        if form == "json":
            shown = as_json(hit, beside) | {"spans": [list(span) for span in hit.spans]}
            click.echo(json.dumps(shown, ensure_ascii=False))
            continue
        print_line("", hit.variant.language, _marked(hit))
        for variant in beside:
            print_line("", variant.language, variant.segment.text)
        print_line("", "from", origin(hit))
    if form == "text" or not hits:
        shown_of = f", {len(hits):,} shown" if len(hits) < total else ""
        console.say(f"{index_file}: {counted(total, 'hit')}{shown_of}")


def _marked(hit: Hit) -> str:
    """Return the text with its hits marked; hits that overlap are marked as one."""
    text = hit.variant.segment.text
    pieces: list[str] = []
    done = 0
    for start, end in _merged(hit.spans):
        pieces += [text[done:start], click.style(f">>{text[start:end]}<<", bold=True)]
        done = end
    return "".join([*pieces, text[done:]])


def _merged(spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
