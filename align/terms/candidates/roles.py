"""The part that a word may have in a term, by lists of words and by a segmenter's tags."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from importlib import resources


class Role(IntEnum):
    """Where a word may stand in a term.

    Attributes:
        BREAK: in none.
        LINK: between two others ("of", 的).
        WEAK: anywhere, but a term seldom begins or ends with it: a verb, or a word so general that
            it tells nothing ("existing", 努力).
        QUALIFIER: anywhere, but a term seldom ends with it: an adjective.
        CONTENT: anywhere.
    """

    BREAK = 0
    LINK = 1
    WEAK = 2
    QUALIFIER = 3
    CONTENT = 4


_QUALIFYING = ("a", "b")
_NOMINAL = ("n", "v", "j", "l", "i", "s", "t", "eng", "h", "k", "zg", "x", "z")
_INNER = ("uj", "c", "d")  # 的, conjunctions, adverbs


@cache
def listed_roles(language: str) -> dict[str, Role]:
    """Return the roles of the words that are listed for a language, by the words in lower case.

    Args:
        language: its code without script or country ("zh"); a language without a list has none.
    """
    file = resources.files("align.terms.candidates").joinpath(f"words.{language}.txt")
    if not file.is_file():
        return {}
    roles: dict[str, Role] = {}
    for line in file.read_text("utf-8").splitlines():
        name, _, words = line.partition("\t")
        if not name.startswith("#"):
            roles.update(dict.fromkeys(words.split(), Role[name.upper()]))
    return roles


def role_of_tag(tag: str) -> Role:
    """Return the role of a Chinese word by its part of speech in the tags of ICTCLAS."""
    if tag in _QUALIFYING:
        return Role.QUALIFIER
    if tag.startswith(("a", *_NOMINAL)):
        return Role.CONTENT
    return Role.LINK if tag in _INNER else Role.BREAK


_ADJECTIVE = re.compile(r".{3,}(?:al|ic|ive|ous|able|ible|ful|less|ary|ward|est|ly)|.{4,}ed")


def role_of_ending(word: str) -> Role:
    """Return the role of an English word that is not listed, by its ending."""
    return Role.QUALIFIER if _ADJECTIVE.fullmatch(word) else Role.CONTENT
