"""Reads TMX 1.1 to 1.4b, unit by unit: the memory used does not grow with their number.

Nothing but the stream is read, and no entity is expanded beyond XML's own: a file that declares
any is refused, and so is one that refers to any.

The file is cut behind an end of a unit into blocks, and each block is parsed as a tree of its own,
with the start tags around it: that is faster than a parser's events, and confines damage. A block
that is not well-formed, be it damaged or cut inside a comment, is gone through unit by unit.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from itertools import islice
from typing import Any, BinaryIO

from tmx.errors import TmxError
from tmx.reading.buffering import Buffer
from tmx.reading.decoding import Decoder
from tmx.reading.nouns import NounError
from tmx.reading.options import DEFAULTS, ReadingOptions
from tmx.reading.pieces import PieceError, Pieces
from tmx.reading.prologue import read_prologue
from tmx.reading.references import mend_references
from tmx.reading.report import Damage, ReadingReport
from tmx.reading.scanning import Span, find_unit
from tmx.units import Header, Unit

_BLOCK = 1 << 15  # bytes that are parsed at once
_MOST = 1 << 25  # bytes of one unit, with what stands before it


def read_tmx(
    stream: BinaryIO, name: str = "TMX", options: ReadingOptions = DEFAULTS
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory: its header at once, its units as they are asked for.

    Args:
        stream: the file's bytes, unpacked, in any encoding; it is not closed.
        name: the file's name, for the message of an error.
        options: what is done about damage and characters.

    Returns:
        The header (a text that it lacks is ""), and the units. A damaged file gives the units
        before the damage, and then raises.

    Raises:
        TmxError: it is no TMX, is damaged, or declares or uses an entity; the message says where.
    """
    reader = Reader(stream.read, name, options)
    return reader.header, reader.units()


