"""Cuts an expression into tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tmx.errors import TmxError

MOST_CHARACTERS = 10_000
"""Longer expressions are refused."""

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<text>"(?:[^"]|"")*"|'(?:[^']|'')*')
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<sign>[<>=!]=|[<>=+\-*/%(),\[\]])
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A piece of an expression.

    Attributes:
        kind: "number", "text", "word", "sign" or, behind the last one, "end".
        written: its characters.
        place: that of its first character in the expression, the first 1.
    """

    kind: str
    written: str
    place: int

    def __str__(self) -> str:
        """Return how a message calls it."""
        return "the end" if self.kind == "end" else repr(self.written)


def tokenise(expression: str) -> Iterator[Token]:
    """Give the tokens of an expression, and one of kind "end" behind them.

    Raises:
        TmxError: it is too long, holds undecoded bytes, or has a character that begins no token.
    """
    if len(expression) > MOST_CHARACTERS:
        raise TmxError(f"the expression is longer than {MOST_CHARACTERS:,} characters")
    if not _is_unicode(expression):
        raise TmxError("the expression is not in the encoding of this terminal")
    place = 0
    while place < len(expression):
        match = _TOKEN.match(expression, place)
        if match is None:
            raise error_at(place + 1, _what_is_wrong(expression[place]))
        if match.lastgroup and match.lastgroup != "space":
            yield Token(match.lastgroup, match.group(), place + 1)
        place = match.end()
    yield Token("end", "", place + 1)


def _is_unicode(text: str) -> bool:
    """Tell whether a text is free of halves of surrogate pairs: bytes that were not decoded."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def error_at(place: int, what: str) -> TmxError:
    """Return the error of an expression at a character, the first 1."""
    return TmxError(f"the expression, at character {place}: {what}")


def _what_is_wrong(character: str) -> str:
    if character in "\"'":
        return f"the text that begins with {character} has no end"
    if character in "“”‘’「」":
        return f"{character} is no quotation mark here; write \" or '"
    return f"{character!r} has no meaning here"
