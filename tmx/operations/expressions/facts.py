"""What an expression can ask of a unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from tmx.operations.ranking import QUALITY, SCORE, score_of
from tmx.operations.sides import same_tag, source_of
from tmx.units import Annotation, Note, Property, Record, Tag, Unit, Variant


class Facts:
    """A unit, as it is asked.

    Attributes:
        unit: itself.
        number: its place in the memory, the first 1.
        source: its source variant, or None.
        target: its first target variant, or None.
    """

    __slots__ = ("_score", "number", "source", "target", "unit")

    def __init__(self, unit: Unit, srclang: str, number: int = 1, score: str = SCORE) -> None:
        """Take a unit.

        Args:
            unit: any unit.
            srclang: the source language of its memory.
            number: its place in the memory, the first 1.
            score: the type of the property that holds its score.
        """
        self.unit = unit
        self.number = number
        self._score = score
        self.source = source = source_of(unit, srclang)
        self.target = next((item for item in unit.variants if item is not source), None)

    def score(self) -> float | None:
        """Return its score."""
        return score_of(self.unit, self._score)

    def quality(self) -> float | None:
        """Return its quality, which the aligner or `duiqi score` told."""
        return score_of(self.unit, QUALITY)

    def text_in(self, language: str) -> str | None:
        """Return the words of the first variant in a language."""
        for variant in self.unit.variants:
            if same_tag(variant.language, language):
                return variant.segment.text
        return None

    def property(self, property_type: str) -> str | None:
        """Return the first property of a type: of the unit, or else of a variant."""
        for item in self._annotations():
            if isinstance(item, Property) and item.type == property_type:
                return item.value
        return None

    def notes(self) -> str | None:
        """Return all notes, of the unit and of its variants, a line each."""
        notes = [item.text for item in self._annotations() if isinstance(item, Note)]
        return "\n".join(notes) if notes else None

    def _annotations(self) -> Iterator[Annotation]:
        yield from self.unit.annotations
        for variant in self.unit.variants:
            yield from variant.annotations

    def of_record(self, field: Callable[[Record], str | None]) -> str | None:
        """Return what the record of the unit says, or else the first variant's that says it."""
        said = field(self.unit.record)
        if said is None:
            found = (field(variant.record) for variant in self.unit.variants)
            said = next((value for value in found if value is not None), None)
        return said

    def latest(self, field: Callable[[Record], datetime | None]) -> datetime | None:
        """Return the latest of the dates that the records of the unit and its variants say."""
        records = (self.unit.record, *(variant.record for variant in self.unit.variants))
        dates = (field(record) for record in records)
        return max((date for date in dates if date is not None), default=None)

    def is_identical(self) -> bool:
        """Tell whether a target has the words of the source."""
        if self.source is None:
            return False
        words = self.source.segment.text
        targets = (variant for variant in self.unit.variants if variant is not self.source)
        return any(variant.segment.text == words for variant in targets)

    def is_empty(self) -> bool:
        """Tell whether the source, the target or the words of either are missing."""
        sides = (self.source, self.target, *self.unit.variants)
        return any(side is None or not side.segment.text.strip() for side in sides)


def words_of(variant: Variant | None) -> str | None:
    """Return the words of a variant, if there is one."""
    return None if variant is None else variant.segment.text


def tags_of(variant: Variant | None) -> int | None:
    """Return how many inline tags a variant has, if there is one."""
    return None if variant is None else _count_tags(variant.segment.content)


def _count_tags(content: tuple[str | Tag, ...]) -> int:
    return sum(1 + _count_tags(part.content) for part in content if isinstance(part, Tag))
