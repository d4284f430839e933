"""What stands in another order."""

from dataclasses import replace

import numpy as np

from align.crossings import pair_across
from align.encoders import UseMultilingual
from align.engine import Aligner
from align.side import Side, plain_side

ENCODER = UseMultilingual()
CHINESE = ["2012 年 12 月 3 日", "第 48 次全体会议", "市内各公园免费开放。"]
ENGLISH = ["48th plenary meeting", "3 December 2012", "He bought three apples."]


def side(paragraphs: list[str]) -> Side:
    """Paragraphs of one sentence each."""
    begins = np.ones(len(paragraphs) + 1, dtype=bool)
    plain = plain_side(paragraphs, "en", ENCODER)
    return replace(plain, breaks=replace(plain.breaks, begins=begins))


def test_lines_that_changed_places_are_paired_and_what_has_no_partner_is_not() -> None:
    source, target = side(CHINESE), side(ENGLISH)
    single = [range(k, k + 1) for k in range(3)]
    pairs = pair_across(Aligner(source, target), source, target, single, single)
    assert [(row, column) for row, column, _ in pairs] == [(0, 1), (1, 0)]


def test_with_nothing_unpaired_on_one_side_there_is_nothing_to_pair() -> None:
    source, target = side(CHINESE), side(ENGLISH)
    assert pair_across(Aligner(source, target), source, target, [], [range(1)]) == []
