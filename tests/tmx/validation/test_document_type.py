"""Validation against the document type."""

import io
from pathlib import Path

import pytest

from tmx.errors import TmxError
from tmx.validation import validate

HEADER = (
    '<header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="b" adminlang="en"'
    ' srclang="en" datatype="c"/>'
)
SEGMENT = '<tuv xml:lang="en"><seg>a</seg></tuv>'


def memory(unit: str, header: str = HEADER, version: str = "1.4") -> io.BytesIO:
    return io.BytesIO(
        f'<tmx version="{version}">\n{header}\n<body>\n{unit}\n</body>\n</tmx>'.encode()
    )


@pytest.mark.parametrize(
    "unit",
    [
        "",
        f"<tu>{SEGMENT}</tu>",
        f'<tu tuid="a"><prop type="x-a">b</prop><note>c</note>{SEGMENT}{SEGMENT}</tu>',
        '<tu><tuv xml:lang="en"><seg><bpt i="1"><sub>a</sub></bpt><ept i="1"/></seg></tuv></tu>',
    ],
)
def test_a_file_of_the_document_type_has_no_findings(unit: str) -> None:
    assert validate(memory(unit)) == ()


@pytest.mark.parametrize(
    "unit",
    [
        "<tu/>",
        f"<tu>{SEGMENT}<note>a</note></tu>",
        '<tu><tuv xml:lang="en"><seg>a</seg><prop type="x-a">b</prop></tuv></tu>',
        "<tu><tuv><seg>a</seg></tuv></tu>",
        '<tu><tuv xml:lang="en"><seg><sub>a</sub></seg></tuv></tu>',
        '<tu><tuv xml:lang="en"><seg><bpt/></seg></tuv></tu>',
        '<tu><tuv xml:lang="en"><seg><it pos="middle"/></seg></tuv></tu>',
        f'<tu vendor="a">{SEGMENT}</tu>',
        f'<tu segtype="word">{SEGMENT}</tu>',
        f"<tu><prop>a</prop>{SEGMENT}</tu>",
    ],
)
def test_a_unit_that_breaks_it_is_found_with_its_line(unit: str) -> None:
    assert {finding.line for finding in validate(memory(unit))} == {4}


def test_a_header_that_lacks_an_attribute_and_another_version_are_found() -> None:
    assert validate(memory("", HEADER.replace('o-tmf="b"', "")))[0].line == 2
    assert validate(memory("", version="1.4b"))[0].line == 1


def test_damaged_xml_is_a_finding() -> None:
    (finding,) = validate(io.BytesIO(b'<tmx version="1.4">\n<header>'))
    assert finding.line == 2
    assert finding.message == "it ends within <tmx><header>"


def test_an_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    data = memory(f"<tu>{SEGMENT.replace('a', '&x;')}</tu>").getvalue()
    prolog = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    assert all("secret" not in finding.message for finding in validate(io.BytesIO(prolog + data)))


def test_a_path_is_read_and_a_missing_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    with pytest.raises(TmxError, match="there is no such file"):
        validate(path)
    path.write_bytes(memory("").getvalue())
    assert validate(path) == ()
