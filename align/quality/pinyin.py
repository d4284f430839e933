"""Chinese names in an English text: 何雨晴 is He Yuqing, by the sounds of its characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from align.quality.lexicon import Lexicon

FEWEST = 2
"""So many syllables a name has: one alone is too many other words, too."""

_LONGEST = 3
"""So many words are a name at most: Ouyang Xiu, Wang Jian Guo."""

_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")


@dataclass(frozen=True, slots=True)
class Spelled:
    """Where a name stands on both sides.

    Attributes:
        start: its first character in the Chinese text.
        end: the character behind its last one.
        words: its English words, in small letters as they are written.
    """

    start: int
    end: int
    words: tuple[str, ...]


def name_finder(english: str, lexicon: Lexicon) -> Callable[[str], Iterator[Spelled]]:
    """Return what finds names of an English text in runs of Chinese characters.

    A name is words of which the first has a capital letter; its syllables may stand apart or
    together, with marks of their tones or without.

    Args:
        english: the English text.
        lexicon: knows how characters are read.
    """
    words = _WORD.findall(english)
    names: list[tuple[list[str], list[str]]] = []  # what may be one: as written, and its letters
    for first, word in enumerate(words):
        if word[0].isupper() and lexicon.is_pinyin(_letters(word)):
            written = words[first : first + _LONGEST]
            names.append((written, list(map(_letters, written))))

    def find(run: str) -> Iterator[Spelled]:
        if not names:
            return
        readings = [lexicon.readings(sign) for sign in run]
        for written, letters in names:
            for start in range(len(run) - FEWEST + 1):
                if any(map(letters[0].startswith, readings[start])):
                    end, count = _longest(letters, readings[start:])
                    if end >= FEWEST:
                        name = tuple(word.lower() for word in written[:count])
                        yield Spelled(start, start + end, name)

    return find


def _longest(words: Sequence[str], readings: Sequence[frozenset[str]]) -> tuple[int, int]:
    """Return how many characters, and whole words, the words spell at most from their first on."""
    ends = {0}
    best = (0, 0)
    for count, word in enumerate(words, start=1):
        states = {(end, 0) for end in ends}
        ends = set()
        while states:
            at, written = states.pop()
            if written == len(word):
                ends.add(at)
            elif at < len(readings):
                states |= {
                    (at + 1, written + len(sound))
                    for sound in readings[at]
                    if word.startswith(sound, written)
                }
        if not ends:
            break
        best = max(ends), count
    return best


def _letters(word: str) -> str:
    """Return the letters of a word without marks, in small letters."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
