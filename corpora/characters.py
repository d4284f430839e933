"""What counts as a Chinese character: the one range that all of corpora goes by.

Two questions are kept apart. Whether a character *is Han* (a word, or a part of one, as a letter
is) asks for ideographs only. Whether it is *unspaced* asks how lines are joined and columns are
counted: kana, and the punctuation and full-width forms that stand in a Chinese line, count too.
"""

from __future__ import annotations

import re

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""All ideographs, for a character class of a regular expression.

The numeral 〇, the unified ideographs with extension A, the compatibility ideographs, and planes
2 and 3, which Unicode keeps for the further extensions. Radicals, kana and punctuation are none.
"""

UNSPACED = r"\u2e80-\u303f\u3041-\u312f\u31a0-\u31ff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6" + HAN
"""All characters between which a line may break and no space stands, for a character class.

Ideographs and their radicals, kana, bopomofo, the punctuation of Chinese and the full-width forms;
not Hangul, whose words are set apart by spaces.
"""

_HAN_CHARACTER = re.compile(f"[{HAN}]")
_UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")


def is_han(character: str) -> bool:
    """Tell whether this is an ideograph; "" is none."""
    return _HAN_CHARACTER.match(character) is not None


def is_unspaced(character: str) -> bool:
    """Tell whether this takes the place of a Chinese character in a line; "" does not."""
    return _UNSPACED_CHARACTER.match(character) is not None
