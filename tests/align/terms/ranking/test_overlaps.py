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


def entry_of(texts: list[tuple[str, str]], *wanted: tuple[str, str]) -> list[float]:
    sides = [
        find_candidates([pair[at] for pair in texts], language, 1)
        for at, language in enumerate(("zh", "en"))
    ]
    names = [{side.usual(which): which for which in range(len(side))} for side in sides]
    made = [Linked(names[0][one], names[1][other], np.array([0]), 0.9) for one, other in wanted]
    return without_overlaps(*sides, made, [1.0 - 0.1 * at for at in range(len(made))])


@pytest.mark.parametrize(
    ("source", "target", "score"),
    [
        ("大不列颠及北爱尔兰联合王国", "Great Britain and Northern Ireland", 0.15),
        ("在北爱尔兰联合王国", "in Northern Ireland", 1.0),
        ("资本和北爱尔兰联合王国", "capital and Northern Ireland", 1.0),
    ],
)
def test_a_name_that_is_cut_from_a_longer_one_is_set_lower(
    source: str, target: str, score: float
) -> None:
    (given,) = entry_of([(source, target)], ("北爱尔兰联合王国", "Northern Ireland"))
    assert given == pytest.approx(score)


def test_a_piece_of_a_better_translation_is_set_lower() -> None:
    texts = [("大会和秘书处的秘书", "the Secretariat")]
    better, piece = entry_of(texts, ("秘书处", "Secretariat"), ("秘书", "Secretariat"))
    assert better == pytest.approx(1.0)
    assert piece == pytest.approx(0.9 * 0.15)
