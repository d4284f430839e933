"""Pairs of many documents as the training of the unit score takes them: measured, with errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from logistic import Values
from planted_errors import PLANTERS, Planted, plant

from align.encoders import UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.scoring.meaning import compare_meanings
from align.quality.scoring.model import TROUBLES
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
    """

    plain: Values
    words: list[WordPair | None]


@dataclass(frozen=True)
class Damaged:
    """Pairs with errors of one kind.

    Attributes:
        measured: the pairs.
        troubles: of each, its place in `TROUBLES`.
        margins: of each; empty where they were not asked for.
    """

    measured: Measured
    troubles: Troubles
    margins: Values


@dataclass(frozen=True)
class Sample:
    """Right pairs, and pairs with errors by their kind.

    Attributes:
        right: the right pairs.
        margins: of the right pairs; empty where they were not asked for.
        wrong: those with errors.
        more: further ones, to train on.
        unrelated: the words of sources beside those of targets that have nothing to do with them.
    """

    right: Measured
    margins: Values
    wrong: dict[str, Damaged]
    more: dict[str, Damaged] = field(default_factory=dict)
    unrelated: tuple[WordPair | None, ...] = ()


class Meter:
    """Measures pairs."""

    def __init__(self) -> None:
        self.encoder = UseMultilingual(1)
        self._reader = WordReader(self.encoder)

    def measure(self, pairs: Sequence[UnitPair]) -> Measured:
        """Measure pairs, in batches."""
        plain, words = [np.empty((0, len(PLAIN_SIGNALS)))], []
        for begin in range(0, len(pairs), 256):
            batch = list(map(in_order, pairs[begin : begin + 256]))
            plain.append(plain_signals(batch, compare_meanings(batch, self.encoder)))
            words += self._reader.read(batch)
        return Measured(np.concatenate(plain), words)

    def sample(
        self, pairs: Sequence[UnitPair], seed: int, *, to_train: bool = True, to_test: bool = True
    ) -> Sample:
        """Plant errors in pairs, and measure them all.

        Args:
            pairs: Chinese and English, the Chinese side first.
            seed: of the chance by which errors are planted.
            to_train: whether further errors and unrelated words are wanted.
            to_test: whether margins are.
        """
        right = [pair for pair in pairs if _is_whole(pair)]
        near = Neighbours(right, self.encoder) if to_test else None
        shifted = [*right[UNRELATED:], *right[:UNRELATED]]
        unrelated = [
            UnitPair(one.number, one.name, one.source, other.target)
            for one, other in zip(right, shifted, strict=True)
        ]

        def damaged(kind: str, most: int, *seeds: tuple[int, ...]) -> Damaged:
            chances = [np.random.default_rng([*it, *kind.encode()]) for it in seeds]
            planted = [item for chance in chances for item in plant(kind, pairs, chance, most)]
            whole = [item for item in planted if _is_whole(item.pair)]
            wrong = [item.pair for item in whole]
            troubles = [trouble_of(item, pairs[item.place]) for item in whole]
            margins = near.margins(wrong) if near else np.empty(0)
            return Damaged(self.measure(wrong), np.array(troubles, dtype=np.int64), margins)

        wrong = {kind: damaged(kind, MOST, (seed,)) for kind in PLANTERS}
        wrong = {kind: items for kind, items in wrong.items() if len(items.troubles)}
        print({kind: len(items.troubles) for kind, items in wrong.items()}, file=sys.stderr)
        further = [(seed, MORE, place) for place in range(ROUNDS)]
        return Sample(
            self.measure(right),
            near.margins(right) if near else np.empty(0),
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


class Neighbours:
    """Margins of pairs against the texts of others: the ratio of Artetxe and Schwenk (2019).

    A pair's cosine is divided by the mean cosine of either side with the texts nearest to it on the
    other side.
    """

    def __init__(self, pairs: Sequence[UnitPair], encoder: UseMultilingual) -> None:
        self._encoder = encoder
        self._sides = [self._embed([pair.sides[side].text for pair in pairs]) for side in (0, 1)]

    def margins(self, pairs: Sequence[UnitPair]) -> Values:
        """Return the margins of pairs."""
        if not pairs:
            return np.empty(0)
        source, target = (self._embed([pair.sides[side].text for pair in pairs]) for side in (0, 1))
        near = [
            np.sort(own @ other.T, axis=1)[:, -NEAREST:].mean(axis=1)
            for own, other in ((source, self._sides[1]), (target, self._sides[0]))
        ]
        cosines = np.vecdot(source, target)
        ratios: Values = (cosines / np.maximum(sum(near) / 2, 1e-3)).astype(np.float64)
        return ratios

    def _embed(self, texts: Sequence[str]) -> Values:
        batches = [texts[begin : begin + 512] for begin in range(0, len(texts), 512)]
        spans = [np.stack([np.arange(len(it)), np.arange(len(it)) + 1], axis=1) for it in batches]
        read = (self._encoder.read(batch) for batch in batches)
        return np.concatenate([it.embed(span) for it, span in zip(read, spans, strict=True)])


def _is_whole(pair: UnitPair) -> bool:
    return all(side.text.strip() for side in pair.sides)
