"""Leaves out units that say what another one says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from tmx.operations.doubles import gathered
from tmx.operations.identity import Compare
from tmx.operations.ranking import SCORE, Preference
from tmx.operations.sides import source_of
from tmx.units import Unit

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
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
    stream: BinaryIO, conflicts: Iterable[tuple[int, Unit]], srclang: str
) -> tuple[int, int]:
    r"""Write units that have the same source and different targets as tab-separated text.

    UTF-8, a line of titles, then a line for each target; those of one source follow each other. A
    tab, a line break or a backslash in a text is written \t, \n, \r or \\.

    Args:
        stream: takes the bytes; it is not closed.
        conflicts: units with their places, as `Doubles.conflicts` gives them.
        srclang: the source language of their memory.

    Returns:
        How many sources and how many units were written.
    """
    stream.write(_line(_TITLES))
    sources: int = 0
    units: int = 0
    before: tuple[str, object] | None = None
    for place, unit in conflicts:
        source = source_of(unit, srclang)
        language, words = ("", "") if source is None else (source.language, source.segment.text)
        sources += (language, words) != before
        before = (language, words)
        units += 1
        for variant in unit.variants:
            if variant is not source:
                cells = (str(place), unit.tuid or "", language, words, variant.language)
                stream.write(_line((*cells, variant.segment.text)))
    return sources, units


def _line(texts: Iterable[str]) -> bytes:
    line = "\t".join(text.translate(_ESCAPES) for text in texts)
    return f"{line}\n".encode(errors="backslashreplace")
