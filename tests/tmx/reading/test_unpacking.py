"""Packed memories: found by their bytes, unpacked at constant cost, stopped at a limit."""

import errno
import gzip
import io
import resource
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tmx.reading.memories import memory, read_file, texts, unit_of
from tmx.errors import TmxError
from tmx.reading import ReadingOptions, open_memory, unpacking

DATA = memory(unit_of("重申") * 3)


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def bomb(size: int) -> bytes:
    """A memory of one unit whose segment is so many bytes of "a", packed."""
    packer = zlib.compressobj(9, wbits=31)
    start, _, end = memory(unit_of("@")).partition(b"@")
    pieces = [packer.compress(start)]
    pieces += (
        packer.compress(b"</seg></tuv></tu><tu><tuv><seg>" * 1000) for _ in range(size // 31000)
    )
    return b"".join([*pieces, packer.compress(end), packer.flush()])


@pytest.mark.parametrize("name", ["m.tmx", "m.tmx.gz", "m.zip", "m"])
@pytest.mark.parametrize(
    "data",
    [
        DATA,
        gzip.compress(DATA),
        gzip.compress(DATA[:100]) + gzip.compress(DATA[100:]),
        zipped({"m.tmx": DATA}),
        zipped({"folder/": b"", "folder/m.TMX": DATA, "a.txt": b"x", "__MACOSX/m.tmx": b"y"}),
        zipped({"export": DATA}),
    ],
)
def test_what_a_file_is_its_bytes_say(data: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    opened, units = read_file(path)
    assert (texts(units), opened.name) == (["重申"] * 3, str(path))


@pytest.mark.parametrize("data", [DATA, gzip.compress(DATA), zipped({"m.tmx": DATA}), b""])
def test_standard_input_is_read_through_a_pipe(data: bytes) -> None:
    code = (
        "from pathlib import Path; from tmx.reading import open_memory\n"
        "with open_memory(Path('-')) as m: print(m.name, len(list(m.units)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=data, capture_output=True, check=False
    )
    if data:
        assert done.stdout == b"standard input 3\n"
    else:
        assert b"standard input: the file is empty" in done.stderr


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (gzip.compress(gzip.compress(DATA)), "what it holds is packed again"),
        (gzip.compress(zipped({"m.tmx": DATA})), "what it holds is packed again"),
        (zipped({"m.tmx": zipped({"m.tmx": DATA})}), "what it holds is packed again"),
        (zipped({"m.tmx": gzip.compress(DATA)}), "what it holds is packed again"),
        (zipped({"a.tmx": DATA, "b.tmx": DATA}), "it holds 2 memories; unpack it and name one"),
        (zipped({"a.txt": DATA, "b.txt": DATA}), "it holds 0 memories"),
        (zipped({}), "it holds 0 memories"),
        (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), "it is a document of an"),
        (zipped({"mimetype": b"", "content.xml": b""}), "it is a document of an"),
        (zipped({"m.tmx": DATA})[:-30], "the zip is damaged"),
        (b"BZh91AY", "it is packed as bzip2; unpack it, or pack it as gzip or zip"),
        (b"\xfd7zXZ\0", "it is packed as xz"),
        (gzip.compress(b"\xfd7zXZ\0", mtime=0), "it is packed as xz"),
        (gzip.compress(b"", mtime=0), "the file is empty"),
        (b"\x1f\x8b", "the packed data ends too early"),
        (b"\x1f\x8b\x07abcdefg", "the packed data is damaged"),
    ],
)
def test_what_cant_be_unpacked_is_refused_with_the_reason(
    data: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "m"
    path.write_bytes(data)
    with pytest.raises(TmxError) as caught:
        read_file(path)
    assert str(caught.value).startswith(f"{path}: {message}")


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"m.tmx": DATA}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path = tmp_path / "m.zip"
    path.write_bytes(data)
    with pytest.raises(TmxError, match="encrypted"):
        read_file(path)


def test_a_zip_with_a_huge_table_of_contents_costs_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "m.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"a long name of a file that is not there {number}", b"")
    with pytest.raises(TmxError, match="its table of contents is too long"):
        read_file(path)


