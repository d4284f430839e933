"""The best other choice is found exactly, and what decided adds up."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.encoders import UseMultilingual
from align.explanation.lattice import Searched, Stretch, Window
from align.explanation.search import best_with, best_without, compare
from align.search.engine import Aligner
from align.search.lattice import build_lattice
from align.search.sentences.search import Outline
from align.search.side import plain_side

CHINESE = [
    "人人生而自由，在尊严和权利上一律平等。", "任何人不得使为奴隶。", "今天下雨。",
    "图书馆星期天不开门。", "火车晚点了。",
]  # fmt: skip
ENGLISH = [
    "All human beings are born free.", "They are equal in dignity and rights.",
    "No one shall be held in slavery.", "It is raining today.", "The train was late.",
]  # fmt: skip
ENCODER = UseMultilingual()
TYPES = np.array([(1, 0), (0, 1), (1, 1), (1, 2), (2, 1)])
ROWS = COLUMNS = 4
SENTENCES = st.sets(st.sampled_from([1, 2, 3]))
"""Where sentences end, of four clauses, besides behind the last."""


def searched_of(seed: int, source: set[int], target: set[int]) -> Searched:
    """A small lattice of clauses with scores by chance."""
    starts = tuple(np.array(sorted({0, 4} | ends)) for ends in (source, target))
    lattice = build_lattice(np.zeros(ROWS + 1, int), np.full(ROWS + 1, COLUMNS), TYPES)
    scores = np.random.default_rng(seed).normal(size=len(lattice.tails))
    is_corner = np.stack(
        [
            np.isin(places[:, 0], starts[0]) & np.isin(places[:, 1], starts[1])
            for places in (lattice.tails, lattice.heads)
        ]
    )
    group = {"chance": scores}
    return Searched(lattice, group, {"chance": 1.0}, scores, is_corner, (starts[0], starts[1]))


def every_path(searched: Searched) -> Iterator[list[int]]:
    """All paths from the start to the end."""
    leaving: dict[int, list[int]] = {}
    for edge, tail in enumerate(searched.lattice.tail_ids.tolist()):
        leaving.setdefault(tail, []).append(edge)
    waiting: list[tuple[int, list[int]]] = [(int(searched.lattice.begins[0]), [])]
    while waiting:
        node, path = waiting.pop()
        if node == searched.lattice.ends[0]:
            yield path
        for edge in leaving.get(node, []):
            waiting.append((int(searched.lattice.head_ids[edge]), [*path, edge]))


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 1000), SENTENCES, SENTENCES, st.data())
def test_the_best_other_path_is_the_best_of_all_without_the_bead(
    seed: int, source: set[int], target: set[int], data: st.DataObject
) -> None:
    searched = searched_of(seed, source, target)
    every = [
        (float(searched.scores[path].sum()), searched.stretches(np.array(path)))
        for path in every_path(searched)
    ]
    best = max(every)[1]
    bead = data.draw(st.sampled_from(best))

    def has_it(stretches: list[Stretch]) -> bool:
        if bead.source and bead.target:
            return bead in stretches
        # A sentence without partner has none wherever it is left out.
        alone = (bead.top, bead.bottom, 0, 0) if bead.source else (0, 0, bead.left, bead.right)
        return any(
            alone == ((x.top, x.bottom, 0, 0) if bead.source else (0, 0, x.left, x.right))
            and not (x.source and x.target)
            for x in stretches
        )

    without = [total for total, stretches in every if not has_it(stretches)]
    path = best_without(searched, bead)
    assert (path is None) == (not without)
    if path is not None:
        assert not has_it(searched.stretches(path))
        assert searched.scores[path].sum() == pytest.approx(max(without))
    path = best_with(searched, bead)
    assert path is not None
    assert bead in searched.stretches(path)
    having = max(total for total, stretches in every if bead in stretches)
    assert searched.scores[path].sum() == pytest.approx(having)


@pytest.fixture(scope="module")
def aligner() -> Aligner:
    return Aligner(plain_side(CHINESE, "zh", ENCODER), plain_side(ENGLISH, "en", ENCODER))


def test_each_bead_of_a_text_is_compared(aligner: Aligner) -> None:
    (outline,) = aligner.outlines()
    window = Window(aligner.pair, aligner.weights, outline)
    for run in aligner.align():
        compared = compare(window, range(*run.source), range(*run.target))
        assert compared is not None
        assert compared.bead == Stretch(run.source[0], run.target[0], run.source[1], run.target[1])
        assert compared.bead in compared.chosen
        assert compared.bead not in compared.other
        assert compared.gain > 0
        loudness = [abs(difference.gain) for difference in compared.differences]
        assert loudness == sorted(loudness, reverse=True)
        for side in ("source", "target"):
            # Both choices take the same text.
            assert sum(getattr(x, side) for x in compared.chosen) == sum(
                getattr(x, side) for x in compared.other
            )


def test_a_sentence_without_partner_gets_one_in_the_other_choice(aligner: Aligner) -> None:
    (outline,) = aligner.outlines()
    window = Window(aligner.pair, aligner.weights, outline)
    compared = compare(window, range(3, 4), range(0))
    assert compared is not None
    assert compared.bead.target == 0
    (touching,) = (stretch for stretch in compared.other if stretch.touches(compared.bead))
    assert touching.target > 0


def test_what_is_no_bead_of_the_best_path_is_not_compared(aligner: Aligner) -> None:
    (outline,) = aligner.outlines()
    window = Window(aligner.pair, aligner.weights, outline)
    assert compare(window, range(1), range(3, 4)) is None
    assert compare(window, range(9, 10), range(0)) is None


def test_what_the_first_search_left_out_is_compared_as_it_saw_it() -> None:
    # Merging is likelier than what the second search still had to choose from.
    source, target = CHINESE[:3], [f"{ENGLISH[0]} {ENGLISH[1]}", *ENGLISH[2:4]]
    short = Aligner(plain_side(source, "zh", ENCODER), plain_side(target, "en", ENCODER))
    (outline,) = short.outlines()
    only = np.array([(k, k, k + 1, k + 1) for k in range(3)])
    compared = compare(
        Window(
            short.pair,
            short.weights,
            Outline(only, outline.cuts, outline.certainty, outline.cosines),
        ),
        range(1),
        range(1),
    )
    assert compared is not None
    assert not compared.by_clause
    assert compared.gain > 0
    assert Stretch(0, 0, 2, 2) in compared.other
    assert {difference.feature for difference in compared.differences} <= {
        *short.weights.sentences, *short.weights.paragraphs, "same number", "other number",
    }  # fmt: skip
