"""Whether a plain text was wrapped at a fixed width, and how.

A text is either one paragraph a line, or it was wrapped. In a wrapped text a line inside a
paragraph is *full*: the first word of the next line would not have fitted behind it. The width is
found as the one under which most lines are full; the text counts as wrapped when most of its
longer lines are full, and when full lines break sentences more often than they end them. A line of
Chinese that goes on looks like an item of a list, so it takes several of them, with pauses inside,
in front of a line that ends as sentences do; or blank lines between all paragraphs, and in each of
them only full lines that go on.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpora.characters import HAN, is_unspaced
from corpora.leaders import LEADER
from corpora.readers.joining import SPACE

_NARROWEST = 36
_WIDEST = 132
_TAB = 4
_FEWEST_UNSPACED = 3
_FEWEST_BLOCKS = 2
_GAP = re.compile(r"(?:[ \u00a0]{4}|\u3000{2}|\t)\s*(?=\S)")
_WIDE = 30
_NEVER_FIRST = frozenset("，。、；：？！）》】〉〕．")
"""No program that knows Chinese breaks a line before one of these, and nobody a paragraph."""

_LEADER = re.compile(LEADER)

ENDINGS = ".。!！?？:：;；…"
PAUSES = ",，、"
CLOSERS = "\"'”’」』)）]】》*"
_INNER_END = re.compile(
    rf"[.;:!?,][\"”’)]*\s+(?=[A-Z])|[。；：！？][”’」』）]*(?=\S)|;(?=[^\s\w]|[{HAN}])"
)
_INNER_MARK = re.compile("[，。、；：？！,;:].")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is measured.

    Attributes:
        text: its words.
        indent: the white space before them, in columns.
        width: its length in columns, the indent too; a Chinese character takes two.
        characters: its length in characters, the indent in columns.
        aside: the column at which words begin behind its last wide gap; its indent without one.
        marks: how many characters it has that take one column or, among Chinese ones, two: “, …, °.
    """

    text: str
    indent: int
    width: int
    characters: int
    aside: int
    marks: int = 0

    @classmethod
    def of(cls, raw: str) -> Line:
        """Measure a line."""
        text = raw.strip(SPACE)
        lead = raw[: len(raw) - len(raw.lstrip(SPACE))]
        indent = sum(_TAB if c == "\t" else columns(c) for c in lead)
        gap = max((gap.end() for gap in _GAP.finditer(text)), default=0)
        aside = indent + columns(text[:gap])
        marks = 0 if text.isascii() or len(text) > _WIDEST else sum(map(_is_ambiguous, text))
        return cls(text, indent, indent + columns(text), len(lead) + len(text), aside, marks)

    @property
    def end(self) -> str:
        """The last character that is no closing quote or bracket."""
        return self.text.rstrip(CLOSERS)[-1:]

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence or clause does."""
        return self.end != "" and self.end in ENDINGS


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text was wrapped.

    Attributes:
        width: the length of a full line.
        in_columns: whether it counts columns or characters.
        wide_marks: whether it counts two columns for a character that may take one or two.
        counts_indent: whether the indent is within the width, or was added to wrapped lines.
        slack: how far a full line may stay under the width before a Chinese character: marks that
            may not begin or end a line make it vary.
        cuts: whether lines were cut off at the width, inside words too.
        indents_start: whether an indent marks the first line of a paragraph, and no block.
        margin: the indent of lines inside paragraphs.
        full_may_end: whether a full line with a sentence's end more likely ends a paragraph.
    """

    width: int
    in_columns: bool
    slack: int
    cuts: bool = False
    indents_start: bool = False
    margin: int = 0
    full_may_end: bool = False
    counts_indent: bool = True
    wide_marks: bool = False

    def measure(self, line: Line) -> int:
        """Return a line's length as this wrapping counts it."""
        length = line.width if self.in_columns else line.characters
        if self.wide_marks:
            length += line.marks
        return length if self.counts_indent else length - line.indent

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first piece of the following line would not have fitted behind a line.

        A line that begins or has a column in the right half was set there, and not filled: the
        symbol of a letterhead, the place and date below a text.
        """
        if line.aside * 2 > self.width:
            return False
        room = room_for(following, self.in_columns, self.slack)
        return self.measure(line) + room > self.width


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal; a Chinese character takes two.

    Behind the widest line that may be a wrapped one, every character counts as one.
    """
    if text.isascii() or len(text) > _WIDEST:
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _is_ambiguous(character: str) -> bool:
    return unicodedata.east_asian_width(character) == "A"


