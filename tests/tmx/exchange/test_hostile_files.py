"""Files made to do harm, and damaged ones: one clear line, no hang, nothing read from elsewhere."""

from __future__ import annotations

import io
import random
import time
from pathlib import Path

import pytest

from tests.tmx.exchange.memories import HEADER
from tests.tmx.exchange.reading import message
from tests.tmx.test_writer import TAGGED, UNIT
from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.formats import FORMATS
from tmx.exchange.losses import Losses
from tmx.exchange.place import Place
from tmx.units import Segment, Unit, Variant

UNITS = [
    UNIT,
    Unit((Variant("zh-CN", TAGGED), Variant("en", Segment.of("a\tb\n=1")))),
    Unit.pair(("zh-CN", "甲"), ("en", "a")),
]
FRAGMENTS = [
    *(b"<", b">", b"&", b"&#0;", b'"', b"\0", b"\xff", b"\n", b"\r", b"\t", b",", b"]]>", b"<!--"),
    *(b'<g id="1">', b"</g>", b"<![CDATA[", b"#, fuzzy\n", b'msgstr[1] "x"\n', b"#~ ", b"#| "),
    *(b"{", b"[", b"null", b"\\", b"\\u", b"\xef\xbb\xbf"),
]
BILLION_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
@pytest.mark.parametrize(
    "attack",
    ["laughs", "external", "parameter", "deep", "attribute", "attributes"],
)
def test_hostile_xml_is_one_line(name: str, attack: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    if name == "xliff":
        head = '<xliff version="1.2"><file source-language="zh" target-language="en"><body>'
        unit = '<trans-unit id="1"><source>{}</source></trans-unit>'
    else:
        head = '<xliff version="2.1" srcLang="zh" trgLang="en"><file id="a">'
        unit = '<unit id="1"><segment><source>{}</source></segment></unit>'
    tag = "g" if name == "xliff" else "pc"
    data = {
        "laughs": BILLION_LAUGHS + head + unit.format("&j;"),
        "external": f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + head + "&e;",
        "parameter": f'<!DOCTYPE x [<!ENTITY % e SYSTEM "{secret.as_uri()}"> %e;]>' + head,
        "deep": head + unit.format(f'<{tag} id="1">' * 100_000),
        "attribute": head + unit.format(f'<{tag} id="{"1" * 20_000_000}"/>'),
        "attributes": head
        + unit.format(f"<{tag} " + " ".join(f'a{n}="1"' for n in range(200_000)) + "/>"),
    }[attack]
    began = time.monotonic()
    line = message(name, data)
    assert time.monotonic() - began < 5
    assert line.startswith("a")
    assert "secret" not in line.replace(str(secret), "")


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(changed) + 1)
        kind = chance.choice(["cut", "put", "flip", "repeat", "end"])
        if kind == "cut":
            del changed[place : place + chance.randint(1, 20)]
        elif kind == "put":
            changed[place:place] = chance.choice(FRAGMENTS)
        elif kind == "flip":
            changed[place : place + 1] = bytes([chance.randrange(256)])
        elif kind == "repeat":
            changed[place:place] = changed[place : place + chance.randint(1, 200)]
        elif chance.random() < 0.3:
            del changed[place:]
    return bytes(changed)


@pytest.mark.parametrize("name", ["xliff", "xliff2", "po", "tsv", "csv", "jsonl", "xlsx"])
def test_a_mutated_file_is_read_or_refused_in_one_line(name: str) -> None:
    known = FORMATS[name]
    chance = random.Random(name)
    stream = io.BytesIO()
    known.writer()(stream, HEADER, iter(UNITS), Choices("zh-CN", "en"), Losses())
    for _ in range(100):
        data = mutated(stream.getvalue(), chance)
        try:
            units = known.reader()(io.BytesIO(data), "a", NO_CHOICES, Place())[1]
            assert all(isinstance(unit, Unit) for unit in units)
        except TmxError as error:
            assert str(error).startswith("a"), error
            assert "\n" not in str(error)
