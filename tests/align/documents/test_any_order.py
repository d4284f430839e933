"""Paragraphs in any order, cut anyhow on either side: each stands in just one pair, whole."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from align.documents.aligning import align_documents
from align.encoders import UseMultilingual
from align.integrity import find_faults
from tests.align.damage import Remembering, document

ENCODER = Remembering()
SPEECH = [
    ("今天早上我走进这个礼堂的时候，下着大雨。", "It was pouring when I came in this morning."),
    ("看门的师傅问我是不是来看孩子毕业的。", "The porter asked if I had come to see my child."),
    ("我说，是的，我有一千二百个孩子。", "Yes, I said, I have twelve hundred of them."),
    ("四年前，你们从全国各地来到这里。", "Four years ago you came from all over the country."),
    ("有的人坐了三十个小时的火车。", "Some of you had spent thirty hours on a train."),
    ("有的人第一次看见海。", "Some saw the sea for the first time."),
    ("我不想给你们讲大道理。", "I do not want to preach to you."),
    ("我只想讲三个小故事。", "I only want to tell you three little stories."),
    ("第一个故事是关于一把雨伞的。", "The first story is about an umbrella."),
    ("第二个故事是关于一次失败的。", "The second story is about a failure."),
    ("请你们保持好奇，保持善良。", "Stay curious, and stay kind."),
    ("请常常给父母打电话。", "And ring your parents often."),
]
CONTRACT = [
    ("第一条", "Article 1"),
    ("甲方委托乙方开发软件。", "Party A commissions Party B to develop software."),
    ("第二条", "Article 2"),
    ("合同期限为三年。", "The term of the contract is three years."),
    ("第三条", "Article 3"),
    ("甲方应在三十日内付款。", "Party A shall pay within thirty days."),
    ("甲方（盖章）：", "Party A (seal):"),
    ("电话：0571-8688 2211", "Tel.: 0571-8688 2211"),
    ("日期：2026年5月1日", "Date: 1 May 2026"),
    ("乙方（盖章）：", "Party B (seal):"),
    ("电话：0571-8688 4433", "Tel.: 0571-8688 4433"),
    ("日期：2026年5月6日", "Date: 6 May 2026"),
]
SENTENCES = range(len(SPEECH))
ORDERS = st.permutations(SENTENCES) | st.integers(1, 11).map(lambda k: [*SENTENCES[k:], *range(k)])
CUTS = st.sets(st.sampled_from(SENTENCES[1:]))


def paragraphs(sentences: Sequence[str], cuts: set[int], joint: str) -> list[str]:
    return [
        joint.join(sentences[slice(*ends)]) for ends in pairwise([0, *sorted(cuts), len(sentences)])
    ]


@settings(max_examples=150, deadline=None)
@example(SPEECH, [0, 1, 4, 2, 5, 3, 7, 6, 8, 9, 10, 11], {1, 2, 3, 4}, set())
@example(CONTRACT, [7, 4, 0, 3, 1, 9, 6, 8, 2, 5, 10, 11], {3, 7}, {1, 2, 3, 4, 5, 6, 7, 8})
@example(CONTRACT, [0, 8, 6, 9, 1, 3, 7, 10, 11, 5, 2, 4], {5}, {1, 5, 7, 10})
@given(st.sampled_from([SPEECH, CONTRACT]), ORDERS, CUTS, CUTS)
def test_each_paragraph_stands_in_just_one_pair(
    text: list[tuple[str, str]], order: list[int], source_cuts: set[int], target_cuts: set[int]
) -> None:
    chinese = paragraphs([chinese for chinese, _ in text], source_cuts, "")
    english = paragraphs([text[k][1] for k in order], target_cuts, " ")
    alignment = align_documents(document(chinese, "zh-CN"), document(english, "en"), ENCODER)
    assert list(find_faults(alignment)) == []
    for which, texts in (("source", chinese), ("target", english)):
        paired = sorted(k for pair in alignment.pairs for k in getattr(pair, which))
        assert paired == list(range(len(texts)))


@pytest.mark.parametrize("texts", [[], ["大会"], [chinese for chinese, _ in SPEECH]])
def test_what_stands_on_one_side_only_finds_no_partner(texts: list[str]) -> None:
    for alignment in (
        align_documents(document(texts, "zh-CN"), document([], "en"), UseMultilingual()),
        align_documents(document([], "en"), document(texts, "zh-CN"), UseMultilingual()),
    ):
        assert list(find_faults(alignment)) == []
        assert sum(pair.one_sided for pair in alignment.pairs) == len(texts)
