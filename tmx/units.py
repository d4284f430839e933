"""The nouns of what goes out: Header, Unit, Variant, Segment, Tag, Property and Note.

They are those of TMX 1.4b, immutable, and know no XML. Attributes bear the specification's names,
except that `language` is xml:lang, `encoding` is o-encoding and `memory_format` is o-tmf. What a
file holds beyond the specification is carried along: attributes in `extra`, elements as `Element`.

A memory has millions of them, so they are msgspec's structures: those are made ten times as fast as
frozen dataclasses. They hold no circles, hence `gc=False`. `dataclasses.replace` works on them.
`array_like` and `tag` are for packing them (`tmx.operations.packing`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, make_dataclass
from datetime import datetime
from typing import TypeAlias

import msgspec

Extra: TypeAlias = tuple[tuple[str, str], ...]
"""Attributes that have no field, as (name, value); a name in a namespace as "{namespace}name".

A date or a count that is not in the specification's form stands here under its own name.
"""


class Note(msgspec.Struct, frozen=True, gc=False, array_like=True, tag_field="noun", tag=True):
    """A remark by a person.

    Attributes:
        text: the words.
        language: the language they are in, a BCP 47 tag, or None.
        encoding: the character set of the data that they came from, or None.
        extra: further attributes.
    """

    text: str
    language: str | None = None
    encoding: str | None = None
    extra: Extra = ()


class Property(msgspec.Struct, frozen=True, gc=False, array_like=True, tag_field="noun", tag=True):
    """A fact that a tool has set down.

    Attributes:
        type: what it is; a tool's own types start with "x-" ("x-score").
        value: the fact.
        language: the language of the value, a BCP 47 tag, or None.
        encoding: the character set of the data that it came from, or None.
        extra: further attributes.
    """

    type: str
    value: str
    language: str | None = None
    encoding: str | None = None
    extra: Extra = ()


class Element(msgspec.Struct, frozen=True, gc=False, array_like=True, tag_field="noun", tag=True):
    """An element that has no noun of its own: <ude> in a header, or a vendor's addition.

    Attributes:
        name: its name; one in a namespace as "{namespace}name".
        attributes: all of them.
        content: text and elements in their order.
    """

    name: str
    attributes: Extra = ()
    content: tuple[str | Element, ...] = ()


Annotation: TypeAlias = Note | Property | Element
"""What may stand before the variants of a unit or before the segment of a variant."""


class Tag(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An inline element of a segment.

    Attributes:
        name: "bpt", "ept", "it", "ph", "ut" (their content is native code), "hi" (its content is
            words of the segment) or "sub" (words inside native code: a footnote, a tooltip).
        content: text and tags in their order, no two strings next to each other, none empty.
        i: the number that pairs a bpt with its ept.
        x: the number that pairs a tag with its counterpart in the other language.
        type: what it does ("bold", "link").
        pos: "begin" or "end", of an "it".
        assoc: "p", "f" or "b": a "ph" belongs to the text before it, behind it, or both.
        datatype: the kind of data in a "sub".
        extra: further attributes.
    """

    name: str
    content: tuple[str | Tag, ...] = ()
    i: str | None = None
    x: str | None = None
    type: str | None = None
    pos: str | None = None
    assoc: str | None = None
    datatype: str | None = None
    extra: Extra = ()


