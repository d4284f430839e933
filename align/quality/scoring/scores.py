"""The unit score: the calibrated probability that the two sides of a pair say the same, wholly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice

import numpy as np

from align.encoders import Encoder, Floats
from align.quality.checking import Checker
from align.quality.checks import CHECKS
from align.quality.findings import Finding, Severity
from align.quality.pairs import UnitPair
from align.quality.scoring.critical import CriticalErrors, machine_signals
from align.quality.scoring.evidence import weigh
from align.quality.scoring.manner import AlignedUnits
from align.quality.scoring.meaning import compare_meanings
from align.quality.scoring.model import Model, Posterior, shipped_model
from align.quality.scoring.neighbours import with_neighbours
from align.quality.scoring.signals import in_order, plain_signals, words_signals
from align.quality.scoring.words import Values, WordReader
from align.quality.scoring.writing import probability
from align.quality.settings import NO_SETTINGS, Settings
from tmx.operations.ranking import SCORE

BATCH = 256
"""Pairs that are read at once."""

USABLE = 0.5
"""A unit with at least this score, and this posterior of the aligner where it bears one, is more
likely right than wrong, and can be used as it is."""


@dataclass(frozen=True, slots=True)
class Score:
    """How far a pair can be trusted.

    Attributes:
        pair: the pair.
        value: the probability that its sides say the same, wholly, in [0, 1]; 0 where one is empty.
        has_error: whether a check finds an error in it, in itself or among the units around it.
        critical: the probability that it holds a critical error, if a machine has translated it;
            None where that was not asked, or where a side is empty.
    """

    pair: UnitPair
    value: float
    has_error: bool = False
    critical: float | None = None

    @property
    def posterior(self) -> float | None:
        """How sure the aligner was that the sides are partners; None where none has made the pair.

        It moves the value, but a low one not always as far down.
        """
        return probability(self.pair.properties.get(SCORE))

    @property
    def trust(self) -> float:
        """The lower one of value and posterior."""
        posterior = self.posterior
        return self.value if posterior is None else min(self.value, posterior)

    @property
    def is_usable(self) -> bool:
        """Whether the pair can be used as it is."""
        return self.trust >= USABLE and not self.has_error


class Measurer:
    """Measures all signals of pairs; it keeps the vectors of words from batch to batch."""

    def __init__(self, encoder: Encoder, model: Model) -> None:
        """Know no words yet.

        Args:
            encoder: what tells meaning.
            model: whose weights of words are taken.
        """
        self._encoder, self._model = encoder, model
        self._reader = WordReader(encoder)

    def __call__(self, pairs: Sequence[UnitPair]) -> tuple[Values, Floats]:
        """Measure a batch of pairs without an empty side.

        Returns:
            Their signals, as a model takes them, and the embeddings of both sides in a row, the
            first one's before the other's.
        """
        ordered = list(map(in_order, pairs))
        models = self._model.chinese_words, self._model.english_words
        words = self._reader.read(ordered)
        evidence = (None if item is None else weigh(item, *models) for item in words)
        meanings = compare_meanings(ordered, self._encoder)
        values = [plain_signals(pairs, meanings), words_signals(evidence)]
        embeddings: Floats = np.array([it.embeddings for it in meanings], dtype=np.float32)
        return np.concatenate(values, axis=1), embeddings


class Mover:
    """Moves the scores of units by the aligner's posteriors, batch by batch."""

    def __init__(self, posterior: Posterior) -> None:
        """Know nothing of the document yet.

        Args:
            posterior: what a posterior counts.
        """
        self._posterior = posterior
        self._units = AlignedUnits()

    def __call__(
        self, scores: Sequence[float], posteriors: Sequence[float | None]
    ) -> Iterator[float]:
        """Give the scores of a batch of units anew; one without a posterior keeps its own."""
        for score, posterior in zip(scores, posteriors, strict=True):
            if posterior is not None:
                self._units.add(score, posterior)
        manner = self._units.manner(self._posterior.scores)
        for score, posterior in zip(scores, posteriors, strict=True):
            if posterior is None:
                yield score
            else:
                yield self._posterior.moved(score, posterior, manner)


