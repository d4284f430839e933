"""The bytes of a memory as clean UTF-8: any encoding, and only characters that XML has.

The bytes themselves go before what the file says of its encoding: a byte order mark, or zeros
where UTF-16 and UTF-32 have them, settle it; a file without any is in the encoding that it
declares, or in UTF-8. Characters that XML lacks are mended as `tmx.text` tells, bytes that are no
text become U+FFFD, and surrogates that old Java programs encoded one by one become one character.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from tmx.encodings import find_unicode, largest
from tmx.errors import TmxError
from tmx.reading.unpacking import PackingError
from tmx.text import cited, stand_in

_BLOCK = 1 << 15  # bytes read at once
_DECLARED = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']""")
_WIDE = re.compile("utf-?(16|32)-?([lb]e)?|(iso-10646-)?ucs-?[24]|unicode", re.IGNORECASE)
_PROBE = b"<?xml version='1.0'?>\\x41+AGE-&~\"azAZ09"
_CONTROLS = bytes({*range(32), 127} - {9, 10, 13, 127})
_NONCHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_LACKING = re.compile(
    "(\udced[\udca0-\udcaf][\udc80-\udcbf]\udced[\udcb0-\udcbf][\udc80-\udcbf])"  # a pair, in bytes
    "|[\udc80-\udcff]+"  # bytes that are no text
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)
_FOREIGN = 20  # one byte in so many that is no UTF-8: the file is in another encoding
_ERRORS = "tmx.bytes-kept"


@dataclass(frozen=True, slots=True)
class Mend:
    """A character, or a run of bytes, that was mended.

    Attributes:
        index: where its stand-in is, in the bytes of the block.
        shift: how many bytes longer it was in the file, in the file's encoding.
        what: how a message calls it.
    """

    index: int
    shift: int
    what: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a file in clean UTF-8.

    Attributes:
        data: whole characters.
        mends: what was mended, in its order.
    """

    data: bytes
    mends: tuple[Mend, ...] = ()


class Decoder:
    """Gives a file as clean UTF-8, block by block.

    Attributes:
        encoding: the file's encoding, as Python names it.
        mark: the length of its byte order mark.
    """

    def __init__(self, read: Callable[[int], bytes], name: str) -> None:
        """Look at the first bytes.

        Raises:
            TmxError: the encoding that is declared is none that Python knows.
        """
        self._read = read
        self._name = name
        self._broken: PackingError | None = None
        self._final = False
        self._rest = b""  # of UTF-8: the beginning of a character
        self._ahead = self._first()
        self.encoding, self.mark = _encoding(self._ahead, name)
        self._ahead = self._ahead[self.mark :]
        self._is_first = True
        self._decode = codecs.getincrementaldecoder(self.encoding)(_ERRORS).decode

    def block(self) -> Block | None:
        """Return the next block, or None at the end.

        Raises:
            PackingError: the file can't be unpacked further.
            TmxError: the file is in no encoding that it declares.
        """
        while not self._final:
            if self._broken is not None and not self._ahead:
                raise self._broken
            data, self._ahead = self._ahead or self._read(_BLOCK), b""
            self._final = not data
            block = self._utf8(data) if self.encoding == "utf-8" else self._other(data)
            self._is_first = False
            if block.data:
                return block
        return None

    def length(self, data: bytes) -> int:
        """Return how many bytes whole characters of clean UTF-8 take in the file's encoding."""
        if self.encoding == "utf-8":
            return len(data)
        return self._length(data.decode("utf-8", "ignore"))

    def _first(self) -> bytes:
        data = b""
        try:
            while len(data) < 1024 and (more := self._read(_BLOCK)):
                data += more
        except PackingError as error:  # it is told behind what could be unpacked
            self._broken = error
        return data

    def _utf8(self, data: bytes) -> Block:
        data = self._rest + data
        try:
            _, used = codecs.utf_8_decode(data, "strict", self._final)
        except UnicodeDecodeError:
            text, used = codecs.utf_8_decode(data, _ERRORS, self._final)
            self._check_is_utf8(text)
        else:
            clean = data[:used]
            if len(clean.translate(None, _CONTROLS)) == used and not any(
                character in clean for character in _NONCHARACTERS
            ):
                self._rest = data[used:]
                return Block(clean)
            text = clean.decode()
        self._rest = data[used:]
        return self._mended(text)

    def _other(self, data: bytes) -> Block:
        text = self._decode(data, self._final)
        return self._mended(text) if _LACKING.search(text) else Block(text.encode())

    def _mended(self, text: str) -> Block:
        pieces: list[bytes] = []
        mends: list[Mend] = []
        index = start = 0
        for match in _LACKING.finditer(text):
            piece = text[start : match.start()].encode()
            stand, what = _mend(match)
            index += len(piece)
            mends.append(Mend(index, self._width(match.group()) - self._length(stand), what))
            index += len(stand.encode())
            pieces += piece, stand.encode()
            start = match.end()
        pieces.append(text[start:].encode())
        return Block(b"".join(pieces), tuple(mends))

    def _length(self, text: str) -> int:
        return len(text.encode(self.encoding, "replace"))

    def _width(self, lacking: str) -> int:
        """Return how many bytes of the file became this text, surrogates standing for bytes."""
        if lacking[0] < "\ud800" or lacking[0] > "\udfff":
            return self._length(lacking)
        return len(lacking) * {"16": 2, "32": 4}.get(self.encoding[4:6], 1)

    def _check_is_utf8(self, text: str) -> None:
        """Refuse a file that is in another encoding, rather than mend most of it away."""
        foreign = sum("\udc80" <= character <= "\udcff" for character in text)
        if self._is_first and foreign > 20 and foreign > len(text) / _FOREIGN:
            if "\0" in text:
                raise TmxError(f"{self._name}: is a binary file, no memory; name another file")
            raise TmxError(
                f"{self._name}: it is not in UTF-8, and declares no other encoding; "
                'name it in the first line: <?xml version="1.0" encoding="..."?>'
            )