class Segment(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """The words of one variant.

    Attributes:
        content: text and tags in their order, no two strings next to each other, none empty.
        extra: attributes, of which the specification has none.
    """

    content: tuple[str | Tag, ...] = ()
    extra: Extra = ()

    @classmethod
    def of(cls, text: str) -> Segment:
        """Make a segment of plain text."""
        return cls((text,) if text else ())

    @property
    def text(self) -> str:
        """The plain text: without native code, without what stands inside it, with hi's words."""
        return "".join(_words(self.content))


def _words(content: tuple[str | Tag, ...]) -> Iterator[str]:
    for part in content:
        if isinstance(part, str):
            yield part
        elif part.name == "hi":
            yield from _words(part.content)


class Record(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """The administrative attributes that units and variants have in common.

    Attributes:
        creationdate: when it was made; datetimes here bear a time zone and no fractions.
        creationid: who made it.
        changedate: when it was changed last.
        changeid: who changed it last.
        creationtool: the tool that made it.
        creationtoolversion: that tool's version.
        lastusagedate: when it was used last.
        usagecount: how often it was used.
        datatype: the kind of data that it came from ("plaintext", "html").
        encoding: the character set of that data.
        memory_format: the format of the memory that it came from.
    """

    creationdate: datetime | None = None
    creationid: str | None = None
    changedate: datetime | None = None
    changeid: str | None = None
    creationtool: str | None = None
    creationtoolversion: str | None = None
    lastusagedate: datetime | None = None
    usagecount: int | None = None
    datatype: str | None = None
    encoding: str | None = None
    memory_format: str | None = None


NO_RECORD = Record()
"""The record of a unit or a variant of which nothing is set down."""


class Variant(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A unit in one language.

    Attributes:
        language: a BCP 47 tag.
        segment: the words.
        annotations: notes and properties in their order.
        record: who made it, when, by what.
        extra: further attributes.
    """

    language: str
    segment: Segment
    annotations: tuple[Annotation, ...] = ()
    record: Record = NO_RECORD
    extra: Extra = ()


class Unit(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A translation unit: the same words in two or more languages.

    Attributes:
        variants: one for each language; several of one language are several translations.
        tuid: its name, or None.
        annotations: notes and properties in their order.
        srclang: its source language where that is not the header's.
        segtype: "block", "paragraph", "sentence" or "phrase", where that is not the header's.
        record: who made it, when, by what.
        extra: further attributes.
    """

    variants: tuple[Variant, ...]
    tuid: str | None = None
    annotations: tuple[Annotation, ...] = ()
    srclang: str | None = None
    segtype: str | None = None
    record: Record = NO_RECORD
    extra: Extra = ()

    @classmethod
    def pair(
        cls,
        source: tuple[str, str],
        target: tuple[str, str],
        *,
        tuid: str | None = None,
        annotations: tuple[Annotation, ...] = (),
    ) -> Unit:
        """Make a unit of two plain texts, each given as (language, text)."""
        variants = tuple(Variant(language, Segment.of(text)) for language, text in (source, target))
        return cls(variants, tuid, annotations)

    def variant(self, language: str) -> Variant | None:
        """Return the first variant in a language, compared without case, or None."""
        wanted = language.lower()
        return next((item for item in self.variants if item.language.lower() == wanted), None)

    def value(self, property_type: str) -> str | None:
        """Return the value of the first property of a type, or None."""
        return next((item.value for item in self.properties if item.type == property_type), None)

    @property
    def properties(self) -> tuple[Property, ...]:
        """Its properties, without those of its variants."""
        return tuple(item for item in self.annotations if isinstance(item, Property))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Its notes, without those of its variants."""
        return tuple(item for item in self.annotations if isinstance(item, Note))


class Header(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What holds for a memory as a whole.

    Attributes:
        srclang: the source language, a BCP 47 tag; "*all*": any language may be the source.
        creationtool: the tool that made the file.
        creationtoolversion: that tool's version.
        segtype: what a unit holds: "block", "paragraph", "sentence" or "phrase".
        memory_format: the format of the memory that it came from.
        adminlang: the language of notes and properties.
        datatype: the kind of data that it came from.
        encoding: the character set of that data, or None.
        creationdate: when the file was made; datetimes here bear a time zone and no fractions.
        creationid: who made it.
        changedate: when it was changed last.
        changeid: who changed it last.
        annotations: notes, properties and user-defined encodings (`Element` "ude") in their order.
        version: the version of TMX that the file says it is.
        extra: further attributes.
    """

    srclang: str
    creationtool: str
    creationtoolversion: str
    segtype: str = "sentence"
    memory_format: str = "tmx"
    adminlang: str = "en"
    datatype: str = "plaintext"
    encoding: str | None = None
    creationdate: datetime | None = None
    creationid: str | None = None
    changedate: datetime | None = None
    changeid: str | None = None
    annotations: tuple[Annotation, ...] = ()
    version: str = "1.4"
    extra: Extra = ()


for _noun in (Note, Property, Element, Tag, Segment, Record, Variant, Unit, Header):
    # What `dataclasses.replace`, `fields` and `asdict` go by.
    _fields = {item.name: item for item in fields(make_dataclass("", _noun.__struct_fields__))}
    setattr(_noun, "__dataclass_fields__", _fields)  # noqa: B010 - the type checker has its own idea
