"""`duiqi words`: which words of a pair translate each other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import click

from align.cli.base import Command, WholeNumber, check_outputs, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import chosen_options, format_option, reading_options
from align.encoders import open_encoder
from align.encoders.opening import DEFAULT, KINDS
from align.errors import AlignmentError
from align.quality.sources import open_source
from align.terms.words import Link, TokenPair, align_words, words_of
from corpora.reading import read_lines
from tmx.exchange.choices import Choices
from tmx.output import STANDARD_OUTPUT, whole_file

_Write = Callable[[TokenPair, list[Link]], str]


@click.command(
    "words",
    cls=Command,
    example="duiqi words memory.tmx -o memory.links\n"
    "duiqi words chapter.zh chapter.en\n"
    "duiqi words tokens.zh tokens.en --tokenised --no-probabilities",
)
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path), required=False)
@click.option("--source-lang", help="The source language, where it is not found out rightly.")
@click.option("--target-lang", help="The target language, where it is not found out rightly.")
@click.option("--tokenised", is_flag=True, help="Words are parted by spaces already.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["pharaoh", "json"]),
    default="pharaoh",
    show_default=True,
    help="Links such as 0-0:0.97, a line for each pair; or the words too, as lines of JSON.",
)
@click.option("--no-probabilities", is_flag=True, help="Write 0-0 for 0-0:0.97.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=STANDARD_OUTPUT,
    metavar="FILE",
    help="Where to write. (default: standard output)",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--encoder", default=DEFAULT, show_default=True, help=f"What tells meaning: {KINDS}.")
@click.option("--threads", type=WholeNumber(1), help="Cores to use. (default: all)")
@format_option
@reading_options
@pass_console
def words_command(
    console: Console,
    source: Path,
    target: Path | None,
    source_lang: str | None,
    target_lang: str | None,
    tokenised: bool,
    form: str,
    no_probabilities: bool,
    output: Path,
    force: bool,
    encoder: str,
    threads: int | None,
    format_in: str | None,
) -> None:
    """Link the words of SOURCE and TARGET, two files of one sentence a line, or of a memory.

    A memory is TMX, XLIFF, PO, TSV, CSV, XLSX or JSON lines; an alignment (.json) is taken too.
    A line is written for each pair, an empty one for a pair without links. A link is the place of
    a source word and that of a target word, counted from 0, and how likely it is.
    """
    if no_probabilities and form == "json":
        raise click.UsageError("--no-probabilities is for --format pharaoh")
    if target is not None and format_in is not None:
        raise click.UsageError("--from is for a memory, and SOURCE and TARGET are files of lines")
    check_outputs([output], [source, target])
    choices = Choices(source_language=source_lang, target_language=target_lang)
    texts = (
        _Memory(source, format_in, choices)
        if target is None
        else _Lines.read(source, target, choices)
    )
    write = _json if form == "json" else _plain if no_probabilities else _pharaoh
    with whole_file(output, force=force) as stream:
        pairs = texts.words(tokenised=tokenised)
        with console.progress(f"learning from {source.name}") as report:
            aligned = align_words(
                pairs, open_encoder(encoder, threads=threads), threads=threads, progress=report
            )
        count = len(aligned.corpus)
        links = 0
        with console.progress(f"linking {source.name}") as report:
            again = texts.words(tokenised=tokenised)
            for done, (pair, found) in enumerate(zip(again, aligned.links(), strict=True), 1):
                _put(stream, write(pair, found))
                links += len(found)
                report(done, count)
    if output != STANDARD_OUTPUT:
        console.say(f"{output}: {counted(count, 'pair')}, {counted(links, 'link')}")


@dataclass(frozen=True, slots=True)
class _Memory:
    """A memory or an alignment, read anew each time."""

    path: Path
    format_name: str | None
    choices: Choices

    def words(self, *, tokenised: bool) -> Iterator[TokenPair]:
        """Give the words of each pair."""
        with open_source(
            self.path, self.choices, format_name=self.format_name, options=chosen_options()
        ) as source:
            for pair in source.pairs():
                yield (
                    _words(pair.source.text, pair.source.language, tokenised),
                    _words(pair.target.text, pair.target.language, tokenised),
                )


@dataclass(frozen=True, slots=True)
class _Lines:
    """Two files of lines, and their languages."""

    lines: tuple[list[str], list[str]]
    languages: tuple[str, str]

    @classmethod
    def read(cls, source: Path, target: Path, choices: Choices) -> _Lines:
        """Read both.

        Raises:
            DocumentError: one can't be read.
            AlignmentError: they have not as many lines.
        """
        one = read_lines(source, language=choices.source_language)
        other = read_lines(target, language=choices.target_language)
        counts = [counted(len(document.paragraphs), "line") for document in (one, other)]
        if len(one.paragraphs) != len(other.paragraphs):
            raise AlignmentError(
                f"{source} has {counts[0]} and {target} {counts[1]}; each line must stand beside"
                " its translation (duiqi align pairs them)"
            )
        lines = [[paragraph.text for paragraph in item.paragraphs] for item in (one, other)]
        return cls((lines[0], lines[1]), (one.language, other.language))

    def words(self, *, tokenised: bool) -> Iterator[TokenPair]:
        """Give the words of each pair."""
        source, target = self.languages
        for one, other in zip(*self.lines, strict=True):
            yield _words(one, source, tokenised), _words(other, target, tokenised)


def _words(text: str, language: str, tokenised: bool) -> list[str]:
    return text.split() if tokenised else words_of(text, language)


def _pharaoh(pair: TokenPair, links: list[Link]) -> str:
    return " ".join(f"{link.source}-{link.target}:{link.probability:.3f}" for link in links)


def _plain(pair: TokenPair, links: list[Link]) -> str:
    return " ".join(f"{link.source}-{link.target}" for link in links)


def _json(pair: TokenPair, links: list[Link]) -> str:
    found = [[link.source, link.target, round(link.probability, 4)] for link in links]
    line = {"source": pair[0], "target": pair[1], "links": found}
    return json.dumps(line, ensure_ascii=False)


def _put(stream: BinaryIO, line: str) -> None:
    stream.write(f"{line}\n".encode("utf-8", "backslashreplace"))
