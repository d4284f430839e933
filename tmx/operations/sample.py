"""Draws units by chance: the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from tmx.operations.packing import pack, unpack
from tmx.units import Unit


def draw(units: Iterable[Unit], count: int, seed: int = 0) -> Iterator[Unit]:
    """Give so many units drawn by chance, in their order; all where there are no more.

    Every unit has the same chance (reservoir sampling, Vitter's algorithm R). Only those that are
    drawn are held in memory, packed.

    Args:
        units: taken one by one.
        count: how many to draw.
        seed: another one draws other units.
    """
    chance = random.Random(seed)
    held: list[tuple[int, bytes]] = []
    for place, unit in enumerate(units):
        if len(held) < count:
            held.append((place, pack(unit)))
            continue
        # Python promises the same random() in every version, and of no other method.
        drawn = int(chance.random() * (place + 1))
        if drawn < count:
            held[drawn] = (place, pack(unit))
    held.sort()
    yield from (unpack(data) for _, data in held)


def draw_share(units: Iterable[Unit], share: float, seed: int = 0) -> Iterator[Unit]:
    """Give each unit with the same chance, in their order, and hold none.

    Args:
        units: taken one by one.
        share: the chance, from 0 to 1; so many of all are drawn, a few more or less.
        seed: another one draws other units.
    """
    chance = random.Random(seed)
    return (unit for unit in units if chance.random() < share)
