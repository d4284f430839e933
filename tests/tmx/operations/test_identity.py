"""When units are one, and when they contradict each other."""

from dataclasses import replace

import pytest
from hypothesis import given

from tests.tmx.operations.memories import pair
from tests.tmx.strategies import UNITS
from tmx.operations.identity import Identity
from tmx.operations.normalising import normalised
from tmx.units import Note, Segment, Tag, Unit, Variant

EXACT = Identity("zh-CN")
PAIR = pair("大会", "The Assembly")
TAGGED = replace(
    PAIR, variants=(PAIR.variants[0], Variant("en", Segment(("The Assembly", Tag("ph", x="1")))))
)


def test_notes_names_and_dates_do_not_count() -> None:
    told = replace(pair("大会", "The Assembly", tuid="7", year=2020), annotations=(Note("a"),))
    assert EXACT.digests(told) == EXACT.digests(PAIR)


def test_the_order_of_variants_does_not_count() -> None:
    three = (*PAIR.variants, Variant("fr", Segment.of("L'Assemblée")))
    digests = {
        EXACT.digests(Unit((three[i], three[j], three[k])))
        for i, j, k in [(0, 1, 2), (2, 0, 1), (1, 2, 0)]
    }
    assert len(digests) == 1


@pytest.mark.parametrize(
    "other",
    [
        pair("大会", "The assembly"),
        TAGGED,
        replace(PAIR, variants=(*PAIR.variants, *PAIR.variants[1:])),
    ],
)
def test_other_targets_are_not_the_same(other: Unit) -> None:
    assert EXACT.digests(other)[0] != EXACT.digests(PAIR)[0]


def test_units_contradict_each_other_where_the_languages_are_the_same() -> None:
    other = Unit.pair(("ZH_CN", "大会"), ("en", "General Assembly"))
    french = Unit.pair(("zh-CN", "大会"), ("fr", "Assemblée"))
    assert EXACT.digests(other)[1] == EXACT.digests(PAIR)[1]
    assert EXACT.digests(french)[1] != EXACT.digests(PAIR)[1]
    assert EXACT.source(french) == EXACT.source(PAIR)


def test_a_unit_without_its_source_contradicts_nothing() -> None:
    one, two = (Unit.pair(("de", "a"), ("en", text)) for text in "bc")
    assert EXACT.digests(one)[1] != EXACT.digests(two)[1]
    assert EXACT.source(one) is None


def test_normalised_words_count_and_tags_as_they_are() -> None:
    identity = Identity("zh-CN", normalised)
    assert identity.digests(pair("大会。", "the ASSEMBLY")) == identity.digests(PAIR)
    assert identity.digests(TAGGED) != identity.digests(PAIR)
    shouted = replace(
        TAGGED,
        variants=(PAIR.variants[0], Variant("en", Segment(("THE ASSEMBLY", Tag("ph", x="1"))))),
    )
    assert identity.digests(TAGGED) == identity.digests(shouted)


@given(UNITS)
def test_it_takes_whatever_a_unit_holds(unit: Unit) -> None:
    for identity in (EXACT, Identity("en", normalised)):
        assert identity.digests(unit) == identity.digests(unit)
