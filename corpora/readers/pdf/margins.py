"""What stands at the margins of a PDF's pages: running heads, page numbers, footnotes.

Running heads and feet come again page after page; where those of most pages do, another one in
their very place, of a left page or of a chapter, is known by it. Around a single page they are
known by the tags of the file, where it has some, or because they stand in the margin and set apart
from the text: a line at the place where text may begin could as well be its title. A browser that
prints a page writes the day, the title, the address and the page's number around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpora.readers.page_numbers import is_page_number
from corpora.readers.pdf.line import PdfLine
from corpora.readers.pdf.paragraphs import note_start

_EDGE, _NUMBER_EDGE = 0.12, 0.15
"""Of the height of a page: where its head and foot stand, and its number if the page is low."""
_NUMBERS = re.compile(r"\d+")
_PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? (?:[上下]午)?\d{1,2}:\d{2}\b.*")
_PRINTED_FOOT = re.compile(r"(?:https?|file)://\S+ +\d{1,4}/\d{1,4}")
_NOTE_SIZE = 0.92
_APART = 1.5
"""Of the size of the type: so far from base line to base line is more than the usual leading."""
_FAR_APART = 2.1
"""Of the usual leading of a page: more than an empty line."""
_IN_MARGIN = 0.75
"""Of the width of the margin at the side: what is so near to a page's edge stands in its margin."""
_FEWEST_LINES = 3
_SAME_PLACE = 1.0
"""Points by which lines in the same place of two pages may differ, in height and in size."""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What stands on a page.

    Attributes:
        lines: those of its text.
        apart: text that is turned against it.
        height: the page's, in points.
        number: counted from 1.
    """

    lines: tuple[PdfLine, ...]
    apart: tuple[str, ...]
    height: float
    number: int


def find_furniture(pages: Sequence[PdfPage]) -> set[PdfLine]:
    """Return the running heads, running feet, page numbers, and what a browser printed around.

    They stand at a page's upper or lower edge and come again on other pages, but for their digits.
    The cells of a table over several pages do so by chance, or as its head, and so do footnotes
    ("1 Ibid."). What could be a page's number, but stands as near to the text as its lines do or on
    a page with another number that comes again, is a label.
    """
    edges: list[tuple[PdfLine, str]] = []
    printed: set[PdfLine] = set()
    usual = _usual_size(pages, set())
    for page in pages:
        at_edge = [
            line for line in page.lines if not line.cell and _edge(line, page.height) is not None
        ]
        lowest = max((line.bottom for line in at_edge), default=0.0)
        edges += (
            (line, _key(line, page.height, _edge(line, page.height) == "head"))
            for line in at_edge
            if not _is_note(line, usual, lowest)
        )
        printed |= _printed(at_edge)
    counts = Counter(key for key, _ in {(key, line.page) for line, key in edges})
    again = {line for line, key in edges if _comes_again(counts[key], pages)}
    again |= _in_their_place(again, [line for line, _ in edges], pages)
    counted = {line.page for line in again if is_page_number(line.text)}
    apart = {line for page in pages for line in _apart(page)}
    numbers = {
        line
        for page in pages
        for line in page.lines
        if line in apart
        and is_page_number(line.text)
        and line.page not in counted
        and (_edge(line, page.height) or line.top > (1 - _NUMBER_EDGE) * page.height)
    }
    found = printed | again | numbers | _outermost(pages, usual)
    found = found.union(*map(_artifacts, pages))
    reaches = {page.number: _reach(page, found) for page in pages}
    for page in pages:
        others = [reach for number, reach in reaches.items() if number != page.number]
        found |= _in_margin(page, usual, others)
    return found


def _reach(page: PdfPage, furniture: set[PdfLine]) -> tuple[float, float]:
    """Return how near to its upper and its lower edge a page's text comes.

    Above a line there is room that grows with its type: a title stands lower than a line of text.
    """
    text = [line for line in page.lines if line not in furniture]
    top = min((line.top - line.size / 2 for line in text), default=page.height)
    return top, page.height - max((line.bottom for line in text), default=0.0)


def _key(line: PdfLine, height: float, is_head: bool) -> str:
    """Return what a line says but for its digits, and how far from the page's edge."""
    distance = line.top if is_head else height - line.bottom
    return f"{is_head} {round(distance / 6)} {_NUMBERS.sub('#', line.text.strip())}"


