"""How the lines of one paragraph are joined back: what stands between two of them.

Between two Chinese characters nothing; between Chinese and a word or number what the document
itself does elsewhere, or in HTML a space, as browsers show it; otherwise a space. A hyphen at a
line's end stays, unless the document writes the joined word elsewhere, or its format is known to
hyphenate: there it goes where the joined word is English, and where what stands on either side of
it is none ("transla-tion"), and stays where both sides are words ("medium-sized"). In other
formats it goes where only the joined word is English, and not both of its parts are words, here
("contri-butions") or at another line's end: such a document divides words ("Inter-national").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpora.characters import HAN, is_han, is_unspaced
from corpora.readers.spelling import english_words, is_english, stems

SOFT_HYPHEN = "\u00ad"
SPACE = " \t\u00a0\u3000\u200b\ufeff\r\n\v\f\x85\u2028\u2029"

_SHARED_MARKS = "“”‘’…—·"
_TIGHT = re.compile(f"[{HAN}][A-Za-z0-9]|[A-Za-z0-9][{HAN}]")
_SPACED = re.compile(f"[{HAN}] [A-Za-z0-9]|[A-Za-z0-9] [{HAN}]")
_HYPHENATED = re.compile(r"([^\W\d_]+)-$")
_SHORTEST_HEAD = 3
_SHORTEST_TAIL = 4
_PREFIXES = frozenset(
    ("anti", "counter", "fore", "hyper", "inter", "over", "semi", "super", "trans", "under", "with")
)
_LINKS = frozenset(("of", "to", "in", "on", "by", "at", "and", "or", "the", "for"))
"""What stands between the words of a compound, in lower case."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True)
class Joiner:
    """Joins lines after the habits of one document.

    Attributes:
        hyphenates: whether its format breaks words by hyphens that are not the words' own (PDF).
        breaks_at_spaces: whether its format breaks lines only where a space would stand (HTML).
        spaced: whether it sets a space between Chinese and Western characters.
        words: its words in lower case, hyphenated ones as they stand.
        stems: those of its words, if its format hyphenates.
        divides: whether one of its lines ends inside a word that surely has no hyphen of its own.
    """

    hyphenates: bool = False
    breaks_at_spaces: bool = False
    spaced: bool = False
    words: frozenset[str] = field(default_factory=frozenset)
    stems: frozenset[str] = field(default_factory=frozenset)
    divides: bool = False

    @classmethod
    def of(
        cls, lines: Sequence[str], *, hyphenates: bool = False, breaks_at_spaces: bool = False
    ) -> Joiner:
        """Learn the habits of a document from its lines."""
        tight = sum(len(_TIGHT.findall(line)) for line in lines)
        spaced = sum(len(_SPACED.findall(line)) for line in lines)
        words: set[str] = set()
        if any(_HYPHENATED.search(line.rstrip(SPACE)[-80:]) for line in lines):
            broken = False
            for line in lines:
                found = [word.lower() for word in _WORD.findall(line)]
                head = _HYPHENATED.search(line.rstrip(SPACE)[-80:]) is not None
                # The parts of what may be one word say nothing of words.
                words.update(found[broken : len(found) - head])
                broken = head
        joiner = cls(hyphenates, breaks_at_spaces, spaced > tight, frozenset(words))
        if hyphenates:
            joiner.stems = stems(words)
        if words:
            joiner.divides = any(joiner._is_divided(*parts) for parts in _broken(lines))
        return joiner

    def join(self, lines: Iterable[str]) -> str:
        """Join the lines of one paragraph; white space at their ends does not count."""
        pieces: list[str] = []
        for line in lines:
            line = line.strip(SPACE)
            if not line:
                continue
            if pieces:
                kept, between = self.seam(pieces[-1], line)
                pieces[-1:] = (pieces[-1][:kept], between)
            pieces.append(line)
        return "".join(pieces).replace(SOFT_HYPHEN, "")

    def seam(self, text: str, line: str) -> tuple[int, str]:
        """Tell what stands between two pieces of a paragraph, neither of them empty.

        Returns:
            How many characters of `text` stay (a hyphen at its end may go), and what follows them.
        """
        before, after = text[-1], line[0]
        if before == SOFT_HYPHEN:
            return len(text) - 1, ""
        if before == "-" and after.isalnum() and not is_unspaced(after):
            return self._hyphen(text, line)
        sides = (is_unspaced(before), is_unspaced(after))
        if all(sides) or (any(sides) and (before in _SHARED_MARKS or after in _SHARED_MARKS)):
            return len(text), ""
        if self.breaks_at_spaces:
            return len(text), " "
        before_ideograph = is_han(before)
        after_ideograph = is_han(after)
        if is_unspaced(before) or is_unspaced(after):
            letters = (after if before_ideograph else before).isalnum()
            wanted = self.spaced and letters and (before_ideograph or after_ideograph)
            return len(text), " " if wanted else ""
        return len(text), " "

    def _hyphen(self, text: str, line: str) -> tuple[int, str]:
        head = _HYPHENATED.search(text[-80:])
        tail = _WORD.match(line)
        if head is None or tail is None:
            joined = text[-2:-1].isalnum()
            return len(text), "" if joined else " "
        whole = (head.group(1) + tail.group()).lower()
        compound = f"{head.group(1)}-{tail.group()}".lower()
        if compound in self.words:
            return len(text), ""
        if whole in self.words:
            return len(text) - 1, ""
        before = text[-80:][: head.start()]
        if _stays_in_compound(before, head.group(1), tail.group()):
            return len(text), ""
        parts = (head.group(1), tail.group().partition("-")[0])
        if not self.hyphenates:
            return len(text) - self._is_divided(*parts), ""
        of_three = before.endswith("-") or "-" in tail.group()
        return len(text) - self._is_broken(*parts, of_three=of_three), ""

    def _is_divided(self, head: str, tail: str) -> bool:
        """Whether only the word that two parts make is English, and its hyphen the line's end's."""
        if not tail[0].islower():
            return False
        head, tail = head.lower(), tail.lower()
        english = english_words()
        compound = f"{head}-{tail}"
        if head + tail not in english or compound in english or compound in self.words:
            return False
        are_words = all(part in english or part in self.words for part in (head, tail))
        return self.divides or not are_words

    def _is_broken(self, head: str, tail: str, *, of_three: bool) -> bool:
        """Whether a format that hyphenates broke one word in two.

        The parts of a word may be words too ("pre-tend"), if the document divides others; those of
        a compound of three ("state-of-the-art") are whole words.
        """
        if not tail[0].islower():
            return False
        head, tail = head.lower(), tail.lower()
        whole = is_english(head + tail)
        if f"{head}-{tail}" in english_words():
            return whole and self.divides
        if whole or not all(
            is_english(part) or stems([part]) <= self.stems for part in (head, tail)
        ):
            return True
        short = not of_three and (len(head) < _SHORTEST_HEAD or len(tail) < _SHORTEST_TAIL)
        return self.divides and (short or head in _PREFIXES)


def _stays_in_compound(before: str, head: str, tail: str) -> bool:
    """Whether the word at a line's end links two others ("day-to-|day") or is a single letter.

    No word is divided behind its first letter: "five-a-|side".
    """
    links = before.endswith("-") and head.lower() in _LINKS
    return len(head) == 1 or (links and tail.lower().partition("-")[0] in english_words())


def _broken(lines: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Give the parts of what lines end inside, if a word is what goes on in the next one."""
    for line, following in pairwise(lines):
        head = _HYPHENATED.search(line.rstrip(SPACE)[-80:])
        tail = _WORD.match(following.lstrip(SPACE)) if head else None
        if head and tail:
            yield head.group(1), tail.group().partition("-")[0]
