"""Which lines of a PDF make one paragraph.

A PDF says where each line stands, and not where a paragraph begins. A line begins one where the
line before is short, where a gap, an indent, another size, a heading's font or its own words say
so, and where it is in another cell of a table, be it drawn or not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpora.characters import HAN, is_unspaced
from corpora.readers.layout import may_start_paragraph
from corpora.readers.openings import Openings
from corpora.readers.pdf.headings import turns_from_heading, usual_faces
from corpora.readers.pdf.leading import Leading, Step, find_leading, is_apart
from corpora.readers.pdf.line import Face, PdfLine, first_word
from corpora.readers.pdf.rows import with_cells
from corpora.readers.wrapping import Line

_NOTE_START = re.compile(
    rf"\s*(?:(\d{{1,3}}|[*†‡])\s+|(\d{{1,3}})(?=[{HAN}]|[A-Z][a-z])|[\[〔](\d{{1,3}})[\]〕]\s*|([①-⑳])\s*)(?=\S)"
)

_Place = tuple[int, int, int]
_Margins = dict[_Place, tuple[float, float]]
"""The left and right margin of each page, column and cell."""

_SAME_EDGE = 1.5
_SAME_MARGIN = 9.0
_OTHER_SIZE = 0.12
_FEWEST_FIRST_LINES, _FEWEST_SURE = 5, 2
_BEFORE_LIST = ":："
_BETWEEN_ITEMS = ";；"
_INSIDE_WORD = re.compile(r"[^\W\d_]-\s*\Z")
_SPACE = 0.25
_FAR_SET_IN, _AT_RIGHT = 0.25, 0.5
"""Of the width of the text: farther than a first line is set in, and than a block of lines is."""


def note_start(text: str) -> tuple[str, str]:
    """Return the number or sign that a footnote begins with, or "", and the text behind it."""
    found = _NOTE_START.match(text)
    label = next(filter(None, found.groups())) if found else ""
    return label, text[found.end() :] if found else text


def group_lines(lines: Sequence[PdfLine], *, footnotes: bool) -> Iterator[list[PdfLine]]:
    """Group lines by paragraph.

    Args:
        lines: in reading order, without running heads and page numbers.
        footnotes: whether they are those of footnotes, which begin with numbers.
    """
    paragraph: list[PdfLine] = []
    lines, rows = with_cells(lines)
    layout = _Layout.of(lines, footnotes=footnotes)
    for line in lines:
        in_rows = bool(paragraph) and (paragraph[-1] in rows or line in rows)
        begins = line in layout.firsts or line in layout.items
        if in_rows or (paragraph and (begins or _starts(paragraph, line, layout))):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is known of all lines.

    Attributes:
        margins: the left and right margin of each page, column and cell.
        leading: the usual distance between the base lines of two lines.
        reaches: how far to the right the lines reach among which each is set in.
        firsts: the lines that are set in as the first ones of paragraphs are.
        insets: how far most first lines are, in steps that are told apart.
        items: the lines that begin an item of a list without signs, behind another item.
        hanging: the lines of items under their texts, beside their labels.
        flush: the leftmost lines of their column, in a document that sets first lines in.
        size: the size of the text, in points.
        faces: the fonts of the text.
        openings: what the paragraphs open with.
        footnotes: whether they are those of footnotes.
    """

    margins: _Margins
    leading: Leading
    reaches: Mapping[PdfLine, float]
    firsts: frozenset[PdfLine]
    items: frozenset[PdfLine]
    insets: frozenset[int]
    hanging: frozenset[PdfLine]
    flush: frozenset[PdfLine]
    size: float
    faces: frozenset[Face]
    openings: Openings
    footnotes: bool

    @classmethod
    def of(cls, lines: Sequence[PdfLine], *, footnotes: bool) -> _Layout:
        """Measure the lines."""
        margins = _margins(lines)
        leading = _leading(lines, margins)
        hanging = _hanging_lines(lines, margins)
        firsts, insets = _first_lines(lines, margins, leading, hanging)
        runs = list(_set_in_runs(lines, margins, leading))
        return cls(
            margins,
            leading,
            {line: max(own.right for own in run) for run in runs for line in run},
            frozenset(firsts),
            frozenset(line for run in runs for line in _items(run)),
            insets,
            hanging,
            frozenset(_flush_lines(lines) if firsts else ()),
            median(line.size for line in lines) if lines else 0.0,
            usual_faces(lines),
            _openings(lines, margins),
            footnotes,
        )


