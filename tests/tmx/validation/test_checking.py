"""Every rule is proved by a memory that breaks it, and a good memory breaks none."""

import io
import time
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tmx.strategies import SAFE_UNITS, UNITS
from tests.tmx.validation.memories import ALSO, CASES, GOOD, Broken
from tmx.errors import TmxError
from tmx.units import Header, Unit
from tmx.validation import RULES, TOOLS, Finding, Validation
from tmx.validation.findings import EVERY
from tmx.writer import write_tmx


def found(data: bytes, tools: Iterable[str] = tuple(TOOLS)) -> list[Finding]:
    return list(Validation(io.BytesIO(data).read, tuple(tools)))


def rules(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule.id for finding in findings]


@pytest.mark.parametrize("tool", TOOLS)
def test_a_good_memory_is_silent(tool: str) -> None:
    assert found(GOOD.encode(), [tool]) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_memory_that_breaks_one_rule_is_found_to_break_that_rule_only(case: Broken) -> None:
    findings = found(case.memory())
    assert {*rules(findings)} == {case.rule, *ALSO.get(case.rule, ())}
    assert (findings[0].line, findings[0].unit) == (case.line, case.unit)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
@pytest.mark.parametrize("tool", TOOLS)
def test_a_rule_counts_for_the_tools_that_it_concerns(case: Broken, tool: str) -> None:
    concerns = {EVERY, tool} & RULES[case.rule].why.keys()
    assert (case.rule in rules(found(case.memory(), [tool]))) == bool(concerns)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \n", "the file is empty"),
        (GOOD.encode()[: GOOD.encode().index(b"<note>")], "it ends within <tmx><body><tu>"),
    ],
)
def test_a_file_that_ends_too_early_is_said_to(data: bytes, what: str) -> None:
    (*_, finding) = found(data)
    assert (finding.rule.id, finding.what) == ("xml-damaged", what)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_plain_text_is_said_to_be_no_tmx(encoding: str) -> None:
    (finding,) = found("第一条 hello\n".encode(encoding))
    assert (finding.rule.id, finding.what) == ("no-tmx", "it is no XML")


def test_lang_is_right_in_tmx_1_1() -> None:
    old = GOOD.replace("xml:lang", "lang").replace('tmx version="1.4"', 'tmx version="{}"')
    assert rules(found(old.format("1.1").encode())) == ["version-older"]
    assert set(rules(found(old.format("1.2").encode()))) == {"version-older", "lang-attribute"}


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} == RULES.keys()


def test_every_rule_says_what_happens_and_what_to_do() -> None:
    for rule in RULES.values():
        assert rule.why.keys() <= {EVERY, *TOOLS}
        assert rule.mend
        assert rule.reason()


def test_the_reason_names_the_tools_that_are_asked_for() -> None:
    rule = RULES["source-tag"]
    assert rule.reason(["wordfast"]) == (
        "Wordfast Classic: this unit would be missing after the import"
    )
    assert "Trados: this unit would be missing after the import" in rule.reason()


def test_what_stands_before_damage_is_looked_at() -> None:
    data = GOOD.replace("大会，", "").replace("</body>", "</tu></body>").encode()
    validation = Validation(io.BytesIO(data).read)
    assert rules(validation) == ["segment-empty", "xml-damaged"]
    assert validation.checker.units == 2
    assert validation.damage is not None
    assert validation.damage.line == 18


@pytest.mark.parametrize("data", [b"", b" ", b"\xef\xbb\xbf", b"<tmx", b"\0" * 100])
def test_a_file_that_is_none_is_damaged_or_no_tmx(data: bytes) -> None:
    assert rules(found(data))[-1] == ("no-tmx" if b"\0" in data else "xml-damaged")


@pytest.mark.parametrize("encoding", ["UTF-7x", "rot13", "base64", "undefined"])
def test_an_encoding_that_is_none_is_a_finding(encoding: str) -> None:
    (finding,) = found(GOOD.replace("UTF-8", encoding).encode())
    assert finding.what == f"the encoding {encoding!r} is none that is known"


def test_lines_are_exact_in_long_files_and_in_long_start_tags() -> None:
    unit = GOOD[GOOD.index('<tu tuid="one"') : GOOD.index("<tu changedate")]
    bad = unit.replace("<tu ", "<tu\n\n").replace("大会，", "")
    data = GOOD.replace(unit, unit * 10_000 + bad).encode()
    (finding,) = found(data)
    assert finding.line == 7 + 10_000 * 6 + 6
    assert finding.rule.id == "segment-empty"


def test_lines_are_counted_as_the_file_has_them() -> None:
    data = GOOD.replace("大会，", "").replace("\n", "\r\n").encode()
    assert [finding.line for finding in found(data)] == [11]


