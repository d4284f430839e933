"""Names: those of two documents in messages, and those that files of other kinds have."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

from corpora import Document

NAMES_OF_OTHERS = frozenset(
    (
        ".csv",
        ".xls",
        ".txt",
        ".md",
        ".docx",
        ".doc",
        ".odt",
        ".rtf",
        ".pdf",
        ".json",
        ".html",
        ".htm",
    )
)
"""How files are named that hold no memory: as one they would not open."""


def names_apart(
    documents: tuple[Document, Document], paths: tuple[str | None, str | None]
) -> tuple[str, str]:
    """Return what two documents are called: their names, and more where these are one.

    Files of one name are told apart by their folders, as many of them as it takes ("zh/a.txt");
    documents of one name by their languages.

    Args:
        documents: both of them.
        paths: where each was read, as the user said it; None where that is no file.
    """
    source, target = documents
    if source.name != target.name:
        return source.name, target.name
    first, second = paths
    if first is not None and second is not None:
        tails: tuple[list[str], list[str]] = ([], [])
        places = (reversed(Path(path).absolute().parts) for path in (first, second))
        for parts in zip_longest(*places):
            for tail, part in zip(tails, parts, strict=True):
                tail[:0] = [part] if part else []
            if parts[0] != parts[1]:
                return str(Path(*tails[0])), str(Path(*tails[1]))
    if source.language != target.language:
        return f"{source.name} ({source.language})", f"{target.name} ({target.language})"
    return source.name, target.name
