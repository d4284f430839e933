"""UTF-8 with a few bytes that are not.

A text that was joined from two files, cut off in the middle of a character, or written by a
program that encodes each half of a surrogate pair, is in no encoding. It is refused with the place
of the damage, not read with U+FFFD in its stead: what a memory holds is the document's own text,
and a reader would have to look for the place anyway.
"""

from __future__ import annotations

import re

_ASCII = bytes(range(128))
_LINE_END = re.compile(rb"\r\n|[\r\n]")
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half of a surrogate pair. Some databases write each character beyond U+FFFF as two of them."""

_FEWEST = 6
_MOST_BAD = 0.2
"""Bad bytes for each character beyond ASCII, without those of surrogates. Of lines in other
encodings, Chinese in EUC-JP comes nearest by chance, with 0.5."""


def describe_damage(data: bytes) -> str:
    """Say where a text that is UTF-8 but for some bytes is damaged, and what to do.

    Returns:
        What a message goes on with behind the file's name; "" for UTF-8 without damage and for
        what is not UTF-8 at all.
    """
    if b"\0" in data:
        return ""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        place = error.start
        is_cut_off = error.end == len(data) and error.reason == "unexpected end of data"
    else:
        return ""
    text = data.decode(errors="ignore")
    count = len(data) - len(text.encode())
    good = len(text) - (len(data) - len(data.translate(None, _ASCII)))
    surrogates = sum(map(len, _SURROGATE.findall(data)))
    if good < _FEWEST or count - surrogates > _MOST_BAD * good:
        return ""
    line = len(_LINE_END.findall(data[:place])) + 1
    where = f"line {line:,} (byte {place:,}, 0x{data[place]:02x})"
    if is_cut_off:
        return (
            f"is UTF-8, but ends inside a character, in {where}; get the whole text, or mend its"
            " end in a text editor and save the file as UTF-8"
        )
    bytes_are = "1 byte is" if count == 1 else f"{count:,} bytes are"
    them = "it" if count == 1 else "them"
    return (
        f"is UTF-8, but {bytes_are} not, {'the first ' if count > 1 else ''}in {where}; mend {them}"
        " in a text editor and save the file as UTF-8"
    )
