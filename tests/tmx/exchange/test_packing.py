"""Packed files."""

import gzip
import io
from pathlib import Path

from tmx.exchange.packing import packed


def test_the_name_tells_whether_to_pack_and_the_same_bytes_give_the_same() -> None:
    written = []
    for name in ("a.GZ", "b.tmx.gz", "a.tmx"):
        stream = io.BytesIO()
        with packed(stream, Path(name)) as packing:
            packing.write(b"text" * 100)
        written.append(stream.getvalue())
    assert written[0] == written[1]
    assert gzip.decompress(written[0]) == written[2] == b"text" * 100
