"""How memories are read: what is done about damage, about characters and about size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What the user chooses.

    Attributes:
        recover: go on behind damage, at the next unit, rather than stop at it.
        repair: mend characters that XML lacks and bytes that are no text, rather than stop at them.
        max_size: the most bytes that a packed memory may unpack to; when None, it may unpack to a
            hundred times its packed size, and to a gigabyte in any case.
    """

    recover: bool = False
    repair: bool = True
    max_size: int | None = None


DEFAULTS = ReadingOptions()
"""What holds where the user chooses nothing."""
