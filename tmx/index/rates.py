"""Match rates: how near a unit is to the text that is translated, as CAT tools show it.

The rate is 100 less the share of tokens (`tmx.index.tokens`) that must be added, removed or
replaced, of the tokens of the longer text, in whole per cent rounded down: Levenshtein's distance,
normalised. Words are compared and not letters, because a translator changes words: "shall" for
"may" is one change, not four. Of Chinese, which has no spaces, characters are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import Levenshtein

from tmx.index.tokens import tokenise
from tmx.units import Segment, Tag

IN_CONTEXT = 101
"""The rate of an exact match whose neighbours match too."""

EXACT = 100
"""The rate of the same words with the same tags."""

TAG_PENALTY = 1
"""Taken off where the tags differ."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A piece of two texts that are compared.

    Attributes:
        kind: "same" in both, "deleted": only in the memory, "inserted": only in the text asked for.
        text: the characters.
    """

    kind: Literal["same", "deleted", "inserted"]
    text: str


def allowed_edits(length: int, minimum: int) -> int:
    """Return how many tokens may differ for a rate of at least the minimum.

    Args:
        length: the tokens of the longer text.
        minimum: a rate up to 100.
    """
    return length * (100 - minimum) // 100


def fuzzy_rate(edits: int, length: int, same_tags: bool = True) -> int:
    """Return the rate of texts that are not the same, at most 99.

    Args:
        edits: tokens that differ.
        length: the tokens of the longer text, at least 1.
        same_tags: whether the inline tags are the same.
    """
    rate = 100 * (length - edits) // length
    return max(0, min(EXACT - 1, rate - (0 if same_tags else TAG_PENALTY)))


def edits_between(one: Sequence[str], other: Sequence[str], most: int) -> int:
    """Return Levenshtein's distance of two lists of tokens; more than `most` is `most` + 1."""
    return Levenshtein.distance(one, other, score_cutoff=most)


def tag_names(segment: Segment) -> str:
    """Return the names of a segment's inline tags in their order, with a space between them."""
    return " ".join(_names(segment.content))


def _names(content: tuple[str | Tag, ...]) -> list[str]:
    names: list[str] = []
    for part in content:
        if isinstance(part, Tag):
            names.append(part.name)
            names.extend(_names(part.content))
    return names


def differences(memory: str, asked: str) -> list[Difference]:
    """Return what must change for a memory's text to become the one that is asked for.

    Without the pieces inserted they make up the memory's text. Here tokens are compared as they
    are written, so that a change of case shows.
    """
    pieces, wanted = _pieces(memory), _pieces(asked)
    script = Levenshtein.opcodes([piece.strip() for piece in pieces], [w.strip() for w in wanted])
    found: list[Difference] = []
    for step in script:
        before = "".join(pieces[step.src_start : step.src_end])
        after = "".join(wanted[step.dest_start : step.dest_end])
        if step.tag == "equal":
            found.append(Difference("same", before))
            continue
        if before:
            found.append(Difference("deleted", before))
        if after:
            found.append(Difference("inserted", after))
    return found


def _pieces(text: str) -> list[str]:
    """Cut a text at its tokens' beginnings; white space goes with the token before it."""
    starts = [token.start for token in tokenise(text)][1:]
    return [text[start:end] for start, end in pairwise([0, *starts, len(text)]) if end]
