"""Pairs of many documents as the training of the unit score takes them: measured, with errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from logistic import Values
from planted_errors import PLANTERS, Planted, plant

from align.encoders import Floats, UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.scoring.meaning import compare_meanings
from align.quality.scoring.model import TROUBLES
from align.quality.scoring.neighbours import neighbour_signals
from align.quality.scoring.scores import BATCH
from align.quality.scoring.signals import PLAIN_SIGNALS, in_order, plain_signals
from align.quality.scoring.words import WordPair, WordReader

MOST = 400
"""Errors planted of each kind in each set of pairs."""

MORE, ROUNDS = 2000, 2
"""Errors planted besides, to train on, of each of the kinds that are hardest to see, and how often
anew."""

HARDEST = ("clause-lost", "clause-added")

OTHER_TEXT = frozenset({"neighbour", "untranslated", "wrong-language", "mojibake"})
LOSSES = frozenset({"clause-lost", "item-lost"})
GAINS = frozenset({"clause-added"})

UNRELATED = 7
"""Words of a source are held against the target so many pairs on, to learn what unrelated is."""

NEAREST = 4
"""So many nearest texts a margin is measured against."""

Troubles = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Measured:
    """Pairs as far as they can be measured before anything is trained.

    Attributes:
        plain: their plain signals.
        words: their words.
        near: their signals of neighbours.
        embeddings: of both sides, as `neighbour_signals` takes them.
    """

    plain: Values
    words: list[WordPair | None]
    near: Values
    embeddings: Floats


@dataclass(frozen=True)
class Damaged:
    """Pairs with errors of one kind.

    Attributes:
        measured: the pairs.
        troubles: of each, its place in `TROUBLES`.
    """

    measured: Measured
    troubles: Troubles


@dataclass(frozen=True)
class Sample:
    """Right pairs, and pairs with errors by their kind.

    Attributes:
        right: the right pairs.
        wrong: those with errors.
        more: further ones, to train on.
        unrelated: the words of sources beside those of targets that have nothing to do with them.
    """

    right: Measured
    wrong: dict[str, Damaged]
    more: dict[str, Damaged] = field(default_factory=dict)
    unrelated: tuple[WordPair | None, ...] = ()


class Meter:
    """Measures pairs."""

    def __init__(self) -> None:
        self.encoder = UseMultilingual(1)
        self._reader = WordReader(self.encoder)

    def measure(
        self, pairs: Sequence[UnitPair], placed: tuple[Sequence[int], Floats] | None = None
    ) -> Measured:
        """Measure pairs, in batches.

        Args:
            pairs: to be measured.
            placed: where each stands among others, and the embeddings of these; left out where they
                stand one behind the other.
        """
        plain, words = [np.empty((0, len(PLAIN_SIGNALS)))], []
        embeddings: list[Floats] = []
        for begin in range(0, len(pairs), BATCH):
            given = pairs[begin : begin + BATCH]
            batch = list(map(in_order, given))
            meanings = compare_meanings(batch, self.encoder)
            plain.append(plain_signals(given, meanings))
            words += self._reader.read(batch)
            embeddings += [meaning.embeddings for meaning in meanings]
        own = np.array(embeddings)
        places, around = placed or (range(len(pairs)), own)
        near = neighbour_signals(list(own), np.array(places), list(around))
        return Measured(np.concatenate(plain), words, near, own)

    def sample(self, pairs: Sequence[UnitPair], seed: int, *, to_train: bool = True) -> Sample:
        """Plant errors in pairs, and measure them all.

        Args:
            pairs: Chinese and English, the Chinese side first.
            seed: of the chance by which errors are planted.
            to_train: whether further errors and unrelated words are wanted.
        """
        pairs = [pair for pair in pairs if _is_whole(pair)]
        right = self.measure(pairs)
        shifted = [*pairs[UNRELATED:], *pairs[:UNRELATED]]
        unrelated = [
            UnitPair(one.number, one.name, one.source, other.target)
            for one, other in zip(pairs, shifted, strict=True)
        ]

        def damaged(kind: str, most: int, *seeds: tuple[int, ...]) -> Damaged:
            chances = [np.random.default_rng([*it, *kind.encode()]) for it in seeds]
            planted = [item for chance in chances for item in plant(kind, pairs, chance, most)]
            whole = [item for item in planted if _is_whole(item.pair)]
            wrong = [item.pair for item in whole]
            troubles = [trouble_of(item, pairs[item.place]) for item in whole]
            placed = [item.place for item in whole], right.embeddings
            return Damaged(self.measure(wrong, placed), np.array(troubles, dtype=np.int64))

        wrong = {kind: damaged(kind, MOST, (seed,)) for kind in PLANTERS}
        wrong = {kind: items for kind, items in wrong.items() if len(items.troubles)}
        print({kind: len(items.troubles) for kind, items in wrong.items()}, file=sys.stderr)
        further = [(seed, MORE, place) for place in range(ROUNDS)]
        return Sample(
            right,
            wrong,
            {kind: damaged(kind, MORE, *further) for kind in HARDEST if to_train},
            tuple(self._reader.read(unrelated)) if to_train else (),
        )


def trouble_of(planted: Planted, right: UnitPair) -> int:
    """Return the place in `TROUBLES` of what a planted error is, given the pair as it was."""
    if planted.kind in LOSSES | GAINS:
        first = planted.pair.source.text != right.source.text
        lacks_first = first == (planted.kind in LOSSES)
        return TROUBLES.index("first lacks" if lacks_first else "second lacks")
    return TROUBLES.index("another text" if planted.kind in OTHER_TEXT else "detail")


def margins(pairs: Floats, others: Floats) -> Values:
    """Return the margins of pairs against other ones: the ratio of Artetxe and Schwenk (2019).

    A pair's cosine is divided by the mean cosine of either side with the texts nearest to it on the
    other side.

    Args:
        pairs: the embeddings of both sides of each.
        others: the same of the pairs that they are held against.
    """
    sides, texts = (np.split(it, 2, axis=1) for it in (pairs, others))
    near = [
        np.sort(own @ other.T, axis=1)[:, -NEAREST:].mean(axis=1)
        for own, other in zip(sides, texts[::-1], strict=True)
    ]
    ratios: Values = (np.vecdot(*sides) / np.maximum(sum(near) / 2, 1e-3)).astype(np.float64)
    return ratios


def _is_whole(pair: UnitPair) -> bool:
    return all(side.text.strip() for side in pair.sides)
