"""Where sentences end in Chinese. A bar marks each place where one ends inside the text."""

import pytest

from corpora.segmentation import Level, split

CASES = {
    "closing marks belong to the sentence before": [
        "我说：“好。”|他走了。",
        "他說：「好。」|她走了。",
        "他說：『好。』|她走了。",
        "我说：「他讲『好！』。」|她走了。",
        "（这是真的！）|她走了。",
        "“快走……”|外面下起了雨。",
        "“好。 ”|外面下起了雨。",
    ],
    "the mark that ends emphasis belongs to the sentence before": [
        "**为什么变少了？**|因为有重复。",
        "**为什么变少了？**",
        "*好。*|他走了。",
        "见5 * 3。|又见3 * 4。|好。",
    ],
    "marks in a row are one end": [
        "真的？！|是的！！！|好。。。|走。",
        "是吗？……|不是。",
    ],
    "an ellipsis ends nothing by itself": ["我……我不知道。|你呢？", "他说...不行。", "这…怎么办？"],
    "pauses end no sentence": [
        "回顾其决议；重申其承诺；决定如下：一、二。",
        "回顾其决议; 重申其承诺, 决定如下: 好",
        "铭记《宪章》的宗旨，",
    ],
    "a wide space ends a numbered heading in the line of its text": [
        "8. 期限　|本协议有效期三年，自动续展一年。|通知应提前六十日发出。",
        "第三条　不可抗力　　|任何一方均不承担责任。",
        "三、费用和税款　|费用由乙方在三十日内支付。",
        "8. 期限\t|本协议有效期三年，自动续展一年。",
        "（二）期限  |本协议有效期三年，自动续展一年。",
    ],
    "a wide space elsewhere ends nothing": [
        "第三条　任何一方均不承担责任。",
        "8. 本协议有效期三年，　自动续展一年。",
        "8. 张三　李四　王五对此均没有异议。",
        "8. 期限　本协议有效期三年",
        "周朴园　你来这里干什么？|鲁侍萍　不是我要来的。",
        "1. 期限　三年。",
        "1. 期限 本协议有效期三年，自动续展一年。",
        "8.\t本协议有效期三年，自动续展一年。",
    ],
    "list numbers are no sentences": [
        "1. 大会决定；2. 请秘书长提出报告；3. 决定继续审议。",
        "12. 请各国合作。",
        "61/7. 粮食贸易",
        "１．请各国合作。",
        "一. 请各国合作。",
        "第五节． 资源的使用",
        "a. 请各国合作；b. 请各国报告。",
    ],
    "a full stop inside numbers, symbols and names ends nothing": [
        "增长了3.5%，约１．５倍。",
        "文件A/67/L.35号和A/67/L.35/Rev.1号。",
        "见 No. 5 和 para. 24 的说明。",
        "由 U.S. 政府和 Mr. 王提出。",
        "作者J. R. R. Tolkien的书。",
        "版本2.0.1在setup.exe里，写信给a.b@example.org。",
        "见www.example.org/a?b=大会、https://example.org/?q=1。",
        "乔治．华盛顿是总统。",
    ],
    "an ASCII full stop after a Han character ends a sentence": [
        "大会通过了决议.|他走了.",
        "大会通过了决议. |他走了.",
        '他说"好."|她走了。',
        "载于文件A/67/L.35. |大会通过了决议",
        "我喜欢Python. |他也喜欢。",
    ],
    "other full stops": ["方法有效．|所以采用．", "大会通过｡|他走了｡"],
    "ASCII marks": ["你好吗?|好!|走吧", "他写了a?b和x!=y"],
    "speech and who speaks are one sentence": [
        "“走吧！”他说。|她没动。",
        "「走吧！」她對我說。|他沒動。",
        '"走吧!"他说。|她没动。',
        "“你来吗？”他问，“快点。”",
        "“你是谁？”老人大声问道。|没人回答。",
        "“不行。”小王低声回答。",
    ],
    "a new sentence after speech is one of its own": [
        "“走吧！”|门开了。",
        "“走吧！”|老人说：“好。”|她笑了。",
        "老人说：“我不走了。”|我不知道该怎么回答，就给他倒了一杯茶。",
        "他问：「你去嗎？」|我沒有回答。",
        "“再见。”|她放下了小说。",
        "“走吧！”|“好。”",
    ],
    "sentences inside speech": ["他说：“走吧！|我们回家。”|她笑了。"],
    "a dash ends a sentence only before a closing mark": [
        "他来了——带着雨伞。",
        "“可是我——”|门开了。",
        "“可是我——”他说。",
    ],
    "what is a part of its sentence does not end it": [
        "听到“着火了！”的喊声，他跑了。",
        "他（真的！）走了。|（真的！）|她也走了。",
        "《谁之罪？》出版了。|《好！》是书名。",
        "一声“救命！救命！”惊醒了他。",
    ],
}


@pytest.mark.parametrize(
    "marked", [pytest.param(case, id=f"{why}: {case}") for why in CASES for case in CASES[why]]
)
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[start:end] for start, end in split(text, "zh-CN", Level.SENTENCE)]
    assert "|".join(found) == marked
