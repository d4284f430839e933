"""One reading of the head of a paragraph as a label, and the head in plain forms."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpora.characters import is_han
from corpora.structure.numerals import ALPHABETS, BRANCHES, HAN_SIGNS, STEMS, roman

RANKS = {
    "Annex": 0, "Appendix": 1, "Schedule": 1, "Part": 2, "Chapter": 3, "Section": 4, "Article": 5,
}  # fmt: skip
"""The parts of a document, the outermost first; appendices and schedules stand side by side."""

SECTION_SIGN = "§"
"""The sign that stands before the number of an article, or of a paragraph of one."""

BARE = "1"
"""The style of a number with nothing but white space behind it."""

PATENT = "[0001]"
"""The style of the paragraphs of a patent's description; its claims are numbered "1."."""


class Needs(StrEnum):
    """What a reading needs before it is believed."""

    NOTHING = "nothing"
    SIBLING = "a sibling before or behind it"
    PARENT = "an open number that it continues"
    PREDECESSOR = "the number before it, unless it is the first"
    ITEM = "that number, and the next of the items that begin in its line"


@dataclass(frozen=True, slots=True)
class Label:
    """One reading of the head of a paragraph.

    Attributes:
        text: the label as the document writes it, without white space.
        length: the characters that it takes with the white space behind it.
        style: how it is written, the same for all siblings: "1.", "(一)", "a)"; a part's name.
        values: what it is worth; several for 1.2.3 and 12(a); none for a bare "Annex".
        needs: what must be known of its neighbours before it is believed.
        below: it is written as an item below a number: in parentheses, circled, a small letter.
        suffix: what makes an inserted article another one: "-2" (bis, 之二), "A".
        alone: nothing but a title stands behind it.
        ends: its words come to an end, with a mark that announces nothing.
        name: its number in full where that needs no outline (a resolution's), or "".
        items: of a part's number, the readings of an item's label that stands behind it in the
            same line ("第九条 一、…", "Article 4 (2) …"); their texts hold both.
    """

    text: str
    length: int
    style: str
    values: tuple[int, ...]
    needs: Needs = Needs.NOTHING
    below: bool = False
    suffix: str = ""
    alone: bool = False
    ends: bool = False
    name: str = ""
    items: tuple[Label, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether it numbers an annex, a chapter, an article and the like."""
        return self.style in RANKS

    @property
    def has_sign(self) -> bool:
        """Whether it is written with the section sign: "§ 3"."""
        return self.text.startswith(SECTION_SIGN)

    @property
    def part_number(self) -> str:
        """A part's neutral number: articles in Arabic, all above them in Roman numerals."""
        if not self.values:
            return self.style
        value = self.values[0]
        return f"{self.style} {value if self.style == 'Article' else roman(value)}{self.suffix}"


_HEAD = 60
_LONGEST_TITLE = 110
HAN_NUMERAL = f"[{HAN_SIGNS[:-2]}]{{1,7}}"
"""A Han numeral, as a pattern."""

_LETTERS = "".join(ALPHABETS) + STEMS + BRANCHES
NUMERAL = rf"\d{{1,3}}|{HAN_NUMERAL}|[IVX]{{1,7}}|[ivx]{{1,7}}|[A-Za-z{_LETTERS}]"
"""The numeral of an item, as a pattern."""

ENCLOSED = re.compile(rf"(\(?)\s?({NUMERAL}|[a-z]{{2}})\s?\)")
"""A numeral in parentheses, or with the second one alone."""

_ENDS = ".。．;；"
_TITLE_ENDS = "…。．.；;，,、：:！!？?"


def is_title(text: str) -> bool:
    """Whether a text could be a title: short, and without a mark at its end."""
    if len(text) > _LONGEST_TITLE:
        return False
    longest = 40 if any(map(is_han, text)) else _LONGEST_TITLE
    return len(text) <= longest and not text.endswith(tuple(_TITLE_ENDS))


def plain_head(text: str) -> tuple[str, list[int]]:
    """Return the head in plain forms, with the place in the text of each of its characters."""
    head = text[:_HEAD]
    plain = head if head.isascii() else "".join(map(_plain, head))
    if len(plain) == len(head):
        return plain, list(range(len(head) + 1))
    places = [place for place, sign in enumerate(head) for _ in _plain(sign)]
    return plain, [*places, len(head)]


@lru_cache(maxsize=10_000)
def _plain(sign: str) -> str:
    """Return the plain form of a character, one or more; circled ones stay as they are."""
    circled = unicodedata.decomposition(sign).startswith("<circle>")
    return sign if circled else unicodedata.normalize("NFKC", sign)


def make_label(
    text: str, places: list[int], end: int, style: str, values: tuple[int, ...]
) -> Label:
    """Make a label of the first `end` characters of a text's plain head."""
    stop = places[end]
    length = len(text) - len(text[stop:].lstrip())
    ends = text[length:].endswith(tuple(_ENDS))
    return Label(text[:stop].rstrip(), length, style, values, ends=ends)
