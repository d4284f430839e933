"""Units of one source become one unit with several targets."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.operations.memories import SIMILAR_UNITS, pair
from tmx.operations.joining import join
from tmx.operations.sides import source_of, targets_of
from tmx.units import Note, Property, Record, Unit

ENGLISH = pair("大会", "Assembly", tuid="e")
FRENCH = Unit.pair(("zh-CN", "大会"), ("fr", "Assemblée"), tuid="f", annotations=(Note("n"),))


def languages(unit: Unit) -> list[str]:
    return [variant.language for variant in unit.variants]


def test_a_target_in_another_language_joins_the_first() -> None:
    (joined,) = join([ENGLISH, FRENCH], "zh-CN")
    assert languages(joined) == ["zh-CN", "en", "fr"]
    assert joined.tuid == "e"
    assert joined.variants[2].annotations == (Property("x-tuid", "f"), Note("n"))


def test_dates_go_with_the_target() -> None:
    record = Record(creationid="me")
    (joined,) = join([ENGLISH, replace(FRENCH, record=record)], "zh-CN")
    assert joined.record == ENGLISH.record
    assert joined.variants[2].record == record


def test_two_targets_in_one_language_stay_apart() -> None:
    other = pair("大会", "The Assembly")
    again = Unit.pair(("zh-CN", "大会"), ("fr", "L'Assemblée"))
    joined = list(join([ENGLISH, other, FRENCH, again, pair("决议", "resolution")], "zh-CN"))
    assert [languages(unit) for unit in joined] == [
        ["zh-CN", "en", "fr"],
        ["zh-CN", "en", "fr"],
        ["zh-CN", "en"],
    ]


def test_a_unit_that_could_not_say_all_stays_alone() -> None:
    source, target = FRENCH.variants
    told = replace(FRENCH, variants=(replace(source, annotations=(Note("x"),)), target))
    dated = replace(
        FRENCH,
        record=Record(creationid="me"),
        variants=(source, replace(target, record=Record(creationid="you"))),
    )
    segtype = replace(FRENCH, segtype="block")
    for unit in (told, dated, segtype):
        assert list(join([ENGLISH, unit], "zh-CN")) == [ENGLISH, unit]


@given(st.lists(SIMILAR_UNITS, max_size=8), st.sampled_from(["en", "zh-CN"]))
def test_no_target_is_lost_and_no_word_is_altered(units: list[Unit], srclang: str) -> None:
    def told(given: list[Unit]) -> Counter[tuple[object, ...]]:
        return Counter(
            (source and source.segment, target.language, target.segment)
            for unit in given
            for source in [source_of(unit, srclang)]
            for target in targets_of(unit, srclang)
        )

    assert told(list(join(units, srclang))) == told(units)
