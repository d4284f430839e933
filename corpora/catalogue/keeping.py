"""Verified documents become the user's copies; one that is there is not replaced unasked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from corpora.catalogue.copies import Copy, copy_folder, keep_copy, usable_copy
from corpora.catalogue.entries import Edition, Entry
from corpora.document import Document
from corpora.errors import DocumentError

_FETCHED = frozenset({"official", "fetched"})


@dataclass(frozen=True, slots=True)
class Arrival:
    """A verified document that is to become the copy of an edition.

    Attributes:
        edition: which language version it is.
        data: the bytes of the file.
        document: what was read from them.
        how: a key of `copies.STATUS`.
        source: the address or the file name that it came from.
    """

    edition: Edition
    data: bytes
    document: Document
    how: str
    source: str


def keep_copies(entry: Entry, arrivals: Sequence[Arrival], *, force: bool) -> tuple[Copy, ...]:
    """Keep verified documents as the user's copies, all of them or none.

    What is there already is left as it is, and returned; only that it is the official text, once
    the United Nations sent the same, is noted. What was fetched takes the place of what was
    fetched before. A copy that is damaged stands in nobody's way.

    Args:
        entry: what they are.
        arrivals: at most one for each edition.
        force: whether to replace any other copy too.

    Raises:
        DocumentError: another copy is there and was not to be replaced, or the folder can't be
            written.
    """
    present = [usable_copy(entry, arrival.edition) for arrival in arrivals]
    pairs = list(zip(arrivals, present, strict=True))
    for arrival, copy in pairs:
        if copy and not force and not _may_replace(arrival, copy):
            raise DocumentError(
                f"{copy_folder(entry) / copy.file}: there is another {arrival.edition.code} copy of"
                f" {entry.symbol} already ({copy.status}), which is left as it is; --force"
                " replaces it"
            )
    return tuple(
        copy
        if copy and _is_same(arrival, copy) and not _makes_official(arrival, copy)
        else keep_copy(
            entry,
            arrival.edition,
            arrival.data,
            arrival.document,
            how=arrival.how,
            source=arrival.source,
        )
        for arrival, copy in pairs
    )


def _may_replace(arrival: Arrival, copy: Copy) -> bool:
    return _is_same(arrival, copy) or {arrival.how, copy.how} <= _FETCHED


def _is_same(arrival: Arrival, copy: Copy) -> bool:
    """Tell whether a copy has the same bytes, read in the same way."""
    read = (arrival.document.format, arrival.document.encoding)
    digest = hashlib.sha256(arrival.data).hexdigest()
    return (digest, *read) == (copy.sha256, copy.format, copy.encoding)


def _makes_official(arrival: Arrival, copy: Copy) -> bool:
    return arrival.how == "official" and copy.how != "official"
