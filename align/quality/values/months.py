"""The names of months in languages besides Chinese and English: 9 mai 2024."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from align.quality.values.number import Number, Writing, number
from align.quality.values.scanning import any_of

NORWEGIAN = {"no": "nb", "nn": "nb"}
"""Tags of Norwegian, and the one that tables have."""


def find_months(text: str, base: str) -> Iterator[Number]:
    """Give the months that a text names, which may be other words too.

    Args:
        text: the text.
        base: its language, without script and country.
    """
    names = _names(NORWEGIAN.get(base, base))
    if names is not None:
        months, pattern = names
        for match in pattern.finditer(text):
            yield number({months[match[0].lower()]}, match.span(), Writing.LOOSE)


@cache
def _names(base: str) -> tuple[dict[str, int], re.Pattern[str]] | None:
    with resources.files("align.quality.values").joinpath("months.toml").open("rb") as stream:
        table = tomllib.load(stream).get(base)
    if table is None:
        return None
    months = {
        name.lower(): place
        for place, names in enumerate(table, start=1)
        for name in names.split("|")
    }
    return months, re.compile(rf"(?<!\w){any_of(sorted(months))}(?!\w)", re.IGNORECASE)
