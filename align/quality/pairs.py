"""What checks and scores look at: the two sides of a unit, whatever file it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from corpora.languages.tags import same_language
from tmx.languages import tags_agree
from tmx.rules import name_of
from tmx.units import Tag, Unit, Variant


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair.

    Attributes:
        language: a BCP 47 tag.
        text: the words, without native code; "" where there is no such side.
        content: the same with its inline tags.
        missing: whether the unit has no variant in the language, rather than an empty one.
    """

    language: str
    text: str
    content: tuple[str | Tag, ...] = ()
    missing: bool = False

    @property
    def is_chinese(self) -> bool:
        """Whether it is in Chinese, of whatever script or country."""
        return _primary(self.language) == "zh"

    @property
    def is_english(self) -> bool:
        """Whether it is in English."""
        return _primary(self.language) == "en"


@lru_cache(maxsize=1024)
def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


@dataclass(frozen=True, slots=True)
class UnitPair:
    """The source and one target of a translation unit.

    Attributes:
        number: the unit's place in the memory, the first 1.
        name: what a message calls it: its tuid, or its place.
        source: the side that was translated from.
        target: the side that it became.
        properties: the unit's properties, the first of each type.
    """

    number: int
    name: str
    source: Side
    target: Side
    properties: dict[str, str] = field(default_factory=dict)

    @property
    def sides(self) -> tuple[Side, Side]:
        """The source and the target."""
        return self.source, self.target

    @property
    def chinese_and_english(self) -> tuple[Side, Side] | None:
        """The Chinese side and the English one, or None where there are no such two."""
        if self.source.is_chinese:
            return (self.source, self.target) if self.target.is_english else None
        both = self.target.is_chinese and self.source.is_english
        return (self.target, self.source) if both else None


def pairs_of(
    units: Iterable[Unit], source_language: str, target_language: str
) -> Iterator[UnitPair]:
    """Give the pairs of units: one for each variant in the target language.

    A unit that lacks one of the languages gives one pair with an empty side; one that lacks both
    gives none.

    Args:
        units: taken one by one.
        source_language: the language of the source, a BCP 47 tag; where no variant has just this
            tag, one of the same language in another form is taken ("zh" for "zh-CN").
        target_language: the same of the target.
    """
    for number, unit in enumerate(units, start=1):
        sources = _in_language(unit, source_language)
        ours = sources[0] if sources else None
        targets = [item for item in _in_language(unit, target_language) if item is not ours]
        if ours is None and not targets:
            continue
        source = _side(ours, source_language)
        properties: dict[str, str] = {}
        for item in unit.properties:
            properties.setdefault(item.type, item.value)
        name = name_of(unit, number)
        sides = [_side(item, target_language) for item in targets or (None,)]
        yield from (UnitPair(number, name, source, side, properties) for side in sides)


def _in_language(unit: Unit, language: str) -> list[Variant]:
    exact = [item for item in unit.variants if item.language.lower() == language.lower()]
    return (
        exact
        or [item for item in unit.variants if tags_agree(item.language, language)]
        or [item for item in unit.variants if same_language(item.language, language)]
    )


def _side(variant: Variant | None, language: str) -> Side:
    if variant is None:
        return Side(language, "", missing=True)
    return Side(variant.language, variant.segment.text, variant.segment.content)
