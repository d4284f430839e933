"""Scores set down in the units of a memory, and read back."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from align.units import QUALITY_SIGNATURE
from tmx.operations.ranking import CRITICAL, QUALITY
from tmx.operations.stale_scores import CHECKSUM, checksum, without_stale_scores
from tmx.units import Header, Property, Unit

CRITICAL_SIGNATURE = "x-critical-error-signature"
"""The type of the one that says what the probabilities of critical errors depend on."""

_Item = TypeVar("_Item")


def with_quality(unit: Unit, value: float) -> Unit:
    """Return a unit with its score, in place of one that it had.

    Args:
        unit: any unit.
        value: the score, in [0, 1].
    """
    return _with_probability(unit, QUALITY, value)


def quality_of(unit: Unit) -> float | None:
    """Return the score that a unit was given, or None."""
    return probability(unit.value(QUALITY))


def with_critical_error(unit: Unit, value: float) -> Unit:
    """Return a unit with the probability of a critical error, in place of one that it had.

    Args:
        unit: any unit.
        value: the probability.
    """
    return _with_probability(unit, CRITICAL, value)


def critical_error_of(unit: Unit) -> float | None:
    """Return the probability of a critical error that a unit was given, or None."""
    return probability(unit.value(CRITICAL))


def with_checksum(unit: Unit, one: str, other: str) -> Unit:
    """Return a unit that says which texts its scores are of, if it has no other ones.

    Args:
        unit: any unit that has been scored.
        one: the words of a side, or "" where it is missing.
        other: the words of the other side, likewise.
    """
    told = Property(CHECKSUM, checksum(one, other))
    scored = replace(unit, annotations=(*_without(unit.annotations, CHECKSUM), told))
    return scored if without_stale_scores(scored) is scored else unit


def probability(written: str | None) -> float | None:
    """Read a probability; None for what is no number in [0, 1]."""
    try:
        value = float(written) if written else -1.0
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def signature_of(header: Header) -> str:
    """Return what the scores of a memory depend on, or "" where it does not tell."""
    found = (item for item in header.annotations if isinstance(item, Property))
    return next((item.value for item in found if item.type == QUALITY_SIGNATURE), "")


def with_signature(header: Header, signature: str, kind: str = QUALITY_SIGNATURE) -> Header:
    """Return a header that says what the scores of its units depend on.

    Args:
        header: any header.
        signature: what they depend on.
        kind: the type of the property: `CRITICAL_SIGNATURE` for the probabilities of critical
            errors.
    """
    others = _without(header.annotations, kind)
    return replace(header, annotations=(*others, Property(kind, signature)))


def _with_probability(unit: Unit, kind: str, value: float) -> Unit:
    others = _without(unit.annotations, kind)
    return replace(unit, annotations=(*others, Property(kind, f"{value:.4f}")))


def _without(annotations: tuple[_Item, ...], kind: str) -> tuple[_Item, ...]:
    """Return annotations without the properties of a type."""
    return tuple(it for it in annotations if not (isinstance(it, Property) and it.type == kind))
