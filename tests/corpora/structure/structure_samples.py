"""The documents that the tests of structure read, as blocks: one line a block."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from opencc import OpenCC

from corpora.document import Paragraph
from corpora.readers.block import Block
from corpora.structure import find_structure

_DATA = Path(__file__).parents[4] / "shared" / "data"


def read_lines(name: str) -> list[str]:
    """The lines of a data file that hold something; the test is skipped where it is missing."""
    path = _DATA / name
    if not path.exists():
        pytest.skip(f"the data file {name} is not here")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip()]


def structure_of(lines: list[str], language: str) -> tuple[Paragraph, ...]:
    """The structure of a text that has one paragraph a line."""
    return find_structure([Block(line) for line in lines], language)


def numbers_of(lines: list[str], language: str) -> list[str | None]:
    """The number of each line."""
    return [paragraph.number for paragraph in structure_of(lines, language)]


def kinds_of(lines: list[str], language: str) -> list[str]:
    """The kind of each line."""
    return [str(paragraph.kind) for paragraph in structure_of(lines, language)]


@cache
def traditional(text: str) -> str:
    """A text in Traditional Chinese."""
    return str(_converter().convert(text))


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


def assert_numbers(lines: Sequence[str], language: str, before: Sequence[str] = ()) -> None:
    """Check the numbers of lines that are written as "number | text"; "-" for no number.

    Args:
        lines: the lines.
        language: their language.
        before: texts of lines that stand before them.
    """
    numbers, texts = zip(*(line.split(" | ") for line in lines), strict=True)
    found = numbers_of([*before, *texts], language)[len(before) :]
    assert [number or "-" for number in found] == list(numbers)
