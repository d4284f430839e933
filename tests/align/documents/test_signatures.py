"""Signatures that take more lines on one side than on the other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from align.alignment import Level
from align.documents import align_documents
from align.documents.signatures import find_split_signatures
from align.integrity import find_faults
from align.units import units_of
from tests.align.damage import Remembering
from tests.align.documents.test_bare_labels import pair_of

ENCODER = Remembering()
LETTER = (
    ["尊敬的黄先生：", "感谢您三月一日的来信。", "您将在两周内收到新的账单。"],
    [
        "Dear Mr Wong,",
        "Thank you for your letter of 1 March.",
        "You will receive a new bill within two weeks.",
    ],
)
DATE = ["2024年3月5日"], ["5 March 2024"]


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(
    ("chinese", "english", "units"),
    [
        pytest.param(
            ["此致", "敬礼", "图书馆馆长 黄家明"],
            ["Yours sincerely,", "Wong Ka-ming", "Librarian"],
            [("此致敬礼", "Yours sincerely,"), ("图书馆馆长 黄家明", "Wong Ka-ming Librarian")],
            id="both on more lines",
        ),
        pytest.param(
            ["此致敬礼！", "黄家明，图书馆馆长"],
            ["Yours sincerely,", "Wong Ka-ming, Librarian"],
            [("此致敬礼！", "Yours sincerely,"), ("黄家明，图书馆馆长", "Wong Ka-ming, Librarian")],
            id="the same lines",
        ),
        pytest.param(
            ["此致", "敬礼", "图书馆馆长", "黄家明"],
            ["Yours sincerely,", "Wong Ka-ming, Librarian"],
            [("此致敬礼", "Yours sincerely,"), ("图书馆馆长黄家明", "Wong Ka-ming, Librarian")],
            id="more lines in Chinese",
        ),
    ],
)
def test_signatures_are_paired_whole(
    chinese: list[str], english: list[str], units: list[tuple[str, str]], level: Level
) -> None:
    sides = pair_of(LETTER[0] + chinese + DATE[0], LETTER[1] + english + DATE[1])
    alignment = align_documents(*sides, ENCODER, level)
    assert list(find_faults(alignment)) == []
    found = [
        tuple(str(variant.segment.text) for variant in unit.variants)
        for unit in units_of(alignment)
        if unit.value("x-kind") == "signature"
    ]
    assert found == [*units, (DATE[0][0], DATE[1][0])]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        pytest.param(
            ["完。", "此致", "黄先生", "敬礼"], ["The end.", "Yours sincerely,"],
            id="a farewell with a name inside",
        ),
        pytest.param(
            ["完。", "此致", "敬礼"], ["The end.", "Thank you."], id="no farewell on the other side"
        ),
        pytest.param(
            ["完。", "祝好", "黄家明", "陈大文"],
            ["The end.", "Best wishes,", "Wong Ka-ming", "Librarian", "Chan Tai-man", "Manager"],
            id="several names",
        ),
        pytest.param(
            ["完。", "2024年3月5日", "第48次全体会议"], ["The end.", "5 March 2024"],
            id="a date and a meeting",
        ),
    ],
)  # fmt: skip
def test_lines_that_may_belong_together_otherwise_are_left(
    chinese: Sequence[str], english: Sequence[str]
) -> None:
    assert find_split_signatures(pair_of(chinese, english)) == ([], [])
