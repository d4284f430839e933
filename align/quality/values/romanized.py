"""Numerals inside Chinese names, whose other side has their sounds: 十三行 is Shihsanhang."""

from __future__ import annotations

import re

_SOUNDS = {
    "一": "yi|i", "二": "er|erh", "三": "san", "四": "si|ssu|szu", "五": "wu", "六": "liu|lu",
    "七": "qi|ch['’]?i", "八": "ba|pa", "九": "jiu|chiu", "十": "shi|shih", "百": "bai|pai",
    "千": "qian|ch['’]?ien", "万": "wan", "萬": "wan",
}  # fmt: skip
"""How a sign is written in pinyin and by Wade and Giles."""

_FEWEST = 2
"""One syllable alone begins too many names."""


def is_romanized(numeral: str, text: str) -> bool:
    """Whether a name of a text begins with the sounds of a Han numeral of two signs or more.

    Args:
        numeral: the numeral.
        text: the text in another language.
    """
    if len(numeral) < _FEWEST or any(sign not in _SOUNDS for sign in numeral):
        return False
    sounds = "[- ]?".join(f"(?:{_SOUNDS[sign]})" for sign in numeral)
    return any(
        name[0][0].isupper() for name in re.finditer(rf"\b{sounds}", text, flags=re.IGNORECASE)
    )
