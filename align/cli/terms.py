"""`duiqi terms`: the bilingual terms of memories and alignments, as a glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from align.cli.base import Command, Share, WholeNumber, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import chosen_options, format_option, reading_options
from align.encoders import open_encoder
from align.encoders.opening import DEFAULT, KINDS, check_encoder
from align.errors import AlignmentError
from align.quality.glossary import read_glossary
from align.quality.pairs import UnitPair
from align.quality.sources import open_source
from align.terms import Entry, Options, Status, Text, extract_terms
from align.terms.known import compared
from align.terms.output import FORMATS, Glossary, writer_of
from align.terms.output.review import write_review
from align.text_files import read_text
from corpora.languages import same_language
from tmx.exchange.choices import Choices
from tmx.output import STANDARD_OUTPUT, whole_file


@click.command(
    "terms",
    cls=Command,
    example="duiqi terms memory.tmx -o terms.tbx\n"
    "duiqi terms a.json b.tmx -o terms.csv --top 200 --known glossary.txt\n"
    "duiqi terms memory.tmx --review terms.html",
)
@click.argument(
    "files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE..."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"The glossary: {', '.join(FORMATS)} (.txt is OmegaT's, .tsv two plain columns);"
    " - is standard output.",
)
@click.option(
    "--review",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a page (HTML) to tick terms in their contexts, and to save those that are ticked.",
)
@click.option("--top", type=WholeNumber(1), metavar="N", help="The best N terms. (default: all)")
@click.option(
    "--min-count",
    type=WholeNumber(1),
    metavar="N",
    help="How often a term must occur. (default: once, in more than 600 units twice, in more than"
    " 50,000 three times)",
)
@click.option(
    "--min-score",
    type=Share(),
    default=0.0,
    help="Leave out terms with a lower score.",
)
@click.option(
    "--stop",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Terms of either language that are not wanted, one a line.",
)
@click.option(
    "--known",
    type=click.Path(path_type=Path),
    metavar="GLOSSARY",
    help="A glossary, a term and its translation a line: leave out what is in it.",
)
@click.option(
    "--confirm",
    is_flag=True,
    help="With --known: leave nothing out, and say of each term whether it is known.",
)
@click.option("--source-lang", help="The source language, where the files do not tell it.")
@click.option("--target-lang", help="The target language, where the files have several.")
@click.option("--encoder", default=DEFAULT, show_default=True, help=f"What tells meaning: {KINDS}.")
@click.option("--threads", type=WholeNumber(1), help="Cores to use. (default: all)")
@click.option("--force", is_flag=True, help="Replace files that exist.")
@format_option
@reading_options
@pass_console
def terms_command(
    console: Console,
    files: tuple[Path, ...],
    output: Path | None,
    review: Path | None,
    top: int | None,
    min_count: int | None,
    min_score: float,
    stop: Path | None,
    known: Path | None,
    confirm: bool,
    source_lang: str | None,
    target_lang: str | None,
    encoder: str,
    threads: int | None,
    force: bool,
    format_in: str | None,
) -> None:
    """Extract the terms of FILEs: TMX, XLIFF, PO, TSV, CSV, XLSX, or alignments (.json).

    The terms are in the order of their scores: how likely a terminologist keeps them. Several
    translations of a term are counted, so that what is translated inconsistently is seen.
    """
    if output is None and review is None:
        raise click.UsageError("name a glossary with -o, or a page with --review")
    if confirm and known is None:
        raise click.UsageError("--confirm needs --known GLOSSARY")
    check_encoder(encoder)
    write = writer_of(output) if output else None
    _check_names([*files, *filter(None, (stop, known))], [output, review])
    options = Options(min_count, _stop_list(stop) if stop else frozenset())
    glossary = read_glossary(known) if known else []
    choices = Choices(source_language=source_lang, target_language=target_lang)
    with ExitStack() as stack:
        stream, page = (
            stack.enter_context(whole_file(path, force=force)) if path else None
            for path in (output, review)
        )
        text, languages, count = _read(files, choices, format_in, console)
        with console.progress("finding terms") as report:
            entries = extract_terms(
                text,
                languages,
                open_encoder(encoder, threads=threads),
                options,
                threads=threads,
                progress=report,
            )
        found = list(_wanted(compared(entries, glossary), min_score, confirm))[:top]
        result = Glossary(found, languages, [str(path) for path in files])
        if stream and write:
            write(result, stream)
        if page:
            write_review(result, page)
    _sum_up(console, [path for path in (output, review) if path], count, found)


def _check_names(inputs: Sequence[Path], outputs: Sequence[Path | None]) -> None:
    taken = {path.resolve() for path in inputs}
    for path in outputs:
        if path is None:
            continue
        place = path if path == STANDARD_OUTPUT else path.resolve()
        if place in taken:
            raise AlignmentError(f"{path}: named twice in this command; choose another name")
        taken.add(place)


def _stop_list(path: Path) -> frozenset[str]:
    lines = read_text(path).splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip())


def _read(
    files: Sequence[Path], choices: Choices, format_in: str | None, console: Console
) -> tuple[Text, tuple[str, str], int]:
    """Read all files, which must be in the same two languages; tell how many units they have too.

    Units are read one by one, and only what the terms need of them is kept.
    """
    first: tuple[str, tuple[str, str]] | None = None
    count = 0

    def units() -> Iterator[tuple[str, UnitPair]]:
        nonlocal first, count
        for path in files:
            with (
                console.progress(f"reading {path.name}") as report,
                open_source(
                    path,
                    choices,
                    format_name=format_in,
                    options=chosen_options(),
                    progress=report,
                ) as source,
            ):
                if first is None:
                    first = source.name, source.languages
                elif not all(map(same_language, source.languages, first[1])):
                    raise AlignmentError(
                        f"{source.name}: it is from {' to '.join(source.languages)}, and {first[0]}"
                        f" from {' to '.join(first[1])}; extract their terms one by one,"
                        " or turn one round with duiqi tmx flip"
                    )
                for pair in source.pairs():
                    count += 1
                    yield source.name, pair

    text = Text.of(units())
    assert first is not None  # click takes at least one file
    return text, first[1], count


def _wanted(entries: Iterator[Entry], min_score: float, confirm: bool) -> Iterator[Entry]:
    for entry in entries:
        if entry.score >= min_score and (confirm or entry.status is not Status.KNOWN):
            yield entry


def _sum_up(console: Console, paths: Sequence[Path], units: int, entries: Sequence[Entry]) -> None:
    several = sum(not entry.consistent for entry in entries)
    different = sum(entry.status is Status.DIFFERENT for entry in entries)
    parts = [f"{counted(len(entries), 'term')} of {counted(units, 'unit')}"]
    if several:
        parts.append(f"{several:,} with several translations")
    if different:
        parts.append(f"{different:,} unlike the glossary")
    console.say(f"{', '.join(map(str, paths))}: {', '.join(parts)}")
