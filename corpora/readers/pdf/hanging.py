"""The items of lists on a PDF page: where the text behind an item's label begins.

An item that goes on below its first line goes on under its text, beside the label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from corpora.readers.layout import is_label
from corpora.readers.pdf.line import PdfLine

_Character = dict[str, Any]

_LABEL = re.compile(
    r"(?:[(（]?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{2,6}|[一二三四五六七八九十]{1,3})[.)．、）]"
    r"|[①-⑳]|[•‣⁃●○◦◆◇■□▪▫►▸▶➢➤✓✔☐☑☒❖–—*-]|[\ue000-\uf8ff\ufffd])(?!\d)"
)
_TIGHT_LABEL = re.compile(r"\d{1,3}[.)](?=[^\W\d])")
_SAME_EDGE = 1.0
"""In points."""


def text_start(characters: Sequence[_Character]) -> float:
    """Return where the text of a line begins behind the label of an item; its own left without one.

    Args:
        characters: those of the line from left to right.
    """
    written = [c for c in characters if str(c["text"]).strip()]
    label = _LABEL.match("".join(str(c["text"]) for c in written))
    length = 0
    for character in written:
        if label is None or length >= label.end():
            return float(character["x0"])
        length += len(str(character["text"]))
    return float(written[0]["x0"])


def labels_item(text: str) -> bool:
    """Whether a text is the label of an item, and nothing else."""
    return is_label(text) or _LABEL.fullmatch(text.strip()) is not None


def with_spaces(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Set the texts of items off from their numbers where those of others begin at the same edge.

    A number of two digits leaves less room in front of the edge, or none.
    """
    edges = [
        line.hang for line in lines if line.hang > line.left and not _TIGHT_LABEL.match(line.text)
    ]
    spaced: list[PdfLine] = []
    for line in lines:
        tight = _TIGHT_LABEL.match(line.text)
        if tight and any(abs(line.hang - edge) < _SAME_EDGE for edge in edges):
            first, *others = line.runs
            text = f"{tight.group()} {first.text[tight.end() :]}"
            line = replace(line, runs=(replace(first, text=text), *others))
        spaced.append(line)
    return spaced
