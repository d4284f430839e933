"""The kind of each paragraph in its document, by general rules.

What a resolution's paragraphs are is told by `corpora.structure.resolutions`; here are titles,
headings, items and closing lines of every other document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpora.document import Kind
from corpora.readers.block import Block, Role
from corpora.structure.label import is_title
from corpora.structure.letters import find_title, mark_signature
from corpora.structure.outline import Numbered
from corpora.structure.resolutions import mark_resolutions
from corpora.structure.words import Words

_CLOSING = 4
_SENTENCE_ENDS = tuple('。．.！!？?；;:：”’"»」』）)…')


def find_kinds(
    blocks: Sequence[Block],
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    known: Sequence[Kind | None],
    words: Words,
) -> list[Kind]:
    """Return the kind of each paragraph.

    Args:
        blocks: as the file format gives them.
        texts: their texts without footnote marks.
        numbers: their numbers.
        known: kinds that are settled already (boilerplate, footnotes); None elsewhere.
        words: the language's.
    """
    kinds = list(known)
    mark_resolutions(texts, numbers, kinds, words)
    _mark_numbered(blocks, texts, numbers, kinds)
    if Kind.TITLE not in kinds:
        _mark_title(blocks, texts, numbers, kinds, words)
    _mark_closing(texts, kinds, words)
    mark_signature(texts, numbers, kinds, words)
    _mark_bare_headings(blocks, texts, numbers, kinds, words)
    return [kind or Kind.BODY for kind in kinds]


def _mark_numbered(
    blocks: Sequence[Block],
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    kinds: list[Kind | None],
) -> None:
    """Headings that bear a number, and items below a number."""
    headed: dict[tuple[str, int], bool] = {}
    for k, numbered in enumerate(numbers):
        if numbered is None or kinds[k] is not None:
            continue
        label = numbered.label
        if label.is_part:
            titled = blocks[k].role is Role.HEADING or is_title(texts[k])
            alone = titled if blocks[k].label else label.alone
            kinds[k] = Kind.HEADING if alone else None
            headed = {}
            continue
        title = texts[k][label.length if not blocks[k].label else 0 :]
        if blocks[k].role is Role.HEADING:
            heading = True
        elif (label.below and not numbered.is_section) or not title or not is_title(title):
            heading = False
        else:
            behind = numbers[k + 1] if k + 1 < len(numbers) else None
            heading = k + 1 < len(numbers) and (behind is None or behind.label.style != label.style)
            heading = heading and headed.get((label.style, numbered.depth), True)
        if label.values:
            headed[label.style, numbered.depth] = heading
        if heading:
            kinds[k] = Kind.HEADING
        elif numbered.depth:
            kinds[k] = Kind.SUBPARAGRAPH


def _mark_title(
    blocks: Sequence[Block],
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    kinds: list[Kind | None],
    words: Words,
) -> None:
    """A line at the head of the text is its title where it looks like one and more follows."""
    free = [k for k, kind in enumerate(kinds) if kind is not Kind.BOILERPLATE]
    if len(free) < 2:
        return
    title, rows = find_title(texts, free, numbers, words)
    if blocks[free[0]].role is Role.HEADING:
        title, rows = free[0], []
    for k in rows:
        kinds[k] = kinds[k] or Kind.HEADING
    if title is None or kinds[title] is not None or numbers[title]:
        return
    plain = is_title(texts[title]) and not words.heading.fullmatch(texts[title])
    if (
        plain
        and not words.date.fullmatch(texts[title])
        and blocks[title].role in (Role.BODY, Role.HEADING)
    ):
        kinds[title] = Kind.TITLE


def _mark_closing(texts: Sequence[str], kinds: list[Kind | None], words: Words) -> None:
    """Lines at the end that hold nothing but a place and a date, or a meeting's number."""
    free = [k for k, kind in enumerate(kinds) if kind not in (Kind.BOILERPLATE, Kind.FOOTNOTE)]
    for k in free[1:][-_CLOSING:]:
        row = words.date.fullmatch(texts[k]) or words.closing_row.fullmatch(texts[k])
        if kinds[k] is None and row:
            kinds[k] = Kind.SIGNATURE


def _mark_bare_headings(
    blocks: Sequence[Block],
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    kinds: list[Kind | None],
    words: Words,
) -> None:
    """Headings without number: the format's, well-known ones, and short lines above an article."""
    for k, block in enumerate(blocks):
        if kinds[k] is not None or numbers[k] is not None:
            continue
        behind = numbers[k + 1] if k + 1 < len(blocks) else None
        above = texts[k - 1] if k else ""
        short = is_title(block.text) and bool(re.search(r"[^\W\d_]", block.text))
        over_part = (
            short
            and behind is not None
            and behind.label.is_part
            and (not above or above.endswith(_SENTENCE_ENDS) or kinds[k - 1] is Kind.HEADING)
        )
        if block.role is Role.HEADING or words.heading.fullmatch(block.text) or over_part:
            kinds[k] = Kind.HEADING
