"""Reads files in other formats from what they hold."""

from __future__ import annotations

import io

import pytest

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.formats import FORMATS
from tmx.exchange.place import Place
from tmx.units import Header, Unit


def read(name: str, data: str | bytes, choices: Choices = NO_CHOICES) -> tuple[Header, list[Unit]]:
    """Read the content of a file of a format; its name is "a"."""
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    header, units = FORMATS[name].reader()(stream, "a", choices, Place())
    return header, list(units)


def texts(units: list[Unit]) -> list[dict[str, str]]:
    """The words of units by their languages."""
    return [{item.language: item.segment.text for item in unit.variants} for unit in units]


def message(name: str, data: str | bytes, choices: Choices = NO_CHOICES) -> str:
    """The one line that tells why a file can't be read."""
    with pytest.raises(TmxError) as caught:
        read(name, data, choices)
    line = str(caught.value)
    assert "\n" not in line
    return line
