"""What a user can get wrong: one clear line, exit code 2, and nothing written."""

from __future__ import annotations

import io
import os
import re
import resource
import signal
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.end_to_end.command import Duiqi, Finished, listing, program
from tests.end_to_end.resolution import CHINESE, ENGLISH

SOURCE, TARGET, OUT = "zh.txt", "en.txt", "out.tmx"
SECONDS = 10.0
"""The longest that a hopeless input may take; most take half a second."""

_MEGABYTE = 2**20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with both texts, where one can work as a user does."""
    (tmp_path / SOURCE).write_text(CHINESE, encoding="utf-8")
    (tmp_path / TARGET).write_text(ENGLISH, encoding="utf-8")
    return tmp_path


def _refused(run: Finished, *parts: str) -> None:
    assert run.code == 2, run.stderr
    assert run.stdout == b""
    assert run.stderr.startswith("duiqi: ")
    assert run.stderr.count("\n") == 1, run.stderr
    assert not [part for part in parts if part not in run.stderr], run.stderr


def _docx(parts: dict[str, bytes]) -> bytes:
    """A DOCX of a few parts."""
    stream = io.BytesIO()
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations)
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _document(text: bytes, before: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0"?>' + before + b'<w:document xmlns:w="http://schemas.openxmlformats.'
        b'org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
        + text
        + b"</w:t></w:r></w:p></w:body></w:document>"
    )


def _with_entities() -> bytes:
    declared = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return _docx({"word/document.xml": _document(b"&b;", declared)})


def _bomb() -> bytes:
    """A DOCX of some hundred kilobytes that unpacks to 200 megabytes."""
    return _docx({"word/document.xml": _document(b" " * (200 * _MEGABYTE))})


def _locked_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 720, "The General Assembly,")
    canvas.save()
    return stream.getvalue()


def _empty_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(72, 72, 100, 100)
    canvas.save()
    return stream.getvalue()


def _whole_docx() -> bytes:
    return _docx({"word/document.xml": _document(ENGLISH.encode())})


FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "an empty file": ("a.txt", lambda: b"", "the file is empty"),
    "only white space": ("a.txt", lambda: b" \n\t\r\n \n" * 50, "nothing but white space"),
    "only a byte order mark": ("a.txt", lambda: b"\xef\xbb\xbf", "nothing but white space"),
    "UTF-8 with a bad byte": (
        "a.txt",
        lambda: CHINESE.encode() + b"\xff",
        "is UTF-8, but 1 byte is not, in line ",
    ),
    "a program": ("a.txt", lambda: bytes(range(256)) * 40, "a.txt: "),
    "a picture": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), "a PNG picture"),
    "a truncated DOCX": ("a.docx", lambda: _whole_docx()[:2000], "damaged or cut off"),
    "a text as DOCX": ("a.docx", ENGLISH.encode, "is no DOCX file"),
    "entities in a DOCX": ("a.docx", _with_entities, "declares a document type or entities"),
    "a zip bomb as DOCX": ("a.docx", _bomb, "unpacks to more than 64 MiB"),
    "an encrypted PDF": ("a.pdf", _locked_pdf, "is protected by a password"),
    "a truncated PDF": ("a.pdf", lambda: _locked_pdf()[:300], "damaged or cut off"),
    "a PDF without text": ("a.pdf", _empty_pdf, "has no text layer"),
    "a memory": ("a.tmx", lambda: b'<?xml version="1.0"?><tmx version="1.4"/>', "is TMX"),
    "numbers only": ("a.txt", lambda: b"1 2 3\n\n4 5 6\n", "its language can't be told"),
}


@pytest.mark.parametrize("what", FILES)
def test_a_file_that_is_no_document(duiqi: Duiqi, folder: Path, what: str) -> None:
    name, make, reason = FILES[what]
    (folder / name).write_bytes(make())
    before = listing(folder)
    run = duiqi("align", SOURCE, name, "-o", OUT, cwd=folder)
    _refused(run, name, reason)
    assert listing(folder) == before
    assert run.seconds < SECONDS


@pytest.mark.parametrize("text", [b"x", "\u5927\u4f1a".encode()], ids=["english", "chinese"])
def test_200_megabytes_without_a_line_break(duiqi: Duiqi, folder: Path, text: bytes) -> None:
    big = folder / "big.txt"
    with big.open("wb") as stream:
        for _ in range(200):
            stream.write((text * (_MEGABYTE // len(text) + 1))[:_MEGABYTE])
    run = duiqi("align", SOURCE, big.name, "-o", OUT, cwd=folder)
    _refused(run, big.name, "more than 64 MiB of text", "split it first")
    assert sorted(path.name for path in folder.iterdir()) == ["big.txt", TARGET, SOURCE]
    assert run.seconds < SECONDS


ARGUMENTS: dict[str, tuple[list[str], list[str]]] = {
    "a missing file": ([SOURCE, "no.txt", "-o", OUT], ["no.txt", "no such file"]),
    "a folder": ([SOURCE, ".", "-o", OUT], [".: is a folder"]),
    "an unknown catalogue name": (["un-67-59", "-o", OUT], ["un-67-59", "un-67-58"]),
    "one file alone": ([SOURCE, "-o", OUT], [SOURCE, "target file"]),
    "a catalogue name and a file": (["un-67-58", TARGET, "-o", OUT], ["un-67-58", "alone"]),
    "no output": ([SOURCE, TARGET], ["nothing to write", "-o"]),
    "the same output twice": (
        [SOURCE, TARGET, "-o", "out", "--tsv", "./out"],
        ["out", "named twice"],
    ),
    "an output that is the input": ([SOURCE, TARGET, "--tsv", SOURCE], [SOURCE, "named twice"]),
    "a memory under the name of a text": (
        [SOURCE, TARGET, "-o", SOURCE],
        [SOURCE, "say -o zh.tmx"],
    ),
    "an output that is the input by force": (
        [SOURCE, TARGET, "--force", "--tsv", TARGET],
        [TARGET, "named twice"],
    ),
    "an output in no folder": ([SOURCE, TARGET, "-o", "no/out.tmx"], ["no/out.tmx", "folder"]),
    "an output that is a folder": ([SOURCE, TARGET, "-o", "."], [".: it is a folder"]),
    "an output below a file": (
        [SOURCE, TARGET, "-o", f"{SOURCE}/out.tmx"],
        ["is a file"],
    ),
    "an unknown language": (
        [SOURCE, TARGET, "-o", OUT, "--source-lang", "klingonese"],
        ["klingonese"],
    ),
    "one file twice": ([TARGET, TARGET, "-o", OUT], [f"{TARGET} is given twice"]),
    "languages swapped against what was said": (
        [SOURCE, TARGET, "-o", OUT, "--source-lang", "en", "--target-lang", "zh-CN"],
        ["swapped", SOURCE, TARGET],
    ),
    "--links without --lines": ([SOURCE, TARGET, "--links", "out.align"], ["--links", "--lines"]),
    "--level with --lines": (
        [SOURCE, TARGET, "--lines", "--level", "clause", "-o", OUT],
        ["--lines", "--level"],
    ),
    "a score beyond 1": ([SOURCE, TARGET, "-o", OUT, "--min-score", "1.5"], ["--min-score", "1.5"]),
    "a score that is no number": (
        [SOURCE, TARGET, "-o", OUT, "--min-score", "high"],
        ["--min-score", "high"],
    ),
    "an unknown level": ([SOURCE, TARGET, "-o", OUT, "--level", "word"], ["--level", "sentence"]),
    "an unknown option": ([SOURCE, TARGET, "--out", OUT], ["--out"]),
    "an unknown encoding": ([SOURCE, TARGET, "-o", OUT, "--encoding", "utf-99"], ["utf-99"]),
    "bytes of another encoding": (
        [SOURCE, TARGET, "-o", OUT, "--encoding", "ascii"],
        [SOURCE, "ascii"],
    ),
    "a target of another encoding": (
        [SOURCE, TARGET, "-o", OUT, "--target-encoding", "big5"],
        [TARGET, "big5"],
    ),
}


@pytest.mark.parametrize("what", ARGUMENTS)
def test_a_command_that_makes_no_sense(duiqi: Duiqi, folder: Path, what: str) -> None:
    arguments, reasons = ARGUMENTS[what]
    before = listing(folder)
    _refused(duiqi("align", *arguments, cwd=folder), *reasons)
    assert listing(folder) == before


def test_an_unknown_command_names_a_near_one(duiqi: Duiqi, folder: Path) -> None:
    _refused(duiqi("aling", SOURCE, cwd=folder), "aling", "align")


def test_an_output_that_exists_is_kept(duiqi: Duiqi, folder: Path) -> None:
    (folder / OUT).write_text("mine")
    before = listing(folder)
    arguments = ("align", SOURCE, TARGET, "--tsv", "out.tsv", "-o", OUT)
    _refused(duiqi(*arguments, cwd=folder), OUT, "exists already", "--force")
    assert listing(folder) == before


def test_a_file_without_permission(duiqi: Duiqi, folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (folder / TARGET).chmod(0)
    _refused(duiqi("align", SOURCE, TARGET, "-o", OUT, cwd=folder), TARGET, "no permission")
    assert sorted(path.name for path in folder.iterdir()) == [TARGET, SOURCE]


def test_a_folder_without_permission(duiqi: Duiqi, folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    closed = folder / "closed"
    closed.mkdir(mode=0o500)
    run = duiqi("align", SOURCE, TARGET, "-o", "closed/out.tmx", cwd=folder)
    _refused(run, "closed/out.tmx", "no permission")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("option", ["-o", "--json", "--xlsx"])
def test_a_full_device(duiqi: Duiqi, folder: Path, option: str) -> None:
    (folder / SOURCE).write_text("大会决定每年举行一次会议。\n", encoding="utf-8")
    (folder / TARGET).write_text("The Assembly decides to meet once a year.\n", encoding="utf-8")
    before = listing(folder)
    run = duiqi("align", SOURCE, TARGET, "-q", option, "/dev/full", cwd=folder)
    _refused(run, "/dev/full", "the disk is full")
    assert listing(folder) == before


def _limit_files() -> None:
    """Let no file grow beyond 8 KiB; a write beyond that fails instead of ending the process."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


