"""What is known of a unit as keys and values."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from tests.tmx.exchange.memories import PAIRS, in_any_order, left_of
from tmx.exchange.facts import Gathered, facts_of, is_key
from tmx.exchange.losses import Losses
from tmx.units import Element, Note, Property, Record, Segment, Unit, Variant

DATE = datetime(2012, 12, 3, tzinfo=UTC)


def test_everything_has_its_key() -> None:
    unit = Unit(
        (),
        tuid="7",
        srclang="en",
        annotations=(Note("n"), Property("x-a", "1"), Property("b", "2")),
        record=Record(changedate=DATE, usagecount=3, memory_format="tmx"),
        extra=(("lastusagedate", "yesterday"),),
    )
    assert facts_of(unit, Losses()) == [
        ("tuid", "7"),
        ("srclang", "en"),
        ("changedate", "20121203T000000Z"),
        ("usagecount", "3"),
        ("o-tmf", "tmx"),
        ("lastusagedate", "yesterday"),
        ("note", "n"),
        ("x-a", "1"),
        ("prop:b", "2"),
    ]


@pytest.mark.parametrize("name", ["lang", "{http://www.w3.org/XML/1998/namespace}lang"])
def test_a_language_as_older_versions_wrote_it_is_no_loss(name: str) -> None:
    same = (name, "de")
    note = Note("n", "de", None, (same,))
    variant = Variant("de", Segment.of("a"), (note,), extra=(same, ("lang2", "de")))
    losses = Losses()
    notes: list[Note] = []
    assert facts_of(variant, losses, notes) == []
    assert notes == [Note("n", "de")]
    assert losses.listed == "1 attribute beyond TMX"


def test_what_a_key_and_a_value_can_not_hold_is_counted() -> None:
    unit = Unit(
        (),
        annotations=(Note("n", "de"), Property("a", "b", None, "x"), Element("ude")),
        extra=(("vendor", "v"),),
    )
    losses = Losses()
    facts_of(unit, losses)
    assert losses.listed == (
        "1 attribute beyond TMX, 1 language of a note or property, "
        "1 attribute of a note or property, 1 element beyond TMX"
    )


def test_notes_may_stand_apart_with_their_languages() -> None:
    notes: list[Note] = []
    losses = Losses()
    assert facts_of(Unit((), annotations=(Note("n", "de"),)), losses, notes) == []
    assert (notes, losses.listed) == ([Note("n", "de")], "")


@settings(max_examples=25, deadline=None)
@given(PAIRS)
def test_facts_make_the_unit_again(unit: Unit) -> None:
    variants = [
        Gathered.of(facts_of(item, Losses())).variant(item.language, item.segment)
        for item in unit.variants
    ]
    again = Gathered.of(facts_of(unit, Losses())).unit(variants)
    assert in_any_order(again) == in_any_order(left_of(unit, lambda segment: segment))


@pytest.mark.parametrize(
    ("key", "annotation"),
    [("Quality grade", Property("x-Quality-grade", "v")), ("prop:", Property("", "v"))],
)
def test_a_key_that_is_none_becomes_a_property(key: str, annotation: Property) -> None:
    assert Gathered.of([(key, "v")]).unit(()).annotations == (annotation,)


@pytest.mark.parametrize("key", ["tuid", "note", "x-a", "prop:", "o-tmf"])
def test_keys_are_known(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("text", ["en", "score", "", "Tuid"])
def test_other_words_are_no_keys(text: str) -> None:
    assert not is_key(text)
