"""How the paragraphs of a text in lines open, learned from those that surely do.

Where numbered titles stand on lines of their own, one that happens to fill its line is a title
too; and a name with a colon that begins several paragraphs begins one wherever a sentence ended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpora.readers.wrapping import PAUSES, Line

_NUMBER = re.compile(
    r"(?:(Article|Section|Chapter|Part|Annex|Rule|Principle)\s+)?"
    r"([(（]?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-z])[.)）:]{0,2})\s+(?=\S)"
)
_SPEAKER = re.compile(r"([^\s\d:：(（，。,.;；“\"][^:：，。,;；“\"]{0,40})[:：](?=\s*\S)")
_SMALL_WORD = re.compile(r"(?:^|\s)(?:an?|the|of|and|or|with|for|from|by|to|in|on|at|de|la|und)$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_FEWEST = 2
_SHARE = 3
"""So many times as often as a text, what bears numbers of one style is a title."""


@dataclass(frozen=True, slots=True)
class Openings:
    """What paragraphs of a text open with.

    Attributes:
        titles: the styles of the numbers of titles, "1." or "Section 1".
        speakers: the names in front of what people say, as an interview has them.
    """

    titles: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lines: Sequence[Line], full_lines: Sequence[bool]) -> Openings:
        """Learn from lines.

        Args:
            lines: all of them.
            full_lines: of each, whether the next one may go on with it: it had no room for more.
        """
        titles, texts, speakers = Counter[str](), Counter[str](), Counter[str]()
        ended = True
        behind = (*lines[1:], Line.of(""))[: len(lines)]
        for line, following, full in zip(lines, behind, full_lines, strict=True):
            if not line.text:
                ended = True
                continue
            if style := _style(line.text):
                if _is_ended(line) or (full and following.text[0].islower()):
                    texts[style] += 1
                elif not full:
                    titles[style] += 1
            if ended and (name := _SPEAKER.match(line.text)):
                speakers[name[1]] += 1
            ended = not full
        return cls(
            frozenset(s for s, n in titles.items() if n >= max(_FEWEST, _SHARE * texts[s])),
            frozenset(name for name, count in speakers.items() if count >= _FEWEST),
        )

    def parts(self, line: Line, following: Line, alone: bool) -> bool:
        """Whether a paragraph begins between two lines though the first one is full.

        Args:
            line: the first line.
            following: the line behind it.
            alone: whether the first line is all that its paragraph has so far.
        """
        speaker = _SPEAKER.match(following.text)
        if speaker and speaker[1] in self.speakers and line.ends_sentence:
            return True
        if not alone or _style(line.text) not in self.titles or _is_ended(line):
            return False
        if _SMALL_WORD.search(line.text):
            return False
        numbered = _style(following.text) != ""
        titled = _share(line.text, str.isupper) and not _share(following.text, str.islower)
        return numbered or (following.text[0].isupper() and not titled)


def _share(text: str, has: Callable[[str], bool]) -> bool:
    """Whether most of the longer words of a text begin with a capital, or with a small letter."""
    words = _WORD.findall(text)
    return sum(has(word[0]) for word in words) * 2 > len(words)


def _style(text: str) -> str:
    """Return how the number is written that a line begins with: "1.", "(a)", "Section 1"; or ""."""
    found = _NUMBER.match(text)
    if not found:
        return ""
    number = re.sub(r"\d+", "1", found[2])
    number = re.sub(r"[IVXLC]+|[A-Z]", "A", re.sub("[a-z]", "a", number))
    return f"{found[1]} {number}" if found[1] else number if number != "A" else ""


def _is_ended(line: Line) -> bool:
    return line.ends_sentence or (line.end != "" and line.end in PAUSES)
