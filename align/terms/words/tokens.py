"""Cuts a text into words and keeps where each of them stands.

Chinese has no spaces: its words come from the dictionary of jieba (by its port `rjieba`), without
the guessing of unknown words that makes the same name come out differently from line to line. Few
words in traditional characters are in the dictionary, so those are guessed. All other text is cut
at spaces and punctuation.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import regex
from rjieba import Jieba

from corpora.characters import HAN
from corpora.languages import base

Span = tuple[int, int]
"""The first character of a word and the one after its last."""

REMEMBERED = 50_000
"""So many of the strings between white space are not cut anew where they come again."""

_NO_CHINESE = frozenset(("ja", "ko"))
"""Languages whose Han characters are no Chinese words; each stands alone."""

_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))
"""The script, and the regions where it is written."""

_LETTER = rf"[^\W{HAN}]"
_TOKEN = regex.compile(
    rf"""
    (?P<han>[{HAN}]+)
    | \d+(?:[.,:/]\d+)+%?                         # 1,000  2.5%  12/3  10:30
    | (?:\p{{Lu}}\.){{2,}}                        # U.N.
    | {_LETTER}{{1,2}}['’](?={_LETTER}{{3}})           # l'assemblée
    | {_LETTER}+(?:(?:[-/.]|['’](?!s\b)){_LETTER}+)*  # well-known  A/RES/67/58  don't
    | ['’]s\b                                     # the possessive
    | [^\w\s\x1c-\x1f]                            # those are white space to Python
    """,
    regex.VERBOSE,
)


class Tokeniser:
    """Cuts texts into words, by a dictionary that can be told of more Chinese words."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        """Load the dictionary.

        Args:
            words: Chinese words that the document takes as one, such as its terms.
        """
        self._chinese = Jieba()
        for word in words:
            self._chinese.add_word(word, None, None)
        self._words_of_part = lru_cache(REMEMBERED)(self._cut)

    def spans(self, text: str, language: str) -> list[Span]:
        """Find the words and the punctuation marks of a text.

        Args:
            text: anything; white space parts words and belongs to none.
            language: a BCP 47 tag.

        Returns:
            The place of each word, in order, none empty and none over another.
        """
        alone = base(language) in _NO_CHINESE
        guessed = _is_traditional(language)
        spans: list[Span] = []
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            if match["han"] is None:
                spans.append((start, end))
            elif alone:
                spans += ((at, at + 1) for at in range(start, end))
            else:
                found = self._chinese.tokenize(match["han"], "default", guessed)
                spans += ((start + first, start + last) for _, first, last in found)
        return spans

    def words(self, text: str, language: str) -> list[str]:
        """Return the words and the punctuation marks of a text: those that `spans` finds, sooner.

        Args:
            text: as `spans` takes it.
            language: the same.
        """
        alone = base(language) in _NO_CHINESE
        guessed = _is_traditional(language)
        words: list[str] = []
        for part in text.split():
            words += self._words_of_part(part, alone, guessed)
        return words

    def _cut(self, part: str, alone: bool, guessed: bool) -> tuple[str, ...]:
        """Return the words of what stands between white space, which no word crosses."""
        words: list[str] = []
        for match in _TOKEN.finditer(part):
            if match["han"] is None:
                words.append(match[0])
            elif alone:
                words += match[0]
            else:
                words += self._chinese.cut(match[0], guessed)
        return tuple(words)


def tokenise(text: str, language: str) -> list[Span]:
    """Find the words and the punctuation marks of a text; see `Tokeniser.spans`."""
    return _plain().spans(text, language)


def words_of(text: str, language: str) -> list[str]:
    """Return the words and the punctuation marks of a text."""
    return _plain().words(text, language)


def _is_traditional(language: str) -> bool:
    subtags = language.replace("_", "-").lower().split("-")[1:]
    return "hans" not in subtags and not _TRADITIONAL.isdisjoint(subtags)


@cache
def _plain() -> Tokeniser:
    return Tokeniser()
