"""Leaves out units that say what another one says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from tmx.exchange.tables import escaped_line
from tmx.operations.doubles import Conflict, gathered
from tmx.operations.identity import Compare
from tmx.operations.ranking import SCORE, Preference
from tmx.operations.sides import source_of
from tmx.text import Repairs
from tmx.units import Unit

_TITLES = ("unit", "tuid", "source language", "source", "target language", "target")


def dedupe(
    units: Iterable[Unit],
    srclang: str,
    *,
    compare: Compare | None = None,
    prefer: Preference = Preference.FIRST,
    score: str = SCORE,
    one_target: bool = False,
) -> Iterator[Unit]:
    """Give every unit once: of those with the same source and targets, only one.

    Args:
        units: taken one by one, and kept on disk until all are there.
        srclang: the source language of their memory.
        compare: gives a text as it is compared, `tmx.operations.normalising.normalised`; None
            compares it as it is. Units are given as they are in any case.
        prefer: which one is kept.
        score: the type of the property that holds the score.
        one_target: whether of units with the same source and different targets only one is kept.

    Raises:
        TmxError: the disk for temporary files is full.
    """
    with gathered(units, srclang, compare=compare, prefer=prefer, score=score) as found:
        yield from found.kept(one_target=one_target)


def write_conflicts(
    stream: BinaryIO, conflicts: Iterable[Conflict], srclang: str
) -> tuple[int, int]:
    r"""Write units that have the same source and different targets as tab-separated text.

    UTF-8, a line of titles, then a line for each target; those of one source follow each other. A
    tab, a line break or a backslash in a text is written \t, \n, \r or \\.

    Args:
        stream: takes the bytes; it is not closed.
        conflicts: as `Doubles.conflicts` gives them.
        srclang: the source language of their memory.

    Returns:
        How many sources and how many units were written.
    """
    repairs = Repairs()
    stream.write(escaped_line(_TITLES, repairs))
    sources = units = before = 0
    for conflict in conflicts:
        sources += conflict.first != before
        before = conflict.first
        units += 1
        unit = conflict.unit
        source = source_of(unit, srclang)
        language, words = ("", "") if source is None else (source.language, source.segment.text)
        for variant in unit.variants:
            if variant is not source:
                cells = (str(conflict.place), unit.tuid or "", language, words, variant.language)
                stream.write(escaped_line((*cells, variant.segment.text), repairs))
    return sources, units
