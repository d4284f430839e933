"""Words that are forms of one word, so that a term in the plural is the one in the singular."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_JOINING = ("和", "及", "与", "與", "以及")
"""Words that mean "and": the first one that a text has stands for all."""

_PLURAL_ALONE = frozenset(
    [
        "arms",
        "customs",
        "goods",
        "means",
        "measles",
        "media",
        "news",
        "odds",
        "premises",
        "proceeds",
        "savings",
        "works",
    ]
)
"""Plurals that mean something else than the singular."""

_SHORTEST = 4  # letters of a plural


def same_words(words: Sequence[str], language: str) -> npt.NDArray[np.int64]:
    """Tell of each word which one stands for it: for a plural its singular, if the text has it.

    Args:
        words: the text's words, in lower case.
        language: its code without script or country.
    """
    places = {word: place for place, word in enumerate(words)}
    same = np.arange(len(words))
    joining = [places[word] for word in _JOINING if word in places]
    if language == "zh":
        same[joining] = joining[:1]
    for place, word in enumerate(words):
        if language == "en":
            found = (places[form] for form in _singulars(word) if form in places)
            same[place] = next(found, place)
    return same


def _singulars(word: str) -> tuple[str, ...]:
    """Return what an English word may be the plural of."""
    if len(word) < _SHORTEST or not word.endswith("s") or word in _PLURAL_ALONE:
        return ()
    if word.endswith(("ss", "us", "is")):
        return ()
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)
