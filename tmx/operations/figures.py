"""The figures of a memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Language:
    """What a memory holds in one language.

    Attributes:
        tag: the language tag as it stands in the memory.
        variants: how many variants there are.
        empty: how many of them have no words.
        words: the words in them, as `tmx.operations.words` counts.
        characters: the characters, white space among them; native code of tags doesn't count.
        without_spaces: the characters but white space.
        shortest: the fewest characters of a segment.
        median: half of the segments have at most so many characters.
        longest: the most characters of a segment.
    """

    tag: str
    variants: int
    empty: int
    words: int
    characters: int
    without_spaces: int
    shortest: int
    median: int
    longest: int


@dataclass(frozen=True, slots=True)
class Scores:
    """How the scores are spread, all to a thousandth.

    Attributes:
        units: how many units have a score from 0 to 1.
        others: how many have a score that is none.
        stale: how many were changed since they were scored; theirs do not count.
        lowest: the lowest one; None where there is none.
        median: half of the units have at most this one.
        highest: the highest one.
        tenths: how many units have a score from 0 to below 0.1, from there to below 0.2, and so
            on; the last one takes 1 as well.
    """

    units: int
    others: int
    stale: int
    lowest: float | None
    median: float | None
    highest: float | None
    tenths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PropertyType:
    """Properties of one type, of units and of variants.

    Attributes:
        type: the type.
        count: how many there are.
        values: how many different values they have.
    """

    type: str
    count: int
    values: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a memory holds.

    Attributes:
        units: how many units there are.
        languages: what there is in each language, in the order that they are met.
        combinations: how many units have which languages ("zh-CN, en").
        double_pairs: units that say the same as one before them, source and targets.
        double_sources: units whose source was met before with one of the same target languages,
            whatever the targets say; those of double_pairs are among them.
        scores: how the scores are spread.
        properties: the properties of units and variants, by type.
        notes: how many notes units and variants have.
        dates: the earliest and the latest of each kind of date, where there are any.
        tools: how many units and variants name which tool and version.
        tags: how many inline tags there are of each name.
    """

    units: int
    languages: tuple[Language, ...]
    combinations: Mapping[str, int]
    double_pairs: int
    double_sources: int
    scores: Scores
    properties: tuple[PropertyType, ...]
    notes: int
    dates: Mapping[str, tuple[datetime, datetime]]
    tools: Mapping[str, int]
    tags: Mapping[str, int]
