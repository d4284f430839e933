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
from typing import NamedTuple

import regex

_UNSPACED = (
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}"
)
_CHARACTER = rf"[[\p{{L}}\p{{N}}]&&[{_UNSPACED}]]\p{{M}}*"
_LETTERS = rf"[[\p{{L}}\p{{N}}]--[{_UNSPACED}]][[\p{{L}}\p{{N}}\p{{M}}]--[{_UNSPACED}]]*"
_WORD = rf"{_LETTERS}(?:['’]{_LETTERS}|(?<=\p{{N}})[.,]{_LETTERS})*"
_SPACE = r"\s\x1c-\x1f"  # what str.isspace says
_TOKENS = regex.compile(rf"{_CHARACTER}|{_WORD}|[^{_SPACE}]", regex.V1)
_PIECES = regex.compile(rf"{_CHARACTER}|{_WORD}|[{_SPACE}]+|[^{_SPACE}]", regex.V1)
_KINDS = regex.compile(rf"(?P<character>{_CHARACTER})|(?P<word>[\p{{L}}\p{{N}}])", regex.V1)
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
        Token(*match.span(), fold(match.group()), _kind(match.group()))
        for match in _TOKENS.finditer(text)
    ]


def folded_tokens(text: str) -> list[str]:
    """Return the tokens of a text in the form in which they are compared."""
    return [fold(token) for token in _TOKENS.findall(text)]


def joined(token: Token, following: Token) -> bool:
    """Whether two tokens are characters of a script without spaces that stand side by side."""
    return token.kind == following.kind == "character" and token.end == following.start


def searchable(tokens: Sequence[Token]) -> list[Token]:
    """Return those tokens that can be searched for: all but the signs."""
    return [token for token in tokens if token.kind is not None]


def tokens_and_terms(text: str) -> tuple[list[str], list[str]]:
    """Return the folded tokens of a text, and the terms under which it is found.

    There is a term for each searchable token. A word is a term. A character of a script without
    spaces makes one with the character that is joined to it, or alone where none is. So any
    characters are found as a phrase of the pairs that they make, and a single one by the beginning
    of the pairs.
    """
    tokens: list[str] = []
    terms: list[str] = []
    after_character = False
    for piece in _PIECES.findall(text):
        if piece.isspace():
            after_character = False
            continue
        folded, kind = fold(piece), _kind(piece)
        tokens.append(folded)
        if after_character and kind == "character":
            terms[-1] += folded
        if kind is not None:
            terms.append(folded)
        after_character = kind == "character"
    return tokens, terms


@lru_cache(maxsize=1 << 16)
def _kind(token: str) -> str | None:
    match = _KINDS.match(token)
    return None if match is None else match.lastgroup
