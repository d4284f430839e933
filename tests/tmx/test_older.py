"""Memories of TMX 1.1 to 1.3 that are written as TMX 1.4."""

import io

from tmx.older import modern_unit
from tmx.reading import read_tmx
from tmx.units import Unit
from tmx.validation import validate
from tmx.writer import write_tmx

OLD = (
    '<tmx version="1.1"><header creationtool="a" creationtoolversion="1" segtype="sentence" '
    'o-tmf="x" adminlang="en" srclang="ZH-CN" datatype="x"><note lang="en">h</note></header><body>'
    '<tu><note lang="en">n</note><prop type="x-a" xml:lang="en" lang="en">p</prop>'
    '<tuv lang="ZH-CN"><prop type="x-b" lang="en">v</prop><seg>甲</seg></tuv>'
    '<tuv xml:lang="EN" lang="EN"><seg>a</seg></tuv></tu></body></tmx>'
).encode()


def test_an_old_memory_is_written_for_every_tool_with_xml_lang_alone() -> None:
    header, units = read_tmx(io.BytesIO(OLD))
    stream = io.BytesIO()
    assert write_tmx(stream, header, units) == 1
    written = stream.getvalue()
    assert validate(io.BytesIO(written)) == ()
    assert b" lang=" not in written
    assert written.count(b'xml:lang="en"') == 5
    assert b'<tuv xml:lang="zh-CN">' in written


def test_a_lang_that_says_something_else_is_not_dropped() -> None:
    data = OLD.replace(b'xml:lang="EN" lang="EN"', b'xml:lang="EN" lang="FR"')
    (unit,) = read_tmx(io.BytesIO(data))[1]
    assert modern_unit(unit).variants[1].extra == (("lang", "FR"),)


def test_a_unit_of_today_is_not_copied() -> None:
    unit = Unit.pair(("zh-CN", "甲"), ("en", "a"))
    assert modern_unit(unit) is unit
