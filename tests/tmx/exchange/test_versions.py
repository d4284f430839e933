"""Older versions of TMX."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from tests.tmx.exchange.memories import HEADER
from tmx.exchange.versions import in_version
from tmx.reading import read_tmx
from tmx.units import Note, Unit
from tmx.writer import write_tmx

UNIT = replace(
    Unit.pair(("zh-CN", "甲"), ("en", "a")), annotations=(Note("b", "de"), Note("no language"))
)


def written(version: str, *units: Unit) -> bytes:
    stream = io.BytesIO()
    header, turned = in_version(HEADER, units, version)
    write_tmx(stream, header, turned, exact=True)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("version", "attribute"), [("1.1", b" lang="), ("1.2", b" xml:lang="), ("1.4", b" xml:lang=")]
)
def test_a_language_has_the_name_of_the_version(version: str, attribute: bytes) -> None:
    data = written(version, UNIT)
    assert data.count(attribute) == 3
    assert data.count(b"lang=") == 5  # with the header's srclang and adminlang
    assert f'<tmx version="{version}">'.encode() in data
    assert f'"tmx{version.replace(".", "")}.dtd"'.encode() in data


def test_there_and_back_is_the_same_memory() -> None:
    old = list(read_tmx(io.BytesIO(written("1.1", UNIT)))[1])
    assert list(read_tmx(io.BytesIO(written("1.4", *old)))[1]) == [UNIT]
