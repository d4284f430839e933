"""The versions of TMX: what a memory looks like in an older one.

TMX 1.1 calls the language of a variant, a note or a property `lang`; from 1.2 on it is xml:lang.
All else of a memory stands in every version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tmx.units import Annotation, Element, Extra, Header, Unit

VERSIONS = ("1.1", "1.2", "1.3", "1.4")
"""The versions that are written, the oldest first."""

_OLD_NAME = "lang"


def in_version(
    header: Header, units: Iterable[Unit], version: str
) -> tuple[Header, Iterator[Unit]]:
    """Return a memory as it is written in a version of TMX.

    Args:
        header: that of the memory.
        units: taken one by one.
        version: one of `VERSIONS`.
    """
    old = version == VERSIONS[0]
    turned = replace(header, version=version, annotations=_annotations(header.annotations, old))
    return turned, (_unit(unit, old) for unit in units)


def _unit(unit: Unit, old: bool) -> Unit:
    variants = tuple(
        replace(
            variant,
            extra=_extra(variant.language, variant.extra, old),
            annotations=_annotations(variant.annotations, old),
        )
        for variant in unit.variants
    )
    return replace(unit, variants=variants, annotations=_annotations(unit.annotations, old))


def _annotations(annotations: tuple[Annotation, ...], old: bool) -> tuple[Annotation, ...]:
    return tuple(
        item
        if isinstance(item, Element) or item.language is None
        else replace(item, extra=_extra(item.language, item.extra, old))
        for item in annotations
    )


def _extra(language: str, extra: Extra, old: bool) -> Extra:
    """Say in the further attributes whether the language goes by its old name."""
    others = tuple(pair for pair in extra if pair != (_OLD_NAME, language))
    return ((_OLD_NAME, language), *others) if old else others
