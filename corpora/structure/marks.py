"""Footnote marks that are stuck in a text are set aside; numbers that belong to it stay.

"Aspects,1 and", "报告,3 其中", "报告；¹" and "report[3]" hold marks, "report [3]" does where a
paragraph begins with "[3]", and so does "报告。③" above such a one; "S/2012/18", "CO2", "1,500"
and "m²" don't. Marks count up through a document, so a doubtful one is believed only where it is
the next in turn; what remains doubtful is left in the text. Before a list of references ("[1] ...",
"[2] ...") each mark that cites it is believed: "[2]", "[1, 2]", "[1-3]", "[1][2]".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from corpora.characters import HAN, is_han
from corpora.document import Mark
from corpora.readers.block import Block, Role
from corpora.readers.scripts import is_mark
from corpora.structure.words import Words

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SIGNS = "⁺⁻⁼⁽⁾"
_RAISED = re.compile(
    rf"(?<=[^\s\d{_SUPERSCRIPTS}{_SIGNS}])[{_SUPERSCRIPTS}]{{1,3}}(?![\w{_SUPERSCRIPTS}{_SIGNS}])"
)
_RAISED_BEFORE_HAN = re.compile(rf"(?<=[{HAN}])[{_SUPERSCRIPTS}]{{1,3}}(?=[{HAN}])")
_BRACKETED = re.compile(r"(?<=[^\s\d\[\](=])[\[［]\d{1,3}[\]］]")
_SPACED = re.compile(r"(?<=[^\s\[\](=]) [\[［](\d{1,3})[\]］](?=[\s.,;:!?)”’\"]|$)")
_NUMBERS = r"\d{1,3}(?:\s?[,，、;；–—~～-]\s?\d{1,3})*"
_CITED = re.compile(rf"(?<=[^\s\[\](（=])(?:[ \u00a0]?[\[［]{_NUMBERS}[\]］])+(?![A-Za-z0-9(=])")
_CITED_ONCE = re.compile(rf"[ \u00a0]?[\[［]({_NUMBERS})[\]］]")
_STEP = re.compile(r"(\d+)(?:\s?[–—~～-]\s?(\d+))?")
_INTERVAL = re.compile(r"(?:∈|\binterval|\brange|区间|區間|范围|範圍)\s?\Z")
_FEWEST_REFERENCES = 2
_LISTED = re.compile(r"[\[［](\d{1,3})[\]］]\s*\S")
_STUCK = re.compile(r"(?P<sign>[,;，；。.”’\"»》]{1,2})(?P<mark>[1-9]\d?)(?=$|[\s”’\"»])")
_CIRCLED = re.compile(r"(?<=[。！？；，”’」』》）.!?,;\")])[①-⑳](?=$|[。！？；，])")
_CIRCLED_HEAD = re.compile(r"([①-⑳])\s*\S")
_WORD = re.compile(rf"(?:[A-Za-zÀ-ɏЀ-ӿ’'-]{{2,30}}[)）\]]?|[A-Za-z{HAN}][”’\"»》)）]?)\Z")
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[A-Za-z]|[kcdmµn]m|sq|mi|ft|in|mc|CO|SO|NO)$|[米里尺寸丈]$")
_GOVERNS = re.compile(
    r"(?:文献|文獻|见|見|参见|參見|引自|\b(?:references?|refs?\.|see|in|of|from|by|to|with|and))\s?\Z",
    re.IGNORECASE,
)
"""What makes a citation behind it a part of the sentence ("文献[3]的方法", "as shown in [3]")."""
_LIST = re.compile(r"\s*(?:and|or|to|[-–—])\s*\d")
_SPACED_HAN = re.compile(rf"\s[{HAN}]")
_AFTER_HAN = re.compile(rf"[{HAN}][,;，；。.”’\"»》）)]{{0,3}}\Z")
_GAP = 3
_ROMAN = re.compile(r"[IVXLCDM]+")


@dataclass(frozen=True, slots=True)
class _Found:
    """A possible mark: where it is in its block's text, its value, and how sure it is.

    One that the reader has set aside already has its text in `aside`; only the space behind it is
    still in the block's text. One that cites a list of references is believed in any order.
    """

    block: int
    start: int
    end: int
    value: int
    sure: bool
    aside: str = ""
    cites: bool = False


def set_marks_aside(
    blocks: Sequence[Block], words: Words
) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    """Return the text of each block without footnote marks, and the marks that stood in it.

    Marks that the reader has set aside already are kept among them. Headings, cells, footnotes
    and furniture bear none that count here.
    """
    listed = {head[1] for block in blocks if (head := _LISTED.match(block.text))}
    found = [mark for index, block in enumerate(blocks) for mark in _known(index, block)]
    found += _citations(blocks)
    found += _circled(blocks)
    for index, block in enumerate(blocks):
        if block.role not in (Role.CELL, Role.FOOTNOTE, Role.FURNITURE):
            own = {mark.offset for mark in block.marks}
            found += (
                mark
                for mark in _possible(index, block.text, words, listed)
                if own.isdisjoint(range(mark.start + 1, mark.end))
            )
    taken: dict[int, list[_Found]] = {}
    for mark in _in_turn(sorted(found, key=lambda mark: (mark.block, mark.start))):
        taken.setdefault(mark.block, []).append(mark)
    return tuple(_take_out(block, taken.get(index, [])) for index, block in enumerate(blocks))


def find_references(blocks: Sequence[Block]) -> list[list[int]]:
    """Return the lists of references: of each, the indices of its entries.

    They are paragraphs one behind the other that begin with "[1]", "[2]" and so on; only what
    stands at the edge of a page may come between.
    """
    lists: list[list[int]] = []
    last = -1
    for index, block in enumerate(blocks):
        if block.role is Role.FURNITURE:
            continue
        head = None if block.label or block.role is Role.CELL else _LISTED.match(block.text)
        number = int(head[1]) if head else -1
        if head and lists and lists[-1] and number == last + 1:
            lists[-1].append(index)
        elif not lists or lists[-1] or head:
            lists.append([index] if head else [])
        last = number
    return [entries for entries in lists if len(entries) >= _FEWEST_REFERENCES]


def cited_numbers(mark: str) -> tuple[int, ...]:
    """Return the numbers that a mark in brackets cites: 1, 2, 3, 5 for "[1-3, 5]", else none."""
    inside = _CITED_ONCE.fullmatch(mark.strip())
    numbers: list[int] = []
    for step in _STEP.finditer(inside[1] if inside else ""):
        numbers += range(int(step[1]), int(step[2] or step[1]) + 1)
    return tuple(numbers)


def _citations(blocks: Sequence[Block]) -> Iterator[_Found]:
    """Find the marks that cite a list of references further on.

    Its entries bear none, nor do the paragraphs of a judgment that are numbered in this way.
    """
    entries = {index for found in find_references(blocks) for index in found}
    listed: set[int] = set()
    for index in reversed(range(len(blocks))):
        block = blocks[index]
        if index in entries and (head := _LISTED.match(block.text)):
            listed.add(int(head[1]))
            continue
        skipped = block.role in (Role.CELL, Role.FOOTNOTE, Role.FURNITURE)
        if not listed or skipped or "[0]" in block.text:
            continue
        own = {mark.offset for mark in block.marks}
        for group in _CITED.finditer(block.text):
            before = block.text[max(0, group.start() - 12) : group.start()]
            if (
                _INTERVAL.search(before)
                or _GOVERNS.search(before)
                or (group[0][0] not in " \u00a0" and _UNIT.search(before))
            ):
                continue
            for match in _CITED_ONCE.finditer(block.text, *group.span()):
                numbers = cited_numbers(match[0])
                rising = bool(numbers) and sorted(set(numbers)) == list(numbers)
                if rising and listed.issuperset(numbers) and own.isdisjoint(range(*match.span())):
                    yield _Found(index, *match.span(), numbers[-1], True, cites=True)


def _circled(blocks: Sequence[Block]) -> Iterator[_Found]:
    """Find circled numerals at the ends of sentences that a paragraph further on begins with."""
    noted: set[str] = set()
    for index, block in reversed(list(enumerate(blocks))):
        if block.role not in (Role.CELL, Role.FOOTNOTE, Role.FURNITURE):
            for match in _CIRCLED.finditer(block.text):
                if match[0] in noted:
                    yield _Found(index, *match.span(), _value(match[0]), sure=False)
        if head := _CIRCLED_HEAD.match(block.text):
            noted.add(head[1])


def _known(index: int, block: Block) -> Iterator[_Found]:
    """Give the marks that the reader has set aside, with the space that sets them off."""
    for mark, behind in zip_longest(block.marks, block.marks[1:]):
        last_here = behind is None or behind.offset != mark.offset
        before = block.text[max(0, mark.offset - 4) : mark.offset]
        spaced = (
            last_here
            and _SPACED_HAN.match(block.text, mark.offset)
            and _AFTER_HAN.search(before) is not None
        )
        end = mark.offset + bool(spaced)
        yield _Found(index, mark.offset, end, _value(mark.text), True, mark.text)


def _possible(index: int, text: str, words: Words, listed: Container[str]) -> Iterator[_Found]:
    """Find what could be a mark in one text.

    Args:
        index: the block's.
        text: its words.
        words: the language's.
        listed: the numbers in brackets that blocks begin with: a text may cite them behind a space.
    """
    for pattern in (_RAISED, _RAISED_BEFORE_HAN):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 12) : match.start()]
            if not _UNIT.search(before) and is_mark(before, str(_value(match[0]))):
                sure = unicodedata.category(before[-1])[0] == "P" or is_han(before[-1])
                yield _Found(index, *match.span(), _value(match[0]), sure)
    bracketed = [] if "[0]" in text else _BRACKETED.finditer(text)
    for match in bracketed:
        before = text[max(0, match.start() - 12) : match.start()]
        if not (_UNIT.search(before) or _GOVERNS.search(before)):
            yield _Found(index, *match.span(), _value(match[0]), False)
    for match in _SPACED.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if match[1] in listed and not _GOVERNS.search(before):
            yield _Found(index, *match.span(), int(match[1]), False)
    for match in _STUCK.finditer(text):
        start, end = match.span("mark")
        word = _WORD.search(text[max(0, match.start() - 32) : match.start()])
        if not word or words.measure.match(text, end) or _LIST.match(text, end):
            continue
        before = word[0]
        if _ROMAN.fullmatch(before.strip(')）]”’"»》')):
            continue
        if "." in match["sign"] and before.lower() in words.abbreviations:
            continue
        spaced_han = bool(is_han(before[0]) and _SPACED_HAN.match(text, end))
        yield _Found(index, start, end + spaced_han, int(match["mark"]), spaced_han)


def _in_turn(found: Sequence[_Found]) -> Iterator[_Found]:
    """Choose the marks: those that count up from 1; a gap needs more evidence.

    Behind a gap, a mark is believed where it is sure, where the gap is small, or, before the first
    one that was found, where its successor follows.
    """
    last = 0
    end: tuple[int, int] = (-1, 0)
    for mark, behind in zip_longest(found, found[1:]):
        if (mark.block, mark.start) < end:
            continue
        followed = behind is not None and behind.value == mark.value + 1
        near = 0 < mark.value - last <= _GAP and (last > 0 or followed)
        sure = mark.sure and mark.value > last
        if mark.aside or mark.cites or mark.value == last + 1 or near or sure:
            yield mark
            last = max(last, mark.value)
            end = (mark.block, mark.end)


def _take_out(block: Block, taken: Sequence[_Found]) -> tuple[str, tuple[Mark, ...]]:
    """Take the marks out of a text and merge them with those that the reader had set aside."""
    if not taken:
        return block.text, block.marks
    pieces: list[str] = []
    marks: list[Mark] = []
    done = removed = 0
    for mark in taken:
        offset = mark.start - removed
        pieces.append(block.text[done : mark.start])
        marks.append(Mark(offset, mark.aside + block.text[mark.start : mark.end]))
        removed += mark.end - mark.start
        done = mark.end
    return "".join((*pieces, block.text[done:])), tuple(marks)


def _value(mark: str) -> int:
    """Return the number in a mark, or 0 (an asterisk)."""
    digits = re.search(r"\d+", unicodedata.normalize("NFKC", mark))
    return int(digits[0]) if digits else 0
