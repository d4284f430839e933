"""Where clauses end in Chinese. A bar marks each place where one ends inside the text."""

import pytest

from corpora.segmentation import Level, split


@pytest.mark.parametrize(
    "marked",
    [
        "回顾其决议，|重申其承诺；|决定：|请各国、各组织合作。",
        "回顾其决议, |重申其承诺; |决定: |请各国合作.",
        "“你来吗？”|他问，|“快点。”",
        "他来了……|她走了——|没有人说话。",
        "联合国（简称联合国组织）|的宗旨",
        "预算为1,000万美元，|比例3：1，|12:30开会。",
        "见https://example.org/a,b:c;d!e，|然后继续。",
        "决定：|（一）审议报告；|（二）通过预算。",
        "1. 审议报告；|2. 通过预算。",
        "“唉，他走了，|真的！”",
        "好，他走了。|好。|她也走了。",
        "题为“小武器问题”的决议，|以及“行动纲领”和“文书”，|均获通过。",
        "他说“来了”，|就走了。",
        "生产国和（或）进口国的标识，|其他（另见附件）|不变。",
        "2007年12月7日，日内瓦。|2008年，|他走了。",
        "会议通过决定，|2000 年 12 月 4 日，委员会建议。",
    ],
)
def test_clauses_end_at_pauses_and_closing_marks(marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[start:end] for start, end in split(text, "zh-CN", Level.CLAUSE)]
    assert "|".join(found) == marked
