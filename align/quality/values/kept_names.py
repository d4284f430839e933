"""Names in Chinese that a text in an alphabet gives in Chinese, and says that it does."""

from __future__ import annotations

import re

from corpora.characters import HAN

_NAME = re.compile(f"(?>[{HAN}](?:[{HAN}·・（）()]*[{HAN}）)])?)(?![，。；！？,])")
_OPENING = "[\"'“‘「『《(（]"
_LABEL = re.compile(
    r"(?:\b(?:names?|titles?|trade ?marks?)\b"
    r"|\bin (?:(?:simplified|traditional) )?Chinese\b"
    r"|\bChinese(?: (?:term|text|version|form|spelling|characters?|wording|equivalent))?"
    r"(?=\s*[:：]))"
    rf"[^.;:：!?；。]{{0,60}}[:：]\s*{_OPENING}?$",
    re.IGNORECASE,
)
"""What a label before a name says: "Registered name of the Company:"."""

_PHRASE = re.compile(
    r"(?:\b(?:called|named|titled|entitled|known as|referred to as|renamed)"
    r"|\b(?:names?|titles?|word|term|characters?)(?: (?:is|was|of))?"
    r"|\b(?:in|its) Chinese(?: (?:name|title|characters?))?(?: (?:is|was))?)"
    rf"(?:,? (?:in Chinese|as))?,?\s*{_OPENING}?$",
    re.IGNORECASE,
)
"""What stands right before a name that is a part of the sentence: "is called", "known as"."""

_QUOTED = re.compile("[\"'“‘「『《]$"), re.compile("[\"'”’」』》]")
_FAR = 120
"""So far before a name its label is looked for."""

_SHORT = 12
"""So many characters between quotation marks alone are no name any more."""

_HAN = re.compile(f"[{HAN}]")
_MARKS = re.compile(r"[\W_]+")
_LATIN_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS = 2
"""So many words of its own a text has at least."""


def without_kept_names(text: str, chinese: str) -> str:
    """Return a text in an alphabet with spaces for the names that it rightly gives in Chinese.

    The Chinese text has each of them word for word, and more than that. That it is a name is said
    before it, by a label ("Name in Chinese:") or a phrase ("known as"), or by quotation marks
    around few characters. A sentence, which has marks within or behind it, is none.

    Args:
        text: the text.
        chinese: the Chinese one.
    """
    if len(_LATIN_WORD.findall(_HAN.sub(" ", text))) < _WORDS:
        return text
    said = _MARKS.sub("", chinese)

    def kept(match: re.Match[str]) -> str:
        name = _MARKS.sub("", match.group())
        is_kept = name in said and name != said and _is_said_to_be_name(match)
        return " " * len(match.group()) if is_kept else match.group()

    return _NAME.sub(kept, text)


def _is_said_to_be_name(name: re.Match[str]) -> bool:
    before = name.string[max(0, name.start() - _FAR) : name.start()]
    if _LABEL.search(before) or _PHRASE.search(before):
        return True
    opening, closing = _QUOTED
    quoted = opening.search(before) and closing.match(name.string, name.end())
    return bool(quoted) and len(name.group()) < _SHORT
