"""The features of the first search, over sentences: it only says where the second one may run."""

from __future__ import annotations

import numpy as np

from align.search.cosines import Cosines
from align.search.features import (
    Ends,
    Group,
    Pace,
    length_features,
    meaning_features,
    type_features,
)
from align.search.lattice import Lattice
from align.search.side import Clauses, Values


def sentence_features(
    lattice: Lattice, source: Clauses, target: Clauses, pace: Pace, table: Cosines
) -> Group:
    """Compute the features of all edges of a lattice of sentences."""
    ends = Ends.of(lattice)
    lengths = sentence_lengths(source), sentence_lengths(target)
    return {
        **type_features(ends),
        **length_features(ends, *lengths, pace),
        **meaning_features(ends, table),
    }


def sentence_lengths(clauses: Clauses) -> Values:
    """The length of each sentence in characters."""
    lengths: Values = np.add.reduceat(clauses.lengths, clauses.sentences[:-1])
    return lengths
