"""The entries of the catalogue, read from entries.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from corpora.errors import DocumentError

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Edition:
    """One language version of a document.

    Attributes:
        code: the publisher's code for the language ("zh"), and its name on the command line.
        language: the BCP 47 tag of the text ("zh-CN").
        title: the document's title in that language.
        path: the file that ships with duiqi.
        status: one line that must go wherever the shipped text is shown.
        provenance: where the shipped text comes from.
        licence: the terms that the shipped text is under.
    """

    code: str
    language: str
    title: str
    path: Path
    status: str
    provenance: str
    licence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the catalogue.

    Attributes:
        name: what the user calls it ("un-67-58").
        title: its title in English.
        symbol: its United Nations document symbol ("A/RES/67/58").
        preambular: how many preambular paragraphs it has.
        operative: how many operative paragraphs it has, numbered from 1.
        editions: its language versions; the first is the source, the second the target.
    """

    name: str
    title: str
    symbol: str
    preambular: int
    operative: int
    editions: tuple[Edition, ...]

    def edition(self, code: str) -> Edition:
        """Return the edition of a language.

        Raises:
            DocumentError: the entry has none in that language.
        """
        for edition in self.editions:
            if edition.code == code:
                return edition
        known = ", ".join(edition.code for edition in self.editions)
        raise DocumentError(f"{self.name}: there is no {code} edition; it has {known}")


def catalogue_names() -> tuple[str, ...]:
    """Return the names of all entries, in the catalogue's order."""
    return tuple(_entries())


def catalogue_entry(name: str) -> Entry:
    """Return the entry of a name.

    Raises:
        DocumentError: the catalogue has no such name; near ones are suggested.
    """
    entries = _entries()
    if name in entries:
        return entries[name]
    near = get_close_matches(name.lower(), entries, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"it has {', '.join(entries)}"
    raise DocumentError(f"{name}: not in the catalogue; {hint}")


@cache
def _entries() -> dict[str, Entry]:
    with (_HERE / "entries.toml").open("rb") as file:
        tables = tomllib.load(file)["entry"]
    return {table["name"]: _entry(table) for table in tables}


def _entry(table: dict[str, Any]) -> Entry:
    return Entry(
        name=table["name"],
        title=table["title"],
        symbol=table["symbol"],
        preambular=table["preambular"],
        operative=table["operative"],
        editions=tuple(_edition(**edition) for edition in table["edition"]),
    )


def _edition(*, file: str, **fields: str) -> Edition:
    return Edition(**fields, path=_HERE / "data" / file)
