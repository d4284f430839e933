"""Files that are made to harm: nothing outside is read, nothing grows, nothing takes long."""

import resource
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tmx.reading.memories import RECOVER, memory, read, read_file, texts, unit_of
from tmx.errors import TmxError
from tmx.reading import ReadingOptions
from tmx.reading.options import DEFAULTS

MEGABYTE = 10**6
MANY_ATTRIBUTES = " ".join(f"a{number}='1'" for number in range(50_000))
SECONDS = 10  # a machine may be busy; each takes well under one when it is not


@pytest.fixture(autouse=True)
def bounded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forbid the network, and see to time and memory."""

    def refuse(*arguments: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    start = time.process_time()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # kilobytes


def laughs(levels: int, times: int) -> str:
    uses = [f"&l{level};" * times for level in range(levels)]
    entities = "".join(f"<!ENTITY l{level} '{uses[level - 1]}'>" for level in range(1, levels))
    return f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{entities}]>'


@pytest.mark.parametrize("options", [DEFAULTS, RECOVER])
@pytest.mark.parametrize(
    ("prolog", "reference"),
    [
        ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret}">]>', "&x;"),
        ('<!DOCTYPE tmx [<!ENTITY x PUBLIC "a" "http://localhost:1/x">]>', "&x;"),
        ('<!DOCTYPE tmx [<!ENTITY % x SYSTEM "{secret}"> %x;]>', ""),
        ("<!DOCTYPE tmx [<!ENTITY % a \"<!ENTITY &#37; b SYSTEM '{secret}'>\"> %a; %b;]>", ""),
        (laughs(10, 10), "&l9;"),
        (laughs(2, 10), '<ph x="&l1;"/>'),
        (f"<!DOCTYPE tmx [<!ENTITY x '{'a' * MEGABYTE}'>]>", "&x;" * 10_000),
        ("<!DOCTYPE tmx [<!ENTITY x 'y'>]>", ""),
    ],
)
def test_a_file_that_declares_entities_is_refused(
    prolog: str, reference: str, options: ReadingOptions, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("<!ENTITY x 'told'>")
    data = memory(unit_of(f"a{reference}"), prolog.replace("{secret}", secret.as_uri()))
    with pytest.raises(TmxError, match=r"^m\.tmx: it declares entities") as caught:
        read(data, options)
    assert "told" not in str(caught.value)


def test_entities_in_the_root_element_are_not_expanded() -> None:
    data = memory("", laughs(10, 10)).replace(b'version="1.4"', b'version="&l9;"')
    with pytest.raises(TmxError, match="it declares entities"):
        read(data, DEFAULTS)


@pytest.mark.parametrize("prolog", ["", '<!DOCTYPE tmx SYSTEM "{dtd}">'])
def test_an_entity_that_is_not_declared_stands_for_nothing(prolog: str, tmp_path: Path) -> None:
    dtd = tmp_path / "tmx14.dtd"
    dtd.write_text("<!ENTITY nbsp 'told'>")
    data = memory(unit_of("甲") + unit_of("a&nbsp;b"), prolog.replace("{dtd}", dtd.as_uri()))
    units, report = read(data)
    assert (texts(units), report.damaged) == (["甲"], 1)


@pytest.mark.parametrize(
    "body",
    [
        unit_of("<hi>" * 100_000 + "</hi>" * 100_000),
        unit_of("<hi>" * 300 + "</hi>" * 300),
        "<g>" * 100_000 + unit_of("乙"),
        "<tu><v>" + "<v>" * 1000 + "</v>" * 1000 + "</v></tu>",
        "<tu>" * 20_000,
        "</tu>" * 50_000,
        "<!--" * 100_000,
        unit_of("<![CDATA[" * 50_000),
        unit_of("<?" * 100_000),
        unit_of('<ph x="' * 50_000),
        unit_of("<" * 500_000),
        unit_of("&" * 200_000),
        unit_of("&#" * 200_000),
        unit_of("&#1;" * 100_000 + "</b>"),
        f"<tu {MANY_ATTRIBUTES}></b></tu>",
        unit_of(f"<ph x='{'a' * 11 * MEGABYTE}'/>"),
        unit_of("a" * 11 * MEGABYTE),
        f"<tu><{'n' * 100_000}/></tu>",
        f"<!--{'-' * 1_000_000}",
        '<tu a="' + "<tu>" * 20_000,
    ],
    ids=range(20),
)
def test_what_is_too_deep_too_long_or_never_closed_costs_itself_only(body: str) -> None:
    units, report = read(memory(unit_of("甲") + body + unit_of("丁")))
    assert texts(units)[0] == "甲"
    assert report.damaged > 0


def test_depth_and_length_within_the_limits_are_read() -> None:
    deep = unit_of("<hi>" * 200 + "甲" + "</hi>" * 200)
    long = unit_of("重" * 3 * MEGABYTE)
    attribute = unit_of(f"<ph x='{'a' * 9 * MEGABYTE}'/>")
    units = read(memory(deep + long + attribute), DEFAULTS)[0]
    assert texts(units) == ["甲", "重" * 3 * MEGABYTE, ""]


def test_a_header_that_does_not_end_is_given_up() -> None:
    with pytest.raises(TmxError):
        read(b"<tmx><header>" + b"<prop>a</prop>" * 100_000)
    with pytest.raises(TmxError, match="no unit begins in its first"):
        read(b"<tmx><header " + b" " * 80 * MEGABYTE)


def test_names_that_never_recur_do_not_pile_up() -> None:
    """The parser keeps names; a hundred thousand of 50 letters would show."""

    def body(start: int) -> str:
        return "".join(
            f"<tu><tuv xml:lang='en'><seg><n{n:050}/></seg></tuv></tu>"
            for n in range(start, start + 20_000)
        )

    for start in range(0, 100_000, 20_000):
        assert len(read(memory(body(start)), DEFAULTS)[0]) == 20_000


def test_a_zip_slip_name_writes_nothing(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "m.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../escaped.tmx", memory(unit_of("甲")))
    assert len(read_file(path)[1]) == 1
    assert [item.name for item in tmp_path.iterdir()] == ["m.zip"]