def _place(line: PdfLine) -> _Place:
    return line.page, line.column, line.cell


def _margins(lines: Sequence[PdfLine]) -> _Margins:
    """Return how far lines of text reach to the left and right, for each place.

    Rows in several pieces, short lines and headings in larger type say nothing: a masthead reaches
    farther than the text.
    """
    columns: dict[_Place, list[PdfLine]] = {}
    for line in lines:
        columns.setdefault(_place(line), []).append(line)
    margins: _Margins = {}
    for place, own in columns.items():
        usual = median(line.size for line in own)
        plain = [line for line in own if line.size <= (1 + _OTHER_SIZE) * usual]
        whole = [line for line in plain if not line.pieces] or plain
        widest = max(line.right - line.left for line in whole)
        long_lines = [line for line in whole if 2 * (line.right - line.left) >= widest]
        margins[place] = (
            min(line.left for line in long_lines),
            max(line.right for line in long_lines),
        )
    # A page of few lines does not fill its own; most pages of a document have the same.
    parted = {line.page for line in lines if line.column}
    edges: dict[tuple[int, bool, int], list[float]] = {}
    alike = {
        place: (place[1], place[0] in parted, round(margins[place][0] / _SAME_MARGIN))
        for place in margins
        if not place[2]
    }
    for place, key in alike.items():
        edges.setdefault(key, []).append(margins[place][1])
    return {
        place: (left, max(right, median(edges[alike[place]])) if place in alike else right)
        for place, (left, right) in margins.items()
    }


def _leading(lines: Sequence[PdfLine], margins: _Margins) -> Leading:
    """Return the usual distance between the base lines of two lines of a paragraph."""
    return find_leading(
        Step(after.bottom - before.bottom, after.size, _breaks_off(before, after, margins))
        for before, after in pairwise(lines)
        if _place(before)[::2] == _place(after)[::2]
        and 0 < after.bottom - before.bottom < 3 * after.size
    )


def _set_in_runs(
    lines: Sequence[PdfLine], margins: _Margins, leading: Leading
) -> Iterator[list[PdfLine]]:
    """Give the lines that are set in alike, one below another.

    They are those of a quotation, none of which leaves room for the next one's first word, or each
    begins a paragraph: a heading or a few words, and the first line of what is behind it; or those
    of a list.
    """
    run: list[PdfLine] = []
    for line in lines:
        goes_on = (
            bool(run)
            and _place(run[-1]) == _place(line)
            and abs(run[-1].left - line.left) < _SAME_EDGE
            and not is_apart(run[-1], line, leading)
        )
        if run and not goes_on:
            yield run
            run = []
        if line.left - margins[_place(line)][0] > 0.8 * line.size:
            run.append(line)
    if run:
        yield run


