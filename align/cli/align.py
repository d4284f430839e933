"""`duiqi align`: two documents become a memory, tables, and the alignment file."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from align.alignment import Alignment, Level
from align.cli.base import Command, Share, pass_console
from align.cli.console import Console, counted, timed
from align.cli.explain import find_asked, print_explanations
from align.cli.inputs import Wanted, check_alone, open_documents
from align.cli.names import NAMES_OF_OTHERS, names_apart
from align.cli.outputs import (
    Output,
    Writer,
    opened,
    page_writer,
    tmx_writer,
    write_bilingual,
    write_json,
    write_links,
    write_page,
    write_table,
    write_workbook,
)
from align.cli.summary import summarise
from align.documents import align_documents, align_lines
from align.encoders import Encoder, open_encoder
from align.encoders.opening import DEFAULT, KINDS, check_encoder
from align.encoders.use_multilingual import LANGUAGES
from align.errors import AlignmentError
from align.mismatch import find_doubts
from align.quality.settings import read_settings
from align.units import paired_beads
from corpora import Document
from corpora.languages import base, display_name
from tmx.output import STANDARD_OUTPUT

_log = logging.getLogger(__name__)

_OUTPUTS = f"{__name__}.outputs"
_FLAGS = {
    ".tmx": "-o",
    ".json": "--json",
    ".tsv": "--tsv",
    ".xlsx": "--xlsx",
    ".xlf": "--xliff",
    ".xliff": "--xliff",
    ".html": "--html",
    ".htm": "--html",
}
_FORMATS = {"-o": "TMX", "--json": "JSON", "--tsv": "TSV", "--xlsx": "XLSX", "--xliff": "XLIFF",
            "--html": "HTML", "--links": "links"}  # fmt: skip
_PLAIN = frozenset(("--tsv", "--links"))
"""What may be named as a plain text."""
_Function = TypeVar("_Function", bound=Callable[..., object])


def _output_option(flag: str, writer: Writer, text: str) -> Callable[[_Function], _Function]:
    """Make an option that names a file to be written; the files are gathered in the context."""

    def gather(context: click.Context, _: click.Parameter, path: Path | None) -> None:
        if path is not None:
            _check_name(flag, path, context)
            context.meta.setdefault(_OUTPUTS, []).append(Output(path, writer))

    return click.option(
        flag, type=click.Path(path_type=Path), expose_value=False, callback=gather, help=text
    )


@click.command(
    "align",
    cls=Command,
    example="duiqi align un-67-58 -o un-67-58.tmx\n"
    "duiqi align contract.zh.docx contract.en.docx -o contract.tmx --xlsx contract.xlsx\n"
    "duiqi align --lines chapter.zh chapter.en --links chapter.align\n"
    "duiqi align un-67-58 --explain 39",
)
@click.argument("source")
@click.argument("target", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help='The memory, TMX 1.4; "-" is standard output.',
)
@click.option(
    "--min-score",
    type=Share(),
    metavar="SCORE",
    default=0.0,
    help="Leave pairs with a lower score or quality (0 to 1) out of the memory; all other files"
    " keep them.",
)
@_output_option("--json", write_json, "All that was found, documents and all, for programs.")
@_output_option(
    "--tsv",
    write_table,
    "A table of all pairs, and of what found no partner (without a score), as text: cells between"
    ' tabs, UTF-8; a tab, line break or backslash in a cell is written "\\t", "\\n" or "\\\\".',
)
@_output_option("--xlsx", write_workbook, "The same table as a spreadsheet.")
@_output_option(
    "--xliff", write_bilingual, "The pairs as XLIFF 1.2, to work on in a translation tool."
)
@_output_option(
    "--html",
    write_page,
    "The report: a page for any browser that shows what to look at, with what duiqi check finds.",
)
@_output_option(
    "--links",
    write_links,
    'With --lines: which lines belong together, counted from 0: "[0, 1]:[2]".',
)
@click.option(
    "--explain",
    metavar="PAIR",
    help='Tell why a pair is as it is; name its number in the table ("12" is in the 12th row below'
    ' the titles, row 13 of a spreadsheet), its unit ("15.1"), or its paragraph ("12(a)",'
    ' "paragraph 12").',
)
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--lines", is_flag=True, help="The files hold one sentence a line, not to be cut.")
@click.option(
    "--level",
    type=click.Choice([level.value for level in Level]),
    default=Level.SENTENCE.value,
    show_default=True,
    help="How much text each pair holds.",
)
@click.option(
    "--source-lang",
    metavar="TAG",
    help="The language of SOURCE, such as zh-CN or Chinese; found out when not said.",
)
@click.option(
    "--target-lang",
    metavar="TAG",
    help="The language of TARGET, such as en; found out when not said.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="The character encoding of both texts, such as gb18030; found out when not said.",
)
@click.option("--target-encoding", metavar="NAME", help="The one of TARGET, where it has another.")
@click.option(
    "--encoder",
    metavar="NAME",
    default=DEFAULT,
    show_default=True,
    help=f"The language model that compares meanings: {KINDS}. All but the default are slow.",
)
@click.option(
    "--threads",
    type=click.IntRange(1),
    metavar="NUMBER",
    help="Processor cores to use; all when left out.",
)
@click.option(
    "--no-quality",
    is_flag=True,
    help="Don't tell how likely the sides of each pair say the same, wholly: quicker.",
)
@click.option(
    "--no-cache", is_flag=True, help="Don't keep on disk what a slow encoder computed, nor use it."
)
@pass_console
@click.pass_context
def align_command(
    context: click.Context,
    console: Console,
    *,
    source: str,
    target: str | None,
    output: Path | None,
    min_score: float,
    explain: str | None,
    force: bool,
    lines: bool,
    level: str,
    source_lang: str | None,
    target_lang: str | None,
    encoding: str | None,
    target_encoding: str | None,
    encoder: str,
    threads: int | None,
    no_quality: bool,
    no_cache: bool,
) -> None:
    """Pair SOURCE with TARGET by paragraph and by sentence, and write a translation memory.

    Both are files (text, subtitles, HTML, Markdown, DOCX, ODT, RTF, PDF with a text layer), or
    SOURCE alone is a name that "duiqi corpora list" shows.
    """
    outputs: list[Output] = context.meta.get(_OUTPUTS, [])
    if output is not None:
        _check_name("-o", output, context)
        outputs = [Output(output, tmx_writer(min_score)), *outputs]
    if target is None:
        check_alone(source)
    if not outputs and explain is None:
        raise click.UsageError("nothing to write: name a file, such as -o memory.tmx", context)
    if explain is not None:
        _check_explain(outputs, Level(level), context)
    if not lines and any(item.write is write_links for item in outputs):
        raise click.UsageError("--links counts lines, so it needs --lines", context)
    if lines and level != Level.SENTENCE:
        raise click.UsageError("with --lines a unit holds whole lines; leave --level out", context)
    if any(item.write is write_page for item in outputs):
        outputs = _with_severities(outputs)
    check_encoder(encoder)
    wanted = (
        Wanted(source, source_lang, encoding, "--source-lang"),
        Wanted(target, target_lang, target_encoding or encoding, "--target-lang"),
    )
    inputs = [Path(item.name) for item in wanted if item.name is not None]
    with opened(outputs, inputs, force=force) as write, ThreadPoolExecutor(1) as background:
        loading = background.submit(open_encoder, encoder, threads=threads, cached=not no_cache)
        if encoder != DEFAULT:  # the name may be wrong, or its package missing: told at once
            loading.result()
        documents = open_documents(*wanted, lines=lines, console=console)
        names = names_apart(documents, (source, target))
        if encoder == DEFAULT:
            _warn_of_unknown(documents, names, console)
        with timed(_log, f"the encoder {encoder} is ready, after the documents"):
            opened_encoder = loading.result()
        with timed(_log, "the documents are aligned"), console.progress("aligning") as report:
            if lines:
                alignment = align_lines(*documents, opened_encoder, report)
            else:
                alignment = align_documents(*documents, opened_encoder, Level(level), report)
        _log_counts(alignment)
        if not any(paired_beads(alignment)):
            raise AlignmentError(
                f"{names[0]} and {names[1]}: nothing in them translates"
                " each other; are they two versions of one document?"
            )
        shows_units = explain is not None or any(it.write is not write_links for it in outputs)
        if shows_units and not no_quality:
            alignment = _judged(alignment, opened_encoder, encoder, threads, console)
        alignment = replace(alignment, doubts=tuple(find_doubts(alignment, opened_encoder)))
        asked = find_asked(alignment, explain) if explain is not None else []
        write(alignment)
    if asked:
        print_explanations(alignment, asked, opened_encoder, console, lines=lines)
    summarise(alignment, console, names)
    if output is not None:
        _tell_left_out(alignment, output, min_score, console)


def _with_severities(outputs: list[Output]) -> list[Output]:
    """Return outputs whose report counts findings as duiqi.toml says in this folder."""
    from align.quality.checks import NAMES  # takes long to import

    writer = page_writer(read_settings(Path(), None, NAMES))
    return [replace(it, write=writer) if it.write is write_page else it for it in outputs]


def _warn_of_unknown(documents: Sequence[Document], names: Sequence[str], console: Console) -> None:
    """Say of a language that the default encoder has not learnt that scores mean little there."""
    for document, name in zip(documents, names, strict=True):
        if base(document.language) not in LANGUAGES:
            console.warn(
                f"{name}: the encoder has not learnt {display_name(document.language)};"
                " pairs and scores are less to be trusted (--encoder names another one)"
            )


def _judged(
    alignment: Alignment, encoder: Encoder, name: str, threads: int | None, console: Console
) -> Alignment:
    """Return an alignment with the quality of its beads, if that can be told in its languages.

    Its model was trained with the default encoder, so it is this one that is asked.
    """
    from align.quality.judging import judge  # takes long to import

    languages = {base(document.language) for document in (alignment.source, alignment.target)}
    if not languages <= LANGUAGES:
        return alignment
    if name != DEFAULT:
        encoder = open_encoder(DEFAULT, threads=threads)
    with timed(_log, "the pairs are judged"), console.progress("judging") as report:
        return judge(alignment, encoder, report)


def _check_name(flag: str, output: Path, context: click.Context) -> None:
    """Refuse a name for a file that says that it is something else than the option writes."""
    kind, form = output.suffix.lower(), _FORMATS[flag]
    if _FLAGS.get(kind) == flag or (kind == ".txt" and flag in _PLAIN):
        return
    if kind in _FLAGS and kind != ".tmx":
        say = f"{_FLAGS[kind]} {output}"
    elif kind in _FLAGS or kind in NAMES_OF_OTHERS:
        ending = next((suffix for suffix, of in _FLAGS.items() if of == flag), ".align")
        say = f"{flag} {output.with_suffix(ending)}"
    else:
        return
    told = f"{flag} writes {form}, and {output} is no name of one; say {say}"
    raise click.UsageError(told, context)


def _tell_left_out(alignment: Alignment, output: Path, min_score: float, console: Console) -> None:
    trusts = [bead.trust for bead in paired_beads(alignment)]
    left_out = sum(trust < min_score for trust in trusts)
    named = "score or quality" if alignment.scorer else "score"
    if left_out and left_out == len(trusts):
        console.warn(f"{output} holds no unit: each has a {named} below {min_score:g}")
    elif left_out:
        console.say(f"left out of {output}: {left_out} with a {named} below {min_score:g}")


def _log_counts(alignment: Alignment) -> None:
    """Log how many segments there are, and how they were paired."""
    beads = list(alignment.beads())
    noun = alignment.level.value
    shapes = Counter(f"{len(bead.source)}-{len(bead.target)}" for bead in beads)
    _log.info(
        "encoder %s; %s and %s; %s of paragraphs; beads: %s",
        alignment.encoder,
        counted(sum(len(bead.source) for bead in beads), f"source {noun}"),
        counted(sum(len(bead.target) for bead in beads), f"target {noun}"),
        counted(sum(not pair.one_sided for pair in alignment.pairs), "pair"),
        ", ".join(f"{count} of {shape}" for shape, count in shapes.most_common()),
    )


def _check_explain(outputs: list[Output], level: Level, context: click.Context) -> None:
    if level is not Level.SENTENCE:
        raise click.UsageError("--explain looks at sentences; leave --level out", context)
    if any(output.path == STANDARD_OUTPUT for output in outputs):
        raise click.UsageError(
            '--explain prints on standard output, where "-" would write too', context
        )
