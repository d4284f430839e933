"""A memory is cut into parts, and the parts together are the memory."""

from io import BytesIO
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.operations.memories import HEADER, pair
from tests.tmx.strategies import SAFE_UNITS
from tmx.operations.split import by_number, by_property, by_size
from tmx.units import Property, Unit
from tmx.writer import write_tmx

NUMBERED = [pair(str(number), "") for number in range(10)]


def of_document(name: str | None, text: str) -> Unit:
    annotations = () if name is None else (Property("x-document", name),)
    return Unit.pair(("zh-CN", text), ("en", ""), annotations=annotations)


@pytest.mark.parametrize(
    ("most", "lengths"), [(3, [3, 3, 3, 1]), (5, [5, 5]), (10, [10]), (99, [10]), (1, [1] * 10)]
)
def test_parts_have_so_many_units(most: int, lengths: list[int]) -> None:
    parts = [list(part) for part in by_number(NUMBERED, most)]
    assert [len(part) for part in parts] == lengths
    assert list(chain(*parts)) == NUMBERED


@given(st.lists(SAFE_UNITS, max_size=8), st.integers(1, 3000))
def test_files_are_as_large_as_they_may_be_and_no_larger(units: list[Unit], most: int) -> None:
    def size(part: list[Unit]) -> int:
        stream = BytesIO()
        write_tmx(stream, HEADER, part, exact=True)
        return len(stream.getvalue())

    parts = [list(part) for part in by_size(units, HEADER, most)]
    assert list(chain(*parts)) == units
    for place, part in enumerate(parts):
        assert size(part) <= most or len(part) == 1
        if place + 1 < len(parts):
            assert size([*part, parts[place + 1][0]]) > most


def test_a_property_gathers_what_is_apart() -> None:
    units = [
        of_document("b", "1"),
        of_document("a", "2"),
        of_document(None, "3"),
        of_document("b", "4"),
        of_document("", "5"),
    ]
    parts = [(value, list(part)) for value, part in by_property(units, "x-document")]
    assert parts == [
        ("b", [units[0], units[3]]),
        ("a", [units[1]]),
        (None, [units[2]]),
        ("", [units[4]]),
    ]


def test_an_empty_memory_has_no_parts() -> None:
    assert list(by_number([], 5)) == list(by_size([], HEADER, 5)) == []
    assert list(by_property([], "x-document")) == []