def _comes_again(count: int, pages: Sequence[PdfPage]) -> bool:
    return count > 1 and count * 3 >= len(pages)


def _in_their_place(
    known: set[PdfLine], edges: Sequence[PdfLine], pages: Sequence[PdfPage]
) -> set[PdfLine]:
    """Return the lines that stand where two other pages at least have a running head or foot.

    They stand at the same height and as far from the text, in type of the same size, on a page
    where nothing at that edge comes again.
    """
    heights = {page.number: page.height for page in pages}
    gaps = {line: gap for page in pages for line, gap in _gaps(page)}

    def place(line: PdfLine) -> tuple[bool, float]:
        is_head = _edge(line, heights[line.page]) == "head"
        return is_head, line.top if is_head else heights[line.page] - line.bottom

    have = {(line.page, place(line)[0]) for line in known}
    places = [(line, *place(line)) for line in known]
    found: set[PdfLine] = set()
    for line in edges:
        is_head, distance = place(line)
        if (line.page, is_head) in have or line not in gaps:
            continue
        alike = [
            other
            for other, at_head, away in places
            if at_head is is_head
            and abs(away - distance) <= _SAME_PLACE
            and abs(other.size - line.size) <= _SAME_PLACE
            and gaps.get(other, 0.0) <= gaps[line] + _SAME_PLACE
        ]
        if len({other.page for other in alike}) > 1:
            found.add(line)
    return found


def _gaps(page: PdfPage) -> list[tuple[PdfLine, float]]:
    """Return the lines in the outer halves of a page, each with the distance to the next inside."""
    lines = _ordered(page)
    half = len(lines) // 2
    above = [(a, b.bottom - a.bottom) for a, b in pairwise(lines[: half + 1])]
    below = [(b, b.bottom - a.bottom) for a, b in pairwise(lines[half:])]
    return above + below


def _outermost(pages: Sequence[PdfPage], usual: float) -> set[PdfLine]:
    """Return the first and last lines of pages that come again, set apart from the text.

    On a low page they stand farther inside than on others. Larger type is a slide's title.
    """
    ends: list[tuple[PdfLine, str, bool]] = []
    for page in pages:
        lines = sorted((line for line in page.lines if not line.cell), key=lambda item: item.top)
        if len(lines) < _FEWEST_LINES:
            continue
        for line, inner in ((lines[0], lines[1]), (lines[-1], lines[-2])):
            if line.size <= usual / _NOTE_SIZE and not note_start(line.text)[0]:
                gap = abs(line.bottom - inner.bottom)
                key = _key(line, page.height, line is lines[0])
                ends.append((line, key, gap > _APART * max(line.size, inner.size)))
    counts = Counter(key for _, key, _ in ends)
    apart = {key for _, key, is_apart in ends if is_apart}
    return {line for line, key, _ in ends if key in apart and _comes_again(counts[key], pages)}


def _artifacts(page: PdfPage) -> set[PdfLine]:
    """Return what the file's tags set apart from the text; nothing where they do so with all."""
    found = {line for line in page.lines if line.artifact}
    return found if len(found) < len(page.lines) else set()


def _ordered(page: PdfPage) -> list[PdfLine]:
    """Return the lines outside tables from top to bottom."""
    return sorted((line for line in page.lines if not line.cell), key=lambda item: item.bottom)


def _apart(page: PdfPage) -> list[PdfLine]:
    """Return the lines that are farther from all others than those of a paragraph are."""
    lines = _ordered(page)
    gaps = [
        after.bottom - before.bottom > _APART * max(after.size, before.size)
        for before, after in pairwise(lines)
    ]
    around = zip(lines, [True, *gaps], [*gaps, True], strict=False)
    return [line for line, above, below in around if above and below]


