"""Lattices of clauses made by hand: their edges, and sides that no encoder has read."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from align.encoders import Floats
from align.encoders.workers import Workers
from align.search.clause_marks import ClauseMarks, EndMark
from align.search.clauses.lattice import ClauseLattice
from align.search.lattice import make_lattice
from align.search.side import Clauses
from align.search.words import Words
from tests.align.search.feature_cases import Bead


class Unread:
    """A reading whose vectors nobody asks for."""

    additive = True
    workers = Workers(1)

    def embed(self, spans: np.ndarray) -> Floats:
        raise AssertionError("a feature asked for a vector, not for a cosine")

    def embed_without(self, spans: np.ndarray, gaps: np.ndarray) -> Floats:
        raise AssertionError("a feature asked for a vector, not for a cosine")


def side(
    ends: Sequence[EndMark],
    *,
    opened: Sequence[int] = (),
    closed: Sequence[int] = (),
    speech: Sequence[float] = (),
    inside: Sequence[bool] = (),
    lengths: Sequence[float] = (),
    sentences: Sequence[int] = (),
) -> Clauses:
    """Clauses by their end marks; what is left out is nothing, and each is ten characters long."""
    none = [0] * len(ends)
    marks = ClauseMarks(
        np.array(ends, dtype=np.int8),
        np.array(opened or none, dtype=np.int8),
        np.array(closed or none, dtype=np.int8),
        np.array(speech or none, dtype=np.float64),
        np.array(inside or none, dtype=bool),
    )
    words = Words(np.zeros(0, dtype=np.int64), np.zeros(len(ends) + 1, dtype=np.int64))
    return Clauses(
        Unread(), np.array(lengths or [10] * len(ends), dtype=np.float64), marks, words, "",
        np.array(sentences or [0, len(ends)]),
    )  # fmt: skip


def laid(
    *edges: Bead, whole: Collection[Bead] = (), inside_gap: Collection[Bead] = ()
) -> ClauseLattice:
    """A lattice of some edges: which leave out a whole sentence, and which of those go on so."""
    top, bottom, left, right = np.array(edges).T
    tails, heads = np.stack((top, left), axis=1), np.stack((bottom, right), axis=1)
    places, ids = np.unique(np.concatenate((tails, heads)), axis=0, return_inverse=True)
    lattice = make_lattice(
        (tails, heads), (ids[: len(edges)], ids[len(edges) :]), np.array([0]),
        np.array([len(places) - 1]), places.sum(axis=1),
    )  # fmt: skip
    return ClauseLattice(
        lattice,
        np.array([edge in whole for edge in edges]),
        np.array([edge in inside_gap for edge in edges]),
        np.array([0]),
        np.array([0]),
    )
