"""`duiqi tmx lookup`: exact and fuzzy matches, with the rates that CAT tools show."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from align.cli.base import Command, WholeNumber, pass_console
from align.cli.console import Console
from align.cli.tmx.showing import as_json, format_option, origin, others, print_line, utf8
from tmx.errors import TmxError
from tmx.index import Match, lookup, open_index
from tmx.index.contexts import with_neighbours
from tmx.index.rates import Difference, differences
from tmx.reading.unpacking import opened

_COLOURS = {"deleted": "red", "inserted": "green"}
_SIGNS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class _Question:
    """A text that is looked up; `line` is its line in the file, or None."""

    text: str
    before: str | None = None
    behind: str | None = None
    line: int | None = None


@click.command(
    "lookup",
    cls=Command,
    example='duiqi tmx lookup office.tmdb "Wash your hands often." --source-lang en\n'
    "duiqi tmx lookup office.tmdb --file document.txt --min 85 --format json",
)
@click.argument("index_file", type=click.Path(path_type=Path), metavar="INDEX")
@click.argument("text", required=False)
@click.option(
    "--file",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Look up each line of a UTF-8 text, its neighbours being the context; - is standard "
    "input, which is also read when neither TEXT nor FILE is given.",
)
@click.option("--source-lang", "source", metavar="LANG", help="The language of the text.")
@click.option("--target-lang", "target", metavar="LANG", help="Show units that have this language.")
@click.option(
    "--min",
    "minimum",
    type=WholeNumber(1, 101),
    default=70,
    show_default=True,
    help="The lowest rate.",
)
@click.option(
    "--limit", type=WholeNumber(1), default=5, show_default=True, help="Matches of one text."
)
@click.option(
    "--context",
    type=(str, str),
    metavar="PREV NEXT",
    help='The texts before and behind, for 101%; "" where there is none.',
)
@format_option
@pass_console
def lookup_command(
    console: Console,
    index_file: Path,
    text: str | None,
    file: Path | None,
    source: str | None,
    target: str | None,
    minimum: int,
    limit: int,
    context: tuple[str, str] | None,
    form: str,
) -> None:
    """Look up what TEXT, or one near it, was translated as.

    100% is the same text, 101% the same between the same neighbours. Below, the rate is the share
    of words, or of Chinese characters, that are the same in the same order; the [-words-] of the
    memory would have to become those of the {+text+}.
    """
    if text is not None and file is not None:
        raise TmxError("a text and a file are given; leave one of them out")
    if context is not None and text is None:
        raise TmxError("--context is for one text; in a file, the lines beside are the context")
    found = 0
    with open_index(index_file) as index:
        for question in _questions(text, file, context):
            matches = lookup(
                index,
                question.text,
                source=source,
                target=target,
                minimum=minimum,
                limit=limit,
                before=question.before,
                behind=question.behind,
            )
            found += len(matches)
            show = _print_json if form == "json" else _print_text
            show(question, matches, target)
    if not found and form == "text":
        console.say(f"{index_file}: no match at {minimum}% or above")


def _questions(
    text: str | None, file: Path | None, context: tuple[str, str] | None
) -> Iterator[_Question]:
    if text is not None:
        before, behind = context or ("", "")
        yield _Question(utf8(text, "the text"), before or None, behind or None)
        return
    if file is None or file == _STANDARD_INPUT:
        yield from _with_neighbours(_lines(sys.stdin.buffer, "standard input"))
        return
    with opened(file) as stream:
        yield from _with_neighbours(_lines(stream, str(file)))


def _with_neighbours(lines: Iterable[tuple[int, str]]) -> Iterator[_Question]:
    for before, (number, text), behind in with_neighbours(lines):
        yield _Question(text, before and before[1], behind and behind[1], number)


def _lines(stream: Iterable[bytes], name: str) -> Iterator[tuple[int, str]]:
    """Give the lines that are not empty, with their numbers from 1."""
    for number, line in enumerate(stream, start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError as error:
            raise TmxError(
                f"{name}, line {number}: it is no UTF-8; save the text as UTF-8"
            ) from error
        if text:
            yield number, text


def _print_json(question: _Question, matches: list[Match], target: str | None) -> None:
    shown = [
        {"rate": match.rate}
        | as_json(match, others(match, target))
        | {"differences": [[item.kind, item.text] for item in _differences(match, question.text)]}
        for match in matches
    ]
    whole = {"asked": question.text, "line": question.line, "matches": shown}
    click.echo(json.dumps(whole, ensure_ascii=False))


def _print_text(question: _Question, matches: list[Match], target: str | None) -> None:
    if question.line is not None:
        print_line("", f"line {question.line}", question.text)
    for match in matches:
        marked = "".join(map(_marked, _differences(match, question.text)))
        print_line(f"{match.rate}%", match.variant.language, marked)
        for variant in others(match, target):
            print_line("", variant.language, variant.segment.text)
        print_line("", "from", origin(match))


def _differences(match: Match, asked: str) -> list[Difference]:
    return differences(match.variant.segment.text, asked)


def _marked(piece: Difference) -> str:
    if piece.kind == "same":
        return piece.text
    opening, closing = _SIGNS[piece.kind]
    words = piece.text.rstrip()
    space = piece.text[len(words) :]
    return click.style(f"{opening}{words}{closing}", fg=_COLOURS[piece.kind]) + space
