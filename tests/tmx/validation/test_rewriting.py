"""Mending: what is done safely, what is left, and that nothing else changes."""

import io
from datetime import UTC, datetime
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.tmx.strategies import UNITS
from tests.tmx.validation.memories import ALSO, CASES, GOOD, Broken
from tmx.errors import TmxError
from tmx.reading import read_tmx
from tmx.units import Header, Unit
from tmx.validation import RULES, Finding, Maker, Rewriting, Severity, Validation
from tmx.writer import write_tmx

MAKER = Maker("a.tmx", "0.2", datetime(2020, 1, 2, tzinfo=UTC))
FATAL = {"xml-damaged", "xml-entity", "too-large", "no-tmx"}
with resources.files("tmx.validation").joinpath("tmx14.dtd").open("rb") as stream:
    DTD = etree.DTD(stream)


def mend(data: bytes, *, drop: bool = False) -> tuple[bytes, list[Finding], Rewriting]:
    seen = Validation(io.BytesIO(data).read)
    for _ in seen:
        pass
    output = io.BytesIO()
    rewriting = Rewriting(io.BytesIO(data).read, output, seen=seen.checker, maker=MAKER, drop=drop)
    findings = list(rewriting)
    return output.getvalue(), findings, rewriting


def broken(old: str, new: str) -> bytes:
    assert old in GOOD
    return GOOD.replace(old, new).encode()


def rules(data: bytes) -> set[str]:
    return {finding.rule.id for finding in Validation(io.BytesIO(data).read)}


def words(data: bytes) -> list[list[str]]:
    _, units = read_tmx(io.BytesIO(data))
    return [[variant.segment.text for variant in unit.variants] for unit in units]


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if RULES[case.rule].mended and "srclang" not in case.old],
    ids=lambda case: case.rule,
)
def test_what_can_be_mended_is_mended_and_counted(case: Broken) -> None:
    before = list(Validation(io.BytesIO(case.memory()).read))
    data, findings, rewriting = mend(case.memory())
    assert findings == []
    assert rewriting.mended == {case.rule: len(before)}
    assert rules(data) == set()
    assert DTD.validate(etree.parse(io.BytesIO(data)))
    assert words(data) == words(GOOD.encode())


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if not RULES[case.rule].mended and case.rule not in FATAL],
    ids=lambda case: case.rule,
)
def test_what_cant_be_mended_is_left_and_told(case: Broken) -> None:
    data, findings, rewriting = mend(case.memory())
    assert {finding.rule.id for finding in findings} == {case.rule, *ALSO.get(case.rule, ())}
    assert (findings[0].line, findings[0].unit) == (case.line, case.unit)
    assert rewriting.mended == {}
    if case.rule == "xml-encoding":
        assert "read\ufffdagain" in data.decode()
    else:
        assert case.rule in rules(data)


@pytest.mark.parametrize("rule", sorted(FATAL))
def test_what_cant_be_read_is_refused(rule: str) -> None:
    case = next(case for case in CASES if case.rule == rule)
    with pytest.raises(TmxError, match=f"^line {case.line}: .*; correct this place first"):
        mend(case.memory())


def test_a_good_memory_keeps_all_but_its_tool() -> None:
    data, findings, rewriting = mend(GOOD.encode())
    assert (findings, rewriting.mended, rewriting.written) == ([], {}, 2)
    header, units = read_tmx(io.BytesIO(data))
    assert list(units) == list(read_tmx(io.BytesIO(GOOD.encode()))[1])
    assert (header.creationtool, header.creationtoolversion) == ("duiqi", "0.2")
    assert [item.value for item in header.annotations[1:]] == ["a.tmx (duiqi 0.1)"]  # type: ignore[union-attr]
    assert header.changedate == MAKER.date


