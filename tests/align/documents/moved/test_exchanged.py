"""Numbered paragraphs whose texts changed places while the numbers stayed."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.documents import align_documents
from align.documents.moved.exchanged import _cycles
from align.integrity import find_faults
from tests.align.damage import Remembering, document, resolution

ENCODER = Remembering()
ROWS = resolution()
OPERATIVE = [place for place, (chinese, _) in enumerate(ROWS) if re.match(r"\d+\.", chinese)]


def exchanged(order: dict[int, int]) -> list[str]:
    """The English version, in which operative paragraph k says what paragraph order[k] did."""
    english = [english for _, english in ROWS]
    for number, other in order.items():
        words = ROWS[OPERATIVE[other - 1]][1].split(" ", 1)[1]
        english[OPERATIVE[number - 1]] = f"{number}. {words}"
    return english


@pytest.mark.parametrize(
    "order",
    [
        {3: 9, 9: 3},
        {2: 20, 20: 2},
        {7: 8, 8: 7},
        {4: 11, 11: 17, 17: 4},
        {2: 5, 5: 2, 12: 18, 18: 12},
    ],
    ids=str,
)
def test_what_changed_places_finds_its_translation_and_costs_no_other(
    order: dict[int, int],
) -> None:
    source = document([chinese for chinese, _ in ROWS], "zh-CN")
    target = document(exchanged(order), "en")
    alignment = align_documents(source, target, ENCODER)
    assert not list(find_faults(alignment))
    moved = {OPERATIVE[other - 1]: OPERATIVE[number - 1] for number, other in order.items()}
    assert [(pair.source, pair.target) for pair in alignment.pairs] == [
        ((place,), (moved.get(place, place),)) for place in range(len(ROWS))
    ]


def test_texts_that_are_near_to_no_other_stay() -> None:
    assert list(_cycles(np.full((3, 3), 0.2))) == []
    assert list(_cycles(np.array([[0.2, 0.6], [0.3, 0.2]]))) == []
    assert list(_cycles(np.array([[0.2, 0.6], [0.6, 0.2]]))) == [[0, 1]]


@given(st.permutations(range(6)))
def test_all_cycles_of_a_permutation_are_found(order: list[int]) -> None:
    cosines = np.full((6, 6), 0.1)
    cosines[np.arange(6), order] = 0.8
    cycles = list(_cycles(cosines))
    assert sorted(row for cycle in cycles for row in cycle) == [
        k for k in range(6) if order[k] != k
    ]
    for cycle in cycles:
        assert [order[row] for row in cycle] == [*cycle[1:], cycle[0]]
