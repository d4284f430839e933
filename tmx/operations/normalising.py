"""Text as it is compared where small differences do not count; it is never written out."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_BESIDE_HAN = re.compile(
    "(?<=[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]) "
    "| (?=[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」〝〞〟", '"') | dict.fromkeys("‘’‚‛‹›『』´", "'"))
_END = ".。!?:;,、…· "


def normalised(text: str) -> str:
    """Return a text without what often differs and seldom matters.

    These are one: upper and lower case; full-width and half-width forms (NFKC); all white space,
    which does not count at all at the ends or beside a Chinese character; all double and all
    single quotation marks. Punctuation at the end is dropped, unless there is nothing else.
    """
    if text.isascii():  # the same, several times as fast
        spaced = " ".join(text.lower().split())
    else:
        folded = unicodedata.normalize("NFKC", text.translate(_QUOTES)).casefold()
        spaced = _BESIDE_HAN.sub("", _SPACE.sub(" ", folded)).strip()
    return spaced.rstrip(_END) or spaced
