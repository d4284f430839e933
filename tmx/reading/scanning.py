"""Where units begin and end in a file that need not be well-formed.

A parser stops at the first damage. This looks at nothing but tags, comments, CDATA sections and
processing instructions, so it finds the next unit behind any damage: in well-formed XML "<" can't
stand anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tmx.reading.buffering import Buffer

_MARKUP = re.compile(
    rb"<(?:(!--|!\[CDATA\[|\?)"
    rb"|(/?+)([^\s<>/!?\"'=&;]++)((?:[^<>\"']++|\"[^\"<]*\"|'[^'<]*')*+)>)"
)
_ENDS = {b"!--": b"-->", b"![CDATA[": b"]]>", b"?": b"?>"}


@dataclass(frozen=True, slots=True)
class Span:
    """A unit and what stands before it, as indices of the buffer's data.

    Attributes:
        start: where the unit begins.
        end: where it ends; the same where there is no further unit.
        around: the start tags of the elements that are open behind it.
    """

    start: int
    end: int
    around: tuple[bytes, ...]


def find_unit(
    buffer: Buffer, name: bytes, around: tuple[bytes, ...], *, final: bool
) -> Span | None:
    """Find the next unit in a buffer.

    A unit ends at its end tag, or where the next one begins before that.

    Args:
        buffer: its window is looked through.
        name: the name of a unit's element in this file.
        around: the start tags of the elements that are open where the window begins.
        final: whether nothing more will come, so that what is open ends with the window.

    Returns:
        The unit; None if more has to be read to tell.
    """
    opened = list(around)
    start: int | None = None
    for match in _tags(buffer, final=final):
        if match is None:
            return None
        closes, tag, inside = bool(match[2]), match[3], match[4]
        is_empty = inside.endswith(b"/")
        if start is None:
            if tag == name and not closes:
                start = match.start()
                if is_empty:
                    return Span(start, match.end(), tuple(opened))
            elif not closes and not is_empty:
                opened.append(match.group())
            elif closes and opened and name_of(opened[-1]) == tag:
                opened.pop()
        elif tag == name and not is_empty:
            return Span(start, match.end() if closes else match.start(), tuple(opened))
        elif tag == name:
            return Span(start, match.start(), tuple(opened))
    if not final:
        return None
    end = len(buffer.data)
    return Span(end if start is None else start, end, tuple(opened))


def name_of(tag: bytes) -> bytes:
    """Return the name in a start tag."""
    return re.split(rb"[\s/>]", tag[1:], maxsplit=1)[0]


def _tags(buffer: Buffer, *, final: bool) -> Iterator[re.Match[bytes] | None]:
    """Give the tags in the window; None where a comment or its like ends behind it."""
    position = buffer.start
    while match := _MARKUP.search(buffer.data, position):
        position = match.end()
        kind = match[1]
        if kind is None:
            yield match
            continue
        if position < buffer.missing.get(kind, position + 1):
            end = buffer.data.find(_ENDS[kind], position)
            if end >= 0:
                position = end + len(_ENDS[kind])
                continue
            buffer.missing[kind] = position
        if not final:
            yield None
