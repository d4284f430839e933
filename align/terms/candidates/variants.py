"""Words that are forms of one word, so that a term in the plural is the one in the singular."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_JOINING = {"与": "和", "及": "和", "以及": "和", "與": "和"}
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
    for place, word in enumerate(words):
        if language == "zh":
            same[place] = places.get(_JOINING.get(word, word), place)
        elif language == "en":
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
