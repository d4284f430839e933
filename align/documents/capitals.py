"""Text in capitals: encoders read it badly, so it is compared as if it were written as usual.

An encoder has seen few words in capitals, and cuts them into pieces that mean little to it: so
"FUNCTIONS AND POWERS" is to it hardly nearer to its translation than any other short heading is.
"""

from __future__ import annotations

MOST_CAPITALS = 4
"""Letters up to which a text in capitals is taken for an abbreviation, and not for a heading."""


def is_in_capitals(text: str) -> bool:
    """Whether a paragraph, or a line, is all in capitals, and longer than an abbreviation.

    Where there are letters without case, such as Chinese ones, it is not.
    """
    if not text.isupper():
        return False
    letters = [character for character in text if character.isalpha()]
    return len(letters) > MOST_CAPITALS and all(map(str.isupper, letters))
