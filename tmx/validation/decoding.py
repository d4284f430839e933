"""Decodes a memory in whatever encoding it is, and marks what XML can't carry.

An XML parser stops at the first character that XML 1.0 lacks, and so would tell of one only. Here
each is replaced by a mark: one of the 32 code points from U+FDD0 on that Unicode keeps free for
such use and that hardly any text has. So the parser goes on, and the place is found where it
belongs: in its unit.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator

from tmx.encodings import find_unicode, largest
from tmx.text import Repairs
from tmx.validation.tree import DamageError

_MARKS = re.compile("\U0001fffe(.)|[\ufdd0-\ufdef]", re.DOTALL)
_LITERAL = "\U0001fffe"  # stands before a code point of these that the file itself holds
_FIRST = 0xFDD0  # stands for U+0000, the next one for U+0001, and so on
_SURROGATE, _NONCHARACTER, _UNDECODED = "\ufdd9", "\ufdda", "\ufddd"  # free: XML has tab, LF, CR

_NAMES = {
    _SURROGATE: "half of a surrogate pair",
    _NONCHARACTER: "a code point that is no character",
    _UNDECODED: "bytes that are no text in this encoding",
}
_MEANT = {_SURROGATE: "\ud800", _NONCHARACTER: "\uffff"}
_BYTES = "\udcff"  # stands for bytes that are no text until it is replaced: no decoder gives it
_SIZE = 1 << 16
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*?\?>")
_PSEUDO_ATTRIBUTE = re.compile(r"(version|encoding)\s*=\s*[\"']([^\"']*)[\"']")
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe]|&#(?:x[0-9A-Fa-f]+|[0-9]+);"
)
_LONGEST_REFERENCE = 12
_LONGEST_DECLARATION = 1024


def _keep(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _BYTES, error.end


codecs.register_error("tmx.mark", _keep)


def marks_in(text: str) -> list[str]:
    """Return the marks in a text."""
    return [match.group() for match in _MARKS.finditer(text) if not match[1]]


def named(mark: str) -> str:
    """Return what a mark stands for, in words."""
    return _NAMES.get(mark) or f"U+{ord(mark) - _FIRST:04X}"


def is_undecoded(mark: str) -> bool:
    """Whether a mark stands for bytes that are no text, rather than for a character."""
    return mark == _UNDECODED


def mended(text: str) -> str:
    """Return a text whose marked characters are mended as `tmx.text` tells.

    Marks of bytes that are no text stay, to be found.
    """

    def meant(match: re.Match[str]) -> str:
        mark = match.group()
        if match[1] or mark == _UNDECODED:
            return mark
        return Repairs().legal(_MEANT.get(mark) or chr(ord(mark) - _FIRST))

    return _MARKS.sub(meant, text)


def without_marks(text: str) -> str:
    """Return a text as it is to be written: mended, and with U+FFFD for bytes that are no text."""
    if text.isascii():
        return text
    return _MARKS.sub(lambda match: match[1] or "\ufffd", mended(text))


class Decoded:
    """The text of one file.

    Attributes:
        encoding: the encoding that it is read in, as Python calls it.
        bom: whether a byte order mark stands before it.
        declared: the encoding that its XML declaration names, or None.
        version: the version of XML that it declares, or None.
        marks: how many marks have been set so far.
    """

    def __init__(self, read: Callable[[int], bytes]) -> None:
        """Look at the beginning of a file, of which `read` gives the next bytes.

        Raises:
            DamageError: its encoding is none that is known.
        """
        self.marks = 0
        self._read = read
        self._head = self._first()
        self.encoding, length = find_unicode(self._head)
        self.bom = length > 0
        self._head = self._head[length:]
        declaration = _DECLARATION.match(
            self._head[:_LONGEST_DECLARATION].decode(self.encoding or "latin-1", "replace")
        )
        self._declaration = declaration.group() if declaration else ""
        stated = dict(_PSEUDO_ATTRIBUTE.findall(self._declaration))
        self.version: str | None = stated.get("version")
        self.declared: str | None = stated.get("encoding")
        if not self.encoding:
            self.encoding = _declared_encoding(self.declared)

    @property
    def may_be_xml(self) -> bool:
        """Whether its beginning holds a tag, or nothing at all."""
        beginning = self._head.decode(self.encoding, "ignore")
        return "<" in beginning or not beginning.strip()

    @property
    def mismatched(self) -> bool:
        """Whether the declaration names another encoding than the one that the file is in."""
        if self.declared is None:
            return False
        declared = _family(self.declared)
        return declared is not None and declared != _family(self.encoding)

    def chunks(self) -> Iterator[bytes]:
        """Give the text in UTF-8, with an XML declaration of its own and as many lines."""
        lines = "\n" * len(re.findall("\r\n|\r|\n", self._declaration))
        yield f'<?xml version="1.0" standalone="yes"?>{lines}'.encode()
        encoding = largest(self.encoding)
        decoder = codecs.getincrementaldecoder(encoding)("tmx.mark")
        skip, rest = len(self._declaration), ""
        data = self._head
        while True:
            text = decoder.decode(data, final=not data)
            text, skip = text[skip:], max(0, skip - len(text))
            text, rest = _split(rest + text) if data else (rest + text, "")
            yield _SUSPECT.sub(self._replace, text).encode()
            if not data:
                return
            data = self._read(_SIZE)

    def _first(self) -> bytes:
        data = b""
        while len(data) < _LONGEST_DECLARATION and (more := self._read(_SIZE)):
            data += more
        return data

    def _replace(self, match: re.Match[str]) -> str:
        found = match.group()
        character = _referred(found) if found[0] == "&" else found
        if character is not None and _SUSPECT.fullmatch(character) is None:
            return found
        if character is not None and ("\ufdd0" <= character <= "\ufdef" or character == _LITERAL):
            return _LITERAL + character
        if found == _BYTES:
            mark = _UNDECODED
        elif character is None or character >= "\ufdd0":
            mark = _NONCHARACTER
        elif character >= "\ud800":
            mark = _SURROGATE
        else:
            mark = chr(_FIRST + ord(character))
        self.marks += 1
        return mark


def _declared_encoding(declared: str | None) -> str:
    """Return the encoding of a file whose first bytes are those of ASCII."""
    if declared is None or (_family(declared) or "").startswith(("utf-16", "utf-32")):
        return "utf-8"
    try:
        if b"<?xml".decode(declared) == "<?xml":
            return codecs.lookup(declared).name
    except (LookupError, ValueError):  # of a name, or of a codec that is none of text
        pass
    raise DamageError(1, "xml-damaged", f"the encoding {declared!r} is none that is known")


def _family(encoding: str) -> str | None:
    """Return the name of an encoding without its byte order, or None if it isn't known."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return None
    return {"ascii": "utf-8"}.get(name, name.removesuffix("-le").removesuffix("-be"))


def _referred(reference: str) -> str | None:
    digits = reference[2:-1]
    number = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    return chr(number) if number <= 0x10FFFF else None


def _split(text: str) -> tuple[str, str]:
    """Cut off the end of a text that may be the beginning of a character reference."""
    place = text.rfind("&", max(0, len(text) - _LONGEST_REFERENCE))
    return (text, "") if place < 0 or ";" in text[place:] else (text[:place], text[place:])
