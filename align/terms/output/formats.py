"""The formats of glossaries by the ends of their files' names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from align.errors import AlignmentError
from align.terms.output.columns import write_csv, write_plain, write_workbook
from align.terms.output.glossary import Glossary
from align.terms.output.json_form import write_json
from align.terms.output.omegat import write_omegat
from align.terms.output.tbx import write_tbx
from tmx.output import STANDARD_OUTPUT

Writer = Callable[[Glossary, BinaryIO], None]

FORMATS: dict[str, Writer] = {
    ".tbx": write_tbx,
    ".csv": write_csv,
    ".tsv": write_plain,
    ".txt": write_omegat,
    ".xlsx": write_workbook,
    ".json": write_json,
}
"""What writes each format."""


def writer_of(path: Path) -> Writer:
    """Return what writes the format of a file; standard output gets two plain columns.

    Raises:
        AlignmentError: the name tells no format.
    """
    if path == STANDARD_OUTPUT:
        return write_plain
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise AlignmentError(
            f"{path}: the name tells no format of glossaries; end it in {', '.join(FORMATS)}"
        )
    return found
