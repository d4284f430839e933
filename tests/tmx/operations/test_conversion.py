"""Chinese is written in the other script, where that is asked for."""

import sys
from dataclasses import replace

import pytest

from tests.tmx.operations.memories import HEADER
from tmx.errors import TmxError
from tmx.operations.conversion import Conversion, convert
from tmx.operations.stale_scores import CHECKSUM, checksum, without_stale_scores
from tmx.units import Property, Segment, Tag, Unit, Variant

SEGMENT = Segment(
    (
        "联合国",
        Tag("hi", ("大会",), type="bold"),
        Tag("ph", ("<国/>", Tag("sub", ("注释",)))),
    )
)
UNIT = Unit((Variant("zh-CN", SEGMENT), Variant("en", Segment.of("国 Assembly"))), srclang="zh-CN")


def test_words_are_converted_and_code_is_not() -> None:
    header, units = convert(HEADER, [UNIT], Conversion.S2TW)
    (unit,) = units
    assert header == replace(HEADER, srclang="zh-TW")
    assert unit.srclang == "zh-TW"
    assert unit.variants[0] == Variant(
        "zh-TW",
        Segment(
            (
                "聯合國",
                Tag("hi", ("大會",), type="bold"),
                Tag("ph", ("<国/>", Tag("sub", ("註釋",)))),
            )
        ),
        annotations=(Property("x-converted", "OpenCC s2tw"),),
    )
    assert unit.variants[1] == UNIT.variants[1]


def test_what_stays_the_same_is_not_called_converted() -> None:
    plain = Unit.pair(("en", "a"), ("zh-TW", "大中"))
    _, units = convert(replace(HEADER, srclang="en"), [plain], Conversion.TW2S)
    assert list(units) == [Unit.pair(("en", "a"), ("zh-CN", "大中"))]


def test_scores_stay_unless_they_were_of_other_texts_before() -> None:
    score, kind = Property("x-score", "0.9"), Property("x-kind", "body")
    for texts, kept in ((("汉语", "Chinese"), True), (("汉语", "French"), False)):
        told = Property(CHECKSUM, checksum("汉语", "Chinese"))
        sides = (("zh-CN", texts[0]), ("en", texts[1]))
        unit = Unit.pair(*sides, annotations=(score, told, kind))
        (converted,) = convert(HEADER, [unit], Conversion.S2T)[1]
        assert converted.variants[0].segment.text == "漢語"
        assert [getattr(it, "type", "") for it in converted.annotations] == [
            "x-score",
            CHECKSUM,
            "x-kind",
        ]
        assert (without_stale_scores(converted).value("x-score") is not None) is kept


@pytest.mark.parametrize("conversion", Conversion)
def test_every_conversion_is_there(conversion: Conversion) -> None:
    text = "汉语" if conversion.value.startswith("s") else "漢語"
    _, units = convert(HEADER, [Unit.pair(("zh", text), ("en", ""))], conversion)
    (unit,) = units
    assert unit.variants[0].segment.text == {"汉语": "漢語", "漢語": "汉语"}[text]
    tag = unit.variants[0].language
    assert tag == {"s": "zh-CN", "h": "zh-HK", "t": "zh-TW"}[conversion.value.split("2")[1][0]]


def test_without_opencc_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    with pytest.raises(TmxError, match=r"pip install 'duiqi\[opencc\]'"):
        convert(HEADER, [], Conversion.S2T)
