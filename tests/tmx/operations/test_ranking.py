"""What goes before what."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.tmx.operations.memories import pair
from tmx.operations.ranking import Preference, date_of, number_of, rank, score_of
from tmx.units import Property, Record, Unit

UNIT = pair("大会", "Assembly")
DATES = [datetime(year, 1, 1, tzinfo=UTC) for year in (2001, 2002, 2003)]


def test_the_latest_date_of_unit_and_variants_counts() -> None:
    first, second = UNIT.variants
    dated = replace(
        UNIT,
        record=Record(creationdate=DATES[0], changedate=DATES[1]),
        variants=(first, replace(second, record=Record(creationdate=DATES[2]))),
    )
    assert date_of(dated) == DATES[2]
    assert rank(dated, Preference.NEWEST) == DATES[2].timestamp()
    assert date_of(UNIT) is rank(UNIT, Preference.NEWEST) is None


def test_the_units_score_goes_before_its_variants() -> None:
    first, second = UNIT.variants
    scored = replace(second, annotations=(Property("x-score", "0.9"),))
    inside = replace(UNIT, variants=(first, scored))
    assert score_of(inside) == 0.9
    assert score_of(replace(inside, annotations=(Property("x-score", "0.2"),))) == 0.2
    assert score_of(replace(UNIT, annotations=(Property("x-q", "7"),)), "x-q") == 7
    assert rank(UNIT, Preference.BEST) is None


@pytest.mark.parametrize("text", ["", "high", "nan", "inf", "0,9", "0.9%"])
def test_what_is_no_number_is_no_score(text: str) -> None:
    assert number_of(text) is None
    assert score_of(replace(UNIT, annotations=(Property("x-score", text),))) is None


def test_the_first_needs_no_rank() -> None:
    assert rank(pair("a", "b", score="1", year=2000), Preference.FIRST) is None


def test_a_unit_without_variants_has_neither() -> None:
    assert (date_of(Unit(())), score_of(Unit(()))) == (None, None)
