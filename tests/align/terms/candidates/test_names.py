"""What typography marks as names, titles and short forms."""

from __future__ import annotations

import pytest

from align.terms.candidates.names import Mark, marked_spans

CASES = [
    ("zh", "执行《行动纲领》的工作", Mark.TITLE, ["行动纲领"]),
    ("zh-CN", "题为“全面彻底裁军”的项目", Mark.QUOTED, ["全面彻底裁军"]),
    (
        "zh",
        "《使各国能够识别和追查非法小武器的国际文书》(《国际追查文书》)",
        Mark.SHORT,
        ["国际追查文书"],
    ),
    ("zh", "世界卫生组织(WHO)", Mark.SHORT, ["WHO"]),
    ("zh", "世界卫生组织（下称“世卫组织”）", Mark.SHORT, ["世卫组织"]),
    ("zh", "审查大会(见上文)", Mark.SHORT, []),
    ("en", "entitled “General disarmament” today", Mark.QUOTED, ["General disarmament"]),
    ("en", "the World Health Organization (WHO)", Mark.SHORT, ["WHO"]),
    (
        "en",
        "adopted the Long Instrument on Arms (the International Tracing Instrument),",
        Mark.SHORT,
        ["International Tracing Instrument"],
    ),
    (
        "en",
        "of the Programme of Action to Prevent, Combat and Eradicate Trade in Arms adopted",
        Mark.NAME,
        ["Programme of Action to Prevent, Combat and Eradicate Trade in Arms"],
    ),
    ("en", "Recalling the resolution", Mark.NAME, []),
    ("en", "It met. However the plan failed", Mark.NAME, []),
    ("en", "Chapter IX: Ratification and Signature", Mark.NAME, ["Chapter IX", "IX"]),
    ("en", "Ratification and Signature", Mark.NAME, ["Ratification and Signature", "Signature"]),
    ("de", "das Haus der Kinder", Mark.NAME, []),
]


@pytest.mark.parametrize(("language", "text", "mark", "expected"), CASES)
def test_marked_spans(language: str, text: str, mark: Mark, expected: list[str]) -> None:
    spans = marked_spans(text, language)
    assert [text[start:end] for start, end, found in spans if found == mark] == expected


def test_a_name_at_the_beginning_of_a_sentence_is_given_with_and_without_its_first_word() -> None:
    text = "Recalling United Nations resolutions"
    names = [text[start:end] for start, end, _ in marked_spans(text, "en")]
    assert names == ["Recalling United Nations", "United Nations"]
