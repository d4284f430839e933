"""The checks, a module for each kind of thing that may be wrong."""

from align.quality.checks import dates, numbers, symbols
from align.quality.findings import Check

CHECKS: tuple[Check, ...] = (*numbers.CHECKS, *dates.CHECKS, *symbols.CHECKS)
"""All checks, in the order in which they are told."""
