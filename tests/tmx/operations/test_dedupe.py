"""Doubles are left out."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.operations.memories import SIMILAR_UNITS, pair, targets
from tmx.operations.dedupe import dedupe, write_conflicts
from tmx.operations.doubles import gathered
from tmx.operations.normalising import normalised
from tmx.operations.ranking import Preference
from tmx.units import Unit

FIRST = pair("大会", "Assembly", tuid="1", score="0.2", year=2001)
BEST = replace(pair("大会", "Assembly", tuid="2", score="0.9", year=2003))
NEWEST = pair("大会", "Assembly", tuid="3", score="0.4", year=2020)
OTHER = pair("大会", "The Assembly", tuid="4", score="0.5", year=2002)
MEMORIES = st.lists(SIMILAR_UNITS, max_size=8)
SHOUTED = pair("大会。", "ASSEMBLY", tuid="5")


@pytest.mark.parametrize(
    ("prefer", "tuid"),
    [(Preference.FIRST, "1"), (Preference.BEST, "2"), (Preference.NEWEST, "3")],
)
def test_the_preferred_double_is_kept(prefer: Preference, tuid: str) -> None:
    kept = list(dedupe([FIRST, BEST, NEWEST, OTHER], "zh-CN", prefer=prefer))
    assert sorted(unit.tuid or "" for unit in kept) == [tuid, "4"]


def test_one_target_is_kept_where_that_is_asked_for() -> None:
    kept = dedupe([FIRST, OTHER, NEWEST], "zh-CN", prefer=Preference.BEST, one_target=True)
    assert list(kept) == [OTHER]


def test_normalised_doubles_are_left_out_and_the_kept_one_stays_as_it_is() -> None:
    assert list(dedupe([SHOUTED, FIRST], "zh-CN", compare=normalised)) == [SHOUTED]
    assert list(dedupe([SHOUTED, FIRST], "zh-CN")) == [SHOUTED, FIRST]


@given(
    st.lists(SIMILAR_UNITS, max_size=8), st.sampled_from(Preference), st.booleans(), st.booleans()
)
def test_a_second_time_nothing_is_left_out(
    units: list[Unit], prefer: Preference, one_target: bool, loosely: bool
) -> None:
    def once(given: list[Unit]) -> list[Unit]:
        compare = normalised if loosely else None
        return list(dedupe(given, "en", compare=compare, prefer=prefer, one_target=one_target))

    kept = once(units)
    assert once(kept) == kept
    assert once(units + units) == kept
    rest = iter(units)
    assert all(unit in rest for unit in kept), "the order has changed"


def test_conflicts_are_listed_together() -> None:
    units = [
        FIRST,
        pair("决议", "resolution"),
        OTHER,
        NEWEST,
        pair("a\tb", "c\\d"),
        pair("a\tb", ""),
    ]
    with gathered(units, "zh-CN") as found:
        stream = BytesIO()
        assert write_conflicts(stream, found.conflicts(), "zh-CN") == (2, 5)
        assert targets(found.kept()) == ["Assembly", "resolution", "The Assembly", "c\\d", ""]
        assert found.count == 6
    lines = stream.getvalue().decode().splitlines()
    assert lines == [
        "unit\ttuid\tsource language\tsource\ttarget language\ttarget",
        "1\t1\tzh-CN\t大会\ten\tAssembly",
        "3\t4\tzh-CN\t大会\ten\tThe Assembly",
        "4\t3\tzh-CN\t大会\ten\tAssembly",
        "5\t\tzh-CN\ta\\tb\ten\tc\\\\d",
        "6\t\tzh-CN\ta\\tb\ten\t",
    ]


def test_sources_that_are_the_same_when_normalised_are_one() -> None:
    units = [FIRST, pair("大会。", "The Assembly")]
    with gathered(units, "zh-CN", compare=normalised) as found:
        assert write_conflicts(BytesIO(), found.conflicts(), "zh-CN") == (1, 2)
    with gathered(units, "zh-CN") as found:
        assert write_conflicts(BytesIO(), found.conflicts(), "zh-CN") == (0, 0)
