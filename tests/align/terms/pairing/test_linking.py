"""Which pairs are kept: the best first, further ones for what is left, longer ones for theirs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.terms.candidates import Candidates, find_candidates
from align.terms.pairing.cooccurrence import Pairs
from align.terms.pairing.linking import link
from align.terms.pairing.scoring import Scored

LEFT = ["mask", "mask", "mask", "mask", "cloth"]
RIGHT = ["face mask", "face mask", "veil", "veil", "veil"]


def linked(
    *likely: tuple[str, str, float], right_texts: Sequence[str] = RIGHT
) -> list[tuple[str, str, list[int]]]:
    sides = find_candidates(LEFT, "xx", 1), find_candidates(right_texts, "yy", 1)
    places = [_places(side) for side in sides]
    left = np.array([places[0][one] for one, _, _ in likely])
    right = np.array([places[1][other] for _, other, _ in likely])
    nothing = np.zeros(len(likely))
    scored = Scored(
        Pairs(left, right, nothing.astype(np.int64), nothing),
        np.array([probability for _, _, probability in likely]),
    )
    return [
        (sides[0].usual(item.source), sides[1].usual(item.target), sorted(item.units))
        for item in link(*sides, scored)
    ]


def _places(side: Candidates) -> dict[str, int]:
    return {side.usual(which): which for which in range(len(side))}


def test_the_best_pair_comes_first_and_an_unlikely_one_is_left_out() -> None:
    assert linked(("mask", "veil", 0.2), ("mask", "face mask", 0.9)) == [
        ("mask", "face mask", [0, 1])
    ]


def test_a_further_translation_stands_where_units_are_left() -> None:
    found = linked(("mask", "face mask", 0.9), ("mask", "veil", 0.6))
    assert found == [("mask", "face mask", [0, 1]), ("mask", "veil", [2, 3])]
    assert linked(("mask", "face mask", 0.9), ("mask", "veil", 0.35)) == found[:1]


def test_two_candidates_with_partners_need_two_units() -> None:
    found = linked(("mask", "face mask", 0.9), ("cloth", "veil", 0.8), ("mask", "veil", 0.7))
    assert found[-1] == ("mask", "veil", [2, 3])


def test_a_longer_candidate_takes_the_units_in_which_it_stands() -> None:
    found = linked(("mask", "mask", 0.9), ("mask", "face mask", 0.85))
    assert found == [("mask", "face mask", [0, 1])]


def test_a_much_less_likely_longer_candidate_does_not() -> None:
    assert linked(("mask", "mask", 0.95), ("mask", "face mask", 0.5)) == [("mask", "mask", [0, 1])]


def test_a_part_of_a_partner_is_a_further_translation_in_several_units_only() -> None:
    likely = ("mask", "face mask", 0.9), ("mask", "mask", 0.7)
    few = linked(*likely, right_texts=["face mask", "face mask", "mask", "mask", "cloth"])
    assert few == [("mask", "face mask", [0, 1])]
    many = linked(*likely, right_texts=["face mask", "mask", "mask", "mask", "cloth"])
    assert many == [("mask", "face mask", [0]), ("mask", "mask", [1, 2, 3])]
