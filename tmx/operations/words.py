"""Counts words as word processors do, in any script."""

from __future__ import annotations

import re

# Han with its repetition mark and zero, kana with half-width forms: each sign counts as a word.
_SIGNS = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W_{_SIGNS}]"
_WORD = re.compile(rf"[{_SIGNS}]|{_LETTER}+(?:['’.,:/@\-_]{_LETTER}+)*")


def count_words(text: str) -> int:
    """Return how many words a text has.

    A word is a run of letters and digits; apostrophes, hyphens and the like inside it don't end
    it ("UN's", "67/58", "3.5", "well-known"). Of Chinese and Japanese, which have no spaces,
    every character counts as a word, and punctuation doesn't: so word processors and CAT tools
    count them. Thai, Lao, Khmer and Burmese have no spaces either; there a run up to the next
    space counts as one.
    """
    return len(_WORD.findall(text))
