"""`duiqi corpora`: the documents that duiqi knows by name."""

from __future__ import annotations

from pathlib import Path

import click

from align.cli.base import Command, Group, pass_console
from align.cli.console import Console
from corpora.catalogue import Edition, Entry, catalogue_entry, catalogue_names
from corpora.catalogue.copies import Copy, copy_folder, find_copy, usable_copy
from corpora.errors import DocumentError

ADDRESS_VARIABLE = "DUIQI_UN_ADDRESS"


@click.group(
    "corpora",
    cls=Group,
    example="duiqi corpora show un-67-58\nduiqi corpora import un-67-58 --en resolution.docx",
)
def corpora() -> None:
    """The documents that duiqi knows by name, and your own official copies of them.

    A name stands wherever a document does: duiqi align un-67-58 -o un-67-58.tmx
    """


@corpora.command(
    "list", cls=Command, short_help="List the documents.", example="duiqi corpora list"
)
@pass_console
def list_entries(console: Console) -> None:
    """List the documents: a line for each language, with what its text is."""
    rows = []
    for name in catalogue_names():
        entry = catalogue_entry(name)
        for edition in entry.editions:
            language = _language(entry, edition)
            rows.append((name, entry.symbol, language, edition.title, _status(entry, edition)))
    console.table(("name", "symbol", "language", "title", "text"), rows)


@corpora.command(
    "show", cls=Command, short_help="Show a document.", example="duiqi corpora show un-67-58"
)
@click.argument("name")
@pass_console
def show(console: Console, name: str) -> None:
    """Show a document: what it is, where its texts come from, and which of them are used."""
    entry = catalogue_entry(name)
    rows = [
        ("name", entry.name),
        ("title", entry.title),
        ("symbol", entry.symbol),
        ("paragraphs", f"{entry.preambular} preambular, {entry.operative} operative"),
    ]
    for edition in entry.editions:
        copy = find_copy(entry, edition)
        path = copy_folder(entry) / copy.file if copy else edition.path
        rows += [
            (f"{edition.code} title", edition.title),
            (f"{edition.code} language", _language(entry, edition)),
            (f"{edition.code} text", _status(entry, edition)),
            (f"{edition.code} file", str(path)),
        ]
        if not copy:
            rows += [
                (f"{edition.code} provenance", edition.provenance),
                (f"{edition.code} licence", edition.licence),
            ]
    console.table(("", ""), rows)


@corpora.command(
    "fetch",
    cls=Command,
    short_help="Bring official texts from the United Nations.",
    example="duiqi corpora fetch un-67-58\nduiqi corpora fetch un-67-58 --language en",
)
@click.argument("name")
@click.option("--language", help="Only this language version, such as en; all when left out.")
@click.option(
    "--from",
    "address",
    metavar="URL",
    envvar=ADDRESS_VARIABLE,
    show_envvar=True,
    help="The server to ask instead of the United Nations' own; it must answer as that one does.",
)
@click.option("--force", is_flag=True, help="Replace an imported copy that differs, too.")
@pass_console
def fetch(
    console: Console, name: str, language: str | None, address: str | None, force: bool
) -> None:
    """Bring the official texts of a document from the United Nations, and use them from then on.

    What comes is kept only when it bears the document's symbol, is in its language, and has as
    many paragraphs as it should, numbered in order where they are numbered, none broken off. Its
    wording is not checked. It takes the place of what was fetched before.
    """
    from corpora.catalogue.downloading import UnreachableError
    from corpora.catalogue.fetching import ADDRESS, fetch_copy

    entry = catalogue_entry(name)
    editions = (entry.edition(language),) if language else entry.editions
    failures: list[DocumentError] = []
    for edition in editions:
        before = usable_copy(entry, edition)
        with console.progress(f"{entry.symbol} ({edition.code})") as report:
            try:
                copy = fetch_copy(
                    entry, edition, address=address or ADDRESS, progress=report, force=force
                )
            except UnreachableError:
                raise
            except DocumentError as failure:
                failures.append(failure)
                continue
        _say_kept(console, entry, edition, copy, before)
    if failures:
        raise DocumentError("; ".join(str(failure) for failure in failures))


@corpora.command(
    "import",
    cls=Command,
    short_help="Keep an official copy that you have.",
    example="duiqi corpora import un-67-58 --en resolution.docx\n"
    "duiqi corpora import un-67-58 --zh N1248706.pdf --en N1248707.pdf",
)
@click.argument("name")
@click.option("--en", type=click.Path(path_type=Path), metavar="FILE", help="The English text.")
@click.option("--zh", type=click.Path(path_type=Path), metavar="FILE", help="The Chinese text.")
@click.option(
    "--encoding",
    metavar="NAME",
    help="The character encoding of plain text or HTML, such as gb18030; found when left out.",
)
@click.option("--force", is_flag=True, help="Replace a copy that is there and differs.")
@pass_console
def import_files(
    console: Console,
    name: str,
    en: Path | None,
    zh: Path | None,
    encoding: str | None,
    force: bool,
) -> None:
    """Keep copies of a document that you have, and use them from then on.

    Any format that duiqi reads will do: DOCX, ODT, PDF, RTF, HTML, text. A file is taken only
    when it bears the document's symbol, is in its language, and has as many paragraphs as it
    should, numbered in order where they are numbered, none broken off. Its wording is not checked.
    """
    from corpora.catalogue.importing import import_copies

    entry = catalogue_entry(name)
    given = {code: path for code, path in (("zh", zh), ("en", en)) if path}
    if not given:
        raise click.UsageError("give a file: --en FILE or --zh FILE or both")
    editions = [entry.edition(code) for code in given]
    before = [usable_copy(entry, edition) for edition in editions]
    copies = import_copies(entry, given, encoding, force=force)
    for edition, copy, older in zip(editions, copies, before, strict=True):
        _say_kept(console, entry, edition, copy, older)


def _language(entry: Entry, edition: Edition) -> str:
    """The language of the text of an edition, the user's copy or the shipped one."""
    copy = find_copy(entry, edition)
    return copy.language if copy else edition.language


def _status(entry: Entry, edition: Edition) -> str:
    """One line that says what the text of an edition is, the user's copy or the shipped one."""
    copy = find_copy(entry, edition)
    return copy.status if copy else edition.status


def _say_kept(
    console: Console, entry: Entry, edition: Edition, copy: Copy, before: Copy | None
) -> None:
    """Say what was checked, and what became of the copy that was there before."""
    name, folder = f"{entry.name} {edition.code}", copy_folder(entry)
    console.say(
        f"{name}: checked that it bears the symbol {entry.symbol}, is in its language, has"
        f" {entry.preambular} preambular paragraphs and operative ones numbered 1 to"
        f" {entry.operative}, and that none breaks off; its wording is not checked"
    )
    if copy == before:
        console.say(f"{name}: the same copy is there already: {copy.status}; kept in {folder}")
        return
    replaced = f"; it replaces: {before.status}" if before else ""
    console.say(f"{name}: {copy.status}; kept in {folder}{replaced}")
