"""What older versions of TMX wrote in another way, brought into the form of TMX 1.4."""

from __future__ import annotations

import operator
from dataclasses import replace
from typing import TypeVar

from tmx.units import Annotation, Element, Note, Property, Unit, Variant

_Named = TypeVar("_Named", bound=Note | Property | Variant)
_LANGUAGES = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")


def modern_unit(unit: Unit) -> Unit:
    """Return a unit whose languages are written as xml:lang alone; itself where they are.

    Reading keeps a lang in `extra` where the file has one, so that it is written back as it was.
    """
    for variant in unit.variants:
        if variant.extra or variant.annotations:
            break
    else:  # nearly every unit is as simple
        if not unit.annotations or not any(map(_has_extra, unit.annotations)):
            return unit
    variants = tuple(map(modern_variant, unit.variants))
    annotations = modern_annotations(unit.annotations)
    if annotations is unit.annotations and all(map(operator.is_, variants, unit.variants)):
        return unit
    return replace(unit, variants=variants, annotations=annotations)


def modern_annotations(annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """Return notes and properties whose languages are written as xml:lang alone."""
    if not annotations:
        return annotations
    modern = tuple(
        item if isinstance(item, Element) or not item.extra else _modern(item)
        for item in annotations
    )
    return annotations if all(map(operator.is_, modern, annotations)) else modern


def modern_variant(variant: Variant) -> Variant:
    """Return a variant whose language, and those of its notes, are written as xml:lang alone."""
    if variant.extra:
        variant = _modern(variant)
    annotations = modern_annotations(variant.annotations)
    if annotations is variant.annotations:
        return variant
    return replace(variant, annotations=annotations)


def _modern(item: _Named) -> _Named:
    same = {(name, item.language) for name in _LANGUAGES}
    extra = tuple(pair for pair in item.extra if pair not in same)
    return item if len(extra) == len(item.extra) else replace(item, extra=extra)


def _has_extra(item: Annotation) -> bool:
    return not isinstance(item, Element) and bool(item.extra)
