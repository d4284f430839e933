r"""Subtitles as SubRip (.srt) and WebVTT (.vtt) write them: what each cue says.

A cue is a number or a name (WebVTT may leave it out), a line with its times, and the lines that are
shown, up to a blank line. What is said is text; all else is the format's own: also what tells how
words are shown, how they are read, by whom they are said or when (`<i>`, `<rt>`, `<v Tom>`,
`<00:01.500>`, `{\an8}`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from corpora.readers.block import Block, Role
from corpora.readers.joining import Joiner

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_NEAR = 12
"""The times of the first cue stand within so many lines; WebVTT may have notes and styles above,
and says in its first line what it is."""
_SPEAKER = re.compile(r"\s*([-–—])\s*\S")
_MARKUP = re.compile(
    r"<rt(?:\.[^<>]*)?>[^<>]*(?:</rt>|(?=</ruby>))"
    r"|</?(?:[ibu]|c|v|lang|font|ruby)(?:[.\s][^<>]*)?>"
    rf"|<{_TIME}>|\{{\\[^{{}}]*\}}",
    re.IGNORECASE,
)
_WEBVTT = re.compile(r"WEBVTT(?:\s|$)")
_HEADER = re.compile(r"WEBVTT\s*|(?:Kind|Language)\s*:.*")
"""A line above the first blank one of WebVTT that says what the file is, and nothing to read."""


def are_subtitles(lines: Sequence[str]) -> bool:
    """Whether a text is subtitles: the times of a cue stand at its beginning, or it says so."""
    return any(map(_TIMES.fullmatch, lines if _is_webvtt(lines) else lines[:_NEAR]))


def subtitle_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Give what each cue says as a block, or several where several speak; all else as furniture.

    The lines by which WebVTT says what the file is are not given.

    Args:
        lines: of the whole file, without their ends.
    """
    joiner = Joiner.of([line for line in lines if not _TIMES.fullmatch(line)])
    has_references = in_header = _is_webvtt(lines)
    shown = False
    spoken: list[str] = []
    where = ""
    for number, line in enumerate([*lines, ""]):
        said = _said(line, has_references) if shown else line
        starts = not line.strip() or _TIMES.fullmatch(line) or _SPEAKER.match(said)
        if spoken and (starts or not shown):
            speaker = _SPEAKER.match(spoken[0])
            yield Block(joiner.join(spoken), label=speaker[1] if speaker else "", where=where)
            spoken = []
        in_header = in_header and bool(line.strip())
        if not line.strip():
            shown = False
        elif in_header and _HEADER.fullmatch(line):
            continue
        elif _TIMES.fullmatch(line) or not shown:
            shown = shown or _TIMES.fullmatch(line) is not None
            yield Block(line.strip(), Role.FURNITURE, where=f"line {number + 1}")
        elif said.strip():
            where = where if spoken else f"line {number + 1}"
            spoken.append(said)


def _is_webvtt(lines: Sequence[str]) -> bool:
    return bool(lines) and _WEBVTT.match(lines[0]) is not None


def _said(line: str, has_references: bool) -> str:
    """Return the words of a line, without markup; WebVTT writes "&amp;" for "&"."""
    words = _MARKUP.sub("", line)
    return unescape(words) if has_references else words
