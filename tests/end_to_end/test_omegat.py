"""OmegaT translates resolution 67/58 with the memory that `duiqi align` wrote."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.end_to_end.command import Duiqi, program, succeeded
from tests.end_to_end.resolution import lines_of, units_of
from tmx.units import Header, Unit
from tmx.writer import write_tmx

_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <glossary_file>__DEFAULT__</glossary_file>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>ZH-CN</source_lang>
    <target_lang>EN-US</target_lang>
    <sentence_seg>false</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
"""
_SECONDS = 120

MANY = 3_000
"""100,000 units are filled as well, in some minutes."""


def translated(memory: Path, sources: list[str], folder: Path) -> list[str]:
    """Have OmegaT translate texts with a memory, and return its lines."""
    omegat = program("omegat")
    project, settings = folder / "project", folder / "settings"
    for name in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / name).mkdir(parents=True)
    settings.mkdir()
    (project / "omegat.project").write_text(_PROJECT, encoding="utf-8")
    shutil.copy(memory, project / "tm" / "auto")
    text = "\n\n".join(sources)
    (project / "source" / "resolution.txt").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [omegat, project, "--mode=console-translate", f"--config-dir={settings}"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_SECONDS,
    )
    told = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode == 0, told
    written = (project / "target" / "resolution.txt").read_text(encoding="utf-8")
    return lines_of(written)


def test_omegat_finds_every_unit(duiqi: Duiqi, tmp_path: Path) -> None:
    memory = tmp_path / "un-67-58.tmx"
    succeeded(duiqi("align", "un-67-58", "-o", memory, cwd=tmp_path))
    units = units_of(memory.read_bytes())
    assert len(units) == 40
    found = translated(memory, [source for source, _ in units], tmp_path)
    assert found == [target for _, target in units]


def test_omegat_finds_every_unit_that_operations_leave(duiqi: Duiqi, tmp_path: Path) -> None:
    succeeded(duiqi("align", "un-67-58", "-o", "aligned.tmx", cwd=tmp_path))
    units = units_of((tmp_path / "aligned.tmx").read_bytes())
    for arguments in (
        ("flip", "aligned.tmx", "-o", "flipped.tmx"),
        ("flip", "flipped.tmx", "-o", "again.tmx"),
        ("merge", "aligned.tmx", "again.tmx", "-o", "merged.tmx", "--join"),
        ("lang", "merged.tmx", "--rename", "en=en-US", "-o", "american.tmx"),
        ("filter", "american.tmx", "score > 0.9", "-o", "good.tmx", "--rejected", "rest.tmx"),
        ("merge", "rest.tmx", "good.tmx", "-o", "whole.tmx", "--conflicts", "newest"),
        ("sort", "whole.tmx", "--by", "length", "-o", "sorted.tmx"),
        ("dedupe", "sorted.tmx", "--normalised", "-o", "final.tmx"),
        ("split", "final.tmx", "--units", "99", "--names", "part-{number}.tmx", "-o", "parts"),
    ):
        succeeded(duiqi("tmx", *arguments, cwd=tmp_path))
    memory = tmp_path / "parts" / "part-0001.tmx"
    assert sorted(units_of(memory.read_bytes())) == sorted(units)
    found = translated(memory, [source for source, _ in units], tmp_path)
    assert found == [target for _, target in units]


def test_omegat_fills_every_one_of_many_units(tmp_path: Path) -> None:
    pairs = [
        (f"第 {number} 号文件由大会第 {number} 次会议通过", f"Document {number} was adopted")
        for number in range(MANY)
    ]
    memory = tmp_path / "many.tmx"
    with memory.open("wb") as stream:
        units = (Unit.pair(("zh-CN", source), ("en", target)) for source, target in pairs)
        write_tmx(stream, Header("zh-CN", "duiqi", "1"), units)
    found = translated(memory, [source for source, _ in pairs], tmp_path)
    assert found == [target for _, target in pairs]
