"""The headings of a PDF in type of the text's size: they are in another font than the text.

Each line of a heading is wholly in its font, and the text behind it begins in the usual one. Words
at the beginning of a paragraph may be in another font too, but rarely fill their lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpora.readers.pdf.line import Face, PdfLine
from corpora.readers.wrapping import Line


def usual_faces(lines: Sequence[PdfLine]) -> frozenset[Face]:
    """Return the fonts of most lines: one of Chinese characters, and one of other letters."""
    usual: dict[bool, Counter[Face]] = {}
    for line in lines:
        for face in line.faces[: 1 if len(line.faces) == 1 else 0]:
            usual.setdefault(face[0], Counter())[face] += len(line.text)
    return frozenset(count.most_common(1)[0][0] for count in usual.values())


def turns_from_heading(paragraph: Sequence[PdfLine], line: PdfLine, usual: frozenset[Face]) -> bool:
    """Whether a heading ends above a line, or behind the end of a sentence begins with it.

    Args:
        paragraph: the lines above that belong together.
        line: the next one.
        usual: the fonts of the text.
    """
    before = paragraph[-1]
    ends = Line.of(before.text).ends_sentence
    if _is_set_off(line, usual):
        return ends and not any(_is_set_off(other, usual) for other in paragraph)
    first = paragraph[0]
    if first.faces and line.faces and first.faces[0] == line.faces[0] not in usual:
        return ends and not _is_set_off(before, usual)
    if ends or not all(_is_set_off(other, usual) for other in paragraph):
        return False
    return line.faces[:1] != () and line.faces[0] in usual and not line.text.strip()[0].islower()


def _is_set_off(line: PdfLine, usual: frozenset[Face]) -> bool:
    """Whether all letters of a line are in other fonts than those of the text."""
    known = {kind for kind, _ in usual}
    kinds = [kind for kind, _ in line.faces]
    return bool(kinds) and known.issuperset(kinds) and usual.isdisjoint(line.faces)
