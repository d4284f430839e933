"""Technical values: figures with their units, and the names of standards beside them."""

from __future__ import annotations

import re

from align.quality.values.parts import find_parts

_LONGEST = 200
"""No value is longer."""

_STOPS = ",;:，；：、"
_AROUND = _STOPS + "()[]{}<>（）\"'“”‘’″′"
_BETWEEN_PIECES = re.compile(r"[-‐‑–—/+&×*.:~_]+")
_OHMS_AND_MICRO = "ΩΩµμ"
_UNIT = re.compile(
    # What has no vowel is no word of English; some signs of units with one.
    rf"[b-df-hj-np-tv-xzA-Z{_OHMS_AND_MICRO}][b-df-hj-np-tv-xz{_OHMS_AND_MICRO}]{{0,3}}"
    r"|m?bar|[dp]pi|ha|min|mol|oz|Pa|rad|[µμ]A"
)
_PIECE = re.compile(
    # An abbreviation (longer words in capitals are mostly headings), or a capital inside: HDMI, mA.
    r"[A-Z]{1,5}s?|[A-Za-z]*(?:[a-z][A-Z]|[A-Z]{2}[a-z])[A-Za-z]*"
)
_SHORTENED = re.compile(r"[A-Z][a-z](?:-[A-Z][a-z])+\d?[A-Z]?")
"""Words that are cut to their heads: Wi-Fi, Hi-Fi."""

_WORD_INSIDE = re.compile("[a-z]{3}")
_FIGURE = re.compile(r"\d+")


def is_of_values(text: str) -> bool:
    """Tell whether a text is of nothing but technical values: "24 V DC ± 10 %", "Wi-Fi 6E + GPS".

    Each of its words is a figure or holds one, is a unit behind one, is an abbreviation in
    capitals, or has a capital inside. Abbreviations one behind the other may be a heading, and so
    may the name of a part with its number ("PART 2"); these are none.
    """
    if len(text) > _LONGEST or find_parts(text, "en"):
        return False
    behind_figure = behind_capitals = False
    for word in text.split():
        token = word.strip(_AROUND)
        capitals = False
        if any(map(str.isalpha, token)) and not (behind_figure and _is_unit(token)):
            capitals = token.isalpha() and token.isupper()
            if not _is_value(token) or (capitals and behind_capitals):
                return False
        behind_figure = any(map(str.isdigit, token))
        behind_capitals = capitals and word[-1] not in _STOPS
    return True


def _is_unit(token: str) -> bool:
    """Whether a word is a unit, or one by another: bps, kg/h."""
    return all(map(_UNIT.fullmatch, token.split("/")))


def _is_value(token: str) -> bool:
    """Whether a word with letters is a value by itself."""
    if not all(sign.isascii() or sign in _OHMS_AND_MICRO for sign in token if sign.isalpha()):
        return False
    if token == "x" or _SHORTENED.fullmatch(token):
        return True
    return all(map(_is_piece, _BETWEEN_PIECES.split(token)))


def _is_piece(piece: str) -> bool:
    if not any(map(str.isalpha, piece)) or _PIECE.fullmatch(piece):
        return True
    if not any(map(str.isdigit, piece)):
        return False
    return not _WORD_INSIDE.search(piece) or bool(_UNIT.fullmatch(_FIGURE.sub("", piece, count=1)))
