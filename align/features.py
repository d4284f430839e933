"""What tells a right bead from a wrong one: the features of the sentence lattice.

Each feature is a number for each edge of a lattice; a bead's score is their weighted sum. They
use no word list and no language's rules, only types, lengths and the encoder's cosines.
"""

from __future__ import annotations

import numpy as np

from align.cosines import Runs, Values, paired_cosines
from align.encoders import Floats
from align.lattice import Ints, Lattice
from align.side import Flags, Side

NAMES = (
    "deletion", "insertion", "one to one", "more source", "more target", "many to many",
    "length squared", "length", "target longer", "variance", "deviation", "paired length",
    "unpaired length", "cosine", "cosine of many", "margin over mean", "margin over best",
    "unpaired neighbour",
)  # fmt: skip

Questions = tuple[tuple[Flags, Ints, Ints, Ints, Ints], ...]

ABSENT_BEST = 0.3
"""Taken for the best neighbour's cosine where a bead has no neighbour at all."""


def bead_features(lattice: Lattice, source: Side, target: Side, ratio: float) -> Floats:
    """Compute the features of all edges, in the order of NAMES: shape (edges, features).

    Args:
        lattice: the edges.
        source: the source units.
        target: the target units.
        ratio: target characters for one source character, as the documents have it.
    """
    p, q = (lattice.heads - lattice.tails).T
    paired = (p > 0) & (q > 0)
    features = np.zeros((len(p), len(NAMES)), dtype=np.float32)
    features[:, 0] = q == 0
    features[:, 1] = p == 0
    features[:, 2] = (p == 1) & (q == 1)
    features[:, 3] = np.where(paired, np.maximum(p - 1, 0), 0)
    features[:, 4] = np.where(paired, np.maximum(q - 1, 0), 0)
    features[:, 5] = np.maximum(np.minimum(p, q) - 1, 0)
    features[:, 6:13] = _lengths(lattice, paired, source.lengths * ratio, target.lengths)
    features[:, 13:18] = _meaning(lattice, paired, source, target)
    return features


def _lengths(lattice: Lattice, paired: Flags, a: Values, b: Values) -> Values:
    """How well the lengths of the two sides agree, in target characters."""
    before_a, before_b = np.append(0, np.cumsum(a)), np.append(0, np.cumsum(b))
    x = before_a[lattice.heads[:, 0]] - before_a[lattice.tails[:, 0]]
    y = before_b[lattice.heads[:, 1]] - before_b[lattice.tails[:, 1]]
    log = np.log((y + 3) / (x + 3))
    gap = (y - x) / np.sqrt((x + y) / 2 + 1)
    both = np.stack(
        (
            np.minimum(log**2, 4),
            np.abs(log),
            np.maximum(log, 0),
            np.minimum(gap**2 / 10, 6),
            np.minimum(np.abs(gap), 10) / 3,
            np.log(1 + np.minimum(x, y)) / 3,
        ),
        axis=1,
    )
    alone = np.log(1 + x + y) / 3
    return np.column_stack((both * paired[:, None], alone * ~paired))


def _meaning(lattice: Lattice, paired: Flags, source: Side, target: Side) -> Values:
    """Cosine of the two sides, and its margin over the units that the bead leaves out."""
    # A bead is a rectangle in the lattice.
    (top, left), (bottom, right) = lattice.tails.T, lattice.heads.T
    has_source, has_target = bottom > top, right > left
    # Each question: for which edges it makes sense, and the two runs that it compares.
    questions = (
        (paired, top, bottom, left, right),
        (has_target & (top > 0), top - 1, top, left, right),
        (has_target & (bottom < len(source)), bottom, bottom + 1, left, right),
        (has_source & (left > 0), top, bottom, left - 1, left),
        (has_source & (right < len(target)), top, bottom, right, right + 1),
    )
    cosines = _answers(questions, source, target)
    own, around = cosines[:, 0], cosines[:, 1:]
    best = np.fmax(np.fmax(around[:, 0], around[:, 1]), np.fmax(around[:, 2], around[:, 3]))
    mean = np.nan_to_num(around).sum(axis=1) / 4
    own = np.nan_to_num(own)
    return np.column_stack(
        (
            own,
            own * (bottom - top + right - left - 2),
            np.where(paired, own - mean, 0),
            np.where(paired, own - np.where(np.isnan(best), ABSENT_BEST, best), 0),
            np.where(paired, 0, np.nan_to_num(best)),
        )
    )


def _answers(questions: Questions, source: Side, target: Side) -> Values:
    """Cosines of all questions at once, shape (edges, questions); NaN where one has no sense."""
    asked = np.stack([question[0] for question in questions], axis=1)
    top, bottom, left, right = (_column(questions, part)[asked] for part in range(1, 5))
    rows, columns = Runs(source.reading, top, bottom), Runs(target.reading, left, right)
    answers = np.full(asked.shape, np.nan)
    answers[asked] = paired_cosines(
        rows, rows.find(top, bottom), columns, columns.find(left, right)
    )
    return answers


def _column(questions: Questions, part: int) -> Ints:
    """One part of all questions: shape (edges, questions)."""
    column: Ints = np.stack([question[part] for question in questions], axis=1)
    return column
