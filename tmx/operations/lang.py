"""Changes the language tags of a memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from tmx.languages import canonical
from tmx.operations.sides import plain_tag
from tmx.units import Annotation, Element, Header, Unit, Variant

_Held = TypeVar("_Held", Header, Unit, Variant)


class Renaming:
    """New language tags for old ones, wherever a memory has them.

    Attributes:
        met: how many variants have had each of the old tags so far.
    """

    def __init__(self, tags: Mapping[str, str]) -> None:
        """Take the tags.

        Args:
            tags: the new tag of each old one; old ones are found in any case, with hyphens or
                underscores.

        Raises:
            TmxError: a new one is no language tag.
        """
        self._tags = {plain_tag(old): canonical(new) for old, new in tags.items()}
        self.met: Counter[str] = Counter(dict.fromkeys(tags, 0))
        self._names = {plain_tag(old): old for old in tags}

    def header(self, header: Header) -> Header:
        """Return the header with the new tags: srclang, adminlang, its notes and properties."""
        return replace(
            self._annotated(header),
            srclang=self._new(header.srclang),
            adminlang=self._new(header.adminlang),
        )

    def units(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Give the units with the new tags: of variants, srclang, notes and properties."""
        for unit in units:
            variants = tuple(map(self._variant, unit.variants))
            srclang = None if unit.srclang is None else self._new(unit.srclang)
            yield replace(self._annotated(unit), variants=variants, srclang=srclang)

    def _variant(self, variant: Variant) -> Variant:
        tag = plain_tag(variant.language)
        if tag in self._names:
            self.met[self._names[tag]] += 1
            variant = replace(variant, language=self._tags[tag])
        return self._annotated(variant)

    def _new(self, tag: str) -> str:
        return self._tags.get(plain_tag(tag), tag)

    def _annotated(self, held: _Held) -> _Held:
        if not any(getattr(item, "language", None) for item in held.annotations):
            return held
        return replace(held, annotations=tuple(map(self._annotation, held.annotations)))

    def _annotation(self, item: Annotation) -> Annotation:
        if isinstance(item, Element) or item.language is None:
            return item
        return replace(item, language=self._new(item.language))
