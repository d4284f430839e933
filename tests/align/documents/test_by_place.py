"""What is believed of two short lines that only their place speaks for has a limit."""

import pytest

from align.documents.aligning import align_documents
from align.documents.by_place import BY_PLACE
from tests.align.damage import Remembering, document

ENCODER = Remembering()
AROUND = [
    ("港口边的灯塔建于一八九二年。", "The lighthouse in the harbour was built in 1892."),
    ("守塔人每天晚上都点亮油灯。", "Every evening the keeper lit the oil lamp."),
    ("渔民们靠它的光找到回家的路。", "The fishermen found their way home by its light."),
    ("后来那盏油灯换成了一盏电灯。", "Later the oil lamp was replaced by an electric one."),
    ("如今塔里住着一家海鸥。", "Today a family of seagulls lives in the tower."),
    ("夏天孩子们爬上去看海。", "In summer the children climb it to look at the sea."),
]


def score(source: str, target: str) -> float:
    """The score of a pair of lines that stand at the same place; 0 if they are not paired."""
    rows = [*AROUND[:3], (source, target), *AROUND[3:]]
    one, other = (
        document([row[side] for row in rows], language, numbers=False)
        for side, language in enumerate(("zh-CN", "en"))
    )
    pairs = align_documents(one, other, ENCODER).pairs
    return max((pair.score for pair in pairs if pair.source == pair.target == (3,)), default=0)


@pytest.mark.parametrize(
    ("source", "target"),
    [("图略", "Draft"), ("图略", "Item"), ("说明", "See reverse"), ("目录", "Page 3")],
)
def test_short_lines_with_nothing_in_common_are_not_sure(source: str, target: str) -> None:
    assert score(source, target) <= BY_PLACE + 1e-9


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("目录", "Contents"),
        ("仓库", "Warehouse"),
        ("编号", "Number"),
        ("第3页", "p. 3"),
        ("职权", "Powers"),
        ("海鸥住进塔里，孩子高兴极了。", "The seagulls moved in, much to the joy of the children."),
    ],
)
def test_what_the_encoder_the_dictionary_or_a_figure_speaks_for_is(
    source: str, target: str
) -> None:
    assert score(source, target) > 0.9


def test_the_lines_around_keep_their_scores() -> None:
    rows = [*AROUND[:3], ("图略", "Item"), *AROUND[3:]]
    one, other = (
        document([row[side] for row in rows], language, numbers=False)
        for side, language in enumerate(("zh-CN", "en"))
    )
    found = {pair.source: pair.score for pair in align_documents(one, other, ENCODER).pairs}
    assert min(found[(k,)] for k in range(len(rows)) if k != 3) > 0.9
