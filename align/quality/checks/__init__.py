"""The checks, a module for each kind of thing that may be wrong."""

from align.quality.checks import (
    characters,
    consistency,
    dates,
    footnotes,
    items,
    languages,
    length,
    marks,
    measures,
    names,
    negation,
    numbers,
    parties,
    parts,
    shift,
    symbols,
    tags,
    terms,
    times,
)
from align.quality.findings import Check

CHECKS: tuple[Check, ...] = (
    *languages.CHECKS,
    *numbers.CHECKS,
    *dates.CHECKS,
    *times.CHECKS,
    *symbols.CHECKS,
    *parts.CHECKS,
    *parties.CHECKS,
    *measures.CHECKS,
    *items.CHECKS,
    *names.CHECKS,
    *negation.CHECKS,
    *length.CHECKS,
    *tags.CHECKS,
    *characters.CHECKS,
    *marks.CHECKS,
    *footnotes.CHECKS,
    *shift.CHECKS,
    *consistency.CHECKS,
)
"""All checks, in the order in which they are told."""

NAMES: frozenset[str] = frozenset((*(check.id for check in CHECKS), terms.TERM))
"""The ids of all checks, and of that of a glossary's terms (`align.quality.checks.terms`)."""

_OF_SEVERAL = (*shift.CHECKS, *consistency.CHECKS)
ALONE: tuple[Check, ...] = tuple(check for check in CHECKS if check not in _OF_SEVERAL)
"""The checks that look at each pair by itself."""
