"""The encoding of an XML file by its first bytes, as XML 1.0's appendix F tells to find it."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ZEROS = (
    (re.compile(rb"[^\0]\0\0\0", re.DOTALL), "utf-32-le"),
    (re.compile(rb"\0\0\0[^\0]", re.DOTALL), "utf-32-be"),
    (re.compile(rb"[^\0]\0", re.DOTALL), "utf-16-le"),
    (re.compile(rb"\0[^\0]", re.DOTALL), "utf-16-be"),
)
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030"}


def find_unicode(head: bytes) -> tuple[str, int]:
    """Return what the first bytes of a file show by a byte order mark or by zeros.

    Returns:
        The encoding and the length of the mark; "" and 0 where they show nothing.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    for zeros, encoding in _ZEROS:
        if zeros.match(head):
            return encoding, 0
    return "", 0


def largest(encoding: str) -> str:
    """Return the encoding that is often meant by one: GB18030 by its predecessors, or itself."""
    return _LARGER.get(encoding.lower(), encoding)
