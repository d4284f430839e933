"""Pieces of a file as trees: each is parsed with the start tags around it, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from tmx.reading.scanning import name_of
from tmx.text import cited

SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""How every piece is parsed: no entity is expanded and nothing is read. libxml2's own limits hold
as well: 256 elements inside each other, 10 million bytes in a text or an attribute.
"""


class PieceError(ValueError):
    """A piece is not well-formed.

    Attributes:
        reason: what the parser says.
        index: where in the piece, in bytes.
    """

    def __init__(self, reason: str, index: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.index = index


class Pieces:
    """Parses pieces of one file."""

    def __init__(self) -> None:
        self._parser = etree.XMLParser(**SAFE)

    def parse(self, piece: bytes, before: Sequence[bytes], behind: Sequence[bytes]) -> Any:
        """Return the root of the tree that a piece makes.

        Args:
            piece: a part of the file.
            before: the start tags of the elements that are open where it begins.
            behind: the same where it ends.

        Raises:
            PieceError: it is not well-formed there.
        """
        # Behind the root element nothing but comments may stand.
        opening = b"".join(before).replace(b"\n", b" ") or b"<root/>"
        closing = b"".join(b"</" + name_of(tag) + b">" for tag in reversed(behind))
        try:
            return etree.fromstring(b"".join((opening, piece, closing)), self._parser)
        except etree.XMLSyntaxError as error:
            reason, line, column = fault_of(self._parser, error)
            index = _index(opening + piece, line, column) - len(opening)
            raise PieceError(reason, min(max(index, 0), len(piece))) from error


def fault_of(parser: Any, error: etree.XMLSyntaxError) -> tuple[str, int, int]:
    """Return what a parser says of its first fault, its line and its column, the first 1."""
    faults = parser.error_log.filter_from_errors()
    if not faults:
        return "it ends too early", error.lineno or 1, error.offset or 1
    return cited(faults[0].message), faults[0].line or 1, faults[0].column or 1


def _index(data: bytes, line: int, column: int) -> int:
    """Return the byte of a place that the parser gives in lines and characters."""
    start = 0
    for _ in range(line - 1):
        start = data.find(b"\n", start) + 1
    text = data[start : start + 4 * column].decode("utf-8", "replace")
    return start + len(text[: column - 1].encode())
