"""Short lines that nothing speaks for but the place where they stand.

Where each of two documents has a line that the other one lacks, "图略" here and "Over" there, a
path that pairs the two is sure: all around them is paired, and pairing them leaves nothing over. Of
two long paragraphs the meaning would tell (`align.documents.nearness`); the cosine of a few words
says little: right pairs have any from .2 up, and no such line is near to all others. So what is
believed of two short lines by their place alone has a limit, unless they say the same somehow: by
the encoder, in the dictionary, or in what they name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import starmap

import numpy as np

from align.documents.grouping import Group, Texts, embed_sentences, text_length
from align.documents.moved.named import Named
from align.documents.same_parties import SameParties
from align.doubts import Reason
from align.quality.lexicon import english_words, shipped_lexicon, stem
from align.search.clauses.search import Run
from align.search.side import UNNUMBERED, Side
from corpora.characters import HAN

SHORT = (8, 24)
"""Characters that the shorter side of a short pair has at most, and the longer one."""

NEAR = 0.5
"""The cosine from which the meaning speaks for a short pair: of two that have nothing to do with
each other, 3 in 1000 have so much, and of right ones three quarters."""

BY_PLACE = 0.8
"""The greatest score of a pair that only its place speaks for."""

_HAN_RUN = re.compile(f"[{HAN}]+")


def limit_what_is_paired_by_place(
    groups: Sequence[Group], texts: Texts, source: Side, target: Side, same: SameParties
) -> list[Group]:
    """Lower the scores of short lines that have nothing in common but their place.

    Args:
        groups: runs by whole paragraphs.
        texts: the texts of all sentences, without labels.
        source: the source.
        target: the target.
        same: the names that mean one party in these documents.
    """
    short = [
        run
        for group in groups
        for run in group
        if run.score > BY_PLACE and _are_short_lines(run, source, target)
    ]
    if not short:
        return list(groups)
    left, right = (
        embed_sentences(side, [range(*ends) for ends in own])
        for side, own in (
            (source, [run.source for run in short]),
            (target, [run.target for run in short]),
        )
    )
    far = np.vecdot(left, right) < NEAR
    languages = source.clauses.language, target.clauses.language
    unsaid = {
        (run.source, run.target)
        for run, is_far in zip(short, far.tolist(), strict=True)
        if is_far and not _say_the_same(_words(run, texts), languages, same)
    }
    return [
        [
            run.times(BY_PLACE / run.score, Reason.PLACE)
            if (run.source, run.target) in unsaid
            else run
            for run in group
        ]
        for group in groups
    ]


def _are_short_lines(run: Run, source: Side, target: Side) -> bool:
    """Whether a run pairs two short paragraphs, each whole, that have not the same number."""
    if run.only_source or run.only_target:
        return False
    sides = (source, range(*run.source)), (target, range(*run.target))
    if not all(
        side.breaks.begins[own.start] and side.breaks.begins[own.stop] for side, own in sides
    ):
        return False
    lengths = sorted(starmap(text_length, sides))
    numbers = [side.breaks.numbers[own.start] for side, own in sides]
    return (
        lengths[0] <= SHORT[0]
        and lengths[1] <= SHORT[1]
        and (numbers[0] != numbers[1] or UNNUMBERED in numbers)
    )


def _words(run: Run, texts: Texts) -> tuple[str, str]:
    return "".join(texts[0][slice(*run.source)]), " ".join(texts[1][slice(*run.target)])


def _say_the_same(words: tuple[str, str], languages: tuple[str, str], same: SameParties) -> bool:
    """Whether both sides name the same, or hold a word and its translation."""
    one, other = (Named.of(text, same) for text in words)
    return bool(one.shared(other)) or _are_translated(words, languages)


def _are_translated(words: tuple[str, str], languages: tuple[str, str]) -> bool:
    """Whether some word of a Chinese side has one of an English side in its entry."""
    primary = [language.partition("-")[0].lower() for language in languages]
    if sorted(primary) != ["en", "zh"]:
        return False
    chinese, english = words if primary[0] == "zh" else words[::-1]
    lexicon = shipped_lexicon()
    stems = {stem(word) for word in english_words(english)}
    return any(
        lexicon.senses(found[begin:end]) & stems
        for found in _HAN_RUN.findall(chinese)
        for begin, end in lexicon.entries_in(found)
    )
