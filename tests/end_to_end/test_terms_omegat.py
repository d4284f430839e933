"""OmegaT's own reader of glossaries reads what `duiqi terms` writes for it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from align.terms.output.omegat import write_omegat
from tests.align.terms.entries import USUAL
from tests.end_to_end.command import program

OMEGAT = Path("/usr/share/omegat")
READER = """
import java.io.*;
public class Read {
  public static void main(String[] names) throws Exception {
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
    for (var entry : org.omegat.gui.glossary.GlossaryReaderTSV.read(new File(names[0]), false))
      out.println(
        entry.getSrcText() + "\\t" + entry.getLocText() + "\\t" + entry.getCommentText());
  }
}
"""
_SECONDS = 120


@pytest.mark.skipif(not OMEGAT.is_dir(), reason="OmegaT's archive is not in its usual place")
def test_omegat_reads_the_glossary_whatever_the_system_s_encoding(tmp_path: Path) -> None:
    java = program("java")
    program("javac")  # a source file is run as it is only where the compiler is
    glossary, reader = tmp_path / "terms.txt", tmp_path / "Read.java"
    with glossary.open("wb") as stream:
        write_omegat(USUAL, stream)
    reader.write_text(READER, "utf-8")
    done = subprocess.run(
        [java, "-cp", f"{OMEGAT}/OmegaT.jar:{OMEGAT}/lib/*", reader, glossary],
        env=os.environ | {"LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_SECONDS,
        check=True,
    )
    written = glossary.read_text("utf-8").splitlines()
    assert done.stdout.decode("utf-8").splitlines() == written[1:]
