"""Damaged memories: what stands before the damage is given, --recover goes on behind it."""

import io
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tmx.reading.memories import RECOVER, memory, read, texts, unit_of
from tmx.errors import TmxError
from tmx.reading import parsing, read_tmx
from tmx.reading.options import DEFAULTS
from tmx.reading.parsing import Reader

FIRST, LAST = unit_of("甲") + "\n", "\n" + unit_of("丁")

DAMAGES = [
    ("a</b>", "Opening and ending tag mismatch"),
    ("a<b>", "Opening and ending tag mismatch"),
    ("a & b", "xmlParseEntityRef"),
    ("&nbsp;", "Entity 'nbsp' not defined"),
    ("a < b", "StartTag"),
    ('<ph x="1>', "attributes construct error|Unescaped '<'|AttValue"),
    ("<ph x='1' x='2'/>", "Attribute x redefined"),
    ("<!-- a", "Comment"),
    ("<![CDATA[ a", "CData section not finished"),
    ("<? a", "PI"),
    ("]]>", "Sequence"),
    ("</seg></tuv></tu></tu><tu><tuv><seg>", "ending tag mismatch"),
    ("<tu><tuv><seg>b", "ending tag mismatch|Premature end"),
    ("a</seg><seg>b", "a <tuv> with two <seg>"),
    ("<!DOCTYPE x>", "StartTag|not well-formed|Extra"),
]


@pytest.mark.parametrize(("damage", "reason"), DAMAGES)
def test_damage_costs_its_own_unit_and_no_other(damage: str, reason: str) -> None:
    data = memory(FIRST + unit_of("乙") + unit_of(damage) + unit_of("丙") + LAST)
    units, report = read(data)
    assert texts(units)[:2] == ["甲", "乙"]
    assert texts(units)[-2:] == ["丙", "丁"]
    assert report.damaged >= 1
    first = report.damages[0]
    assert first.line == 2
    assert 0 < first.lost < 200
    unit_at = data.index(unit_of(damage).encode()[:20], data.index("乙".encode()))
    assert unit_at <= first.byte <= unit_at + len(unit_of(damage).encode())
    assert report.lost == sum(item.lost for item in report.damages)


@pytest.mark.parametrize(("damage", "reason"), DAMAGES)
def test_without_recover_the_units_before_are_given_and_the_reason(
    damage: str, reason: str
) -> None:
    stream = io.BytesIO(memory(FIRST + unit_of("乙") + unit_of(damage) + unit_of("丙") + LAST))
    got = []
    with pytest.raises(
        TmxError, match=rf"^m\.tmx, line 2, byte \d+: .*({reason}).*; --recover goes on behind it$"
    ):
        got.extend(read_tmx(stream, "m.tmx")[1])
    assert texts(got)[:2] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("between", "lost"),
    [("</foo>", 6), ("<foo>", 13), ("words", 0), ("</tuv></tu>", 11), ("a & b", 5), ("<", 1)],
)
def test_damage_between_units_costs_no_unit(between: str, lost: int) -> None:
    units, report = read(memory(FIRST + between + unit_of("乙") + LAST))
    assert texts(units) == ["甲", "乙", "丁"]
    assert lost <= report.lost <= lost + 1  # the line break before it


def test_the_byte_of_damage_is_exact_in_any_encoding() -> None:
    text = memory(FIRST + unit_of("a\x01𠀀</b>") + LAST).decode()
    for encoding in ("utf-8", "utf-16-le", "gb18030"):
        declared = f'<?xml version="1.0" encoding="{encoding}"?>\n'
        data = (declared + text).encode(encoding)
        damage = read(data)[1].damages[0]
        assert damage.line == 3
        wanted = data.index("</b>".encode(encoding))
        assert wanted <= damage.byte <= wanted + len("</b>".encode(encoding))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_to_one_unit_leaves_all_others(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 6))
    place = data.draw(st.integers(0, count - 1))
    units = [unit_of(f"第{number}条<ph x='1'>b</ph>").encode() for number in range(count)]
    whole = units[place]
    start = data.draw(st.integers(4, len(whole) - 6))
    end = data.draw(st.integers(start, len(whole) - 6))
    units[place] = whole[:start] + data.draw(st.binary(max_size=5)) + whole[end:]
    wanted = [f"第{number}条" for number in range(count) if number != place]
    got = texts(read(memory("@").replace(b"@", b"".join(units)))[0])
    assert [text for text in got if text in wanted] == wanted


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([unit_of("甲"), unit_of("a</b>"), "<tu>", "</tu>", "<!--", "-->"])),
    st.integers(1, 200),
)
def test_the_size_of_blocks_makes_no_difference(parts: list[str], size: int) -> None:
    data = memory(unit_of("乙<!-- </tu> --><![CDATA[</tu>]]>") + "\n".join(parts))
    wanted = read(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, "_BLOCK", size)
        patch.setattr("tmx.reading.decoding._BLOCK", size)
        assert read(data) == wanted


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_file_that_ends_too_early_gives_all_whole_units(cut: int) -> None:
    data = memory(FIRST + LAST)[:-cut]
    units, report = read(data)
    assert texts(units) == (["甲", "丁"] if cut < 14 + 1 else ["甲"])
    assert report.damaged == 1
    assert "it ends too early" in report.damages[0].reason
    with pytest.raises(TmxError, match="it ends too early"):
        read(data, DEFAULTS)


