"""Paragraphs that are several on the other side, and stand in another order there."""

from __future__ import annotations

from itertools import permutations

import pytest

from align.documents import align_documents
from tests.align.damage import Remembering
from tests.align.documents.moved.test_swaps import paired
from tests.align.documents.test_bare_labels import pair_of

ENCODER = Remembering()
ANSWERS = [
    [("记者：听说前年冬天您损失很大。", "Reporter: I hear you had heavy losses that winter.")],
    [
        ("马：是的，死了四十多箱。", "Ma: Yes, more than forty hives died."),
        ("先是螨虫，后来是农药。", "First it was mites, then pesticides."),
        ("那个冬天我差一点就不干了。", "I nearly gave up that winter."),
    ],
    [
        (
            "马：有一天早上出太阳，我看见一只蜂从箱子里爬出来。",
            "Ma: One morning the sun came out, and I saw a bee crawl out of the hive.",
        ),
        ("我想，它还没有放弃。", "I thought: it has not given up yet."),
    ],
    [("记者：谢谢您接受我们的采访。", "Reporter: Thank you for talking to us.")],
]


@pytest.mark.parametrize("order", list(permutations(range(len(ANSWERS)))))
@pytest.mark.parametrize("is_turned", [False, True])
def test_paragraphs_that_are_one_on_the_other_side_are_paired_in_any_order(
    order: tuple[int, ...], is_turned: bool
) -> None:
    lines = [one[is_turned] for answer in ANSWERS for one in answer]
    space = "" if is_turned else " "
    others = [space.join(one[not is_turned] for one in ANSWERS[place]) for place in order]
    sides = (others, lines) if is_turned else (lines, others)
    found = paired(align_documents(*pair_of(*sides), ENCODER))
    wanted = {one for answer in ANSWERS for one in answer}
    assert len(found.keys() & wanted) >= len(wanted) - 1
