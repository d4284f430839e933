"""Turns a memory round: a target language becomes the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from tmx.errors import TmxError
from tmx.units import Header, Unit


def flip(
    header: Header, units: Iterable[Unit], language: str | None = None
) -> tuple[Header, Iterator[Unit]]:
    """Make a target language the source.

    The variants in that language move before the others; nothing else of a unit changes, but the
    srclang of one that bears any. A unit without that language is passed on as it is.

    Args:
        header: that of the memory.
        units: taken one by one; the first is taken at once.
        language: the language that becomes the source; None where the first unit has just one
            target language.

    Returns:
        The new header, and the units.

    Raises:
        TmxError: no language is given and it isn't clear which one is meant.
    """
    rest = iter(units)
    first = next(rest, None)
    wanted = language or _only_target(header, first)
    begin = () if first is None else (first,)
    turned = (_turned(unit, wanted) for unit in chain(begin, rest))
    return replace(header, srclang=wanted), turned


def _only_target(header: Header, first: Unit | None) -> str:
    languages = dict.fromkeys(item.language for item in first.variants) if first else {}
    source = header.srclang.lower()
    targets = [language for language in languages if language.lower() != source]
    if len(targets) == 1 and len(languages) == 2:
        return targets[0]
    listed = ", ".join(languages) or "no language"
    raise TmxError(f"its first unit has {listed}; say which becomes the source (--to)")


def _turned(unit: Unit, language: str) -> Unit:
    wanted = language.lower()
    ahead = tuple(item for item in unit.variants if item.language.lower() == wanted)
    if not ahead:
        return unit
    behind = tuple(item for item in unit.variants if item.language.lower() != wanted)
    srclang = None if unit.srclang is None else ahead[0].language
    return replace(unit, variants=ahead + behind, srclang=srclang)
