"""The alignment file: an Alignment as JSON, whole and versioned, as `--json` writes it.

Its fields are those of the nouns themselves (`align.alignment`, `corpora.document`); spans are
counted in characters (Unicode code points) of the paragraph's text. `docs/alignment-file.md`
describes it for readers in other languages. A file of a newer version is refused, not guessed at.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

import msgspec

from align.alignment import Alignment
from align.errors import AlignmentError
from align.integrity import find_faults

FORMAT = "duiqi-alignment"
VERSION = 1


@dataclass(frozen=True, slots=True)
class _Head:
    """What every version of the file begins with."""

    format: str
    version: int


@dataclass(frozen=True, slots=True)
class _File:
    """An alignment file of this version.

    Attributes:
        format: FORMAT.
        version: VERSION.
        creator: the program that wrote it, with its version.
        alignment: the alignment.
    """

    format: str
    version: int
    creator: str
    alignment: Alignment


def alignment_to_json(alignment: Alignment) -> bytes:
    """Write an alignment as UTF-8 JSON, one line ended by a line break."""
    file = _File(FORMAT, VERSION, f"duiqi {version('duiqi')}", alignment)
    return msgspec.json.encode(file) + b"\n"


def alignment_from_json(data: bytes, name: str = "alignment") -> Alignment:
    """Read an alignment as `alignment_to_json` writes it.

    Args:
        data: the file's bytes.
        name: the file's name, for the message of an error.

    Raises:
        AlignmentError: it is no alignment file, is of another version, or does not keep the rules
            of `align.integrity`; the message names the first fault.
    """
    if not data:
        raise AlignmentError(f"{name}: the file is empty")
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise AlignmentError(f"{name}: not an alignment file of duiqi ({error})") from error
    if head.format != FORMAT:
        raise AlignmentError(f"{name}: not an alignment file of duiqi (format {head.format!r})")
    if head.version != VERSION:
        raise AlignmentError(
            f"{name}: version {head.version} of the alignment file; this duiqi reads {VERSION}"
        )
    try:
        alignment = msgspec.json.decode(data, type=_File).alignment
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise AlignmentError(f"{name}: damaged alignment file: {error}") from error
    fault = next(find_faults(alignment), None)
    if fault:
        raise AlignmentError(f"{name}: damaged alignment file: {fault}")
    return alignment