@pytest.mark.parametrize(
    ("option", "name", "reasons"),
    [
        ("-o", OUT, [OUT, "the file grows larger than this disk allows"]),
        ("--json", "out.json", ["out.json", "the file grows larger than this disk allows"]),
        ("--xlsx", "out.xlsx", ["the folder for temporary files can't be written", "TMPDIR"]),
    ],
)
def test_no_room_for_what_is_written(
    duiqi: Duiqi, folder: Path, option: str, name: str, reasons: list[str]
) -> None:
    before = listing(folder)
    run = duiqi("align", SOURCE, TARGET, "-q", option, name, cwd=folder, before=_limit_files)
    _refused(run, *reasons)
    assert listing(folder) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may make a disk")
def test_a_full_disk(duiqi: Duiqi, folder: Path) -> None:
    disk = folder / "disk"
    disk.mkdir()
    command = [program("mount"), "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        run = duiqi("align", SOURCE, TARGET, "-q", "-o", f"disk/{OUT}", cwd=folder)
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run([program("umount"), disk], check=True)
    _refused(run, OUT, "the disk is full")


UNRELATED = """Mix the flour with two eggs and a pinch of salt.

Let the dough rest for half an hour under a damp cloth.

Cut it into thin stripes and boil them for three minutes.

Serve with butter, pepper and grated cheese on a warm plate.
"""


def test_documents_with_nothing_in_common(duiqi: Duiqi, folder: Path) -> None:
    (folder / "recipe.txt").write_text(UNRELATED, encoding="utf-8")
    before = listing(folder)
    run = duiqi("align", SOURCE, "recipe.txt", "-q", "-o", OUT, cwd=folder)
    _refused(run, SOURCE, "recipe.txt", "two versions of one document?")
    assert listing(folder) == before


def _warned(run: Finished) -> str:
    """Check that a run did its work with one warning, and return that."""
    assert (run.code, run.stdout) == (0, b""), run.stderr
    (warning,) = [line for line in run.stderr.splitlines() if "warning" in line]
    return warning


def test_documents_with_little_in_common_are_warned_of(duiqi: Duiqi, folder: Path) -> None:
    shared = "19. Encourages civil society to strengthen its cooperation with States;\n\n"
    (folder / "recipe.txt").write_text(shared + UNRELATED, encoding="utf-8")
    warning = _warned(duiqi("align", SOURCE, "recipe.txt", "-o", OUT, cwd=folder))
    doubt = f"duiqi: warning: {SOURCE} and recipe.txt may not be versions of one document: of "
    assert warning.startswith(doubt)
    assert (folder / OUT).exists()


def test_another_resolution_on_the_same_matter_is_warned_of(duiqi: Duiqi, folder: Path) -> None:
    (folder / TARGET).write_text(ENGLISH.replace("67/58.", "68/48."), encoding="utf-8")
    warning = _warned(duiqi("align", SOURCE, TARGET, "-o", OUT, cwd=folder))
    assert warning == (
        f"duiqi: warning: {SOURCE} and {TARGET} may not be versions of one document:"
        " the one is 67/58 and the other 68/48"
    )


@pytest.mark.parametrize("missing", [30, -30], ids=["the beginning", "the end"])
def test_of_a_part_of_the_other_document_what_it_lacks_is_told_without_a_doubt(
    duiqi: Duiqi, folder: Path, missing: int
) -> None:
    lines = [line for line in ENGLISH.splitlines() if line]
    part = lines[missing:] if missing > 0 else lines[:missing]
    (folder / TARGET).write_text("\n\n".join(part), encoding="utf-8")
    told = duiqi("align", SOURCE, TARGET, "-o", OUT, cwd=folder).stderr
    assert "warning" not in told
    assert re.search(r"unpaired on the source side: \d+ \([678]\d% of the text\)", told)
