"""What each paragraph is in its document: its kind, its number, its footnote marks.

Blocks become Paragraphs one for one, in their order. `corpora.structure.outline` tells how numbers
are written. Everything is found from the text and from what the file format says; the words
of each language stand in `words.toml`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from corpora.document import Kind, Mark, Paragraph
from corpora.readers.block import Block, Role
from corpora.structure.contents import set_page_numbers_aside
from corpora.structure.furniture import find_furniture
from corpora.structure.kinds import find_kinds
from corpora.structure.label import Label
from corpora.structure.labels import find_labels
from corpora.structure.marks import cited_numbers, find_references, set_marks_aside
from corpora.structure.outline import number_blocks
from corpora.structure.words import Words, words_of

__all__ = ["find_structure", "set_page_numbers_aside"]

_NOTE = re.compile(r"(\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}(?=\s)|\*{1,3}|[†‡①-⑳])\s*(?=\S)")

_DASH = re.compile(r"([-–—])\s*(?=\S)")
"""What begins the words of another speaker, if the format says so; else it is part of a text."""
_BULLET = re.compile(r"([•‣⁃●○◦◆◇■▪▫►▸▶➢➤❖·]|[\ue000-\uf8ff\ufffd](?=\s))\s*(?=\w)")
"""Also a character of a symbol font. Boxes to tick and dashes are more than a bullet."""


def find_structure(blocks: Sequence[Block], language: str) -> tuple[Paragraph, ...]:
    """Find the kind, the number and the footnote marks of each block.

    `Paragraph.marked_text` of each is its block's text with the block's own marks in it.

    Args:
        blocks: of one file, in reading order.
        language: its language as a BCP 47 tag; of a language without words in `words.toml`,
            numbers are found and kinds stay general.
    """
    words = words_of(language)
    furniture = find_furniture(blocks, words)
    cleaned = set_marks_aside(blocks, words)
    texts = [text for text, _ in cleaned]
    known = [Kind.BOILERPLATE if ours else None for ours in furniture]
    notes = _footnotes(blocks, cleaned, furniture, words)
    for index in notes:
        known[index] = Kind.FOOTNOTE
    readings = [
        () if known[index] or block.role is Role.CELL else _readings(block, texts[index], words)
        for index, block in enumerate(blocks)
    ]
    headings = [block.role is Role.HEADING for block in blocks]
    numbers, scopes = number_blocks(readings, [block.level for block in blocks], headings)
    kinds = find_kinds(blocks, texts, numbers, known, words)
    paragraphs: list[Paragraph] = []
    for index, (block, (text, marks)) in enumerate(zip(blocks, cleaned, strict=True)):
        numbered = numbers[index]
        label, length = block.label, 0
        if numbered and not block.label:
            label, length = numbered.label.text, numbered.label.length
        bullet = None if numbered or label or block.role is Role.CELL else _BULLET.match(text)
        dash = _DASH.match(text)
        if dash and block.label == dash[1]:
            bullet = dash
        if bullet:
            label, length = bullet[1], bullet.end()
        number = numbered.number if numbered else None
        if index in notes:
            label, length = notes[index]
            number = f"Footnote {_plain(label)}" if label else None
        settled = known[index] is not None
        paragraphs.append(
            Paragraph(
                text, kinds[index], number, "" if settled else scopes[index],
                label, length, marks, block.where, block.row,
            )
        )  # fmt: skip
    return tuple(paragraphs)


def _plain(mark: str) -> str:
    """Return a footnote's mark as it is compared: 1 for "[1]", "¹" and "①"."""
    return unicodedata.normalize("NFKC", mark).strip("[]")


def _readings(block: Block, text: str, words: Words) -> tuple[Label, ...]:
    """Read a block's number: the one that its format computed, or the one at its text's head."""
    if not block.label:
        return find_labels(text, words)
    readings = find_labels(block.label, words)
    return tuple(label for label in readings if label.length == len(block.label))


def _footnotes(
    blocks: Sequence[Block],
    cleaned: Sequence[tuple[str, tuple[Mark, ...]]],
    furniture: Sequence[bool],
    words: Words,
) -> dict[int, tuple[str, int]]:
    """Return label and label length of each footnote, by index.

    A footnote is what the format says is one, or a paragraph that begins with a mark that stood in
    the text before it. What reads as an amount as well ("1 本组织", "3 名成员") is one if the
    footnote before or behind it stands beside it. A list of references is cited as a whole, and so
    is a numbered list below the last heading.
    """
    seen: set[str] = set()
    found: dict[int, tuple[str, int]] = {}
    amounts: dict[int, tuple[str, int]] = {}
    for index, (block, (text, marks)) in enumerate(zip(blocks, cleaned, strict=True)):
        if furniture[index]:
            continue
        head = _NOTE.match(text)
        if block.role is Role.FOOTNOTE:
            found[index] = (block.label, 0) if block.label or not head else (head[1], head.end())
        elif head and head[1] in seen and not block.label:
            label = (head[1], head.end())
            if head[1].isdecimal() and words.measure.match(text, head.end()):
                amounts[index] = label
            else:
                found[index] = label
                seen.discard(head[1])
        for mark in marks:
            seen |= {mark.text.strip(), *(f"[{number}]" for number in cited_numbers(mark.text))}
    found |= _listed_notes(blocks, cleaned, furniture)
    for entries in find_references(blocks):
        heads = {index: _NOTE.match(cleaned[index][0]) for index in entries}
        if found.keys() & heads.keys():
            found |= {index: (head[1], head.end()) for index, head in heads.items() if head}
    counted = found | amounts
    return found | {
        index: label
        for index, label in amounts.items()
        if any(
            counted.get(index + step, ("", 0))[0] == str(int(label[0]) + step) for step in (-1, 1)
        )
    }


def _listed_notes(
    blocks: Sequence[Block],
    cleaned: Sequence[tuple[str, tuple[Mark, ...]]],
    furniture: Sequence[bool],
) -> dict[int, tuple[str, int]]:
    """Return the labels of notes in an automatic list that ends a document, by index.

    It stands below a heading, and the text has a mark for each of its numbers and no other ones.
    """
    own = [index for index, ours in enumerate(furniture) if not ours]
    start = next((place for place in range(len(own), 0, -1) if not blocks[own[place - 1]].label), 0)
    entries = {index: blocks[index].label.rstrip(".)") for index in own[start:]}
    cited = {_plain(mark.text.strip()) for _, marks in cleaned for mark in marks}
    is_below_heading = start > 0 and blocks[own[start - 1]].role is Role.HEADING
    numbers = [str(number) for number in range(1, len(entries) + 1)]
    if not is_below_heading or list(entries.values()) != numbers or cited != set(numbers):
        return {}
    return {index: (label, 0) for index, label in entries.items()}
