"""OmegaT translates resolution 67/58 with the memory that `duiqi align` wrote."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.end_to_end.command import Duiqi, program, succeeded
from tests.end_to_end.resolution import lines_of, units_of

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


def test_omegat_finds_every_unit(duiqi: Duiqi, tmp_path: Path) -> None:
    omegat = program("omegat")
    project, settings = tmp_path / "project", tmp_path / "settings"
    for name in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / name).mkdir(parents=True)
    settings.mkdir()
    (project / "omegat.project").write_text(_PROJECT, encoding="utf-8")
    memory = project / "tm" / "auto" / "un-67-58.tmx"
    succeeded(duiqi("align", "un-67-58", "-o", memory, cwd=tmp_path))
    units = units_of(memory.read_bytes())
    assert len(units) == 40
    text = "\n\n".join(source for source, _ in units)
    (project / "source" / "resolution.txt").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [omegat, project, "--mode=console-translate", f"--config-dir={settings}"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_SECONDS,
    )
    told = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode == 0, told
    written = (project / "target" / "resolution.txt").read_text(encoding="utf-8")
    assert lines_of(written) == [target for _, target in units], told
