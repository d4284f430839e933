"""Finding the matches of a pattern that most texts have none of, fast."""

from __future__ import annotations

import re
from collections.abc import Iterator


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
