"""Units are drawn by chance, the same every time."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.operations.memories import pair
from tmx.operations.sample import draw, draw_share
from tmx.units import Unit

UNITS = [pair(str(number), "") for number in range(100)]


def numbers(units: list[Unit]) -> list[int]:
    return [int(unit.variants[0].segment.text) for unit in units]


@given(st.integers(0, 120), st.integers())
def test_so_many_are_drawn_in_their_order(count: int, seed: int) -> None:
    drawn = numbers(list(draw(UNITS, count, seed)))
    assert len(drawn) == min(count, 100)
    assert drawn == sorted(set(drawn))
    assert drawn == numbers(list(draw(UNITS, count, seed)))


def test_the_draw_is_the_same_on_every_machine_and_another_for_another_seed() -> None:
    assert numbers(list(draw(UNITS, 5))) == [1, 8, 30, 45, 57]
    assert numbers(list(draw(UNITS, 5, seed=1))) != [1, 8, 30, 45, 57]


def test_every_unit_has_the_same_chance() -> None:
    drawn = Counter(
        number for seed in range(2000) for number in numbers(list(draw(UNITS[:10], 3, seed)))
    )
    assert all(520 < drawn[number] < 680 for number in range(10)), drawn


@pytest.mark.parametrize(("share", "least", "most"), [(0, 0, 0), (1, 1000, 1000), (0.3, 250, 350)])
def test_a_share_is_drawn(share: float, least: int, most: int) -> None:
    drawn = numbers(list(draw_share(UNITS * 10, share)))
    assert least <= len(drawn) <= most
    assert drawn == numbers(list(draw_share(UNITS * 10, share)))