def test_units_are_looked_at_as_they_are_read() -> None:
    unit = GOOD[GOOD.index('<tu tuid="one"') : GOOD.index("<tu changedate")]
    data = GOOD.replace(unit, unit.replace("大会，", "") + unit * 10_000).encode()
    stream = io.BytesIO(data)
    next(iter(Validation(stream.read)))
    assert stream.tell() < len(data) / 10


def test_a_reference_that_is_cut_by_a_block_is_seen_whole() -> None:
    for shift in range(12):
        text = "x" * ((1 << 16) - len(GOOD[: GOOD.index("read again")].encode()) - shift)
        data = GOOD.replace("read again", f"{text}&#11;").encode()
        (finding,) = found(data)
        assert finding.what == "<note> holds U+000B"


@pytest.mark.parametrize(
    ("declaration", "what"),
    [
        ('<!ENTITY x "y">', "the entity x is declared"),
        ('<!ENTITY x SYSTEM "file:///etc/hostname">', "the entity x is declared"),
        ('<!ENTITY % x "y">', "the entity x is declared"),
        ('<!ATTLIST tu a CDATA "&x;">', "an entity that is none of XML's own"),
    ],
)
def test_no_entity_is_expanded(declaration: str, what: str) -> None:
    doctype = f"<!DOCTYPE tmx [{declaration}]>"
    data = GOOD.replace('<!DOCTYPE tmx SYSTEM "tmx14.dtd">', doctype)
    (finding,) = found(data.replace("大会，", "&x;").encode())
    assert finding.rule.id == "xml-entity"
    assert finding.what.startswith(what)


def test_a_unit_without_an_end_costs_no_more_than_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmx.validation.tree.MOST_BYTES", 1 << 18)
    head = GOOD[: GOOD.index("大会，")].encode()
    rest = [b"a" * (1 << 16)] * 100
    blocks = iter([head, *rest])
    (finding,) = Validation(lambda size: next(blocks))
    assert (finding.rule.id, finding.line) == ("too-large", 11)
    assert sum(1 for _ in blocks) > 90


def test_a_memory_without_header_or_body_is_told_of() -> None:
    whats = [finding.what for finding in found(b'<tmx version="1.4"></tmx>')]
    assert whats[1:] == ["<tmx> has no <header>", "<tmx> has no <body>"]


def test_how_many_units_have_a_language_is_known() -> None:
    validation = Validation(io.BytesIO(GOOD.encode()).read)
    assert list(validation) == []
    assert validation.checker.checks.having == {"zh-CN": 2, "en": 2}
    assert validation.checker.checks.first == {"zh-CN": 2}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(UNITS, SAFE_UNITS), max_size=3))
def test_what_the_writer_takes_for_safe_breaks_no_rule_of_any_tool(units: list[Unit]) -> None:
    written = io.BytesIO()
    try:
        write_tmx(written, Header("zh-CN", "duiqi", "1"), units)
    except TmxError:
        return
    assert found(written.getvalue()) == []


def test_a_message_is_one_line_of_bounded_length() -> None:
    name = "a&#10;" + "b" * 10_000
    data = GOOD.replace('tuid="one"', f'tuid="{name}" segtype="{name}" srclang="{name}"')
    for finding in found(data.encode()):
        assert finding.message.isprintable()
        assert len(finding.message) < 1000


@pytest.mark.parametrize(
    "unit",
    [
        "<tu>" + '<tuv xml:lang="en-{}"><seg>a</seg></tuv>' * 10_000 + "</tu>",
        "<tu><tuv xml:lang='en'><seg>" + '<bpt i="{}"/>' * 10_000 + "</seg></tuv></tu>",
        "<tu><tuv xml:lang='en'><seg>" + '<bpt i="1"/><ept i="1"/>' * 10_000 + "</seg></tuv></tu>",
        "<tu {}>" + '<prop type="x-{}">a</prop>' * 10_000 + "</tu>",
        '<tu xml:lang="en-{}"/>' * 10_000,
        "<tu><{}/>" + "<a/>" * 10_000 + "</tu>",
    ],
    ids=["variants", "open tags", "pairs", "properties", "languages", "elements"],
)
def test_the_time_is_linear_in_what_stands_there(unit: str) -> None:
    pieces = unit.split("{}")
    numbered = "".join(f"{piece}a{place}" for place, piece in enumerate(pieces[:-1])) + pieces[-1]
    data = GOOD.replace("<body>", f"<body>{numbered}").encode()
    began = time.process_time()
    assert found(data)
    assert time.process_time() - began < 10
