"""What formats that hold one source and one target have in common: two variants of each unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tmx.errors import TmxError
from tmx.exchange.choices import Choices, source_of, target_of, variant_in
from tmx.exchange.losses import Losses
from tmx.rules import name_of
from tmx.units import Header, Note, Unit, Variant


@dataclass(frozen=True, slots=True)
class Pairs:
    """A memory as it goes into a format that holds one source and one target.

    Attributes:
        source: the source language.
        target: the target language.
        units: each unit with its source and its target, which may be missing.
    """

    source: str
    target: str
    units: Iterator[tuple[Unit, Variant, Variant | None]]


def pairs_of(
    header: Header, units: Iterable[Unit], choices: Choices, losses: Losses, *, notes: bool = False
) -> Pairs:
    """Return a memory in its two languages: those chosen, or the header's and the first unit's.

    Args:
        header: that of the memory.
        units: taken one by one.
        choices: the source and the target language.
        losses: told of all that has no place: in the header, and of the units beside these two.
        notes: whether the format has a place for the header's notes.

    Raises:
        TmxError: the languages are not clear, or a language is no tag.
    """
    source = source_of(header, choices)
    target, units = target_of(units, source, choices)
    count_header(header, losses, notes=notes)
    return Pairs(source, target, paired_units(units, source, target, losses))


def paired_units(
    units: Iterable[Unit], source: str, target: str, losses: Losses, *, whole: bool = False
) -> Iterator[tuple[Unit, Variant, Variant | None]]:
    """Give each unit with its source and its target, which may be missing.

    Args:
        units: taken one by one.
        source: the source language.
        target: the target language.
        losses: told of units without a source, and of variants beside these two.
        whole: leave out units without a target as well.

    Raises:
        TmxError: a language is no tag; the message names the unit.
    """
    for number, unit in enumerate(units, start=1):
        try:
            ours, theirs = variant_in(unit, source), variant_in(unit, target)
        except TmxError as error:
            raise TmxError(f"{name_of(unit, number)}: {error}") from error
        if ours is None:
            losses.add(f"unit without {source}", f"units without {source}")
        elif theirs is None and whole:
            losses.add(f"unit without {target}", f"units without {target}")
        else:
            beside = len(unit.variants) - 1 - (theirs is not None)
            losses.add("further variant", "further variants", beside)
            yield unit, ours, theirs


def count_header(header: Header, losses: Losses, *, notes: bool = False) -> None:
    """Count what stands in a header and has no place in a format.

    Args:
        header: that of the memory.
        losses: told of it.
        notes: whether the format has a place for notes.
    """
    kept = sum(notes and isinstance(item, Note) for item in header.annotations)
    lost = len(header.annotations) - kept
    losses.add("note or property of the header", "notes and properties of the header", lost)
