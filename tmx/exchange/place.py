"""Where in a file the unit stands that has been read last."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Place:
    """Told by a reader as it goes on.

    Attributes:
        line: the line, or the row of a spreadsheet, in which the last unit begins; the first 1.
    """

    line: int = 1