def _items(run: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines of a run that begin items behind a semicolon.

    One of the semicolons stands in a short line, as in prose it hardly does, and no small letter
    follows any.
    """
    pairs = [pair for pair in pairwise(run) if pair[0].text.rstrip()[-1:] in _BETWEEN_ITEMS]
    right = max(own.right for own in run)
    is_list = any(before.right + _room(line) < right - line.size for before, line in pairs)
    goes_on = any(line.text.lstrip()[:1].islower() for _, line in pairs)
    return [line for _, line in pairs] if is_list and not goes_on else []


def _first_lines(
    lines: Sequence[PdfLine],
    margins: _Margins,
    leading: Leading,
    hanging: frozenset[PdfLine],
) -> tuple[set[PdfLine], frozenset[int]]:
    """Return the lines that are set in as the first ones of paragraphs are, and how far most are.

    The next line stands at the margin. It goes on in the middle of a sentence, and the line before
    does not go on as far inside; or the document has many such lines behind lines at the margin,
    and then what is set in as far behind another one begins a paragraph too.
    """
    found: dict[PdfLine, int] = {}
    clean: Counter[int] = Counter()
    sure: set[PdfLine] = set()
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        insets = [own.left - margins[_place(own)][0] for own in (before, line, after)]
        near = _place(line) == _place(after) and not is_apart(line, after, leading)
        if (
            line.cell
            or line in hanging
            or not near
            or insets[1] <= 0.8 * line.size
            or abs(insets[2]) > _SAME_EDGE
        ):
            continue
        found[line] = round(insets[1] / _SAME_EDGE)
        clean[found[line]] += abs(insets[0]) < _SAME_EDGE
        level = abs(insets[0] - insets[1]) < _SAME_EDGE
        if _breaks_off(line, after, margins) and not (level and _breaks_off(before, line, margins)):
            sure.add(line)
    usual = {inset for inset, count in clean.items() if count >= _FEWEST_FIRST_LINES}
    counts = Counter(found[line] for line in sure)
    known = frozenset(inset for inset, count in counts.items() if count >= _FEWEST_SURE)
    sure |= {
        line
        for line, after in pairwise(lines)
        if line in found and found[line] in known and _breaks_off(line, after, margins)
    }
    return sure | {line for line, inset in found.items() if inset in usual}, known


def _hanging_lines(lines: Sequence[PdfLine], margins: _Margins) -> frozenset[PdfLine]:
    """Return the lines that stand below the text of an item, without a label of their own."""
    found: set[PdfLine] = set()
    edge: float | None = None
    for before, line in pairwise(lines):
        if before not in found:
            edge = before.hang - margins[_place(before)][0] if before.hang > before.left else None
        inset = line.left - margins[_place(line)][0]
        if edge is not None and line.hang == line.left and abs(inset - edge) < _SAME_EDGE:
            found.add(line)
    return frozenset(found)


def _breaks_off(line: PdfLine, after: PdfLine, margins: _Margins) -> bool:
    """Whether a line ends in the middle of a sentence, without room for the next word."""
    return _is_full(line, after, margins) and not Line.of(line.text).ends_sentence


def _is_full(line: PdfLine, after: PdfLine, margins: _Margins) -> bool:
    """Whether a line has no room for the first word of the next one."""
    return line.right + _room(after) >= margins[_place(line)][1] - line.size


def _openings(lines: Sequence[PdfLine], margins: _Margins) -> Openings:
    """Learn what paragraphs open with; a line with room for the next word ends its own."""
    full = [_is_full(line, after, margins) for line, after in pairwise(lines)]
    return Openings.of([Line.of(line.text) for line in lines], [*full, False][: len(lines)])


def _flush_lines(lines: Sequence[PdfLine]) -> set[PdfLine]:
    """Return the lines that begin where the leftmost ones of their column do."""
    edges: dict[_Place, float] = {}
    for line in lines:
        edges[_place(line)] = min(line.left, edges.get(_place(line), line.left))
    return {line for line in lines if line.left - edges[_place(line)] < _SAME_EDGE}


def _starts(paragraph: Sequence[PdfLine], line: PdfLine, layout: _Layout) -> bool:
    """Whether a line starts a paragraph of its own."""
    before = paragraph[-1]
    if (line.cell or before.cell) and _place(line) != _place(before):
        return True
    ended, following = Line.of(before.text), Line.of(line.text)
    if layout.footnotes and (line.runs[0].raised or _is_next_note(paragraph[0], line)):
        return True
    if abs(before.size - line.size) > _OTHER_SIZE * before.size:
        return True
    opening = ended if len(paragraph) == 1 else Line.of(paragraph[0].text)
    if may_start_paragraph(opening, ended, following):
        return True
    if layout.openings.parts(ended, following, alone=len(paragraph) == 1):
        return True
    if turns_from_heading(paragraph, line, layout.faces):
        return True
    same_column = before.page == line.page and line.bottom > before.bottom
    if same_column and is_apart(before, line, layout.leading):
        return True
    margin = layout.margins[_place(before)]
    own = [other.right for other in paragraph if _place(other) == _place(before)]
    widest = max(margin[1], *own)
    short = before.right + _room(line) < widest - line.size
    # A quotation may be set in from both sides, and its lines then fill what is left.
    inset = before.left - margin[0]
    indent = line.left - layout.margins[_place(line)][0]
    level = same_column and abs(line.left - before.left) < _SAME_EDGE
    if level and inset > 0.8 * line.size and before.right > widest - inset - line.size:
        room_left = before.right + _room(line) < layout.reaches.get(line, 0.0) - line.size
        short = short and (ended.ends_sentence or room_left)
    if line in layout.hanging:
        return short
    inside_word = _INSIDE_WORD.search(before.text) and following.text[0].islower()
    if same_column and (inside_word or _goes_on_centred(paragraph, line, layout)):
        return False
    deeper = same_column and line.left > before.left + 0.8 * line.size
    if deeper and (len(paragraph) > 1 or ended.end in _BEFORE_LIST):
        return True
    alone = level and len(paragraph) == 1 and ended.ends_sentence
    if alone and round(inset / _SAME_EDGE) in layout.insets:
        return True
    at_right = max(abs(own.right - widest) for own in (before, line)) < _SAME_EDGE
    if level and at_right and inset > _AT_RIGHT * (widest - margin[0]):
        return True
    if level and all(_is_in_middle(own, margin) for own in (before, line)):
        return True
    if not line.cell and abs(indent - inset) > _SAME_EDGE:
        whole = widest - margin[0]
        centred = same_column and min(inset, indent) > 0.8 * line.size and _share_axis(before, line)
        set_apart = inset > _FAR_SET_IN * whole or centred
        if set_apart and before.right - before.left + _SPACE * line.size + _room(line) < whole:
            return True
        if ended.ends_sentence and indent - inset > _FAR_SET_IN * whole:
            return True
    if not same_column:
        if indent > 0.8 * line.size and inset < 0.2 * line.size:
            return True
        # Where first lines are set in, another one goes on with a sentence's end above.
        if line in layout.flush and not short:
            return False
        return ended.ends_sentence or (short and not following.text[0].islower())
    # How far a line may reach in a cell is not known.
    return short and (ended.ends_sentence or not line.cell)


def _goes_on_centred(paragraph: Sequence[PdfLine], line: PdfLine, layout: _Layout) -> bool:
    """Whether a line goes on with centred ones that left no room for its first word.

    They are seen to be centred where one of them is set in, or they are a title in larger type.
    """
    if not all(_share_axis(own, line) for own in paragraph):
        return False
    before = paragraph[-1]
    left, right = _whole_width(_place(before), layout.margins)
    set_in = any(own.left - left > 0.8 * own.size for own in paragraph)
    is_seen = set_in or before.size > (1 + _OTHER_SIZE) * layout.size
    needed = before.right - before.left + _SPACE * line.size + _room(line)
    return is_seen and needed >= right - left


def _whole_width(place: _Place, margins: _Margins) -> tuple[float, float]:
    """Return the margins of a place, wide enough for the columns that it stands above."""
    own = margins[place]
    below = [
        (left, right)
        for other, (left, right) in margins.items()
        if other[0] == place[0]
        and not other[2]
        and 2 * (min(right, own[1]) - max(left, own[0])) > right - left
    ]
    return min(left for left, _ in [own, *below]), max(right for _, right in [own, *below])


def _is_in_middle(line: PdfLine, margin: tuple[float, float]) -> bool:
    """Whether a line stands far from both margins, and as far from each."""
    left, right = line.left - margin[0], margin[1] - line.right
    far = left > _FAR_SET_IN * (margin[1] - margin[0])
    return far and abs(left - right) < 0.5 * line.size


def _share_axis(line: PdfLine, other: PdfLine) -> bool:
    """Whether the middles of two lines stand one above the other, as those of centred lines do."""
    return abs(line.left + line.right - other.left - other.right) < 2 * _SAME_EDGE


def _room(line: PdfLine) -> float:
    """Return how wide the beginning of a line is that does not break: its first word.

    A Chinese character is one, and so is what is not set apart from Chinese ("（16:30停").
    """
    text = line.text.strip()
    word = first_word(text)
    wide = sum(map(is_unspaced, word))
    if len(word) == len(text.split()[0]) and not wide:
        pace = (line.right - line.left) / len(text)
        return max(max(pace, 0.5 * line.size) * len(word), line.word)
    return (0.5 + wide + 0.5 * (len(word) - wide)) * line.size


def _is_next_note(note: PdfLine, line: PdfLine) -> bool:
    """Whether a line begins with the number that follows a footnote's own."""
    own, following = (note_start(item.text)[0] for item in (note, line))
    if len(own) == len(following) == 1 and own >= "①":
        return ord(following) == ord(own) + 1
    return own.isdecimal() and following.isdecimal() and int(following) == int(own) + 1
