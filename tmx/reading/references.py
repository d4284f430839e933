"""Character references to what XML lacks: &#x1F; or half of a surrogate pair."""

from __future__ import annotations

import re

from tmx.text import stand_in

_RUN = re.compile(rb"(?:&#(?:[0-9]+|x[0-9a-fA-F]+);)+")
_ONE = re.compile(rb"&#(?:([0-9]+)|x([0-9a-fA-F]+));")
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
_LAST = 0x10FFFF


def mend_references(data: bytes) -> tuple[bytes, list[int]]:
    """Replace character references that XML refuses.

    What they refer to is mended as `tmx.text` tells; two halves of a pair become one character.

    Args:
        data: a piece of a file in UTF-8.

    Returns:
        The piece without them, and the indices of `data` where they stood.
    """
    places: list[int] = []
    pieces: list[bytes] = []
    position = 0

    def mend(match: re.Match[bytes]) -> bytes:
        codes = [_code(one) for one in _ONE.finditer(match.group())]
        if all(map(_is_legal, codes)):
            return match.group()
        places.append(position + match.start())
        return _written(codes).encode()

    while position < len(data):
        cdata = data.find(_CDATA, position)
        end = len(data) if cdata < 0 else cdata
        pieces.append(_RUN.sub(mend, data[position:end]))
        position = end
        if cdata >= 0:
            close = data.find(_CDATA_END, cdata)
            end = len(data) if close < 0 else close
            pieces.append(data[position:end])
            position = end
    return b"".join(pieces), places


def _code(reference: re.Match[bytes]) -> int:
    digits, base = (reference[1], 10) if reference[1] else (reference[2], 16)
    digits = digits.lstrip(b"0")
    return int(digits or b"0", base) if len(digits) < 8 else _LAST + 1


def _is_legal(code: int) -> bool:
    return (
        code in (9, 10, 13)
        or 0x20 <= code < 0xD800
        or 0xE000 <= code < 0xFFFE
        or 0x10000 <= code <= _LAST
    )


def _written(codes: list[int]) -> str:
    """Return characters for code points, as the content of an element or an attribute."""
    pieces: list[str] = []
    high: int | None = None
    for code in codes:
        if high is not None and 0xDC00 <= code < 0xE000:
            pieces[-1] = chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
            high = None
            continue
        high = code if 0xD800 <= code < 0xDC00 else None
        if code > _LAST:
            pieces.append("\ufffd")
        else:
            pieces.append(f"&#{code};" if _is_legal(code) else stand_in(chr(code)))
    return "".join(pieces)
