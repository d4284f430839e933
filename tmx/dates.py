"""Dates as TMX writes them (20020413T023401Z), and the one that output is stamped with."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

from tmx.errors import TmxError

_FORM = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z", re.ASCII)


@lru_cache(maxsize=4096)
def format_date(date: datetime) -> str:
    """Write a date in Coordinated Universal Time to the second.

    Args:
        date: with a time zone; fractions of a second are cut off.

    Raises:
        TmxError: the date has no time zone.
    """
    if date.tzinfo is None:
        raise TmxError(f"the date {date} has no time zone; give it one, such as datetime.UTC")
    date = date.astimezone(UTC)
    day = f"{date.year:04}{date.month:02}{date.day:02}"
    return f"{day}T{date.hour:02}{date.minute:02}{date.second:02}Z"


@lru_cache(maxsize=4096)
def parse_date(text: str) -> datetime | None:
    """Read a date in exactly the form that `format_date` writes; None if it is in another one."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = map(int, match.groups())
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def stamp(environment: Mapping[str, str] = os.environ) -> datetime:
    """Return the date to put on what is written now: that of SOURCE_DATE_EPOCH, or this second.

    Args:
        environment: where SOURCE_DATE_EPOCH, seconds since 1970, may stand.

    Raises:
        TmxError: SOURCE_DATE_EPOCH is no whole number of seconds within the years to 9999.
    """
    pinned = environment.get("SOURCE_DATE_EPOCH")
    if pinned is None:
        return datetime.now(UTC).replace(microsecond=0)
    message = (
        f"SOURCE_DATE_EPOCH is {pinned!r}; set it to whole seconds since 1970, "
        "such as 1354492800, or unset it"
    )
    if re.fullmatch(r"[0-9]{1,12}", pinned) is None:
        raise TmxError(message)
    try:
        return datetime.fromtimestamp(int(pinned), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise TmxError(message) from error
