"""The parts of letters and announcements: what stands above their text, and the signature below.

The first line of a letter is mostly the sender's name and no title, nor is "For immediate release"
above a press release. Below the text stand a farewell ("Yours sincerely,", 此致 敬礼), names and
offices, and a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpora.document import Kind
from corpora.structure.label import is_title
from corpora.structure.outline import Numbered
from corpora.structure.words import Words

_HEAD = 12
_TAIL = 12
_LINES = 4
_ABOVE_DATE = 3
_LONGEST = 60
_SENTENCE_ENDS = tuple('。.！!？?；;：:”"»」』）)…')


def find_title(
    texts: Sequence[str], free: Sequence[int], numbers: Sequence[Numbered | None], words: Words
) -> tuple[int | None, list[int]]:
    """Find the line that may be the title: the first, or one below what stands above titles.

    In a letter with several lines above its salutation that is the one that says what it is about.

    Args:
        texts: of all paragraphs.
        free: those that are text, without furniture; two at least.
        numbers: of all paragraphs.
        words: the language's.

    Returns:
        The title or None, and the rows above it that are headings ("For immediate release").
    """
    begin = next((n for n, k in enumerate(free[:_HEAD]) if words.salutation.fullmatch(texts[k])), 0)
    if begin:
        about = (k for k in free[: begin + 2] if words.subject.fullmatch(texts[k]))
        is_only_line = begin == 1 and not words.company.fullmatch(texts[free[0]])
        return next(about, free[0] if is_only_line else None), []
    rows: list[int] = []
    companies = {k for k in free[:_HEAD] if words.company.fullmatch(texts[k])}
    for k, following in pairwise(free):
        above = words.head_row.fullmatch(texts[k])
        could_be = following in companies or is_title(texts[following])
        if not ((above or k in companies) and could_be and numbers[following] is None):
            return k, rows
        rows += [k] if above else []
    return None, rows


def mark_signature(
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    kinds: list[Kind | None],
    words: Words,
) -> None:
    """Mark the farewell, and the lines of names and offices below it or above a last date."""
    free = [k for k, kind in enumerate(kinds) if kind not in (Kind.BOILERPLATE, Kind.FOOTNOTE)]
    tail = free[1:][-_TAIL:]
    farewells = [
        place
        for place, k in enumerate(tail)
        if kinds[k] is None and words.farewell.fullmatch(texts[k])
    ]
    for place in farewells:
        kinds[tail[place]] = Kind.SIGNATURE
    if farewells:
        _mark_lines(tail[farewells[-1] + 1 :][:_LINES], texts, numbers, kinds)
        return
    dates = [place for place, k in enumerate(tail) if kinds[k] is Kind.SIGNATURE]
    if not dates:
        return
    above = tail[: dates[0]][::-1]
    count = next((n for n, k in enumerate(above) if not _is_line(texts[k], numbers[k])), 0)
    if 0 < count <= _ABOVE_DATE and texts[above[count]].endswith(_SENTENCE_ENDS):
        _mark_lines(above[:count], texts, numbers, kinds)


def _mark_lines(
    lines: Sequence[int],
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    kinds: list[Kind | None],
) -> None:
    for k in lines:
        if kinds[k] is None and _is_line(texts[k], numbers[k]):
            kinds[k] = Kind.SIGNATURE
        elif kinds[k] is not Kind.SIGNATURE:
            return


def _is_line(text: str, numbered: Numbered | None) -> bool:
    return numbered is None and len(text) <= _LONGEST and is_title(text)
