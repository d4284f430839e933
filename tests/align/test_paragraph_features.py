"""What paragraphs say of a bead."""

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.lattice import build_lattice
from align.paragraph_features import NAMES, paragraph_features
from align.side import UNNUMBERED, Side, text_lengths

TOGETHER, ALONE, BREAK, BREAKS = NAMES[:4]
ENCODER = UseMultilingual()


def side(begins: list[int], numbers: dict[int, int], kinds: dict[int, int]) -> Side:
    """Four units; paragraphs begin at some of them and behind the last."""
    texts = ["one", "two", "three", "four"]
    flags = np.array([unit in begins for unit in range(4)] + [True])
    return Side(
        ENCODER.read(texts),
        text_lengths(texts),
        flags,
        np.zeros(5, dtype=bool),
        np.zeros(5, dtype=bool),
        np.array([numbers.get(unit, UNNUMBERED) for unit in range(5)]),
        np.zeros(5, dtype=bool),
        np.array([kinds.get(unit, -1) for unit in range(5)]),
    )


SOURCE = side([0, 2], {0: 1, 2: 2}, {0: 0, 2: 0})
TARGET = side([0, 2, 3], {0: 1, 2: 3}, {0: 0, 2: 0, 3: 5})


@pytest.mark.parametrize(
    ("bead", "expected"),
    [
        # (source units, target units), and the features that are not 0
        (((0, 2), (0, 2)), {TOGETHER: 1, "same number": 1}),
        (((0, 1), (0, 1)), {"same number": 1}),
        (((1, 2), (0, 1)), {ALONE: 1}),
        (((0, 3), (0, 2)), {ALONE: 1, BREAK: 1, "same number": 1}),
        (((0, 3), (1, 4)), {BREAKS: 1, BREAK: 1, ALONE: 1}),
        (((2, 4), (2, 3)), {TOGETHER: 1, "other number": 1}),
        (((2, 4), (3, 4)), {TOGETHER: 1, "kinds differ": 1}),
        (((2, 4), (2, 2)), {"a whole paragraph unpaired": 1}),
        (((3, 4), (2, 2)), {}),
        (((1, 2), (1, 1)), {ALONE: 1}),
    ],
)  # fmt: skip
def test_each_bead_bears_just_the_features_of_its_paragraphs(
    bead: tuple[tuple[int, int], tuple[int, int]], expected: dict[str, float]
) -> None:
    (top, bottom), (left, right) = bead
    lattice = build_lattice(
        np.full(bottom - top + 1, left),
        np.full(bottom - top + 1, right),
        np.array([(bottom - top, right - left)]),
        top,
    )
    row = paragraph_features(lattice, SOURCE, TARGET)[-1]
    assert {name: value for name, value in zip(NAMES, row, strict=True) if value} == expected
