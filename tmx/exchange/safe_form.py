"""Brings memories from anywhere into the form that every tool imports."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from tmx.errors import TmxError
from tmx.languages import canonical
from tmx.rules import PROPERTY_TYPE, SafeIntersection
from tmx.text import Repairs
from tmx.units import Annotation, Element, Extra, Header, Note, Property, Segment, Unit, Variant

_LOG = logging.getLogger(__name__)
_Item = TypeVar("_Item", Unit, Variant)

SEGTYPE = "x-segtype"
"""The type of the header's property that keeps a segtype other than "sentence"."""


class SafeForm:
    """The units of one memory in the safe form (`tmx.rules`); those that have none are left out.

    Types of properties get the x- that tools want; attributes and elements beyond TMX become
    properties, elements with their text; what is no language of a note is dropped. What
    `tmx.rules` mends is mended too.

    Attributes:
        header: the header in that form.
        left_out: how many units were left out so far.
    """

    def __init__(self, header: Header) -> None:
        """Take the header.

        Raises:
            TmxError: tools would refuse it; the message says which field and why.
        """
        annotations = _mended(header.annotations, header.extra)
        if header.segtype != "sentence":
            annotations = (*annotations, Property(SEGTYPE, header.segtype))
        mended = replace(
            header,
            segtype="sentence",
            annotations=annotations,
            extra=(),
            memory_format=_filled(header.memory_format),
            datatype=_filled(header.datatype),
            adminlang=_language(header.adminlang) or "en",
            creationtool=_filled(header.creationtool),
            creationtoolversion=_filled(header.creationtoolversion),
        )
        self._rules = SafeIntersection(mended, Repairs())
        self.header = self._rules.header
        self.left_out = 0
        self._first = ""

    def units(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Give the units in the safe form; at the end a warning tells of those that have none."""
        for number, unit in enumerate(units, start=1):
            try:
                yield self._rules.conform(_safe(unit), number)
            except TmxError as error:
                self.left_out += 1
                self._first = self._first or str(error)
        if self.left_out:
            _LOG.warning(
                "units that tools would not import, left out: %d; the first: %s",
                self.left_out,
                self._first,
            )


def _safe(unit: Unit) -> Unit:
    variants = tuple(_without_extra(_plain_segment(variant)) for variant in unit.variants)
    whole = _without_extra(unit)
    if variants == unit.variants and whole is unit and unit.srclang is None:
        return unit
    return replace(whole, variants=variants, srclang=None)


def _plain_segment(variant: Variant) -> Variant:
    """Make attributes of the segment those of the variant."""
    segment = variant.segment
    if not segment.extra:
        return variant
    extra = (*variant.extra, *segment.extra)
    return replace(variant, segment=Segment(segment.content), extra=extra)


def _without_extra(item: _Item) -> _Item:
    annotations = _mended(item.annotations, item.extra)
    return (
        item
        if annotations == item.annotations
        else replace(item, annotations=annotations, extra=())
    )


def _mended(annotations: tuple[Annotation, ...], extra: Extra) -> tuple[Annotation, ...]:
    if not annotations and not extra:
        return ()
    own = tuple(Property(_own_type(name.rpartition("}")[2]), value) for name, value in extra)
    return tuple(map(_annotation, annotations)) + own


def _annotation(item: Annotation) -> Annotation:
    if isinstance(item, Note):
        return replace(item, language=_language(item.language), extra=())
    if isinstance(item, Property):
        language = _language(item.language)
        return replace(item, type=_own_type(item.type), language=language, extra=())
    if item.name == "ude":
        return item
    return Property(_own_type(item.name.rpartition("}")[2]), _text(item))


def _text(element: Element) -> str:
    return "".join(part if isinstance(part, str) else _text(part) for part in element.content)


def _language(text: str | None) -> str | None:
    """Return a language tag in its one form, or None where a text is none."""
    try:
        return None if text is None else canonical(text)
    except TmxError:
        return None


def _filled(text: str) -> str:
    return text if text.strip() else "unknown"


def _own_type(name: str) -> str:
    """Return the type of a property as tools take it for a user's own."""
    if PROPERTY_TYPE.fullmatch(name):
        return name
    joined = "-".join(name.split()) or "unnamed"
    return joined if PROPERTY_TYPE.fullmatch(joined) else f"x-{joined}"
