"""Copies of aligned texts that lack blocks of sentences on one side."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from align.links import Link

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture(scope="module")
def texts() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(SCRIPTS))
        return importlib.import_module("training_texts")


def of_pairs(texts: ModuleType, beads: int) -> Any:
    """A text whose lines are the same on both sides, each linked to its like."""
    lines = tuple(f"line {place}" for place in range(beads))
    links = tuple(Link((place,), (place,)) for place in range(beads))
    return texts.Text("text", ("zh", "en"), lines, lines, links)


@pytest.mark.parametrize("beads", [1, 2, 5, 20, 79, 200])
@pytest.mark.parametrize("copy", range(4))
def test_a_copy_lacks_a_part_of_a_side_and_links_what_is_left(
    texts: ModuleType, beads: int, copy: int
) -> None:
    damaged = texts.with_gaps(of_pairs(texts, beads), copy)
    assert damaged.source
    assert damaged.target
    linked = [link for link in damaged.links if link.source and link.target]
    assert len(linked) == min(len(damaged.source), len(damaged.target)) or beads == 200
    for link in linked:
        assert damaged.source[link.source[0]] == damaged.target[link.target[0]]
    for side, lines in (("source", damaged.source), ("target", damaged.target)):
        places = [place for link in damaged.links for place in getattr(link, side)]
        assert sorted(places) == list(range(len(lines)))


def test_a_copy_is_the_same_each_time(texts: ModuleType) -> None:
    whole = of_pairs(texts, 100)
    assert texts.with_gaps(whole, 1) == texts.with_gaps(whole, 1) != texts.with_gaps(whole, 2)
