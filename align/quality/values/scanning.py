"""Finding what most texts have none of, fast."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def matches(pattern: re.Pattern[str], first: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give the matches of a pattern, as `finditer` does.

    A pattern that begins with alternatives or by looking behind is tried at each place of a text;
    a set of characters is searched for many times faster.

    Args:
        pattern: what is looked for; it matches no empty text.
        first: a set of characters, one of which each match begins with.
        text: the text.
    """
    at = 0
    while begin := first.search(text, at):
        match = pattern.match(text, begin.start())
        at = match.end() if match else begin.end()
        if match:
            yield match


def covered(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the places of a text that spans cover, so that many are looked up fast."""
    return {place for start, end in spans for place in range(start, end)}


def any_of(words: Iterable[str], then: str = "") -> str:
    """Return a regular expression for any of some words, the longest that fits.

    Listed one after the other, all would be tried at each place of a text. Here words that begin
    alike share their beginning; so one that can't be there is passed over with its first character,
    and a search skips to the characters that some word begins with, where these are literal.

    Args:
        words: none of them empty.
        then: what is tested behind the first character; to look behind it there, rather than at
            each place of a text, keeps a search fast.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(sign) + then + _rest(rest) for sign, rest in rests.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _rest(words: list[str]) -> str:
    longer = [word for word in words if word]
    if not longer:
        return ""
    return any_of(longer) if len(longer) == len(words) else f"(?:{any_of(longer)})?"
