"""What reading a memory met with: damage that was skipped, characters that were mended."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

_LOG = logging.getLogger(__name__)
_LISTED = 1000  # damaged places that are kept, so that a ruin of any size costs constant memory
_LOGGED = 20  # damaged places that are told one by one


@dataclass(frozen=True, slots=True)
class Damage:
    """A place where a memory was damaged, and what was lost there.

    Attributes:
        line: the line where the damage shows, the first 1.
        byte: the byte where it shows, of the unpacked file, the first 0.
        lost: how many bytes were skipped.
        reason: what is wrong.
    """

    line: int
    byte: int
    lost: int
    reason: str


@dataclass(slots=True)
class ReadingReport:
    """What has been met with so far.

    Attributes:
        mended: characters that XML lacks, and runs of bytes that are no text, that were mended.
        first_mended: the line of the first of them, or None.
        damaged: how many places were damaged and skipped.
        lost: how many bytes were skipped there.
        damages: the first thousand of those places.
    """

    mended: int = 0
    first_mended: int | None = None
    damaged: int = 0
    lost: int = 0
    damages: list[Damage] = field(default_factory=list)

    def add_mended(self, line: int) -> None:
        """Count one character that was mended."""
        self.mended += 1
        if self.first_mended is None:
            self.first_mended = line

    def add_damage(self, name: str, damage: Damage) -> None:
        """Count a damaged place; the first few are logged as they come."""
        self.damaged += 1
        self.lost += damage.lost
        if self.damaged <= _LISTED:
            self.damages.append(damage)
        if self.damaged <= _LOGGED:
            _LOG.warning(
                "%s, line %d, byte %d: %s; skipped %d bytes",
                name,
                damage.line,
                damage.byte,
                damage.reason,
                damage.lost,
            )

    def tell(self, name: str) -> None:
        """Log in one line each how much was mended and how much was skipped, if anything was.

        Args:
            name: the memory's name.
        """
        if self.mended:
            _LOG.warning(
                "%s: characters that XML lacks, or that are no text, mended: %d "
                "(the first in line %d)",
                name,
                self.mended,
                self.first_mended,
            )
        if self.damaged:
            _LOG.warning(
                "%s: damaged places skipped: %d, %d bytes in all", name, self.damaged, self.lost
            )
