"""Small memories as bytes, and how the tests of reading read them."""

import io
from pathlib import Path

from tmx.reading import Memory, ReadingOptions, open_memory
from tmx.reading.options import DEFAULTS
from tmx.reading.parsing import Reader
from tmx.reading.report import ReadingReport
from tmx.units import Unit

RECOVER = ReadingOptions(recover=True)
STRICT = ReadingOptions(repair=False)


def memory(body: str, before: str = "", version: str = "1.4") -> bytes:
    return (
        f'{before}<tmx version="{version}"><header srclang="zh-CN"/><body>{body}</body></tmx>'
    ).encode()


def unit_of(segment: str) -> str:
    return f'<tu><tuv xml:lang="zh-CN"><seg>{segment}</seg></tuv></tu>'


def read(data: bytes, options: ReadingOptions = RECOVER) -> tuple[list[Unit], ReadingReport]:
    reader = Reader(io.BytesIO(data).read, "m.tmx", options)
    return list(reader.units()), reader.report


def texts(units: list[Unit]) -> list[str]:
    return [variant.segment.text for unit in units for variant in unit.variants]


def read_file(path: Path, options: ReadingOptions = DEFAULTS) -> tuple[Memory, list[Unit]]:
    with open_memory(path, options=options) as opened:
        return opened, list(opened.units)
