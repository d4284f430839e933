"""What tells whether a pair translates: how near it is, for these documents, and its figures.

A cosine says little by itself. Of a telephone directory all lines are near to each other, of a
novel hardly any two sentences are, and encoders differ. So cosines are compared with those of
paragraphs a few pairs apart, which are no translations of each other, and given in units of their
spread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.documents.grouping import Texts, embed_sentences, text_length
from align.documents.moved.rivals import SAME, is_telling
from align.documents.table_rows import find_figures
from align.encoders import Floats
from align.search.side import Flags, Side, Values

FEWEST = 4
"""Pairs from which it can be said how near those are that are no translations."""

APART = range(1, 8)
"""How many pairs further on those stand that a pair is compared with."""

LEAST_SPREAD = 0.03
"""The cosines of what is no translation are never taken to be more alike than that."""

USUAL, COUNTS_FOR = (4.5, 1.0), 6
"""By how many spreads translations are nearer than others in most documents (measured: 2.5 to 6 in
four of five, 4 in the middle), and by how many less every fourth; and for how many pairs that
counts: of a few pairs the median may be of one that is none."""

SHORTEST = 16
"""Characters of a pair; what is shorter is no less telling than that."""

NEARNESS, STRANGENESS, LEAD, LIFT = (-8, 2), (0, 8), (-5, 5), (-3, 8)
"""The least and the greatest value of each clue, in spreads; what is beyond tells no more."""


@dataclass(frozen=True, slots=True)
class _Cosines:
    """The cosines of pairs and of what stands around them; not a number for what says the same.

    Attributes:
        own: shape (k,), of each pair.
        rows: shape (k, a), of each pair's source with the target of others.
        columns: shape (k, a), of each pair's target with the source of others.
    """

    own: Values
    rows: Values
    columns: Values

    @classmethod
    def of(cls, left: Floats, right: Floats) -> _Cosines:
        """Compare each pair with those a few pairs before and behind it.

        What says the same as its partner, such as a refrain, is none of the others.
        """
        steps = [step for k in APART if k < len(left) for step in (k, -k)]
        rows, columns = np.empty((2, len(left), len(steps)))
        for place, step in enumerate(steps):
            other_left, other_right = (np.roll(side, step, axis=0) for side in (left, right))
            rows[:, place] = _without(_cosines(left, other_right), _cosines(right, other_right))
            columns[:, place] = _without(_cosines(right, other_left), _cosines(left, other_left))
        return cls(_cosines(left, right), rows, columns)

    def in_spreads(self, telling: Flags) -> _Cosines:
        """Return them as so many spreads above the mean of what is no translation.

        Args:
            telling: of which pairs the others tell what that mean is, and that spread.
        """
        others = self.rows[telling]
        others = others[~np.isnan(others)]
        mean = float(others.mean()) if len(others) else 0.0
        spread = max(float(others.std()) if len(others) else 0.0, LEAST_SPREAD)
        own, rows, columns = (
            (values - mean) / spread for values in (self.own, self.rows, self.columns)
        )
        return _Cosines(own, np.nan_to_num(rows), np.nan_to_num(columns))


def find_clues(
    pairs: Sequence[tuple[range, range]], texts: Texts, source: Side, target: Side, share: float
) -> dict[str, Values] | None:
    """Find what tells whether each pair translates.

    Args:
        pairs: the sentences of both sides, none of them empty.
        texts: the texts of all sentences, without labels.
        source: the source.
        target: the target.
        share: the share of the pairs that are translations; they are taken to be the nearest ones.

    Returns:
        The clues by name, shape (pairs,) each; None if there are too few pairs.
    """
    if len(pairs) < FEWEST:
        return None
    order = sorted(range(len(pairs)), key=lambda k: (pairs[k][0].start, pairs[k][1].start))
    ordered = [pairs[k] for k in order]
    telling = np.array([is_telling(sides, source, target) for sides in ordered])
    if telling.sum() < FEWEST:
        telling[:] = True
    cosines = _Cosines.of(
        embed_sentences(source, [row for row, _ in ordered]),
        embed_sentences(target, [column for _, column in ordered]),
    ).in_spreads(telling)
    around = (cosines.rows.mean(axis=1) + cosines.columns.mean(axis=1)) / 2
    best = np.maximum(cosines.rows.max(axis=1), cosines.columns.max(axis=1))
    lift = np.clip(cosines.own - around, *LIFT)
    short = 1 / np.array([max(_length(sides, source, target), SHORTEST) for sides in ordered])
    middle, below = _translations(cosines.own[telling], share)
    clues = {
        "nearness": np.clip(cosines.own - middle, *NEARNESS),
        "strangeness": np.clip((middle - cosines.own) / below, *STRANGENESS),
        "lead": np.clip(cosines.own - best, *LEAD),
        "lift": lift,
        "shortness": short,
        "lift of what is short": lift * short,
        "other figures": np.array([_tell_other_figures(sides, texts) for sides in ordered]),
    }
    back = np.argsort(order)
    return {name: values[back] for name, values in clues.items()}


def _cosines(left: Floats, right: Floats) -> Values:
    found: Values = np.einsum("ij,ij->i", left, right)
    return found


def _without(cosines: Values, likeness: Values) -> Values:
    """Leave out those that say the same as the partner."""
    return np.where(likeness < SAME, cosines, np.nan)


def _translations(own: Values, share: float) -> tuple[float, float]:
    """Where the translations among some pairs are: their median, and how far the next quarter is.

    Both as most documents have them, where there are few pairs to tell it.
    """
    median, quarter = np.quantile(own, [1 - share / 2, 1 - 3 * share / 4])
    seen = np.array([median, median - quarter])
    middle, below = (len(own) * seen + COUNTS_FOR * np.array(USUAL)) / (len(own) + COUNTS_FOR)
    return float(middle), float(below)


def _length(sides: tuple[range, range], source: Side, target: Side) -> float:
    return min(text_length(source, sides[0]), text_length(target, sides[1]))


def _tell_other_figures(sides: tuple[range, range], texts: Texts) -> float:
    """1 if both sides have figures, and none of them is the same on the other side; else 0."""
    one, other = (
        {figure for place in sentences for figure in find_figures(own[place])}
        for sentences, own in zip(sides, texts, strict=True)
    )
    return float(bool(one and other) and one.isdisjoint(other))
