"""Glossaries as translators keep them: a table of a term and its translation."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from align.errors import AlignmentError
from align.quality.checks.terms import Term
from align.text_files import read_text

_SEPARATORS = "\t,;"


def read_glossary(path: Path) -> list[Term]:
    """Read a glossary: plain text with a term and its translation on each line.

    They are separated by a tab (as OmegaT's glossaries are), a comma or a semicolon, whichever
    stands in the first line; what stands behind the second column is a remark. A term that comes
    again has several translations, any of which will do. Lines that begin with # are remarks.

    Args:
        path: the file, in UTF-8.

    Raises:
        AlignmentError: it can't be read, or a line has no translation.
    """
    text = read_text(path)
    first = text.partition("\n")[0]
    separator = next((sign for sign in _SEPARATORS if sign in first), "\t")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    targets: dict[str, list[str]] = {}
    try:
        for row in rows:
            if not row or not row[0].strip() or row[0].startswith("#"):
                continue
            if len(row) < 2 or not row[1].strip():
                line = rows.line_num
                raise AlignmentError(f"{path}, line {line}: {row[0]!r} has no translation")
            targets.setdefault(row[0].strip(), []).append(row[1].strip())
    except csv.Error as error:
        raise AlignmentError(f"{path}, line {rows.line_num}: {error}") from error
    return [Term(source, tuple(dict.fromkeys(found))) for source, found in targets.items()]
