"""Makes one memory of several."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import PurePath

from tmx.errors import TmxError
from tmx.operations.doubles import Doubles, gathered
from tmx.operations.joining import join
from tmx.operations.ranking import SCORE, Preference
from tmx.operations.scripts import is_chinese, script_of_tag
from tmx.operations.sides import ANY, plain_tag, same_tag
from tmx.provenance import origin
from tmx.reading import Memory
from tmx.rules import SEGMENT_TYPES
from tmx.units import Header, Unit

_LOG = logging.getLogger(__name__)


class Conflicts(StrEnum):
    """What is done with units that have the same source and different targets."""

    ALL = "all"
    FIRST = "first"
    NEWEST = "newest"
    BEST = "best"


_UNSAID = {ANY, ""}
_PREFERENCES = {
    Conflicts.ALL: Preference.FIRST,
    Conflicts.FIRST: Preference.FIRST,
    Conflicts.NEWEST: Preference.NEWEST,
    Conflicts.BEST: Preference.BEST,
}


def preference_of(conflicts: Conflicts) -> Preference:
    """Return which of several units that say the same goes before."""
    return _PREFERENCES[conflicts]


def merge(
    memories: Sequence[Memory],
    *,
    conflicts: Conflicts = Conflicts.ALL,
    score: str = SCORE,
    joined: bool = False,
    told: Callable[[Doubles], None] | None = None,
) -> tuple[Header, Iterator[Unit]]:
    """Make one memory of several: all their units, and those that say the same once.

    The units come in the order of the memories. What a memory's header says of its units, and the
    first header says otherwise (segtype, datatype), is said in the units. The new header names the
    memories but the first, and the tools that made them.

    Args:
        memories: at least one; their source languages must be the same.
        conflicts: what is done with units that have the same source and different targets: keep
            all, or only that of the first memory, the one that was changed last, or the one with
            the best score.
        score: the type of the property that holds the score.
        joined: whether units of the same source become one unit with several target languages.
        told: called with what was gathered, once all units are chosen.

    Returns:
        The new header, and the units; their memories must stay open meanwhile.

    Raises:
        TmxError: the source languages differ; or, while the units are taken, a memory is damaged
            or the disk for temporary files is full.
    """
    header = _merged_header(memories)
    units = _kept(memories, header, conflicts, score, told)
    return header, join(units, header.srclang) if joined else units


def _kept(
    memories: Sequence[Memory],
    header: Header,
    conflicts: Conflicts,
    score: str,
    told: Callable[[Doubles], None] | None,
) -> Iterator[Unit]:
    units = _all_units(memories, header)
    prefer = preference_of(conflicts)
    with gathered(units, header.srclang, prefer=prefer, score=score) as found:
        kept = found.kept(one_target=conflicts is not Conflicts.ALL)
        if told is not None:
            told(found)
        yield from kept


def _merged_header(memories: Sequence[Memory]) -> Header:
    first, *others = memories
    annotations = dict.fromkeys(first.header.annotations)
    for other in others:
        _check_source(first, other)
        named = origin(PurePath(other.name).name, other.header)
        annotations.update(dict.fromkeys((*other.header.annotations, named)))
    return replace(first.header, annotations=tuple(annotations))


def _check_source(first: Memory, other: Memory) -> None:
    ours, theirs = first.header.srclang, other.header.srclang
    if same_tag(ours, theirs):
        return
    if _is_general(ours, theirs):
        remedy = f"by `duiqi tmx lang {first.name} --rename {ours}={theirs}`"
    elif {ours, theirs} & _UNSAID or _primary(ours) != _primary(theirs):
        wrong, wanted = (first, theirs) if ours in _UNSAID else (other, ours)
        remedy = f"by `duiqi tmx flip {wrong.name} --to {wanted}` if it has texts in {wanted}"
    elif is_chinese(ours) and script_of_tag(theirs) not in (None, script_of_tag(ours)):
        remedy = "by `duiqi tmx lang --convert`, for they are in different characters"
    else:
        remedy = f"by `duiqi tmx lang {other.name} --rename {theirs}={ours}`"
    raise TmxError(
        f"{other.name}: its source language is {theirs or 'not said'}, and that of "
        f"{first.name} is {ours or 'not said'}; make them one first, {remedy}"
    )


def _all_units(memories: Sequence[Memory], header: Header) -> Iterator[Unit]:
    tags: dict[str, str] = {}
    for memory in memories:
        own: set[str] = set()
        for unit in memory.units:
            own.update(variant.language for variant in unit.variants)
            yield _with_facts(unit, memory.header, header)
        _warn_of_tags(tags, memory.name, own)
        for tag in own:
            tags.setdefault(tag, memory.name)


def _with_facts(unit: Unit, own: Header, header: Header) -> Unit:
    """Say in a unit what its header says and the new one says otherwise."""
    if own.segtype != header.segtype and unit.segtype is None and own.segtype in SEGMENT_TYPES:
        unit = replace(unit, segtype=own.segtype)
    if own.datatype not in (header.datatype, "") and unit.record.datatype is None:
        unit = replace(unit, record=replace(unit.record, datatype=own.datatype))
    return unit


def _warn_of_tags(before: dict[str, str], name: str, own: set[str]) -> None:
    """Warn where this memory says zh and one before it says zh-CN, or the other way about."""
    for tag in sorted(own - before.keys()):
        for other in sorted(before.keys() - own):
            if _is_general(tag, other) or _is_general(other, tag):
                general, special = sorted((tag, other), key=len)
                _LOG.warning(
                    "%s: it has %s, and %s has %s; tools take them for two languages, and "
                    "`duiqi tmx lang --rename %s=%s` makes them one",
                    *(name, tag, before[other], other, general, special),
                )


def _primary(tag: str) -> str:
    return plain_tag(tag).partition("-")[0]


def _is_general(tag: str, other: str) -> bool:
    """Tell whether a tag is another one without region and script: zh of zh-CN."""
    return tag != other and plain_tag(tag) == _primary(other)