class Reader:
    """One pass over one file.

    Attributes:
        header: what holds for the memory as a whole.
        report: what reading has met with so far.
    """

    def __init__(
        self, read: Callable[[int], bytes], name: str, options: ReadingOptions = DEFAULTS
    ) -> None:
        """Read the header.

        Args:
            read: returns the next bytes of the unpacked file, at most so many; none at its end.
            name: the file's name, for messages.
            options: what is done about damage and characters.

        Raises:
            TmxError: it is no TMX, declares or uses an entity, or is damaged.
        """
        self.report = ReadingReport()
        self._name = name
        self._options = options
        repair = options.repair
        self._buffer = Buffer(Decoder(read, name), name, self.report, repair=repair)
        start = read_prologue(
            self._buffer, name, self.report, recover=options.recover, repair=repair
        )
        self.header = start.header
        self._nouns = start.nouns
        self._around = start.around
        self._pieces = Pieces()
        self._unit_name = start.unit_name
        self._tag = f"{start.nouns.prefix}tu"
        self._node: Any = None
        self._first_line = 1
        self._ends_early = False

    @property
    def line(self) -> int:
        """The line of the file in which the unit that was given last begins."""
        return self._first_line + (1 if self._node is None else self._node.sourceline) - 1

    def units(self) -> Iterator[Unit]:
        """Read the units.

        Raises:
            TmxError: the file is damaged there, and damage is not to be skipped.
        """
        buffer = self._buffer
        close = b"</" + self._unit_name + b">"
        while True:
            buffer.fill(_BLOCK)
            if not len(buffer):
                break
            end = buffer.data.rfind(close, buffer.start) + len(close)
            given: int | None = 0
            if end < buffer.start + len(close):
                end = len(buffer.data)
            else:
                given = yield from self._block(end)
            if given is not None:
                yield from islice(self._one_by_one(end - buffer.start), given, None)
        self._check_end()

    def _one_by_one(self, left: int) -> Iterator[Unit]:
        """Give the units of the next so many bytes, each parsed alone."""
        while left > 0 and len(self._buffer):
            span = self._find()
            left -= span.end - self._buffer.start
            for node, unit in self._careful(span):
                self._node = node
                yield unit

    def _block(self, end: int) -> Generator[Unit, None, int | None]:
        """Give the units up to an index of the buffer and drop them, as long as all is well.

        Each is made when it is asked for: holding a block's worth of them takes longer.

        Returns:
            None if all was well, otherwise how many were given; nothing is dropped then.
        """
        buffer = self._buffer
        piece = buffer.data[buffer.start : end]
        try:
            tree = self._pieces.parse(piece, self._around, self._around)
        except PieceError:
            return 0
        self._first_line = buffer.place(buffer.start).line
        make = self._nouns.unit
        for given, node in enumerate(tree.iter(self._tag)):
            try:
                unit = make(node)
            except NounError:
                return given
            self._node = node
            yield unit
        buffer.drop(end)
        return None

    def _find(self) -> Span:
        """Find the next unit, reading on as far as needed."""
        buffer = self._buffer
        while True:
            final = buffer.final or len(buffer) >= _MOST
            span = find_unit(buffer, self._unit_name, self._around, final=final)
            if span is not None:
                return span
            buffer.fill(min(2 * len(buffer), _MOST))

    def _careful(self, span: Span) -> list[tuple[Any, Unit]]:
        """Read one unit and what stands before it; damage in either is confined to it."""
        buffer = self._buffer
        try:
            units = self._units(buffer.start, span.end, span.around)
            self._around = span.around
        except (PieceError, NounError) as error:
            units = self._salvaged(span, error)
        buffer.drop(span.end)
        return units

    def _salvaged(self, span: Span, error: PieceError | NounError) -> list[tuple[Any, Unit]]:
        """Read a unit apart from what stands before it, one of which is damaged."""
        start = self._buffer.start
        if not self._buffer.data[start : span.start].strip():
            self._skip(start, span.end, error)
            return []
        try:
            self._units(start, span.start, span.around)
            self._around = span.around
        except (PieceError, NounError) as damage:
            self._skip(start, span.start, damage)
        if span.start == span.end:
            return []
        try:
            return self._units(span.start, span.end, self._around)
        except (PieceError, NounError) as damage:
            self._skip(span.start, span.end, damage)
            return []

    def _units(self, start: int, end: int, around: tuple[bytes, ...]) -> list[tuple[Any, Unit]]:
        """Parse a part of the buffer, behind which these elements are open.

        Raises:
            PieceError: it is not well-formed.
            NounError: it is, and yet no memory can hold it.
            TmxError: it refers to a character that XML lacks, which is not to be mended.
        """
        piece = self._buffer.data[start:end]
        places: list[int] = []
        try:
            tree = self._pieces.parse(piece, self._around, around)
        except PieceError:
            if b"&#" not in piece:
                raise
            piece, places = mend_references(piece)
            if not places:
                raise
            tree = self._pieces.parse(piece, self._around, around)
        units = [(node, self._nouns.unit(node)) for node in tree.iter(self._tag)]
        for index in places:
            self._mended(start + index)
        self._first_line = self._buffer.place(start).line
        return units

    def _mended(self, index: int) -> None:
        place = self._buffer.place(index)
        if not self._options.repair:
            raise TmxError(
                f"{self._name}, line {place.line}, byte {place.byte}: it refers to a character "
                "that XML lacks; --repair mends it"
            )
        self.report.add_mended(place.line)

    def _skip(self, start: int, end: int, error: PieceError | NounError) -> None:
        """Skip a damaged part of the buffer, or stop there."""
        buffer = self._buffer
        if isinstance(error, PieceError):
            index, reason = start + error.index, f"the XML is damaged: {error.reason}"
        else:
            index, reason = start, error.reason
            for _ in range(error.line - 1):
                index = buffer.data.find(b"\n", index, end) + 1
        if end == len(buffer.data):
            self._ends_early = buffer.final
            if not buffer.final:
                reason = f"a unit of more than {_MOST:,} bytes"
            elif buffer.broken or index == end:
                reason = buffer.broken or "it ends too early"
        place = buffer.place(index)
        self._stop_or_report(Damage(*place, end - start, reason))

    def _check_end(self) -> None:
        """Look whether the file ends where its root element does."""
        buffer = self._buffer
        if self._ends_early or not (self._around or buffer.broken):
            return
        place = buffer.place(buffer.start)
        self._stop_or_report(Damage(*place, 0, buffer.broken or "it ends too early"))

    def _stop_or_report(self, damage: Damage) -> None:
        if not self._options.recover:
            raise TmxError(
                f"{self._name}, line {damage.line}, byte {damage.byte}: {damage.reason}; "
                "--recover goes on behind it"
            )
        self.report.add_damage(self._name, damage)
