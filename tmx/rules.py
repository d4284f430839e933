"""The safe intersection: what a memory must keep to, so that every tool imports all of it.

Mended without a word, because nothing is lost: line breaks in segments (see `tmx.text.one_line`),
underscores and case of language tags. Mended, counted and logged: characters that XML 1.0 lacks.
Logged only: segments that are too long for some tools. All else is refused with the unit's name.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tmx.errors import TmxError
from tmx.inline import NATIVE, check_tags
from tmx.languages import LanguageTags, canonical
from tmx.text import Repairs, one_line
from tmx.units import Annotation, Element, Header, Property, Segment, Tag, Unit, Variant

_LOG = logging.getLogger(__name__)

LENGTHS = ((8000, "Wordfast Classic"), (2000, "Trados Cloud"))
"""The most characters of a segment that a tool takes, the longest first."""

SHORT_TAG = 5
"""The most characters of a language tag that Wordfast Classic takes."""

SEGMENT_TYPES = frozenset({"block", "paragraph", "sentence", "phrase"})
PROPERTY_TYPE = re.compile(r"x-\S+")
"""What the type of a property looks like that is a tool's or a user's own."""


class SafeIntersection:
    """Brings the units of one memory into the form that every tool imports.

    Attributes:
        header: the header in that form.
    """

    def __init__(self, header: Header, repairs: Repairs) -> None:
        """Take the header.

        Raises:
            TmxError: a tool would refuse it; the message says which field and why.
        """
        self._repairs = repairs
        self._number = 0
        self._tags = LanguageTags()
        self._property_types: set[str] = set()
        self._source = _source_language(header)
        self.header = replace(header, srclang=self._source, version="1.4")
        self._check_header()

    def conform(self, unit: Unit, number: int) -> Unit:
        """Return a unit in the form that every tool imports: itself where nothing is to mend.

        Args:
            unit: any unit.
            number: its place in the memory, the first 1, to name one that has no tuid.

        Raises:
            TmxError: a tool would refuse it; the message names the unit and the rule.
        """
        self._number = number
        try:
            return self._conform(unit)
        except TmxError as error:
            raise TmxError(f"{name_of(unit, number)}: {error}") from error

    def _conform(self, unit: Unit) -> Unit:
        if unit.extra:
            _check_extra(unit.extra)
        if unit.annotations:
            self._check_annotations(unit.annotations)
        if unit.segtype is not None and unit.segtype not in SEGMENT_TYPES:
            raise TmxError(f"segtype {unit.segtype!r} is none of {_listed(SEGMENT_TYPES)}")
        variants = [self._variant(unit, variant) for variant in unit.variants]
        languages = [variant.language for variant in variants]
        if self._source not in languages:
            has = ", ".join(languages) or "none"
            raise TmxError(
                f"no variant in the source language {self._source} (it has {has}); "
                "tools would leave the unit out"
            )
        if len(variants) < 2:
            raise TmxError("no translation; give it a variant in another language")
        self._admit(languages)
        if unit.srclang is not None and canonical(unit.srclang) != self._source:
            raise TmxError(f"srclang {unit.srclang} is not the header's, {self._source}")
        same = all(new is old for new, old in zip(variants, unit.variants, strict=True))
        if same and unit.srclang in (None, self._source):
            return unit
        srclang = None if unit.srclang is None else self._source
        return replace(unit, variants=tuple(variants), srclang=srclang)

    def _variant(self, unit: Unit, variant: Variant) -> Variant:
        language = canonical(variant.language)
        if variant.extra:
            _check_extra(variant.extra)
        if variant.annotations:
            self._check_annotations(variant.annotations)
        segment = variant.segment
        content = segment.content
        if len(content) == 1 and isinstance(content[0], str) and content[0].isprintable():
            length = len(content[0])
            empty = content[0].isspace()
        else:
            check_tags(content)
            segment = Segment(self._words(content))
            length = len(segment.text)
            empty = not any(isinstance(part, Tag) or part.strip() for part in segment.content)
        if empty:
            raise TmxError(f"the segment in {language} is empty")
        if length > LENGTHS[-1][0]:
            self._warn_of_length(unit, language, length)
        if language == variant.language and segment.content == content:
            return variant
        return replace(variant, language=language, segment=segment)

    def _words(self, content: tuple[str | Tag, ...], ends: bool = True) -> tuple[str | Tag, ...]:
        """Mend the text in running words: those of a segment, of a hi, of a sub."""
        last = len(content) - 1
        parts = (
            self._tag(part)
            if isinstance(part, Tag)
            else one_line(
                self._repairs.legal(part),
                opens=ends and index == 0,
                closes=ends and index == last,
            )
            for index, part in enumerate(content)
        )
        return tuple(part for part in parts if part)

    def _tag(self, tag: Tag) -> Tag:
        if tag.name in NATIVE:
            content = tuple(
                self._tag(part) if isinstance(part, Tag) else part for part in tag.content
            )
        else:
            content = self._words(tag.content, ends=False)
        return tag if content == tag.content else replace(tag, content=content)

    def _admit(self, languages: list[str]) -> None:
        """Take new language tags, unless one names a language that has had another tag so far."""
        new = [language for language in languages if language not in self._tags]
        if not new:
            return
        for language, other in self._tags.admit(languages):
            raise TmxError(
                f"its language is {language}, and {other} in units before it; "
                "tools take that for two languages, so use one tag for both"
            )
        for language in new:
            if len(language) > SHORT_TAG:
                _LOG.warning(
                    "%s: Wordfast Classic takes language tags of at most %d characters",
                    language,
                    SHORT_TAG,
                )

    def _admit_property(self, property_type: str) -> None:
        if PROPERTY_TYPE.fullmatch(property_type) is None:
            raise TmxError(
                f"the property type {property_type!r} must start with x- and hold no space"
            )
        if len(self._property_types) < 1000:
            self._property_types.add(property_type)

    def _warn_of_length(self, unit: Unit, language: str, length: int) -> None:
        most, tool = next(item for item in LENGTHS if length > item[0])
        _LOG.warning(
            "%s: the segment in %s has %d characters; %s takes at most %d",
            name_of(unit, self._number),
            language,
            length,
            tool,
            most,
        )

    def _check_header(self) -> None:
        header = self.header
        for name in ("creationtool", "creationtoolversion", "memory_format", "datatype"):
            if not getattr(header, name).strip():
                raise TmxError(f"header: {name} is empty; tools demand a value")
        if header.creationtool.strip().lower() == "omegat":
            raise TmxError("header: creationtool is OmegaT's own name; it would read tags as text")
        if header.segtype != "sentence":
            raise TmxError(
                f"header: segtype is {header.segtype!r}; only 'sentence' keeps tools from "
                "segmenting the units again"
            )
        try:
            canonical(header.adminlang)
            _check_extra(header.extra)
            self._check_annotations(header.annotations, header=True)
        except TmxError as error:
            raise TmxError(f"header: {error}") from error

    def _check_annotations(self, items: Iterable[Annotation], header: bool = False) -> None:
        for item in items:
            if isinstance(item, Property):
                if item.type not in self._property_types:
                    self._admit_property(item.type)
            elif isinstance(item, Element):
                _check_encoding(item, header)
                continue
            if item.extra:
                _check_extra(item.extra)
            if item.language is not None and canonical(item.language) != item.language:
                raise TmxError(
                    f"a note or property has the language {item.language!r}; "
                    f"write {canonical(item.language)}"
                )


def name_of(unit: Unit, number: int) -> str:
    """Return how a message calls a unit: by its tuid, or by its place in the memory."""
    if not unit.tuid:
        return f"unit number {number}"
    return f"unit {unit.tuid if unit.tuid.isprintable() else repr(unit.tuid)}"


def _source_language(header: Header) -> str:
    if header.srclang == "*all*":
        raise TmxError("header: srclang is *all*; name one source language, such as zh-CN")
    try:
        return canonical(header.srclang)
    except TmxError as error:
        raise TmxError(f"header: {error}") from error


def _check_encoding(element: Element, header: bool) -> None:
    """Take no element but a <ude> of the header, and in it nothing but <map>."""
    if not (header and element.name == "ude"):
        raise TmxError(f"TMX 1.4 has no element {element.name!r} there")
    maps = [part for part in element.content if isinstance(part, Element)]
    if len(maps) < len(element.content) or any(part.name != "map" or part.content for part in maps):
        raise TmxError("a ude holds map elements only, and they hold nothing")
    for part, needed, allowed in (
        (element, "name", {"name", "base"}),
        *((part, "unicode", {"unicode", "code", "ent", "subst"}) for part in maps),
    ):
        names = {name for name, _ in part.attributes}
        if needed not in names or not names <= allowed or not maps:
            raise TmxError(f"a {part.name} needs {needed}, and may have {_listed(allowed)}")


def _check_extra(extra: tuple[tuple[str, str], ...]) -> None:
    if extra:
        raise TmxError(f"TMX 1.4 has no attribute {extra[0][0]}={extra[0][1]!r} there")


def _listed(names: AbstractSet[str]) -> str:
    return ", ".join(sorted(names))
