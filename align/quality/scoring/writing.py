"""Scores set down in the units of a memory, and read back."""

from __future__ import annotations

from dataclasses import replace

from tmx.operations.ranking import QUALITY
from tmx.units import Header, Property, Unit

QUALITY_SIGNATURE = "x-quality-signature"
"""The type of the header's property that says what the scores depend on."""


def with_quality(unit: Unit, value: float) -> Unit:
    """Return a unit with its score, in place of one that it had.

    Args:
        unit: any unit.
        value: the score, in [0, 1].
    """
    others = tuple(
        item
        for item in unit.annotations
        if not (isinstance(item, Property) and item.type == QUALITY)
    )
    return replace(unit, annotations=(*others, Property(QUALITY, f"{value:.4f}")))


def quality_of(unit: Unit) -> float | None:
    """Return the score that a unit was given, or None."""
    return probability(unit.value(QUALITY))


def probability(written: str | None) -> float | None:
    """Read a probability; None for what is no number in [0, 1]."""
    try:
        value = float(written) if written else -1.0
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def signature_of(header: Header) -> str:
    """Return what the scores of a memory depend on, or "" where it does not tell."""
    return next(
        (
            item.value
            for item in header.annotations
            if isinstance(item, Property) and item.type == QUALITY_SIGNATURE
        ),
        "",
    )


def with_signature(header: Header, signature: str) -> Header:
    """Return a header that says what the scores of its units depend on."""
    others = tuple(
        item
        for item in header.annotations
        if not (isinstance(item, Property) and item.type == QUALITY_SIGNATURE)
    )
    return replace(header, annotations=(*others, Property(QUALITY_SIGNATURE, signature)))
