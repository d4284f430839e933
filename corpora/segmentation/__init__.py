"""Cuts a paragraph into its sentences or clauses, as slices of the paragraph's own text.

Chinese and English are done here, each in a module of its own; all other languages go to
`corpora.segmentation.other`. A language's module gives the places where its sentences (or the
clauses of one sentence) end; this one makes slices of them that leave nothing out, and keeps the
number of an article or a chapter ("Article 1.") with the words behind it, and the blank for an
answer with those before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import partial
from itertools import pairwise

from corpora.languages import base
from corpora.segmentation import chinese, chinese_clauses, english, english_clauses, other
from corpora.segmentation.tails import end_with_tail
from corpora.structure.label import plain_head
from corpora.structure.parts import find_parts
from corpora.structure.words import words_of

_Ends = Callable[[str], list[int]]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_CHINESE = frozenset(("zh", "cmn", "yue", "wuu", "lzh", "gan", "hak", "hsn", "nan", "cdo"))


class Level(StrEnum):
    """What a paragraph is cut into."""

    SENTENCE = "sentence"
    CLAUSE = "clause"


def split(text: str, language: str, level: Level) -> list[tuple[int, int]]:
    """Cut a text into sentences or clauses.

    Args:
        text: one paragraph, or several with blank lines between them (a sentence never goes
            over a blank line).
        language: a BCP 47 tag. A language that no list of abbreviations is known for is cut by
            its punctuation and the abbreviations of English.
        level: sentences, or the clauses inside them. Every end of a sentence ends a clause too.

    Returns:
        The first character of each segment and the one after its last, in order. The first
        segment starts at 0, each starts where the one before it ended, and the last ends at the
        end of the text: joined, the slices give the text back. White space between two segments
        belongs to the first. No segment is only white space, unless the whole text is.
    """
    if not text:
        return []
    sentence_ends, clause_ends = _rules_for(base(language))
    blocks = _blocks(text)
    labels = {at for block in blocks for at in _inside_label(text, block, language)}
    sentences = _slices(text, _ends_by_block(text, blocks, sentence_ends) - labels)
    if level is Level.SENTENCE:
        return sentences
    ends = [end for _, end in sentences]
    for start, end in sentences:
        sentence = text[start:end]
        ends += (start + end_with_tail(sentence, e) for e in clause_ends(sentence))
    return _slices(text, {*ends} - labels)


def _rules_for(language: str) -> tuple[_Ends, _Ends]:
    """Return what finds the ends of sentences, and what finds those of clauses in a sentence."""
    if language in _CHINESE:
        return chinese.sentence_ends, chinese_clauses.clause_ends
    if language == "en":
        return english.sentence_ends, english_clauses.clause_ends
    return partial(other.sentence_ends, language=language), other.clause_ends


def _blocks(text: str) -> list[tuple[int, int]]:
    """Find what stands between blank lines, these with the block before them."""
    ends = [match.end() for match in _BLANK_LINE.finditer(text)]
    return list(pairwise((0, *ends, len(text))))


def _inside_label(text: str, block: tuple[int, int], language: str) -> range:
    """Return the places inside and right behind the number of a part at the head of a block."""
    start, end = block
    block_text = text[start:end].rstrip()
    labels = find_parts(block_text, *plain_head(block_text), words_of(language))
    length = max((label.length for label in labels if label.is_part), default=0)
    return range(start + 1, min(start + length + 1, end))


def _ends_by_block(text: str, blocks: Sequence[tuple[int, int]], sentence_ends: _Ends) -> set[int]:
    """Find the ends in each block, counted from the start of the text."""
    ends: set[int] = set()
    for start, end in blocks:
        block = text[start:end]
        ends.update(start + end_with_tail(block, e) for e in sentence_ends(block))
        ends.add(end)
    return ends


def _slices(text: str, ends: Iterable[int]) -> list[tuple[int, int]]:
    """Make slices that cover the text, moving each end over the white space that follows it."""
    slices: list[tuple[int, int]] = []
    start = 0
    for end in sorted({*ends, len(text)}):
        if end <= start or text[start:end].isspace():
            continue
        while end < len(text) and text[end].isspace():
            end += 1
        slices.append((start, end))
        start = end
    return slices or [(0, len(text))]
