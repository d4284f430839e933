"""Pairs are counted as by hand, in however many passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.terms.candidates import find_candidates
from align.terms.pairing import cooccurrence
from align.terms.pairing.cooccurrence import Pairs, pairs_together

LEFT = ["red house", "blue house", "red car", "red house, blue car"]
RIGHT = ["maison rouge", "maison bleue", "auto rouge", "maison rouge, auto bleue"]


@pytest.mark.parametrize("most_in_a_pass", [5, 4_000_000])
def test_units_together_and_their_share(
    most_in_a_pass: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cooccurrence, "PASS", most_in_a_pass)
    source, target = find_candidates(LEFT, "xx", 1), find_candidates(RIGHT, "yy", 1)
    pairs = Pairs.joined(list(pairs_together(source, target, 1)))
    units = [[set(side.units(which)) for which in range(len(side))] for side in (source, target)]
    expected = {
        (left, right): len(here & there)
        for left, here in enumerate(units[0])
        for right, there in enumerate(units[1])
        if here & there
    }
    found = zip(pairs.source.tolist(), pairs.target.tolist(), strict=True)
    assert dict(zip(found, pairs.together.tolist(), strict=True)) == expected
    for left, right, dice in zip(pairs.source, pairs.target, pairs.dice, strict=True):
        both = len(units[0][left]) + len(units[1][right])
        assert dice == pytest.approx(2 * expected[left, right] / both)


def test_rare_pairs_are_left_out() -> None:
    source, target = find_candidates(LEFT, "xx", 1), find_candidates(RIGHT, "yy", 1)
    (pairs,) = pairs_together(source, target, 2)
    assert pairs.together.min() == 2


def test_pairs_of_many_candidates_in_many_units_are_counted() -> None:
    # Their product is beyond what numbers of four bytes hold.
    words = " ".join(f"w{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(650))
    units = range(300_000)
    source, target = (
        replace(side, texts=units, unit=side.unit + units[-1])
        for side in (find_candidates(["house"], "xx", 1), find_candidates([words], "yy", 1))
    )
    assert len(target) * len(units) > 2**31
    (pairs,) = pairs_together(source, target, 1)
    assert sorted(pairs.target.tolist()) == list(range(len(target)))
