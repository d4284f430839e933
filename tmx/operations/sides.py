"""Which variant of a unit is its source, and which are its targets."""

from __future__ import annotations

from tmx.units import Unit, Variant

ANY = "*all*"
"""The srclang of a memory any of whose languages may be the source."""


def same_tag(first: str, second: str) -> bool:
    """Tell whether two language tags are one but for case and for underscores."""
    return first == second or plain_tag(first) == plain_tag(second)


def plain_tag(tag: str) -> str:
    """Return a language tag for comparing: lower case, with hyphens."""
    return tag.replace("_", "-").lower()


def source_of(unit: Unit, srclang: str) -> Variant | None:
    """Return the source variant of a unit, or None where it has none.

    It is the first in the source language; failing that, the first in that language as it is
    spoken elsewhere (zh for zh-CN), as OmegaT has it. Where any language may be the source, the
    first variant is.

    Args:
        unit: any unit.
        srclang: the source language of its memory; the unit's own goes before it.
    """
    wanted = unit.srclang or srclang
    variants = unit.variants
    if variants and (wanted == ANY or variants[0].language == wanted):
        return variants[0]
    for variant in variants:
        if same_tag(variant.language, wanted):
            return variant
    primary = plain_tag(wanted).partition("-")[0]
    for variant in variants:
        if plain_tag(variant.language).partition("-")[0] == primary:
            return variant
    return None


def targets_of(unit: Unit, srclang: str) -> tuple[Variant, ...]:
    """Return all variants of a unit but its source."""
    source = source_of(unit, srclang)
    return tuple(variant for variant in unit.variants if variant is not source)


def target_of(unit: Unit, srclang: str) -> Variant | None:
    """Return the first target variant of a unit, or None where it has none."""
    source = source_of(unit, srclang)
    return next((variant for variant in unit.variants if variant is not source), None)
