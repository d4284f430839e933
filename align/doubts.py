"""Why the score of a bead is lower than the search had it: the doubts about what it paired."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """What speaks against a bead, or is to be believed before it is."""

    PARTIES = "parties"
    """Its sides name other parties."""

    FIELDS = "fields"
    """Its sides fill in other fields of a form."""

    FIGURES = "figures"
    """Its sides tell other dates, times or long figures, which other lines tell, too."""

    LABELS = "labels"
    """Its sides are labels alone, with other numbers."""

    NUMBERS = "numbers"
    """The numbers of its paragraphs differ amid pairs whose numbers agree."""

    NEARER = "nearer"
    """One of its lines is clearly nearer to another line of the list."""

    MEANING = "meaning"
    """Its sides are further from each other in meaning than the pairs of the documents are."""

    PLACE = "place"
    """Its sides are short lines that nothing speaks for but their place."""

    ACROSS = "across"
    """It was paired after the search, and may be near to each other by chance."""

    CROSSED = "crossed"
    """Its sentences stand the other way round on either side, as far as can be told."""

    OTHER_PAIR = "other pair"
    """It was paired for another pair's sake, such as a heading for its text's, and is no surer."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about a bead.

    Attributes:
        reason: why it is doubted.
        factor: what its score was multiplied by, in [0, 1].
    """

    reason: Reason
    factor: float
