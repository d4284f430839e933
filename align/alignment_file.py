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
from corpora import Document, Span

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
        AlignmentError: it is no alignment file, is of another version, or names what is not there.
    """
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
    _check(alignment, name)
    return alignment


def _check(alignment: Alignment, name: str) -> None:
    """Refuse pairs and beads that name paragraphs or characters that the documents lack."""
    for count, pair in enumerate(alignment.pairs):
        where = f"{name}: damaged alignment file: pair {count}"
        for document, indices in (
            (alignment.source, pair.source),
            (alignment.target, pair.target),
        ):
            for index in indices:
                if not 0 <= index < len(document.paragraphs):
                    raise AlignmentError(f"{where}: {document.name} has no paragraph {index}")
        for bead in pair.beads:
            for span in bead.source:
                _check_span(alignment.source, span, where)
            for span in bead.target:
                _check_span(alignment.target, span, where)


def _check_span(document: Document, span: Span, where: str) -> None:
    paragraphs = document.paragraphs
    inside = 0 <= span.paragraph < len(paragraphs)
    if not (inside and 0 <= span.start <= span.end <= len(paragraphs[span.paragraph].text)):
        raise AlignmentError(f"{where}: {document.name} has no segment {span}")