@pytest.mark.parametrize(
    ("head", "srclang"),
    [
        (b'<tmx version="1.4"><header srclang="zh-CN" a & b/><body>', "zh-CN"),
        (b'<tmx version="1.4"><header srclang="zh-CN"><prop>a</body>', "zh-CN"),
        (b'<tmx version="1.4"><hea der srclang="zh-CN"><bo dy>', ""),
        (b"<tmx version='1.4><body>", ""),
    ],
)
def test_a_damaged_header_costs_no_unit(head: bytes, srclang: str) -> None:
    data = head + (FIRST + LAST + "</body></tmx>").encode()
    reader = Reader(io.BytesIO(data).read, "m.tmx", RECOVER)
    assert texts(list(reader.units())) == ["甲", "丁"]
    assert reader.header.srclang == srclang
    assert reader.report.damaged >= 1
    with pytest.raises(TmxError, match="--recover goes on behind it"):
        read(data, DEFAULTS)


def test_what_is_skipped_is_told_place_by_place_and_in_all(
    caplog: pytest.LogCaptureFixture,
) -> None:
    body = "".join(unit_of("甲") + "\n" + unit_of("a</b>") + "\n" for _ in range(30))
    with caplog.at_level(logging.WARNING):
        units, report = read(memory(body))
        report.tell("m.tmx")
    assert (len(units), report.damaged, len(report.damages)) == (30, 30, 30)
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 21
    assert lines[0].startswith("m.tmx, line 2, byte ")
    assert lines[-1] == f"m.tmx: damaged places skipped: 30, {report.lost} bytes in all"


def test_units_inside_further_elements_are_read() -> None:
    body = f'<group a="1">{FIRST}<x/></group><v:g xmlns:v="urn:v">{LAST}</v:g>' * 300
    for block in (50, 1 << 15):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parsing, "_BLOCK", block)
            units, report = read(memory(body), DEFAULTS)
        assert texts(units) == ["甲", "丁"] * 300
        assert report.damaged == 0


@pytest.mark.parametrize("prefix", ["", "t:"])
def test_a_memory_in_a_namespace_is_read_and_recovered(prefix: str) -> None:
    name = "xmlns:t" if prefix else "xmlns"
    text = (
        f'<{prefix}tmx {name}="urn:t" version="1.4"><{prefix}header srclang="zh"/><{prefix}body>'
        + "".join(
            f'<{prefix}tu><{prefix}tuv xml:lang="zh"><{prefix}seg>{word}</{prefix}seg>'
            f"</{prefix}tuv></{prefix}tu>"
            for word in ("甲", "a</b>", "丁")
        )
        + f"</{prefix}body></{prefix}tmx>"
    )
    units, report = read(text.encode())
    assert (texts(units), report.damaged) == (["甲", "丁"], 1)


def test_no_unit_is_given_twice_or_lost_where_a_later_one_cant_be_held() -> None:
    other = '<tu xmlns="urn:v"/>'
    body = FIRST + other + unit_of("乙") + unit_of("a</seg><seg>b") + LAST
    units, report = read(memory(body))
    assert (texts(units), report.damaged) == (["甲", "乙", "丁"], 1)


@pytest.mark.parametrize("junk", ["junk", "<tu/>", "</tmx>", "\0\0<", "&"])
def test_what_stands_behind_the_end_is_damage_that_costs_no_unit(junk: str) -> None:
    units, report = read(memory(FIRST + LAST) + junk.encode())
    assert (texts(units), report.damaged) == (["甲", "丁"], 1)
    assert "too early" not in report.damages[0].reason


def test_the_line_of_every_unit_is_known() -> None:
    body = "\n".join([unit_of("a"), "<!--\n-->" + unit_of("b\nb"), unit_of("c</x>"), unit_of("d")])
    reader = Reader(io.BytesIO(memory(body * 3000, "\n<?xml version='1.0'?>\n")).read, "m", RECOVER)
    places = [(unit.variants[0].segment.text, reader.line) for unit in reader.units()]
    assert places[:4] == [("a", 3), ("b\nb", 5), ("d", 8), ("a", 8)]
    assert places[-1] == ("d", 3 + 5 * 3000)


@pytest.mark.parametrize("ending", ["</tu >", "</tu\n\t>"])
def test_white_space_in_end_tags_is_no_damage(ending: str) -> None:
    body = (unit_of("甲") * 4000).replace("</tu>", ending)
    assert texts(read(memory(body), DEFAULTS)[0]) == ["甲"] * 4000


def test_empty_units_and_a_body_that_is_missing() -> None:
    assert len(read(memory("<tu/>" * 20_000), DEFAULTS)[0]) == 20_000
    assert read(b"<tmx><header/></tmx>", DEFAULTS)[0] == []
    assert read(b"<tmx><header/><body/></tmx>", DEFAULTS)[0] == []
    data = f"<tmx><header/>{unit_of('甲')}</tmx>".encode()
    assert texts(read(data, DEFAULTS)[0]) == ["甲"]
