"""How near the two sides of pairs are in meaning, whole and part by part.

The parts are clauses. A clause is covered as far as the nearest run of up to three clauses of the
other side says the same; a clause that the other side lacks is covered badly, and what is left
without it is nearer to the other side than the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder, Floats
from align.quality.pairs import Side, UnitPair
from align.quality.scoring.pairing import LONGEST_RUN, Unpaired, runs_of, unpaired
from corpora.segmentation import Level, split

MOST_CLAUSES = 24
"""Of a side with more clauses, neighbours are taken together until there are no more than these."""

_Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SideMeaning:
    """One side of a pair against the other.

    Attributes:
        clauses: how many clauses it has.
        least: how well its worst covered clause is covered, a cosine.
        mean: the same of all clauses, weighted by their length.
        gain: by how much the cosine of the pair grows when the clause is left out whose loss does
            it most good (negative where none does); None for a single clause.
    """

    clauses: int
    least: float
    mean: float
    gain: float | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """How near the two sides of a pair are.

    Attributes:
        cosine: of the whole sides.
        source: the source against the target.
        target: the target against the source.
        unpaired: what has no partner where their clauses are paired in their order.
        embeddings: of the whole sides, one behind the other.
    """

    cosine: float
    source: SideMeaning
    target: SideMeaning
    unpaired: Unpaired
    embeddings: Floats


def compare_meanings(pairs: Sequence[UnitPair], encoder: Encoder) -> list[Meaning]:
    """Compare the sides of pairs; each clause is read once.

    Args:
        pairs: a batch, none with an empty side.
        encoder: what tells meaning.
    """
    if not pairs:
        return []
    texts: list[str] = []
    bounds: list[tuple[int, int]] = []
    for pair in pairs:
        for side in pair.sides:
            first = len(texts)
            texts += _clauses(side)
            bounds.append((first, len(texts)))
    reading = encoder.read(texts)
    spans = [
        (first + begin, first + end)
        for first, last in bounds
        for begin, end in runs_of(last - first)
    ]
    vectors = reading.embed(np.array(spans))
    gaps = [(first, last, first + at) for first, last in bounds for at in _left_out(last - first)]
    rest = vectors[:0]
    if gaps:
        wholes, out = np.split(np.array(gaps), [2], axis=1)
        rest = reading.embed_without(wholes, np.hstack([out, out + 1]))
    lengths = np.array([len(text) for text in texts]) + 1
    places = np.cumsum([0] + [len(runs_of(end - first)) for first, end in bounds])
    sides = [
        _Vectors(
            vectors[places[index] : places[index + 1]],
            bound[1] - bound[0],
            lengths[slice(*bound)],
        )
        for index, bound in enumerate(bounds)
    ]
    return _compared(sides, rest)


@dataclass(frozen=True, slots=True)
class _Vectors:
    """The runs of one side: the whole first, then those of one clause, of two, of three."""

    runs: Floats
    clauses: int
    lengths: _Ints

    @property
    def whole(self) -> Floats:
        whole: Floats = self.runs[0]
        return whole

    @property
    def single(self) -> slice:
        return slice(1, self.clauses + 1) if self.clauses > 1 else slice(1)


def _compared(sides: Sequence[_Vectors], rest: Floats) -> list[Meaning]:
    meanings = []
    begin = 0
    for source, target in zip(sides[::2], sides[1::2], strict=True):
        cosines = source.runs @ target.runs.T
        cosine = float(cosines[0, 0])
        done = []
        for own, other, towards in ((source, target, cosines), (target, source, cosines.T)):
            covered = towards[own.single].max(axis=1)
            gain = None
            if own.clauses > 1:
                left_out = len(_left_out(own.clauses))
                without = rest[begin : begin + left_out] @ other.whole
                begin += left_out
                if own.clauses - 1 <= LONGEST_RUN:
                    without = np.append(without, towards[-2:, 0])
                gain = float(without.max()) - cosine
            mean = float(covered @ own.lengths / own.lengths.sum())
            done.append(SideMeaning(own.clauses, float(covered.min()), mean, gain))
        left = unpaired(cosines, (source.lengths, target.lengths))
        embeddings = np.concatenate([source.whole, target.whole])
        meanings.append(Meaning(cosine, done[0], done[1], left, embeddings))
    return meanings


def _left_out(count: int) -> range:
    """Return the clauses, of so many, without which the rest is no run that is embedded anyway.

    The last two runs of `runs_of` are all but the last clause and all but the first, where these
    are not too long.
    """
    return range(1, count - 1) if count - 1 <= LONGEST_RUN else range(count)


def _clauses(side: Side) -> list[str]:
    slices = split(side.text, side.language, Level.CLAUSE)
    step = -(-len(slices) // MOST_CLAUSES) or 1
    ends = [slices[min(at + step, len(slices)) - 1][1] for at in range(0, len(slices), step)]
    return [side.text[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]
