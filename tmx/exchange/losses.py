"""Counts what a format has no place for, to say it in one line."""

from __future__ import annotations

import logging
from collections import Counter

_LOG = logging.getLogger(__name__)


class Losses:
    """Counts what was left out on the way from one format into another, or changed.

    Attributes:
        counts: how many of each kind, in the order in which they were met first; a kind is the
            pair of its names for one and for many ("date", "dates").
    """

    __slots__ = ("counts",)

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, one: str, many: str, count: int = 1) -> None:
        """Count something that is left out.

        Args:
            one: what one of them is called ("note of a variant").
            many: what several are called ("notes of variants").
            count: how many.
        """
        if count:
            self.counts[one, many] += count

    @property
    def listed(self) -> str:
        """All of it as a person would say it: "12 dates, 1 note of a variant"; "" for nothing."""
        return ", ".join(
            f"{count:,} {one if count == 1 else many}" for (one, many), count in self.counts.items()
        )

    def report(self, name: str, reason: str) -> None:
        """Log one line of warning, if anything was left out.

        Args:
            name: the file, as the user calls it.
            reason: why, and how it is to be put: "left out, since PO has no place for them".
        """
        if self.counts:
            _LOG.warning("%s: %s: %s", name, reason, self.listed)
