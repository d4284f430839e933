"""Generated memories of one pair of languages, and what is left of them in other formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from tests.tmx.strategies import (
    ANNOTATIONS,
    EXTRA,
    FILLED,
    LANGUAGES,
    RECORDS,
    TEXTS,
    optional,
)
from tmx.units import (
    Annotation,
    Header,
    Note,
    Property,
    Segment,
    Tag,
    Unit,
    Variant,
)

HEADER = Header("zh-CN", "t", "1")
TYPES = st.one_of(st.sampled_from(["bold", "lb", "link", "x-own", "x y/%"]), FILLED)


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    """Segments with inline tags as the document type allows them."""
    numbers = Counter[str]()

    def number(kind: str) -> str:
        numbers[kind] += 1
        return str(numbers[kind])

    def x() -> str | None:
        return number("x") if draw(st.booleans()) else None

    def code() -> tuple[str, ...]:
        return tuple(draw(st.lists(FILLED, max_size=1)))

    def parts(depth: int) -> list[str | Tag]:
        done: list[str | Tag] = []
        for _ in range(draw(st.integers(0, 3))):
            kind = draw(st.sampled_from(["text", "pair", "it", "ph", "ut", "hi"]))
            i = number("i") if kind == "pair" else ""
            inner = parts(depth + 1) if kind in ("pair", "hi") and depth < 2 else []
            if kind == "text":
                added: list[str | Tag] = [draw(FILLED)]
            elif kind == "pair":
                begin = Tag("bpt", code(), i=i, x=x(), type=draw(optional(TYPES)))
                added = [begin, *inner, Tag("ept", code(), i=i)]
            elif kind == "it":
                pos = draw(st.sampled_from(["begin", "end"]))
                added = [Tag("it", code(), x=x(), type=draw(optional(TYPES)), pos=pos)]
            elif kind == "ph":
                assoc = draw(optional(st.sampled_from("pfb")))
                added = [Tag("ph", code(), x=x(), type=draw(optional(TYPES)), assoc=assoc)]
            elif kind == "ut":
                added = [Tag("ut", code(), x=x())]
            else:
                added = [Tag("hi", joined(inner), x=x(), type=draw(optional(TYPES)))]
            done += added
        return done

    return Segment(joined(parts(0)))


def joined(parts: list[str | Tag]) -> tuple[str | Tag, ...]:
    done: list[str | Tag] = []
    for part in parts:
        if isinstance(part, str) and done and isinstance(done[-1], str):
            done[-1] += part
        else:
            done.append(part)
    return tuple(done)


def variants(language: str) -> st.SearchStrategy[Variant]:
    return st.builds(Variant, st.just(language), segments(), ANNOTATIONS, RECORDS, EXTRA)


PAIRS = st.builds(
    Unit,
    variants=st.tuples(variants("zh-CN"), variants("en")),
    tuid=optional(TEXTS),
    annotations=ANNOTATIONS,
    srclang=optional(LANGUAGES),
    segtype=optional(st.sampled_from(["block", "sentence"])),
    record=RECORDS,
    extra=EXTRA,
)
"""Units in Chinese and English with all that TMX knows."""


def flat(item: Annotation, *, note_languages: bool = False) -> Annotation | None:
    """A note or property without what no pair of a key and a value holds; None for an element."""
    if isinstance(item, Note):
        return Note(item.text, item.language if note_languages else None)
    return Property(item.type, item.value) if isinstance(item, Property) else None


def left_of(
    unit: Unit,
    segment: Callable[[Segment], Segment],
    *,
    note_languages: bool = False,
    empty: bool = True,
) -> Unit:
    """What is left of a unit in a format of facts.

    Args:
        unit: any unit.
        segment: what is left of a segment.
        note_languages: whether notes keep their languages.
        empty: whether empty values are kept.
    """

    def kept(annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
        flattened = (flat(item, note_languages=note_languages) for item in annotations)
        return tuple(
            item
            for item in flattened
            if item is not None
            and (empty or (item.text if isinstance(item, Note) else getattr(item, "value", "")))
        )

    def record(item: Unit | Variant) -> object:
        if empty:
            return item.record
        names = item.record.__struct_fields__
        gone = {name: None for name in names if getattr(item.record, name) == ""}
        return replace(item.record, **gone)

    return replace(
        unit,
        variants=tuple(
            replace(
                variant,
                segment=segment(variant.segment),
                annotations=kept(variant.annotations),
                record=record(variant),
                extra=(),
            )
            for variant in unit.variants
        ),
        tuid=unit.tuid if empty else unit.tuid or None,
        annotations=kept(unit.annotations),
        record=record(unit),
        extra=(),
    )


def words(segment: Segment) -> Segment:
    return Segment.of(segment.text)


def in_any_order(unit: Unit) -> Unit:
    """The unit with its annotations and variants sorted: formats don't keep their order."""
    variants = sorted(
        (
            replace(variant, annotations=tuple(sorted(variant.annotations, key=repr)))
            for variant in unit.variants
        ),
        key=lambda variant: variant.language,
    )
    annotations = tuple(sorted(unit.annotations, key=repr))
    return replace(unit, variants=tuple(variants), annotations=annotations)


def has_words(unit: Unit) -> bool:
    return any(variant.segment.text for variant in unit.variants)


def without_empty_variants(unit: Unit) -> Unit:
    kept = tuple(variant for variant in unit.variants if variant.segment.text)
    return replace(unit, variants=kept)