def _in_margin(page: PdfPage, usual: float, others: Sequence[tuple[float, float]]) -> set[PdfLine]:
    """Return the first and the last line where they stand in the margin and apart from the text.

    Their type is no larger than that of the text. Where it is smaller, less distance tells enough.
    Where the text of another page comes as near to the edge, it is no margin.

    Args:
        page: the page.
        usual: the size of most type.
        others: how near the text of each other page comes to its upper and lower edge.
    """
    lines = _ordered(page)
    if len(lines) < _FEWEST_LINES:
        return set()
    margin = _IN_MARGIN * min(line.left for line in lines[1:-1])
    gaps = [after.bottom - before.bottom for before, after in pairwise(lines)]
    leading = min(_APART * usual, *(gap for gap in gaps if gap > usual / 2))
    found: set[PdfLine] = set()
    for edge, line, gap, distance in (
        (0, lines[0], gaps[0], lines[0].top),
        (1, lines[-1], gaps[-1], page.height - lines[-1].bottom),
    ):
        if any(reach[edge] < distance + line.size for reach in others):
            continue
        far = _APART * usual if line.size < _NOTE_SIZE * usual else _FAR_APART * leading
        is_larger = line.size > usual / _NOTE_SIZE
        if distance < margin and gap > far and not is_larger and not note_start(line.text)[0]:
            found.add(line)
    return found


def _edge(line: PdfLine, height: float) -> str | None:
    """Return at which edge of the page a line stands, or None."""
    if line.bottom < _EDGE * height:
        return "head"
    return "foot" if line.top > (1 - _EDGE) * height else None


def _is_note(line: PdfLine, usual: float, lowest: float) -> bool:
    """Whether a line begins a footnote: by a raised mark, or above what is lowest by a number."""
    if line.runs[0].raised:
        return True
    small = line.size < _NOTE_SIZE * usual and line.bottom < lowest - line.size / 2
    return small and bool(note_start(line.text)[0])


def _printed(lines: Sequence[PdfLine]) -> set[PdfLine]:
    """Return the lines that a browser printed: an address with a page's number, the day above.

    On a page with columns either may have come apart.
    """
    rows: dict[int, list[PdfLine]] = {}
    for line in sorted(lines, key=lambda line: line.left):
        rows.setdefault(round(line.bottom), []).append(line)

    def matching(form: re.Pattern[str]) -> set[PdfLine]:
        texts = {
            height: " ".join(line.text.strip() for line in row) for height, row in rows.items()
        }
        return {
            line for height, text in texts.items() if form.fullmatch(text) for line in rows[height]
        }

    feet = matching(_PRINTED_FOOT)
    return feet | matching(_PRINTED_HEAD) if feet else feet


def _usual_size(pages: Sequence[PdfPage], furniture: set[PdfLine]) -> float:
    sizes = [line.size for page in pages for line in page.lines if line not in furniture]
    return median(sizes) if sizes else 0.0


def split_notes(
    pages: Sequence[PdfPage], furniture: set[PdfLine]
) -> tuple[list[PdfLine], list[PdfLine]]:
    """Tell the footnotes at the foot of each column apart: smaller lines from a mark or number on.

    Returns:
        The lines of the text, and those of footnotes, both without furniture.
    """
    body: list[PdfLine] = []
    notes: list[PdfLine] = []
    usual = _usual_size(pages, furniture)
    for page in pages:
        lines = [line for line in page.lines if line not in furniture]
        columns: dict[int, list[PdfLine]] = {}
        for line in lines:
            columns.setdefault(line.column, []).append(line)
        found = {
            line
            for column, own in columns.items()
            for line in _notes(own, usual, whole=not column and len(columns) > 1)
        }
        body += (line for line in lines if line not in found)
        notes += (line for line in lines if line in found)
    return body, notes


def _notes(lines: Sequence[PdfLine], usual: float, *, whole: bool) -> Sequence[PdfLine]:
    """Return the footnotes below the lines of one column.

    Args:
        lines: of the column.
        usual: the size of most type.
        whole: whether they go over several columns, and all of them may be footnotes.
    """
    first = len(lines)
    while first and lines[first - 1].size < _NOTE_SIZE * usual and not lines[first - 1].cell:
        first -= 1
    starts = [
        number
        for number in range(first, len(lines))
        if lines[number].runs[0].raised or note_start(lines[number].text)[0]
    ]
    return lines[starts[0] :] if starts and (first or whole) else ()
