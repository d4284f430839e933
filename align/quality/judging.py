"""Tells the quality of an alignment's beads: the unit scores of the pairs that they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from align.alignment import Alignment
from align.encoders import Encoder
from align.quality.scoring import score_pairs, signature
from align.quality.sources import pairs_of_alignment
from align.units import unit_id
from tmx.rules import name_of
from tmx.units import Unit


def judge(
    alignment: Alignment, encoder: Encoder, report: Callable[[int, int | None], None]
) -> Alignment:
    """Return an alignment whose beads with words on two sides bear their quality.

    What belongs to a site and not to a document has none.

    Args:
        alignment: what was paired.
        encoder: what tells meaning; the model was trained with the default one.
        report: told how many pairs are judged, and how many there are.
    """
    pairs = list(pairs_of_alignment(alignment))
    qualities: dict[str, float] = {}
    for count, score in enumerate(score_pairs(pairs, encoder), start=1):
        if all(side.text.strip() for side in score.pair.sides):
            qualities[score.pair.name] = score.value
        report(count, len(pairs))
    judged = []
    for place, pair in enumerate(alignment.pairs, start=1):
        names = (
            name_of(Unit((), tuid=unit_id(alignment, place, count)), 0)
            for count in range(1, len(pair.beads) + 1)
        )
        beads = (
            replace(bead, quality=qualities.get(name))
            for bead, name in zip(pair.beads, names, strict=True)
        )
        judged.append(replace(pair, beads=tuple(beads)))
    return replace(alignment, pairs=tuple(judged), scorer=signature(encoder))
