"""Turns a memory round: a target language becomes the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from tmx.errors import NamelessError
from tmx.languages import nearest_tag, tags_agree
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
        language: the language that becomes the source, zh for zh-CN too; None where the first
            unit has just one target language.

    Returns:
        The new header, and the units.

    Raises:
        NamelessError: no language is given and it isn't clear which one is meant; or, at the end
            of the units, none has it.
    """
    rest = iter(units)
    first = next(rest, None)
    if first is None:
        if language is None:
            raise NamelessError("it has no units; say which language becomes the source (--to)")
        return replace(header, srclang=language), iter(())
    held = list(dict.fromkeys(item.language for item in first.variants))
    if language is None:
        wanted = _only_target(header, held)
    else:
        wanted = next(iter(_agreeing(language, held)), language)
    return replace(header, srclang=wanted), _all_turned(chain((first,), rest), wanted)


def _only_target(header: Header, languages: list[str]) -> str:
    source = nearest_tag(header.srclang, languages)
    targets = [language for language in languages if language != source]
    if len(targets) == 1 and len(languages) == 2:
        return targets[0]
    listed = ", ".join(languages) or "no language"
    raise NamelessError(f"its first unit has {listed}; say which becomes the source (--to)")


def _all_turned(units: Iterable[Unit], language: str) -> Iterator[Unit]:
    found = False
    for unit in units:
        ahead = _agreeing(language, [item.language for item in unit.variants])
        found = found or bool(ahead)
        yield _turned(unit, set(ahead))
    if not found:
        raise NamelessError(f"it has no unit in {language}; say another language with --to")


def _agreeing(language: str, tags: list[str]) -> list[str]:
    """Return the tags that are a language but for case, or else those that may name it."""
    same = [tag for tag in tags if tag.lower() == language.lower()]
    return same or [tag for tag in tags if tags_agree(tag, language)]


def _turned(unit: Unit, languages: set[str]) -> Unit:
    ahead = tuple(item for item in unit.variants if item.language in languages)
    if not ahead:
        return unit
    behind = tuple(item for item in unit.variants if item.language not in languages)
    srclang = None if unit.srclang is None else ahead[0].language
    return replace(unit, variants=ahead + behind, srclang=srclang)
