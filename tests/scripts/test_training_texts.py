"""Copies of aligned texts that lack sentences on one side."""

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


@pytest.mark.parametrize("fault", ["single", "double", "crossed"])
@pytest.mark.parametrize("beads", [2, 40, 200])
def test_a_copy_with_omissions_tells_what_has_lost_its_partner(
    texts: ModuleType, fault: str, beads: int
) -> None:
    whole = of_pairs(texts, beads)
    damaged, orphans = texts.with_omissions(whole, 1, texts.Fault(fault), 0.05)
    kept = set(damaged.source) & set(damaged.target)
    for side, lines in enumerate((damaged.source, damaged.target)):
        assert orphans[side] == {k for k, line in enumerate(lines) if line not in kept}
        alone = {(link.source, link.target)[side] for link in damaged.links
                 if not (link.source, link.target)[1 - side]}  # fmt: skip
        assert alone == {(line,) for line in orphans[side]}
    places = max(1, round(0.05 * beads))
    size = 1 if fault == "single" else 2
    assert sum(map(len, orphans)) == places * size
    assert len(kept) == beads - places * size


def test_crossed_omissions_leave_one_sentence_of_each_side_at_each_place(
    texts: ModuleType,
) -> None:
    damaged, orphans = texts.with_omissions(of_pairs(texts, 200), 1, texts.Fault.CROSSED, 0.05)
    assert len(orphans[0]) == len(orphans[1])
    sources, targets = ([lines[k] for k in sorted(some)] for lines, some in
                        zip((damaged.source, damaged.target), orphans, strict=True))  # fmt: skip
    for one, other in zip(sources, targets, strict=True):
        assert abs(int(one.split()[1]) - int(other.split()[1])) == 1


def test_only_beads_of_both_sides_are_left_out_and_never_beside_another_place(
    texts: ModuleType,
) -> None:
    lines = tuple(f"line {place}" for place in range(30))
    links = tuple(Link((k,), (k,) if k % 3 else ()) for k in range(30))
    whole = texts.Text("text", ("zh", "en"), lines, lines, links)
    damaged, _ = texts.with_omissions(whole, 1, texts.Fault.SINGLE, 1.0)
    lost = {int(line.split()[1]) for line in {*lines} - ({*damaged.source} & {*damaged.target})}
    assert lost
    assert not any(k % 3 == 0 for k in lost)
    assert not any(k + 1 in lost for k in lost)
