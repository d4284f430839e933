"""Dates as TMX writes them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given

from tests.tmx.strategies import DATES
from tmx.dates import format_date, parse_date, stamp
from tmx.errors import TmxError


@given(DATES)
def test_a_date_is_read_back(date: datetime) -> None:
    assert parse_date(format_date(date)) == date


def test_a_date_is_written_in_universal_time() -> None:
    beijing = timezone(timedelta(hours=8))
    assert format_date(datetime(2012, 12, 4, 7, 30, 5, 999, beijing)) == "20121203T233005Z"


def test_a_date_without_a_time_zone_is_refused() -> None:
    with pytest.raises(TmxError, match="has no time zone"):
        format_date(datetime(2012, 12, 3))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20121203",
        "2012-12-03T00:00:00Z",
        "20121203T000000",
        "20121303T000000Z",
        "20121203T000000Z ",
        "00001203T000000Z",
        "２０１２1203T000000Z",
    ],
)
def test_a_date_in_another_form_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_source_date_epoch_pins_the_stamp() -> None:
    assert stamp({"SOURCE_DATE_EPOCH": "1354492800"}) == datetime(2012, 12, 3, tzinfo=UTC)


def test_without_it_the_stamp_is_this_second() -> None:
    date = stamp({})
    assert abs(datetime.now(UTC) - date) < timedelta(seconds=5)
    assert date.microsecond == 0


@pytest.mark.parametrize("value", ["", "now", "-1", "1.5", " 1", "١", "9" * 12, "9" * 40])
def test_an_invalid_source_date_epoch_is_one_clear_line(value: str) -> None:
    with pytest.raises(TmxError) as caught:
        stamp({"SOURCE_DATE_EPOCH": value})
    assert str(caught.value) == (
        f"SOURCE_DATE_EPOCH is {value!r}; set it to whole seconds since 1970, "
        "such as 1354492800, or unset it"
    )
