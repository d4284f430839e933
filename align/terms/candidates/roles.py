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
        JOIN: between two others that stand side by side ("and", 和).
        WEAK: anywhere, but a term seldom begins or ends with it: a verb, or a word so general that
            it tells nothing ("existing", 努力).
        QUALIFIER: anywhere, but a term seldom ends with it: an adjective.
        CONTENT: anywhere.
        GENERAL: anywhere, but it tells too little to be a term by itself (措施, "report").
        VERB: anywhere; a Chinese verb, which may stand for a noun (谈判, "negotiation").
    """

    BREAK = 0
    LINK = 1
    JOIN = 2
    WEAK = 3
    QUALIFIER = 4
    CONTENT = 5
    GENERAL = 6
    VERB = 7


_QUALIFYING = ("b",)
_NOMINAL = ("n", "v", "j", "l", "i", "s", "t", "eng", "h", "k", "zg", "x", "z")
_VERB = "verb"  # the name of a line of English verbs that are no nouns; their forms are made here
_VOWELS = "aeiou"
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
        if name == _VERB:
            for verb in words.split():
                roles.update(dict.fromkeys(with_s(verb), Role.BREAK))
                roles.update(dict.fromkeys(_ing(verb), Role.QUALIFIER))
        elif name == Role.GENERAL.name.lower():
            for noun in words.split():
                roles.update(dict.fromkeys(with_s(noun), Role.GENERAL))
        elif not name.startswith("#"):
            roles.update(dict.fromkeys(words.split(), Role[name.upper()]))
    return roles


def with_s(word: str) -> tuple[str, ...]:
    """Return a word and, of an English one, its plural or its form of the third person."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word, f"{word[:-1]}ies"
    return word, word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _ing(verb: str) -> tuple[str, ...]:
    """Return what the ending -ing may make of an English verb; one of them is a word."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return (f"{verb[:-1]}ing",)
    return f"{verb}ing", f"{verb}{verb[-1]}ing"


def role_of_tag(tag: str) -> Role:
    """Return the role of a Chinese word by its part of speech in the tags of ICTCLAS."""
    if tag in _QUALIFYING:
        return Role.QUALIFIER
    if tag == "v":
        return Role.VERB
    if tag.startswith(("a", *_NOMINAL)):
        return Role.CONTENT
    return Role.LINK if tag in _INNER else Role.BREAK


_ADVERB = re.compile(r".{3,}ly")
_ADJECTIVE = re.compile(r".{3,}(?:al|ic|ive|ous|able|ible|ful|less|ary|ward|est)|.{4,}ed")


def role_of_ending(word: str) -> Role:
    """Return the role of an English word that is not listed, by its ending."""
    if _ADVERB.fullmatch(word):
        return Role.WEAK
    return Role.QUALIFIER if _ADJECTIVE.fullmatch(word) else Role.CONTENT
