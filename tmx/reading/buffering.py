"""The part of a file that is being looked at, and where in the file it stands."""

from __future__ import annotations

from typing import NamedTuple

from tmx.errors import TmxError
from tmx.reading.decoding import Decoder, Mend
from tmx.reading.report import ReadingReport
from tmx.reading.unpacking import PackingError


class Place(NamedTuple):
    """A place in a file.

    Attributes:
        line: its line, the first 1.
        byte: its byte in the unpacked file, the first 0.
    """

    line: int
    byte: int


class Buffer:
    """A window of clean UTF-8 on a file; it is filled behind and emptied in front.

    Attributes:
        data: the bytes; those before `start` are done with.
        start: where the window begins in them.
        final: whether the file has no more.
        broken: why the file could not be read to its end, or None.
        missing: what has been looked for in vain up to the end of `data`, and from which index on.
    """

    def __init__(self, decoder: Decoder, name: str, report: ReadingReport, *, repair: bool) -> None:
        self._decoder = decoder
        self._name = name
        self._report = report
        self._repair = repair
        self.data = b""
        self.start = 0
        self.final = False
        self.broken: str | None = None
        self.missing: dict[bytes, int] = {}
        self._line = 1
        self._byte = decoder.mark
        self._mends: list[tuple[int, int]] = []  # (index in data, shift), behind start

    def __len__(self) -> int:
        return len(self.data) - self.start

    def fill(self, least: int) -> None:
        """Read until the window holds so many bytes or the file ends.

        Raises:
            TmxError: a character that XML lacks is there, and is not to be mended.
        """
        if self.final or len(self) >= least:
            return
        self._compact()
        pieces = [self.data]
        length = len(self.data)
        while length < least:
            try:
                block = self._decoder.block()
            except PackingError as error:
                self.broken = str(error)
                block = None
            if block is None:
                self.final = True
                break
            if block.mends:
                self.data = b"".join([*pieces, block.data])
                pieces = [self.data]
                for mend in block.mends:
                    self._add(mend, length)
            else:
                pieces.append(block.data)
            length += len(block.data)
        self.data = b"".join(pieces)
        self.missing.clear()

    def drop(self, end: int) -> None:
        """Empty the window up to an index of `data`."""
        self._line, self._byte = self.place(end)
        self._mends = [item for item in self._mends if item[0] >= end]
        self.start = end

    def place(self, index: int) -> Place:
        """Return the place in the file of an index of `data`, at or behind `start`."""
        byte = self._byte
        byte += (
            self._decoder.length(self.data[self.start : index])
            if self._decoder.encoding != "utf-8"
            else index - self.start
        )
        byte += sum(shift for at, shift in self._mends if at < index)
        return Place(self._line + self.data.count(b"\n", self.start, index), byte)

    def _add(self, mend: Mend, offset: int) -> None:
        place = self.place(offset + mend.index)
        if not self._repair:
            raise TmxError(
                f"{self._name}, line {place.line}, byte {place.byte}: {mend.what} is none that "
                "XML has; --repair mends it"
            )
        self._report.add_mended(place.line)
        if mend.shift:
            self._mends.append((offset + mend.index, mend.shift))

    def _compact(self) -> None:
        if self.start:
            self.data = self.data[self.start :]
            self._mends = [(at - self.start, shift) for at, shift in self._mends]
            self.start = 0
