"""Where the units of an alignment stand in the target."""

from __future__ import annotations

from align.alignment import Alignment
from align.order import Place, target_place
from align.units import unit_id
from tmx.rules import name_of
from tmx.units import Unit


def target_places(alignment: Alignment) -> dict[str, Place | None]:
    """Return where the target of each unit begins, by the unit's name; None where it has none."""
    return {
        name_of(Unit((), tuid=unit_id(alignment, place, count)), 0): target_place(bead)
        for place, paragraphs in enumerate(alignment.pairs, start=1)
        for count, bead in enumerate(paragraphs.beads, start=1)
    }
