"""What other entries cover is set lower."""

from __future__ import annotations

import numpy as np
import pytest

from align.terms.candidates import find_candidates
from align.terms.pairing.linking import Linked
from align.terms.ranking.overlaps import without_overlaps

TEXTS = (
    ("安全理事会", "the Security Council"),
    ("大会与安全理事会", "the General Assembly and the Security Council"),
    ("大会通过", "the General Assembly adopts"),
    ("人权和自由", "human rights and freedoms"),
)
SOURCE = find_candidates([source for source, _ in TEXTS], "zh", 1)
TARGET = find_candidates([target for _, target in TEXTS], "en", 1)


def linked(source: str, target: str) -> Linked:
    places = [
        next(which for which in range(len(side)) if side.usual(which) == text)
        for side, text in ((SOURCE, source), (TARGET, target))
    ]
    units = np.intersect1d(SOURCE.units(places[0]), TARGET.units(places[1]))
    return Linked(*places, units, 0.9)


@pytest.mark.parametrize(
    ("entries", "last"),
    [
        # two names that the text has by themselves
        (
            [
                ("大会与安全理事会", "General Assembly and the Security Council"),
                ("大会", "General Assembly"),
                ("安全理事会", "Security Council"),
            ],
            0.2,
        ),
        # a pair of words that it has together only, and once
        ([("人权和自由", "human rights and freedoms"), ("人权", "human rights")], 0.5),
    ],
)
def test_two_terms_side_by_side_are_no_third_one(
    entries: list[tuple[str, str]], last: float
) -> None:
    made = [linked(*entry) for entry in entries]
    assert without_overlaps(SOURCE, TARGET, made, [1.0] * len(made))[0] == pytest.approx(last)


def test_a_piece_of_a_better_entry_is_set_lower() -> None:
    made = [linked("安全理事会", "Security Council"), linked("理事会", "Council")]
    better, piece = without_overlaps(SOURCE, TARGET, made, [0.9, 0.8])
    assert better == pytest.approx(0.9)
    assert piece < 0.7


def test_what_recurs_only_inside_a_longer_entry_is_set_below_it() -> None:
    texts = ["Economic and Social Council", "the Economic and Social Council met"]
    side = find_candidates(texts, "en", 1)
    names = {side.usual(which): which for which in range(len(side))}
    units = np.array([0, 1])
    made = [
        Linked(names[name], names[name], units, 0.9)
        for name in ("Social Council", "Economic and Social Council")
    ]
    piece, whole = without_overlaps(side, side, made, [0.9, 0.5])
    assert whole == pytest.approx(0.5)
    assert piece < whole
