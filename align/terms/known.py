"""Holds entries against the glossary that the user has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from align.quality.checks.terms import Term
from align.terms.entries import Entry, Status


def compared(entries: Iterable[Entry], glossary: Iterable[Term]) -> Iterator[Entry]:
    """Give entries with how they stand to a glossary.

    Capitals and white space do not count; any form of an entry may be the glossary's.

    Args:
        entries: the entries.
        glossary: the terms that the user has.
    """
    known: dict[str, set[str]] = {}
    for term in glossary:
        known.setdefault(_folded(term.source), set()).update(map(_folded, term.targets))
    for entry in entries:
        targets = set[str]().union(*(known.get(_folded(form.text), set()) for form in entry.forms))
        if not targets:
            yield entry
            continue
        all_known = all(
            any(_folded(form.text) in targets for form in translation.forms)
            for translation in entry.translations
        )
        yield replace(entry, status=Status.KNOWN if all_known else Status.DIFFERENT)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
