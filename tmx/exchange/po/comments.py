"""What a catalogue says of an entry in its comments."""

from __future__ import annotations

import re

from tmx.exchange.facts import Fact, is_key

CONTEXT, FLAGS, LOCATION, PLURAL = "x-context", "x-flags", "x-location", "x-plural"
"""The types of the properties that PO has places of its own for."""

NUMBERED = "duiqi:"
"""What a context begins with that only tells two entries apart."""

_ESCAPE = re.compile(r"\\(?:([\\n])|u([0-9a-f]{4})|U([0-9a-f]{8}))")
_FACT = re.compile(r"([^ ]*):(?: (.*))?", re.DOTALL)
_SCOPES = ("source", "target")


def comment_of(key: str, value: str) -> str:
    r"""Return a fact as one line of a comment, "key: value".

    A line break becomes \n, a backslash \\, and what a comment does not keep \uXXXX.
    """
    name = _escaped(key).replace(" ", r"\u0020")
    return f"{name}: {_escaped(value)}"


def fact_of(line: str) -> tuple[str, Fact] | None:
    """Return the fact of a line of a comment, with its scope, or None where the line is none.

    The scope is "source" or "target" for what is known of a variant, "" for the unit.
    """
    match = _FACT.fullmatch(line)
    if match is None:
        return None
    key, value = (_ESCAPE.sub(_resolved, part or "") for part in match.groups())
    scope, slash, rest = key.partition("/")
    if slash and scope in _SCOPES:
        key = rest
    else:
        scope = ""
    return (scope, (key, value)) if is_key(key) else None


def is_simple(text: str) -> bool:
    """Whether a text comes back out of comments as it is."""
    return all(line and line.isprintable() and line == line.strip() for line in text.split("\n"))


def _escaped(text: str) -> str:
    pieces = []
    last = len(text) - 1
    for place, character in enumerate(text):
        code = ord(character)
        if character == "\\":
            pieces.append("\\\\")
        elif character == "\n":
            pieces.append("\\n")
        elif character.isprintable() and (character != " " or 0 < place < last):
            pieces.append(character)
        else:
            pieces.append(f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
    return "".join(pieces)


def _resolved(match: re.Match[str]) -> str:
    if match[1]:
        return "\n" if match[1] == "n" else "\\"
    return chr(int(match[2] or match[3], 16))
