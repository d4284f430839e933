"""The glossary of OmegaT: UTF-8 text, source term, target term and comment with tabs between them.

OmegaT reads it from a project's glossary folder ("Glossaries" in its manual): a file whose name
ends in .txt is UTF-8, a line that begins with # is a remark, and several translations of a term
are several lines.
"""

from __future__ import annotations

from typing import BinaryIO

from align.terms.output.glossary import Glossary, remark

FIRST_LINE = "# Glossary in tab-separated format -*- coding: utf-8 -*-"
"""What OmegaT itself writes at the top of a glossary."""


def write_omegat(glossary: Glossary, stream: BinaryIO) -> None:
    """Write a glossary for OmegaT."""
    lines = [FIRST_LINE]
    for entry in glossary.entries:
        for translation in entry.translations:
            cells = entry.text, translation.text, remark(entry, translation)
            lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    stream.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