def _encoding(data: bytes, name: str) -> tuple[str, int]:
    """Return the encoding of a file that begins so, and the length of its byte order mark."""
    encoding, length = find_unicode(data)
    if encoding:
        return encoding, length
    declared = _DECLARED.match(data)
    if declared is None:
        return "utf-8", 0
    label = declared[1].decode("ascii", "replace").strip()
    if _WIDE.fullmatch(label):  # it would have zeros
        return "utf-8", 0
    label = largest(label)
    try:
        encoding = codecs.lookup(label).name
        known = _PROBE.decode(encoding) == _PROBE.decode("ascii")
    except (LookupError, UnicodeError, ValueError):
        known = False
    if not known:
        raise TmxError(
            f"{name}: it declares the encoding {cited(label)!r}, which is unknown; "
            "convert it to UTF-8"
        )
    return encoding, 0


def _mend(lacking: re.Match[str]) -> tuple[str, str]:
    """Return what stands for characters that XML lacks, and how a message calls them."""
    if lacking[1]:
        units = lacking[1].encode("utf-8", "surrogateescape").decode("utf-8", "surrogatepass")
        pair = units.encode("utf-16", "surrogatepass").decode("utf-16")
        return pair, "a surrogate pair"
    first = lacking[0][0]
    if "\udc80" <= first <= "\udcff":
        return "\ufffd", "a run of bytes that is no text"
    return stand_in(first), f"the character U+{ord(first):04X}"


def _keep_bytes(error: UnicodeError) -> tuple[str, int]:
    """Decode what is no text to surrogates, which no text holds: one for each byte.

    In UTF-16 and UTF-32, where bytes stand in groups, one for each group.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.encoding.lower().replace("_", "-").startswith(("utf-16", "utf16", "utf-32", "utf32")):
        return "\udc80", error.end
    return chr(0xDC00 + error.object[error.start]), error.start + 1


codecs.register_error(_ERRORS, _keep_bytes)
