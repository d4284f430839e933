"""Cuts text into what is compared and searched: words, characters of Chinese, signs.

A token is one character of a script that is written without spaces (Chinese, Japanese, Thai and
its neighbours), one word or number of any other, or one punctuation mark or symbol. White space is
no token. Tokens are compared folded: full-width as half-width and without case (Unicode's NFKC and
case folding), curved quotes as straight ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import regex

_UNSPACED = (
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}"
)
_CHARACTER = rf"[[\p{{L}}\p{{N}}]&&[{_UNSPACED}]]\p{{M}}*"
_LETTERS = rf"[[\p{{L}}\p{{N}}]--[{_UNSPACED}]][[\p{{L}}\p{{N}}\p{{M}}]--[{_UNSPACED}]]*"
_WORD = rf"{_LETTERS}(?:['’]{_LETTERS}|(?<=\p{{N}})[.,]{_LETTERS})*"
_TOKEN = regex.compile(rf"(?P<character>{_CHARACTER})|(?P<word>{_WORD})|\S", regex.V1)
_QUOTES = str.maketrans("‘’‛“”„‟", '\'\'\'""""')


class Token(NamedTuple):
    """A token and where it stands.

    Attributes:
        start: the position of its first character.
        end: the position behind its last character.
        folded: the form in which it is compared.
        kind: "character" of a script without spaces, "word" of another, or None: a sign.
    """

    start: int
    end: int
    folded: str
    kind: str | None


@lru_cache(maxsize=1 << 16)
def fold(token: str) -> str:
    """Return the form in which a token is compared; never empty, and without white space."""
    folded = unicodedata.normalize("NFKC", token.translate(_QUOTES)).casefold()
    return "".join(folded.split()) or token


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a text."""
    return [
        Token(match.start(), match.end(), fold(match.group()), match.lastgroup)
        for match in _TOKEN.finditer(text)
    ]


def folded_tokens(text: str) -> list[str]:
    """Return the tokens of a text in the form in which they are compared."""
    return [token.folded for token in tokenise(text)]


def joined(token: Token, following: Token) -> bool:
    """Whether two tokens are characters of a script without spaces that stand side by side."""
    return token.kind == following.kind == "character" and token.end == following.start


def searchable(tokens: Sequence[Token]) -> list[Token]:
    """Return those tokens that can be searched for: all but the signs."""
    return [token for token in tokens if token.kind is not None]


def search_terms(tokens: Sequence[Token]) -> list[str]:
    """Return the terms of searchable tokens in a full-text index, one for each.

    A word is a term. A character of a script without spaces makes one with the character that is
    joined to it, or alone where none is. So any characters are found as a phrase of the pairs that
    they make, and a single one by the beginning of the pairs.
    """
    terms = [token.folded for token in tokens]
    for place, (token, following) in enumerate(pairwise(tokens)):
        if joined(token, following):
            terms[place] += following.folded
    return terms
