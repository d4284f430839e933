"""Headings that only one of two documents has stay alone."""

from dataclasses import replace

import numpy as np
import pytest

from align.documents import align_documents
from align.documents.grouping import Texts
from align.documents.lone_headings import free_lone_headings
from align.encoders import UseMultilingual
from align.integrity import find_faults
from align.search.clauses.search import Run
from align.search.engine import Aligner
from align.search.side import Side, plain_side
from corpora import Document, Kind, Paragraph
from tests.align.damage import Remembering

ENCODER = Remembering()
PARTS = [
    ("借款", "Borrowings", "银行以三号泊位的岸线使用权作抵押。",
     "The bank holds the quay-line rights of berth 3 as security."),
    ("期后事项", "Events after the balance sheet date",
     "2024年8月14日，本公司发行中期票据5亿元，票面利率2.61%。",
     "On 14 August 2024 the Company issued notes of RMB 500 million at 2.61%."),
    ("承诺事项", "Commitments", "已签约而尚未支付的设备款为三百万元。",
     "Three million yuan is payable for equipment under contracts that have been signed."),
]  # fmt: skip


def document(language: str, parts: list[tuple[str, str]]) -> Document:
    lines = (
        [(heading, Kind.HEADING) for heading, _ in parts],
        [(text, Kind.BODY) for _, text in parts],
    )
    both = [line for pair in zip(*lines, strict=True) for line in pair if line[0]]
    return Document(language, language, tuple(Paragraph(*line) for line in both))


@pytest.mark.parametrize("turned", [False, True], ids=["in the target", "in the source"])
def test_each_text_is_paired_without_the_heading_that_the_other_side_lacks(turned: bool) -> None:
    bare = document("zh-CN", [("", text) for _, _, text, _ in PARTS])
    headed = document("en", [(heading, text) for _, heading, _, text in PARTS])
    alignment = align_documents(*((headed, bare) if turned else (bare, headed)), ENCODER)
    assert not list(find_faults(alignment))
    pairs = [(pair.source, pair.target) for pair in alignment.pairs if not pair.one_sided]
    wanted = [((k,), (2 * k + 1,)) for k in range(len(PARTS))]
    assert pairs == [(other, own) if turned else (own, other) for own, other in wanted]


def glued(headings: bool, texts: Texts, languages: tuple[str, str]) -> tuple[Aligner, Side, Side]:
    """One paragraph of the source, and two of the target, the first one a heading or not."""
    encoder = UseMultilingual()
    source, target = map(plain_side, texts, languages, (encoder, encoder))
    source, target = (
        replace(
            side,
            breaks=replace(
                side.breaks,
                begins=np.ones(len(side) + 1, dtype=bool),
                headings=np.arange(len(side) + 1) < (headings and side is target),
            ),
        )
        for side in (source, target)
    )
    return Aligner(source, target), source, target


@pytest.mark.parametrize(
    ("headings", "texts", "parts"),
    [
        (True, (PARTS[1][2], *PARTS[1][1::2]), 2),
        (False, (PARTS[1][2], *PARTS[1][1::2]), 1),
        (True, ("期后事项：" + PARTS[1][2], *PARTS[1][1::2]), 1),
    ],
    ids=["strange", "no heading", "translated in its line"],
)
def test_a_heading_that_says_nothing_of_the_other_side_is_freed(
    headings: bool, texts: tuple[str, ...], parts: int
) -> None:
    both = texts[:1], texts[1:]
    aligner, source, target = glued(headings, both, ("zh-CN", "en"))
    group = [Run((0, 1), (0, 2), 0.8)]
    freed = free_lone_headings(aligner, [group], both, source, target)
    assert len(freed) == parts
    assert parts == 1 or [(run.source, run.target) for part in freed for run in part] == [
        ((0, 0), (0, 1)),
        ((0, 1), (1, 2)),
    ]


ARTICLES = (
    (
        "Should the Security Council consider that measures provided for in Article 41 would be"
        " inadequate, it may take such action by air, sea, or land forces as may be necessary.",
    ),
    ("第42条", "安全理事会如认第四十一条所规定之办法为不足，得采取必要之空海陆军行动。"),
)


@pytest.mark.parametrize("numbered", [False, True], ids=["no number", "a number"])
def test_a_label_on_its_own_line_is_freed_unless_the_other_side_is_numbered(numbered: bool) -> None:
    aligner, source, target = glued(False, ARTICLES, ("en", "zh-CN"))
    if numbered:
        source.breaks.numbers[0] = 42
    texts = ARTICLES[0], ("", ARTICLES[1][1])
    freed = free_lone_headings(aligner, [[Run((0, 1), (0, 2), 0.8)]], texts, source, target)
    assert [(run.source, run.target) for part in freed for run in part] == (
        [((0, 1), (0, 2))] if numbered else [((0, 0), (0, 1)), ((0, 1), (1, 2))]
    )
