"""Whole documents: what is damaged in one paragraph costs that paragraph only.

Of the longer documents only some places are damaged, unless DUIQI_EVERY_PLACE is set.
"""

import os
from collections.abc import Callable

import pytest

from align.documents import align_documents
from align.side import MOST_CLAUSES
from tests.align.damage import (
    KINDS,
    SHARED,
    Damaged,
    Pair,
    Remembering,
    Row,
    by_article,
    damages,
    document,
    gold_lines,
    resolution,
)

ENCODER = Remembering()
EVERY_PLACE = bool(os.environ.get("DUIQI_EVERY_PLACE"))
needs_data = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data")


def pairs(damaged: Damaged, *, numbers: bool = True) -> set[Pair]:
    source, target = (
        document(lines, language, numbers=numbers)
        for lines, language in zip(damaged.sides, ("zh-CN", "en"), strict=True)
    )
    return {(pair.source, pair.target) for pair in align_documents(source, target, ENCODER).pairs}


def lost(
    kind: str, rows: list[Row], side: int, *, numbers: bool = True, step: int = 1
) -> list[Pair]:
    """The pairs of untouched paragraphs that damage elsewhere has cost."""
    found: list[Pair] = []
    for place, damaged in enumerate(damages(kind, rows, side)):
        if place % step == 0:
            found += sorted(damaged.untouched - pairs(damaged, numbers=numbers))
    return found


@pytest.mark.parametrize("numbers", [True, False], ids=["numbered", "without numbers"])
@pytest.mark.parametrize(
    ("kind", "side"),
    [
        pytest.param(kind, side, id=f"{kind}-{('source', 'target')[side]}")
        for kind in KINDS
        for side in (0, 1)
    ],
)
def test_one_damaged_paragraph_of_the_resolution_costs_itself_only(
    kind: str, side: int, numbers: bool
) -> None:
    assert lost(kind, resolution(), side, numbers=numbers) == []


@needs_data
@pytest.mark.parametrize("side", [0, 1], ids=["source", "target"])
@pytest.mark.parametrize("kind", ["missing", "added", "repeated", "merged", "split"])
@pytest.mark.parametrize(
    ("name", "read", "step"),
    [
        ("un-55-100/A_RES_55_100.gold_aligned.tsv", gold_lines, 1),
        ("udhr/udhr.by_article.zh-Hans_en.tsv", by_article, 5),
        ("un-charter/un_charter.by_article.tsv", by_article, 45),
    ],
    ids=["un-55-100", "udhr", "un-charter"],
)
def test_one_damaged_paragraph_of_other_documents_costs_itself_only(
    name: str, read: Callable[[str], list[Row]], step: int, kind: str, side: int
) -> None:
    assert lost(kind, read(name), side, step=1 if EVERY_PLACE else step) == []


def test_what_has_no_full_stop_for_too_long_is_paired_clause_by_clause() -> None:
    numbers = range(1, 2 * MOST_CLAUSES)
    source = document(["，".join(f"这是第{number}号房间的钥匙" for number in numbers)], "zh-CN")
    target = document([", ".join(f"this is the key to room {n}" for n in numbers)], "en")
    (pair,) = align_documents(source, target, ENCODER).pairs
    assert len(pair.beads) > len(numbers) / 2
    assert (
        "".join(
            source.paragraphs[0].text[span.start : span.end]
            for bead in pair.beads
            for span in bead.source
        )
        == source.paragraphs[0].text
    )