def room_for(line: Line, in_columns: bool, slack: int) -> int:
    """Return the room that the first unbreakable piece of a line takes behind another line."""
    text = line.text
    if is_unspaced(text[0]):
        return slack + (2 if in_columns else 1)
    led = _LEADER.search(text, 1)
    end = led.start() if led else len(text)
    length = 0
    while length < end and text[length] not in SPACE and not is_unspaced(text[length]):
        length += 1
        if text[length - 1] == "-":
            break
    return 1 + length


def find_wrapping(lines: Sequence[Line]) -> Wrapping | None:
    """Tell how a text was wrapped, or None for one paragraph a line."""
    ways = [Wrapping(0, in_columns=True, slack=4), Wrapping(0, in_columns=False, slack=2)]
    if any(line.marks for line in lines):
        ways.append(replace(ways[0], wide_marks=True))
    found = [max(filter(None, (_find_width(lines, way) for way in ways)), default=None)]
    if any(line.indent for line in lines):
        ways = [replace(way, counts_indent=False) for way in ways]
        found.append(max(filter(None, (_find_width(lines, way) for way in ways)), default=None))
    best = max(filter(None, found), key=lambda item: item.full, default=None)
    return _with_habits(lines, best.wrapping) if best else None


def quoted_wrapping(lines: Sequence[Line]) -> Wrapping | None:
    """Tell how a mail's quotation was wrapped that is too short to show that it was.

    Programs for mail wrap what they send, so the longest line counts as full. They do it again when
    the marks have made lines too long, so a line of Chinese of half that length counts as full too.

    Returns:
        None where the longest line is too long for a wrapped one, or too short for a sentence.
    """
    width = max(line.width for line in lines)
    if not _NARROWEST // 2 <= width <= _WIDEST:
        return None
    return Wrapping(width, in_columns=True, slack=width // 2, full_may_end=True)


def is_open(line: Line, following: Line) -> bool:
    """Whether a line ends, and the next goes on, in the middle of a sentence."""
    first = following.text[0]
    inside = first.islower() or first in PAUSES or is_unspaced(first)
    return inside and not line.ends_sentence and following.indent <= line.indent + 1


def begins_inside(line: Line) -> bool:
    """Whether a line begins with a mark that no paragraph begins with, such as a Chinese comma.

    A closing quotation mark is one if nothing is behind it: some open quotations with it.
    """
    if line.text[0] in "”’」』":
        return not line.text.strip(ENDINGS + PAUSES + CLOSERS)
    return line.text[0] in _NEVER_FIRST


def _pairs(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    return [(a, b) for a, b in pairwise(lines) if a.text and b.text]


@dataclass(frozen=True, slots=True)
class _Found:
    """A way in which a text may have been wrapped.

    Attributes:
        even: how many lines inside sentences of Chinese are of one length by it.
        full: how many lines are full.
        wrapping: the way.
    """

    even: int
    full: int
    wrapping: Wrapping

    def __lt__(self, other: _Found) -> bool:
        return (self.even, self.full) < (other.even, other.full)


def _find_width(lines: Sequence[Line], way: Wrapping) -> _Found | None:
    """Return the width of a text that may have been wrapped in a way, or None."""
    unit = 2 if way.in_columns else 1
    change = [0] * (_WIDEST + 2)
    pairs = _pairs(lines)
    for line, following in pairs:
        length = way.measure(line)
        if length <= _WIDEST:
            change[length] += 1
            room = room_for(following, way.in_columns, way.slack)
            change[min(length + room, _WIDEST + 1)] -= 1
    lengths = sorted(way.measure(line) for line in lines if line.text)
    least = lengths[len(lengths) - len(lengths) // 10 - 1] - 2 * unit if lengths else 0
    count = highest = width = 0
    for candidate, step in enumerate(change[: _WIDEST + 1]):
        count += step
        if count > highest and candidate * 2 >= _NARROWEST * unit and candidate >= least:
            highest, width = count, candidate
    wrapping = replace(way, width=width)
    if not highest:
        return None
    if not _is_proven(lines, wrapping):
        return None
    opened = (pair for sentence in _open_sentences(lines, wrapping) for pair in sentence)
    inside = [line for line, following in opened if _may_be_items(following)]
    even = _even(inside, wrapping)
    return None if way.wide_marks and not even else _Found(even, highest, wrapping)


def _is_proven(lines: Sequence[Line], wrapping: Wrapping) -> bool:
    pairs = _pairs(lines)
    long_lines = [pair for pair in pairs if wrapping.measure(pair[0]) * 2 >= wrapping.width]
    full = [pair for pair in long_lines if wrapping.is_full(*pair)]
    closed = sum(line.ends_sentence for line, _ in full)
    sentences = _open_sentences(lines, wrapping)
    opened = [pair for sentence in sentences for pair in sentence]
    unspaced = [pair for pair in opened if _may_be_items(pair[1])]
    spaced = len(opened) - len(unspaced) if wrapping.width >= _NARROWEST else 0
    enough = (
        spaced >= 2
        or (spaced == 1 and not closed)
        or _is_running_text(sentences, wrapping)
        or _is_set_in_blocks(lines, wrapping)
        or _is_set_in_indents(lines, wrapping)
    )
    broken = [wrapping.is_full(*pair) for pair in long_lines if is_open(*pair)]
    mostly_full = len(full) * 2 >= len(long_lines) or sum(broken) * 3 >= len(broken) * 2
    return enough and len(opened) >= closed and mostly_full


def _open_sentences(lines: Sequence[Line], wrapping: Wrapping) -> list[list[tuple[Line, Line]]]:
    """Return by sentence the full lines that the next goes on from, if the sentence is ended."""
    found: list[list[tuple[Line, Line]]] = []
    sentence: list[tuple[Line, Line]] = []
    for line, following in pairwise((*lines, Line.of(""))):
        full = bool(line.text and following.text) and wrapping.is_full(line, following)
        if full and not line.ends_sentence:
            sentence += [(line, following)] if is_open(line, following) else []
            continue
        if sentence and line.end and line.end in ENDINGS + PAUSES:
            found.append(sentence)
        sentence = []
    return found


def _may_be_items(following: Line) -> bool:
    """Whether a line could as well be an item of a list as go on with the line before it."""
    first = following.text[0]
    return is_unspaced(first) and first not in PAUSES


def _is_running_text(sentences: Sequence[Sequence[tuple[Line, Line]]], wrapping: Wrapping) -> bool:
    """Whether lines of Chinese are of one width, and hold the marks that sentences do.

    One sentence over short lines may be a list with a sentence below it.
    """
    unit = 2 if wrapping.in_columns else 1
    inside = [
        [a for a, b in sentence if _may_be_items(b) and a.end not in PAUSES]
        for sentence in sentences
    ]
    every = [line for sentence in inside for line in sentence]
    at_width = _even(every, wrapping)
    marked = sum(_INNER_MARK.search(line.text) is not None for line in every)
    several = (
        sum(map(bool, inside)) > 1
        or wrapping.width >= _WIDE * unit
        or any(_INNER_END.search(line.text) for line in every)
    )
    enough = len(every) >= _FEWEST_UNSPACED and several
    return enough and at_width * 2 > len(every) <= marked * 3


def _even(lines: Sequence[Line], wrapping: Wrapping) -> int:
    """How many lines are of one length, or shorter by no more than a Chinese character."""
    lengths = Counter(wrapping.measure(line) for line in lines)
    shorter = range(3 if wrapping.in_columns else 2)
    return max((sum(lengths[length - less] for less in shorter) for length in lengths), default=0)


def _is_set_in_blocks(lines: Sequence[Line], wrapping: Wrapping) -> bool:
    """Whether blank lines part the paragraphs, and inside them only full lines go on.

    Two paragraphs are enough then: a short letter has no more. Blocks without a full line, such as
    a letterhead, tell nothing. Of those with one, one in four may be something else, such as a
    title of two lines. Verses break where sentences pause; wrapped lines seldom do.
    """
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.text:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    filled = [b for b in blocks if any(wrapping.is_full(*pair) for pair in pairwise(b))]
    wrapped = [
        block
        for block in filled
        if block[-1].end
        and block[-1].end in ENDINGS + PAUSES
        and all(wrapping.is_full(*pair) and is_open(*pair) for pair in pairwise(block))
    ]
    inside = [line for block in wrapped for line in block[:-1]]
    return (
        len(wrapped) >= _FEWEST_BLOCKS
        and len(wrapped) * 4 >= len(filled) * 3
        and sum(line.end in PAUSES for line in inside) * 2 <= len(inside)
    )


def _is_set_in_indents(lines: Sequence[Line], wrapping: Wrapping) -> bool:
    """Whether an indent begins the paragraphs, and the lines without one go on from full lines.

    A story that is mostly talk has few full lines; one in four of the other lines may be something
    else, such as a title.
    """
    pairs = _pairs(lines)
    inside = [(line, following) for line, following in pairs if not following.indent]
    begun = sum(bool(line.indent) for line in lines)
    going_on = [
        line
        for line, following in inside
        if wrapping.is_full(line, following) and is_open(line, following)
    ]
    return (
        begun > len(inside)
        and len(going_on) >= _FEWEST_BLOCKS
        and len(going_on) * 4 >= len(inside) * 3
        and sum(line.end in PAUSES for line in going_on) * 2 <= len(going_on)
    )


def _with_habits(lines: Sequence[Line], wrapping: Wrapping) -> Wrapping:
    """Learn from the lines that surely stand inside paragraphs how the text sets its paragraphs."""
    pairs = _pairs(lines)
    inside = [pair for pair in pairs if wrapping.is_full(*pair) and is_open(*pair)]
    gaps = sorted(wrapping.width - wrapping.measure(a) for a, b in inside if is_unspaced(b.text[0]))
    slack = max(0, min(wrapping.slack, gaps[len(gaps) * 19 // 20])) if gaps else wrapping.slack
    margin = Counter(b.indent for _, b in inside).most_common(1)[0][0]
    outdented = sum(a.indent > b.indent + 1 for a, b in inside)
    blocks = sum(a.indent == b.indent > margin + 1 for a, b in inside)
    learned = replace(
        wrapping,
        slack=slack,
        margin=margin,
        cuts=bool(gaps) and gaps[len(gaps) * 19 // 20] <= 0,
        indents_start=outdented > max(blocks, 1),
    )
    unknown = not learned.indents_start and _ends_fall_at_width(lines, pairs, inside, learned)
    return replace(learned, full_may_end=unknown)


def _ends_fall_at_width(
    lines: Sequence[Line],
    pairs: Sequence[tuple[Line, Line]],
    inside: Sequence[tuple[Line, Line]],
    wrapping: Wrapping,
) -> bool:
    """Whether a full line with a sentence's end more likely ends its paragraph than not.

    Sentence ends inside a paragraph fall at a line's end as often as at any other place between
    two words; ends of paragraphs fall into the room that a full line may leave, by its share of
    the width. What was counted of each elsewhere tells how many of both to expect.
    """
    inner_ends = sum(len(_INNER_END.findall(line.text)) for line in lines)
    pieces = sum(len(a.text) if is_unspaced(a.text[-1]) else len(a.text.split()) for a, _ in inside)
    expected_inside = inner_ends / max(pieces / len(inside) - 1, 1)
    short_ends = sum(a.ends_sentence and not wrapping.is_full(a, b) for a, b in pairs)
    room = sum(room_for(b, wrapping.in_columns, wrapping.slack) for _, b in inside) / len(inside)
    return short_ends * room / max(wrapping.width - room, 1) > expected_inside
