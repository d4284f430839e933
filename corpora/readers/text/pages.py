"""The pages of a plain text that form feeds part, as programs write that take text out of PDF.

What stands at the upper or lower edge of a page and comes again on other pages, but for its digits,
is no text: a running head, a page's number. A paragraph that goes on over a page goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpora.readers.page_numbers import is_page_number
from corpora.readers.wrapping import Line, is_open

_NUMBERS = re.compile(r"\d+")
_NOTE = re.compile(r"\s*\[?\d{1,3}\]?\s*[^\W\d]")
_FEWEST_PAGES = 2
_EDGE_LINES = 2


def part_pages(lines: Sequence[str], starts: Sequence[int]) -> tuple[list[int], list[int]]:
    """Tell the lines of a text from those at the edges of its pages.

    Args:
        lines: all lines, without their ends.
        starts: the number of the first line of each page, counted from 0, in order.

    Returns:
        The numbers of the lines of the text, without the blank lines inside a paragraph that goes
        on over a page; and the numbers of the lines at the edges.
    """
    ends = [*starts[1:], len(lines)]
    pages = [
        [number for number in range(start, end) if lines[number].strip()]
        for start, end in zip(starts, ends, strict=True)
    ]
    pages = [page for page in pages if page]
    if len(pages) < _FEWEST_PAGES:
        return list(range(len(lines))), []
    edges = _edges(lines, pages)
    kept = [[number for number in page if number not in edges] for page in pages]
    left_out = set(edges)
    texts = [page for page in kept if page]
    for page, following in pairwise(texts):
        if is_open(Line.of(lines[page[-1]]), Line.of(lines[following[0]])):
            left_out.update(range(page[-1] + 1, following[0]))
    return [number for number in range(len(lines)) if number not in left_out], sorted(edges)


def _edges(lines: Sequence[str], pages: Sequence[Sequence[int]]) -> set[int]:
    """Return the lines at the edges, from without as long as one line after the other is none."""
    keys: dict[int, tuple[bool, str]] = {}
    for page in pages:
        for number in page[:_EDGE_LINES]:
            keys[number] = (True, _NUMBERS.sub("#", lines[number].strip()))
        for number in page[-_EDGE_LINES:]:
            keys.setdefault(number, (False, _NUMBERS.sub("#", lines[number].strip())))
    counts = Counter(
        key for page in pages for key in {keys[number] for number in page if number in keys}
    )
    found: set[int] = set()
    for page in pages:
        for side in (page[:_EDGE_LINES], page[: -_EDGE_LINES - 1 : -1]):
            for place, number in enumerate(side):
                count = counts[keys[number]]
                again = count >= _FEWEST_PAGES and 2 * count >= len(pages)
                # Footnotes may be alike on several pages ("6 Ibid."); a number stands below them.
                again = again and not (place and _NOTE.match(lines[number]))
                if not again and not is_page_number(lines[number]):
                    break
                found.add(number)
    return found