def test_a_packed_file_that_ends_too_early_gives_the_units_before_that(tmp_path: Path) -> None:
    units = "".join(unit_of(f"重申{number * 7919 % 10007}") for number in range(5000))
    packed = gzip.compress(memory(units))
    path = tmp_path / "m.tmx.gz"
    path.write_bytes(packed[: len(packed) // 2])
    got = []
    with (
        pytest.raises(TmxError, match=r"the packed data ends too early, after [\d,]+ bytes"),
        open_memory(path) as opened,
    ):
        got.extend(opened.units)
    assert 2000 < len(got) < 3000
    opened, recovered = read_file(path, ReadingOptions(recover=True))
    assert recovered == got
    assert opened.report.damaged == 1
    assert "the packed data ends too early" in opened.report.damages[0].reason


def test_a_wrong_checksum_is_told_behind_the_last_unit(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(DATA))
    packed[-6] ^= 1
    path = tmp_path / "m.tmx.gz"
    path.write_bytes(packed)
    got = []
    with pytest.raises(TmxError, match="the packed data is damaged"), open_memory(path) as opened:
        got.extend(opened.units)
    assert texts(got) == ["重申"] * 3


@pytest.mark.parametrize("as_zip", [False, True])
def test_a_bomb_stops_at_the_limit_that_the_user_can_raise(
    as_zip: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "FREE_SIZE", 10**6)
    packed = bomb(3 * 10**6)
    path = tmp_path / "m"
    path.write_bytes(zipped({"m.tmx": gzip.decompress(packed)}) if as_zip else packed)
    assert path.stat().st_size < 30_000
    with pytest.raises(TmxError, match=r"unpacks to more than [\d,]+ bytes; .* --max-size"):
        read_file(path)
    assert len(read_file(path, ReadingOptions(max_size=10**7))[1]) > 90_000
    with pytest.raises(TmxError, match="more than 2,000,000 bytes"):
        read_file(path, ReadingOptions(max_size=2 * 10**6))


def test_a_large_bomb_costs_constant_memory(tmp_path: Path) -> None:
    path = tmp_path / "m.gz"
    packer = zlib.compressobj(9, wbits=31)
    with path.open("wb") as stream:  # 100 million spaces, as white space, as a text
        stream.write(packer.compress(memory(unit_of("@")).partition(b"@")[0]))
        for _ in range(100):
            stream.write(packer.compress(b" " * 10**6))
        stream.write(packer.flush())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TmxError):
        read_file(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # kilobytes


def test_progress_is_told_by_packed_bytes(tmp_path: Path) -> None:
    units = "".join(unit_of(f"重申{number * 7919 % 10007}") for number in range(5000))
    path = tmp_path / "m.tmx.gz"
    path.write_bytes(gzip.compress(memory(units)))
    told: list[tuple[int, int | None]] = []
    with open_memory(path, progress=lambda done, total: told.append((done, total))) as opened:
        assert len(list(opened.units)) == 5000
    size = path.stat().st_size
    assert len(told) == 5
    assert all(total == size and 0 < done <= size for done, total in told)
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing.tmx", "there is no such file"), (".", "is a folder; name a file")],
)
def test_a_file_that_cant_be_opened_is_told_by_name(name: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(TmxError, match=f": {reason}$"):
        read_file(tmp_path / name)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda data: zipped({"m.tmx": data})])
def test_an_error_of_the_reader_is_not_put_down_to_the_file(
    pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "m.tmx"
    path.write_bytes(pack(DATA))
    with pytest.raises(BrokenPipeError), open_memory(path) as opened:
        for _ in opened.units:
            raise BrokenPipeError


class Failing(io.BytesIO):
    """A disk that fails in the middle of a file."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() > 4:
            raise OSError(errno.EIO, "Input/output error")
        return super().read(size)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_disk_that_fails_is_told_with_the_file(
    pack: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "opened", lambda _: Failing(pack(DATA)))
    with pytest.raises(TmxError, match=r"m\.tmx: can't be read: Input/output error$"):
        read_file(tmp_path / "m.tmx")
