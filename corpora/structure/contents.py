"""The page numbers of a table of contents are set aside: its entries are what is to translate.

A page number stands behind its entry: after a leader ("Scope ........ 3"), a tab or a wide gap, in
a cell or a paragraph of its own, or after a space or nothing where a format has lost the gap. Page
numbers rise, and the list stands below its heading, or its entries come again further on, as the
headings that they name; a price list does neither. A number becomes furniture, with its leader.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from corpora.characters import HAN
from corpora.leaders import LEADER, PAGE
from corpora.readers.block import Block, Role
from corpora.structure.numerals import roman_value
from corpora.structure.words import words_of

_NUMBER = re.compile(PAGE)
_LEADER = rf"(?:{LEADER}|[-_]{{4,}})"
_BEHIND = re.compile(rf"(\s*{_LEADER}\s*|\s*\t\s*|\s{{2,}}|\s?)({PAGE})$")
_LEADER_AT_END = re.compile(rf"\s*{_LEADER}$")
_WORD = re.compile(rf"[^\W\d_]{{2}}|[{HAN}]")
_VALUE = re.compile(r"\d+|[A-Za-z]+")
_LONGEST_TITLE = 200
_LONGEST_GAP = 300
_FEWEST, _FEWEST_BELOW_HEADING = 4, 3
_ROWS_BELOW_HEADING = 3
"""So many blocks may stand between the heading and the first entry: the heads of columns."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What may be an entry of a table of contents.

    Attributes:
        title: its words.
        block: the index of its block.
        numbered: the index of the block that ends with its page number.
        page: the page number; Roman ones come first.
        clear: whether more than a space sets the number off.
    """

    title: str
    block: int
    numbered: int
    page: tuple[bool, int]
    clear: bool


def set_page_numbers_aside(blocks: Sequence[Block], language: str) -> tuple[Block, ...]:
    """Make furniture of the page numbers behind the entries of tables of contents.

    Args:
        blocks: of one file, in reading order.
        language: its language as a BCP 47 tag.
    """
    heading = words_of(language).contents
    own = [k for k, block in enumerate(blocks) if block.role is not Role.FURNITURE]
    heads = {k for k in own if heading.fullmatch("".join(blocks[k].text.split()))}
    last = _last_places(blocks)
    taken: list[_Entry] = []
    for run in _runs(blocks, own, heads):
        place = bisect_left(own, run[0].block)
        headed = not heads.isdisjoint(own[max(place - _ROWS_BELOW_HEADING - 1, 0) : place])
        if len(run) < (_FEWEST_BELOW_HEADING if headed else _FEWEST):
            continue
        end = run[-1].numbered
        named = [
            entry
            for entry in run
            if last.get(_key(entry.title), 0) > end
            or (entry.clear and last.get(_words(entry.title), 0) > end)
        ]
        if headed or 2 * len(named) >= len(run):
            taken += (entry for entry in run if entry.clear or entry in named)
    return tuple(_parted(blocks, taken))


def _last_places(blocks: Sequence[Block]) -> dict[str, int]:
    """Return where each text that may be a heading stands last, by what it is compared as.

    The rows of two tables may have the same names.
    """
    return {
        key: k
        for k, block in enumerate(blocks)
        if block.role not in (Role.CELL, Role.FURNITURE) and len(block.text) <= _LONGEST_TITLE
        for key in (_key(block.text), _key(block.label + block.text), _words(block.text))
    }


def _runs(blocks: Sequence[Block], own: Sequence[int], heads: Set[int]) -> Iterator[list[_Entry]]:
    """Give what may be entries one behind the other whose page numbers rise.

    Between two of them one block may stand that is none: a number in a cell of its own, or the
    name of a part without a page.

    Args:
        blocks: all of them.
        own: the indices of those that are no furniture.
        heads: those of headings of tables of contents.
    """
    run: list[_Entry] = []
    place = missed = 0
    while place < len(own):
        entry = None if own[place] in heads else _entry(blocks, own[place : place + 2])
        falls = bool(run) and entry is not None and entry.page < run[-1].page
        missed = missed + 1 if entry is None else 0
        if run and (falls or missed > 1):
            yield run
            run = []
        if entry is not None:
            run.append(entry)
        place += 1 if entry is None or entry.block == entry.numbered else 2
    if run:
        yield run


def _entry(blocks: Sequence[Block], own: Sequence[int]) -> _Entry | None:
    """Read a block, or one and the next, as an entry.

    Args:
        blocks: all of them.
        own: the index of the block, and that of the next one.
    """
    block = blocks[own[0]]
    if block.role is Role.FOOTNOTE or len(block.text) > _LONGEST_TITLE + _LONGEST_GAP:
        return None
    behind = _BEHIND.search(block.text)
    if behind and _is_title(block, behind.start()):
        clear = len(behind[1]) > 1 or behind[1] == "\t"
        return _made(block.text[: behind.start()], own[0], own[0], behind[2], clear)
    following = blocks[own[1]].text if len(own) > 1 else ""
    if not behind and _NUMBER.fullmatch(following) and not blocks[own[1]].label:
        title = _LEADER_AT_END.sub("", block.text)
        if _is_title(block, len(title)):
            return _made(title, own[0], own[1], following, clear=True)
    return None


def _is_title(block: Block, end: int) -> bool:
    """Whether the words of a block up to a place may name a part of the document."""
    title = block.text[:end]
    marked = any(mark.offset > end for mark in block.marks)
    return len(title) <= _LONGEST_TITLE and not marked and _WORD.search(title) is not None


def _made(title: str, block: int, numbered: int, written: str, clear: bool) -> _Entry | None:
    found = _VALUE.search(written)
    if found is None:
        return None
    if found[0].isdecimal():
        return _Entry(title, block, numbered, (True, int(found[0])), clear)
    value = roman_value(found[0])
    return None if value is None else _Entry(title, block, numbered, (False, value), clear)


def _key(text: str) -> str:
    """Return a title as it is compared with others: without marks and spaces."""
    return "".join(filter(str.isalnum, text)).casefold()


def _words(text: str) -> str:
    """Return the same without figures, for a title that has a number in one place only."""
    return " " + "".join(filter(str.isalpha, text)).casefold()


def _parted(blocks: Sequence[Block], taken: Iterable[_Entry]) -> Iterator[Block]:
    """Give the blocks, the page numbers and leaders behind the entries as blocks of their own."""
    entries = {entry.block: entry for entry in taken}
    numbers = {entry.numbered for entry in entries.values()}
    leader = ""
    for k, block in enumerate(blocks):
        rest = block.text
        if k in entries:
            title = entries[k].title
            yield replace(block, text=title)
            rest = rest[len(title) :].strip()
        if k in numbers:
            yield Block(f"{leader} {rest}".strip(), Role.FURNITURE, where=block.where)
            leader = ""
        elif k in entries:
            leader = rest
        else:
            yield block
