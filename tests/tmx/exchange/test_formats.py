"""Which format a file is in, and memories in any of them."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.tmx.exchange.memories import HEADER
from tests.tmx.test_writer import TAGGED, UNIT
from tmx.errors import TmxError
from tmx.exchange.choices import Choices
from tmx.exchange.formats import FORMATS, find_format, format_named, read_any, write_any
from tmx.exchange.losses import Losses
from tmx.exchange.packing import packed
from tmx.exchange.place import Place
from tmx.reading import ReadingOptions, open_memory
from tmx.units import Property, Segment, Unit, Variant

TICO19 = Path(__file__).parents[4] / "shared" / "data" / "tico19" / "all.en-zh.tmx"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("a.tmx", "tmx"),
        ("A.TMX.GZ", "tmx"),
        ("a.tmx.zip", "tmx"),
        ("a.sdlxliff", "xliff"),
        ("a.po", "po"),
        ("a.ndjson", "jsonl"),
        ("a.tab", "tsv"),
        ("a.txt", None),
    ],
)
def test_a_name_tells_the_format(name: str, known: str | None) -> None:
    found = format_named(Path(name))
    assert (found.name if found else None) == known


@pytest.mark.parametrize(
    ("beginning", "known"),
    [
        ('<?xml version="1.0"?>\n<!-- <x> -->\n<!DOCTYPE tmx SYSTEM "a">\n<tmx>', "tmx"),
        ('<xliff\n version="2.1" xmlns="u">', "xliff2"),
        ("<x:xliff xmlns:x='u' version='1.2'>", "xliff"),
        ("\ufeff<tmx>", "tmx"),
        ('# a\nmsgid ""', "po"),
        ('{"format":"duiqi-units"', "jsonl"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_content_tells_the_format(beginning: str, known: str, encoding: str) -> None:
    assert find_format(Path("a"), beginning.encode(encoding)).name == known


def test_the_content_tells_which_xliff_a_file_is() -> None:
    assert find_format(Path("a.xlf"), b'<xliff version="2.0">').name == "xliff2"
    assert find_format(Path("a.xlf"), b"<html>").name == "xliff"


def test_what_can_not_be_told_has_to_be_said() -> None:
    asked = r"^a\.txt: can't tell its format; say --from with one of tmx, [^(]*, jsonl \(a"
    with pytest.raises(TmxError, match=asked):
        find_format(Path("a.txt"), b"<html>")


@pytest.mark.parametrize("name", ["a", "a.tsv", "a.po", "a.jsonl", "a.txt"])
@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "the file is empty"),
        (b"\x92\xff\0\x08 \xc3\x11\x81\x99\xf0\xd1" * 50, "is a binary file, no memory"),
    ],
)
def test_what_holds_no_text_is_told_whatever_its_name(
    name: str, data: bytes, line: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(TmxError, match=f"{name}: {line}"), read_any(tmp_path / name):
        pass


def test_an_empty_workbook_is_told_as_empty(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").touch()
    with (
        pytest.raises(TmxError, match=r"a\.xlsx: the file is empty"),
        read_any(tmp_path / "a.xlsx"),
    ):
        pass


def written(path: Path, *units: Unit) -> Path:
    known = format_named(path)
    assert known is not None
    with path.open("wb") as stream, packed(stream, path) as packing:
        write_any(packing, known, HEADER, units, name=path.name)
    return path


@pytest.mark.parametrize(
    "name", ["a.tmx", "a.xlf", "a.po", "a.tsv", "a.csv", "a.xlsx", "a.jsonl", "a.jsonl.gz"]
)
def test_a_memory_is_read_in_any_format(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, UNIT)
    with read_any(path) as memory:
        assert (memory.name, memory.header.srclang) == (str(path), "zh-CN")
        assert set(next(memory.units).annotations) == set(UNIT.annotations)


def test_xlsx_and_others_are_known_by_their_content(tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.jsonl", "a.po"):
        path = written(tmp_path / name, UNIT).rename(tmp_path / "unnamed")
        with read_any(path) as memory:
            assert next(memory.units).variants == UNIT.variants


def test_a_packed_file_may_not_grow_beyond_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv.gz"
    path.write_bytes(gzip.compress(b"zh-CN\ten\n" + b"a\tb\n" * 100_000))
    with (
        pytest.raises(TmxError, match="unpacks to more than 1,000 bytes"),
        read_any(path, options=ReadingOptions(max_size=1000)) as memory,
    ):
        list(memory.units)


def test_a_zip_holds_one_file_of_any_format(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.csv.zip", "w") as archive:
        archive.writestr("a.csv", "zh-CN,en\n甲,a\n")
    with read_any(tmp_path / "a.csv.zip") as memory:
        assert next(memory.units) == Unit.pair(("zh-CN", "甲"), ("en", "a"))


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with (
        pytest.raises(TmxError, match=r"there is no such file$"),
        read_any(tmp_path / "a.csv"),
    ):
        pass


def test_moses_is_not_one_file(tmp_path: Path) -> None:
    with (
        pytest.raises(TmxError, match="Moses is two files"),
        read_any(tmp_path / "a", format_name="moses"),
    ):
        pass


def test_progress_is_told_while_units_are_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", *[UNIT] * 2500)
    told: list[tuple[int, int | None]] = []
    with read_any(path, progress=lambda *much: told.append(much)) as memory:
        assert len(list(memory.units)) == 2500
    assert len(told) == 3
    assert told[-1][1] == path.stat().st_size


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "po",
            "a: left out, since PO has no place for them: 1 note or property of the header, "
            "1 attribute beyond TMX, 6 inline tags",
        ),
        (
            "xliff2",
            "a: left out, since XLIFF 2.1 has no place for them: 1 note or property of the "
            "header, 1 attribute beyond TMX, 1 tag inside an inline tag",
        ),
    ],
)
def test_one_line_says_what_a_format_has_no_place_for(
    name: str, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    header = replace(HEADER, annotations=(Property("x-a", "b"),))
    unit = Unit(
        (Variant("zh-CN", TAGGED), Variant("en", Segment.of("a"))), extra=(("vendor", "v"),)
    )
    write_any(io.BytesIO(), FORMATS[name], header, [unit], name="a")
    assert [record.getMessage() for record in caplog.records] == [line]


@pytest.mark.parametrize("name", ["xliff", "xliff2", "tsv", "csv", "jsonl"])
def test_units_are_taken_and_given_one_by_one(name: str, tmp_path: Path) -> None:
    taken: list[int] = []
    stream = io.BytesIO()

    def units() -> Iterator[Unit]:
        for _ in range(3000):
            taken.append(stream.tell())
            yield UNIT

    choices = Choices("zh-CN", "en", columns=("zh-CN", "en"))
    FORMATS[name].writer()(stream, HEADER, units(), choices, Losses())
    assert taken[2000] > 0
    stream.seek(0)
    again = FORMATS[name].reader()(stream, "a", Choices("zh-CN", "en"), Place())[1]
    next(again)
    assert stream.tell() < len(stream.getvalue())


@pytest.mark.skipif(not TICO19.exists(), reason="needs ../shared/data")
@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("tmx", "moses")])
def test_tico19_comes_back_whole(name: str) -> None:
    counted = Counter(
        (
            node.get("tuid"),
            node.findtext("prop"),
            *("".join(segment.itertext()) for segment in node.iter("seg")),
        )
        for node in etree.parse(TICO19).iter("tu")
    )
    stream = io.BytesIO()
    with open_memory(TICO19) as memory:
        assert write_any(stream, FORMATS[name], memory.header, memory.units, name="a") == 3071
    stream.seek(0)
    units = FORMATS[name].reader()(stream, "a", Choices(), Place())[1]
    assert (
        Counter(
            (
                unit.tuid,
                unit.value("note"),
                *(variant.segment.text for variant in unit.variants),
            )
            for unit in units
        )
        == counted
    )


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("a.tsv", "zh-CN\ten\n甲\ta\n\n乙\tb\n", [2, 4]),
        ("a.csv", 'zh-CN,en\n"甲\n",a\n乙,b\n', [3, 4]),
        ("a.po", 'msgid "a"\nmsgstr "甲"\n\nmsgid "b"\nmsgstr "乙"\n', [1, 4]),
        (
            "a.xlf",
            '<xliff version="1.2"><file><body>\n<trans-unit id="1"><source>甲</source>'
            "</trans-unit>\n\n<trans-unit><source>乙</source></trans-unit></body></file></xliff>",
            [2, 4],
        ),
    ],
)
def test_a_memory_tells_the_line_of_a_unit(
    name: str, text: str, lines: list[int], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with read_any(tmp_path / name, choices=Choices("zh-CN", "en")) as memory:
        assert [memory.line() for _ in memory.units] == lines


@pytest.mark.parametrize("name", ["tmx", "tsv", "xlsx", "xliff2", "po"])
def test_an_error_of_the_reader_is_not_put_down_to_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{name}"
    with path.open("wb") as stream:
        write_any(stream, FORMATS[name], HEADER, [UNIT], name=str(path))
    with pytest.raises(BrokenPipeError), read_any(path, format_name=name) as memory:
        for _ in memory.units:
            raise BrokenPipeError


def test_a_workbook_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    write_any(stream, FORMATS["xlsx"], HEADER, [UNIT], name="a")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stream.getvalue())))
    with read_any(Path("-"), format_name="xlsx") as memory:
        assert (memory.name, len(list(memory.units))) == ("standard input", 1)
