"""Of two neighbours the one is paired that translates what is opposite as it is done elsewhere."""

from dataclasses import replace

import numpy as np
import pytest

from align.documents.grouping import Group, group_by_paragraph
from align.documents.precedents import settle_by_precedents
from align.doubts import Reason
from align.encoders import UseMultilingual
from align.search.engine import Aligner, alone
from align.search.side import Side, plain_side

ENCODER = UseMultilingual()

BEFORE = [
    ("安全理事会", "The Security Council"),
    ("组织", "COMPOSITION"),
    ("安全理事会以十五会员国组织之。", "The Security Council shall consist of fifteen Members."),
    ("托管理事会", "The Trusteeship Council"),
    ("组织", "COMPOSITION"),
    ("托管理事会应由会员国组织之。", "The Trusteeship Council shall consist of Members."),
]
BEHIND = [
    ("大会由所有会员国组织之。", "The General Assembly shall consist of all the Members."),
    ("每一会员国应有一个投票权。", "Each Member shall have one vote."),
]
CHINESE = [*(row[0] for row in BEFORE), "大会", "组织", *(row[0] for row in BEHIND)]
ENGLISH = [*(row[1] for row in BEFORE), "COMPOSITION", *(row[1] for row in BEHIND)]
"""The English heading "The General Assembly" is missing."""

RIGHT = [*((k, k) for k in range(6)), (7, 6), (8, 7), (9, 8)]
WRONG = [*((k, k) for k in range(7)), (8, 7), (9, 8)]


def side(paragraphs: list[str], numbers: dict[int, int] | None = None) -> Side:
    """Paragraphs of one sentence each, some of them numbered."""
    plain = plain_side(paragraphs, "zh", ENCODER)
    breaks = replace(plain.breaks, begins=np.ones(len(paragraphs) + 1, dtype=bool))
    for paragraph, number in (numbers or {}).items():
        breaks.numbers[paragraph] = number
    return replace(plain, breaks=breaks)


def linked(groups: list[Group]) -> list[tuple[int, int]]:
    runs = [run for group in groups for run in group]
    return sorted(
        (run.source[0], run.target[0]) for run in runs if not (run.only_source or run.only_target)
    )


def paired(source: Side, target: Side) -> tuple[list[Group], list[Group]]:
    """The groups as the search pairs them, and as precedents settle them."""
    aligner = Aligner(source, target)
    groups = group_by_paragraph(aligner.align(), source, target)
    settled = settle_by_precedents(aligner, groups, source, target)
    for taken, count in (("source", len(source)), ("target", len(target))):
        units = [n for group in settled for run in group for n in range(*getattr(run, taken))]
        assert sorted(units) == list(range(count))
    return groups, settled


@pytest.mark.parametrize("turned", [False, True], ids=["source", "target"])
def test_the_neighbour_is_paired_whose_like_is_paired_so_elsewhere(turned: bool) -> None:
    sides = side(CHINESE), side(ENGLISH)
    found, settled = map(linked, paired(*(sides[::-1] if turned else sides)))
    if turned:
        found, settled = ([(row, column) for column, row in pairs] for pairs in (found, settled))
    assert sorted(found) == WRONG
    assert sorted(settled) == RIGHT


def test_without_a_precedent_all_stays() -> None:
    groups, settled = paired(side(CHINESE[6:]), side(ENGLISH[6:]))
    assert settled == groups


def test_a_pair_of_the_same_number_stays() -> None:
    groups, settled = paired(side(CHINESE, {6: 4}), side(ENGLISH, {6: 4}))
    assert settled == groups


def test_none_gets_a_partner_of_another_number() -> None:
    groups, settled = paired(side(CHINESE, {7: 4}), side(ENGLISH, {6: 5}))
    assert settled == groups


def test_of_two_that_are_the_same_none_is_preferred() -> None:
    chinese, english = ([*(row[k] for row in BEFORE), *(row[k] for row in BEHIND)] for k in (0, 1))
    groups, settled = paired(side([*chinese[:6], chinese[5], *chinese[6:]]), side(english))
    assert settled == groups


def test_the_new_pair_is_no_surer_than_the_one_whose_place_it_takes() -> None:
    groups, settled = paired(side(CHINESE), side(ENGLISH))
    before, after = (
        next(run for group in of for run in group if run.target == (6, 7))
        for of in (groups, settled)
    )
    assert after.score <= before.score + 1e-12
    assert {doubt.reason for doubt in after.doubts} <= {Reason.OTHER_PAIR}


def test_what_the_search_finds_no_link_in_is_not_paired(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = side(CHINESE), side(ENGLISH)
    aligner = Aligner(source, target)
    groups = group_by_paragraph(aligner.align(), source, target)
    unlinked = [alone(0, source, 1.0), alone(0, target, 1.0).turned()]
    monkeypatch.setattr(aligner, "align_parts", lambda rows, columns: unlinked)
    assert settle_by_precedents(aligner, groups, source, target) == groups


def test_where_breaks_are_not_trusted_all_stays() -> None:
    source, target = side(CHINESE), side(ENGLISH)
    aligner = Aligner(source, target)
    groups = group_by_paragraph(aligner.align(), source, target)
    aligner._pair = replace(aligner.pair, trust=0.0)
    assert settle_by_precedents(aligner, groups, source, target) == groups


@pytest.mark.parametrize(("source", "target"), [([], ENGLISH), (CHINESE, [])])
def test_with_an_empty_side_all_stays(source: list[str], target: list[str]) -> None:
    groups, settled = paired(side(source), side(target))
    assert settled == groups
