"""Words that a text may share with its translation: names, numbers, cognates.

Languages of one script write them alike, and even a text in another script has numbers and
foreign names. Words are compared by their first four letters, without accents and capitals (Simard,
Foster and Isabelle, 1992); what has a digit in it is compared as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

FIRST = 4
"""How many letters of a word are compared."""

# Scripts that set words apart; from Thai to Burmese and in East Asia the others stand, but for
# Georgian and Ethiopic between them and for Korean.
_WORD = re.compile("[0-9A-Za-z\u00aa-\u0dff\u10a0-\u177f\u1800-\u1fff\uac00-\ud7af]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of n clauses.

    Attributes:
        codes: shape (w,), a code for each word, in order; the same for words that are alike.
        starts: shape (n + 1,), the first word of each clause; w behind the last one.
    """

    codes: Ints
    starts: Ints


def find_words(texts: Sequence[str]) -> Words:
    """Find the words of clauses."""
    known: dict[str, int] = {}
    codes: list[int] = []
    starts = [0]
    for text in texts:
        for word in _WORD.findall(unicodedata.normalize("NFKC", text)):
            if word not in known:
                known[word] = _code(word)
            codes.append(known[word])
        starts.append(len(codes))
    return Words(np.array(codes, dtype=np.int64), np.array(starts))


def _code(word: str) -> int:
    """A code that is the same in every process, for all words that are compared as equal."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    key = letters if any(map(str.isdigit, letters)) else letters[:FIRST]
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