def score_pairs(
    pairs: Iterable[UnitPair],
    encoder: Encoder,
    model: Model | None = None,
    critical: CriticalErrors | None = None,
    settings: Settings = NO_SETTINGS,
) -> Iterator[Score]:
    """Score pairs, in their order; the memory used does not grow with their number.

    The aligner's posterior, which a unit may bear as the property x-score, counts too; and in
    units that have one, so does how freely the document is translated (`manner.py`).

    A text that would fit a pair near by better than its own makes a pair unlikely
    (`neighbours.py`).

    Args:
        pairs: taken in batches, in the order in which they stand; a batch is held until the next
            one has come.
        encoder: what tells meaning; the model was trained with the default one.
        model: the weights; those that ship where it is left out.
        critical: what tells how likely each pair holds a critical error, where that is wanted.
        settings: which checks are made, and what they find is an error; scores don't change by it.
    """
    weights = model or shipped_model()
    moved = Mover(weights.posterior)
    errors = _Errors(settings)
    batches = _measured(errors.watched(pairs), Measurer(encoder, weights))
    for batch, near in with_neighbours((it, it.embeddings) for it in batches):
        whole = batch.whole
        posteriors = [probability(pair.properties.get(SCORE)) for pair in whole]
        scores = moved(weights.probabilities(batch.values, near).tolist(), posteriors)
        risks: list[float | None] = [None] * len(whole)
        if critical is not None and whole:
            machine = machine_signals(whole)
            risks = critical.probabilities(batch.values, machine, batch.embeddings).tolist()
        scored = dict(zip(map(id, whole), zip(scores, risks, strict=True), strict=True))
        for pair in batch.pairs:
            value, risk = scored.get(id(pair), (0.0, None))
            yield Score(pair, value, errors.has(pair), risk)
        errors.forget(batch.pairs)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Pairs that were read at once.

    Attributes:
        pairs: all of them.
        whole: those without an empty side, each once.
        values: the signals of these, as a model takes them.
        embeddings: of both their sides.
    """

    pairs: list[UnitPair]
    whole: list[UnitPair]
    values: Values
    embeddings: Floats


def _measured(pairs: Iterable[UnitPair], measure: Measurer) -> Iterator[_Batch]:
    rest = iter(pairs)
    while batch := list(islice(rest, BATCH)):
        different = {id(pair): pair for pair in batch if all(it.text.strip() for it in pair.sides)}
        whole = list(different.values())
        yield _Batch(batch, whole, *measure(whole))


class _Errors:
    """Knows which of the pairs that are not scored yet have an error.

    A batch is scored when the next one has come, or the end: by then what a check tells of pairs
    further back, such as of a run that slipped, is told.
    """

    def __init__(self, settings: Settings) -> None:
        self._said = settings.said()
        self._checks = [
            check
            for check in settings.chosen(CHECKS)
            if self._said.get(check.id, check.severity) is not Severity.INFO
        ]
        self._waiting: Counter[int] = Counter()  # by identity; a pair may stand there twice
        self._wrong: set[int] = set()

    def watched(self, pairs: Iterable[UnitPair]) -> Iterator[UnitPair]:
        """Give pairs on, and look at them."""
        checker = Checker(self._checks, self._said)
        for pair in pairs:
            self._waiting[id(pair)] += 1
            self._take(checker.look(pair))
            yield pair
        self._take(checker.end())

    def _take(self, found: Iterable[tuple[UnitPair, Finding]]) -> None:
        for pair, finding in found:
            if finding.severity is Severity.ERROR and id(pair) in self._waiting:
                self._wrong.add(id(pair))

    def has(self, pair: UnitPair) -> bool:
        """Whether an error was found in a pair."""
        return id(pair) in self._wrong

    def forget(self, pairs: Sequence[UnitPair]) -> None:
        """Take note that pairs are scored."""
        self._waiting.subtract(map(id, pairs))
        gone = {id(pair) for pair in pairs if not self._waiting[id(pair)]}
        for identity in gone:
            del self._waiting[identity]
        self._wrong -= gone


def signature(encoder: Encoder, model: Model | None = None) -> str:
    """Return what scores depend on, in one line, as those of sacrebleu do.

    Args:
        encoder: as for `score_pairs`.
        model: as for `score_pairs`.
    """
    weights = model or shipped_model()
    return f"duiqi-score|v:{version('duiqi')}|model:{weights.version}|encoder:{encoder.signature}"