def test_mending_twice_changes_nothing_more() -> None:
    once, _, _ = mend(broken('tuid="one"', 'tuid="one" vendor="1"'))
    twice, findings, rewriting = mend(once)
    assert (findings, rewriting.mended) == ([], {})
    assert twice.count(b"<prop") == once.count(b"<prop") + 1  # what it was made from


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ('tuid="one"', 'tuid="one" vendor="1"', '<prop type="x-vendor">1</prop>'),
        ('tuid="one"', 'tuid="one" xml:space="a"', '<prop type="x-xml-space">a</prop>'),
        ('type="x-score"', 'type="my score"', '<prop type="x-my-score">0.93</prop>'),
        ('segtype="sentence"', 'segtype="block"', '<prop type="x-segtype">block</prop>'),
        ("20121203T000000Z>", "2012-12-03T08:00:00+08:00>", 'changedate="20121203T000000Z"'),
        ("<note>", '<note lang="en_gb">', '<note xml:lang="en-GB">'),
        ("read again", "a\x0bb", "<note>a\nb</note>"),
        ("大会，", "大\x0b会，", "<seg>大会，</seg>"),
        ("read again", "a\ufdd0\ufdefb\x01", "<note>a\ufdd0\ufdefb</note>"),
        ("read again", "a&#xFDD0;b&amp;\r", "<note>a\ufdd0b&amp;\n</note>"),
    ],
)
def test_how_it_is_mended(old: str, new: str, written: str) -> None:
    data = GOOD.replace('"20121203T000000Z">', '"20121203T000000Z>').replace(old, new)
    data = data.replace("Z>", 'Z">').replace("+08:00>", '+08:00">')
    assert written in mend(data.encode())[0].decode()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2012-12-03T00:00:00Z", "20121203T000000Z"),
        ("2012-12-03 00:00:00 UTC", "20121203T000000Z"),
        ("2012-12-03T08:00:00.5+08:00", "20121203T000000Z"),
        ("20121203T000000", "20121203T000000Z"),
        ("2012-12-03", "20121203T000000Z"),
        (" 20121203T000000Z", "20121203T000000Z"),
        ("03.12.2012", None),
        ("20121303T000000Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_that_are_clear_are_put_in_form(text: str, date: str | None) -> None:
    data, findings, _ = mend(
        broken('<tu changedate="20121203T000000Z"', f'<tu changedate="{text}"')
    )
    assert [finding.rule.id for finding in findings] == ([] if date else ["date-form"])
    assert f'<tu changedate="{date or text}"' in data.decode()


@pytest.mark.parametrize(
    ("old", "new", "source"),
    [
        ('srclang="zh-CN"', 'srclang="*all*"', "zh-CN"),
        (' srclang="zh-CN"', "", "zh-CN"),
        ('srclang="zh-CN"', 'srclang="zh_cn"', "zh-CN"),
        ('srclang="zh-CN"', 'srclang="zh"', "zh-CN"),
        ('srclang="zh-CN"', 'srclang="fr"', "fr"),
    ],
)
def test_the_source_language_is_set_where_it_is_clear(old: str, new: str, source: str) -> None:
    data, findings, _ = mend(broken(old, new))
    assert read_tmx(io.BytesIO(data))[0].srclang == source
    assert {finding.rule.id for finding in findings} == (
        {"source-missing"} if source == "fr" else set()
    )


def test_the_source_language_is_left_open_where_units_begin_with_several() -> None:
    data = GOOD.replace('srclang="zh-CN"', 'srclang="*all*"').replace(
        'xml:lang="zh-CN"><seg>大', 'xml:lang="fr"><seg>大'
    )
    mended, findings, _ = mend(data.encode())
    assert read_tmx(io.BytesIO(mended))[0].srclang == "*all*"
    assert [finding.rule.id for finding in findings] == ["srclang-all"]


def test_units_with_errors_are_dropped_only_when_asked() -> None:
    data = broken("大会，", " ")
    kept, findings, rewriting = mend(data)
    assert (len(findings), rewriting.written, rewriting.dropped) == (1, 2, 0)
    left, findings, rewriting = mend(data, drop=True)
    assert (len(findings), rewriting.written, rewriting.dropped) == (0, 1, 1)
    assert rewriting.mended == {}
    assert (kept.count(b"<tu "), left.count(b"<tu ")) == (2, 1)


def test_one_language_in_two_attributes_is_left_where_they_differ() -> None:
    data, findings, _ = mend(broken('<tuv xml:lang="en"', '<tuv lang="fr" xml:lang="en"'))
    assert {finding.rule.id for finding in findings} == {"lang-attribute"}
    assert data.decode().count('lang="fr"') == 2


@settings(max_examples=40, deadline=None)
@given(st.lists(UNITS, min_size=1, max_size=3))
def test_any_memory_comes_out_as_one_that_says_the_same(units: list[Unit]) -> None:
    written = io.BytesIO()
    write_tmx(written, Header("zh-CN", "a", "1"), units, exact=True)
    data, findings, _ = mend(written.getvalue())
    after = list(Validation(io.BytesIO(data).read))
    assert sorted(item.rule.id for item in findings) == sorted(item.rule.id for item in after)
    compact = "".join(part for pair in words(data) for text in pair for part in text.split())
    original = "".join(
        part for pair in words(written.getvalue()) for text in pair for part in text.split()
    )
    assert compact == original
    if not any(item.rule.severity is Severity.ERROR for item in findings):
        assert DTD.validate(etree.parse(io.BytesIO(data)))


PIECES = [
    *(b"&#0;", b"\xef\xb7\x90", b"\x0b", b"\xff", b"<!-- -->", b"<![CDATA[&]]>", b"<?x ?>", b" "),
    *(b"<header/>", b"<a:b/>", b'<ept i="1"/>', b"<tu/>", b"<tuv/>", b"<seg/>", b"<prop/>", b"a"),
    *(b' lang="a_b"', b' x=""', b' srclang="x"', b' creationdate="2012"', b"</tu>", b"&x;", b"\n"),
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD.encode())), st.sampled_from(PIECES)), max_size=4))
def test_whatever_stands_in_a_file_it_is_mended_or_refused(
    insertions: list[tuple[int, bytes]],
) -> None:
    data = GOOD.encode()
    for place, piece in insertions:
        data = data[:place] + piece + data[place:]
    try:
        new, findings, _ = mend(data)
    except TmxError as error:
        assert "correct this place first" in str(error)
        return
    left = sorted(item.rule.id for item in findings if item.rule.id != "xml-encoding")
    assert sorted(item.rule.id for item in Validation(io.BytesIO(new).read)) == left
