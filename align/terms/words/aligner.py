"""Links the words of many pairs: learns from all of them how words are translated."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

import numpy as np

from align.encoders import Encoder, Floats, open_encoder
from align.encoders.workers import Workers, one_thread_each
from align.terms.words.cells import Batch, Cells, Entries
from align.terms.words.corpus import Corpus, PackedSide, TokenPair
from align.terms.words.expectation import Direction, expect_batch
from align.terms.words.jumps import Jumps, Values
from align.terms.words.likeness import prior_tables
from align.terms.words.links import Chosen, Link, PairLinks, choose_links
from align.terms.words.table import TranslationTable, shares

ALONE, TOGETHER = 1, 1
"""How often the models are learnt, each by itself, and then from the links that both agree on."""

PRIOR_COUNT = 3.0
"""As how many links of each word what was known before counts."""

NOTHING = 0.2
"""The probability that a word translates none."""

MOST_CELLS = 9_000_000
"""A pair of texts of more source words times target words than this gets no links: a table of so
many is held in memory, and what is so long is no pair of sentences."""

AT_ONCE = 8
"""Batches that are read before they are shared out among the cores."""

_LOG = logging.getLogger(__name__)

Progress = Callable[[int, int | None], None]
Models = tuple[Direction, Direction]
"""The source translated into the target, and the other way."""


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """What was learnt from pairs.

    Attributes:
        corpus: their words.
        table: how likely words are translated by each other.
    """

    corpus: Corpus
    table: TranslationTable
    _cells: Cells
    _models: Models
    _workers: Workers

    def links(self) -> Iterator[list[Link]]:
        """Give the links of each pair, in the order in which the pairs were given."""
        for found in self.packed_links():
            yield from found.each()

    def packed_links(self) -> Iterator[PairLinks]:
        """Give the links as arrays, those of many pairs at once, all pairs in order."""
        for pairs, batches in self._cells.blocks():
            chosen: list[Chosen] = []
            while some := list(islice(batches, AT_ONCE)):
                chosen += self._workers.results([partial(self._choose, batch) for batch in some])
            yield PairLinks.joined(pairs, chosen)

    def _choose(self, batch: Batch) -> Chosen:
        return choose_links(batch.pairs, expect_batch(self.corpus, batch, *self._models))


def align_words(
    pairs: Iterable[TokenPair],
    encoder: Encoder | None = None,
    *,
    threads: int | None = None,
    progress: Progress = lambda done, total: None,
) -> WordAlignment:
    """Learn from pairs how words are translated, and link them.

    Args:
        pairs: the source words and the target words of each; taken once. A side may be empty. A
            pair beyond `MOST_CELLS` gets no links, and a warning is logged.
        encoder: what tells which words are alike; left out, the default one.
        threads: how many cores to use; left out, all that this process may use. The results don't
            depend on it.
        progress: told how many pairs are read, over and over, of how many to read.

    Raises:
        AlignmentError: there is no room for temporary files.
    """
    corpus = Corpus.of(_short_enough(pairs))
    return align_corpus(corpus, encoder, threads=threads, progress=progress)


def align_corpus(
    corpus: Corpus,
    encoder: Encoder | None = None,
    *,
    threads: int | None = None,
    progress: Progress = lambda done, total: None,
) -> WordAlignment:
    """Learn from the words of pairs how they are translated, and link them.

    Args:
        corpus: the words; no pair beyond `MOST_CELLS`.
        encoder: as `align_words` takes it.
        threads: the same.
        progress: the same.

    Raises:
        AlignmentError: there is no room for temporary files.
    """
    cells = Cells(corpus)
    workers = Workers(threads)
    with one_thread_each():
        priors = prior_tables(corpus, cells.entries, encoder or open_encoder())
    models = (
        Direction(priors[0], _frequencies(corpus.target), Jumps.at_first(NOTHING)),
        Direction(priors[1], _frequencies(corpus.source), Jumps.at_first(NOTHING)),
    )
    for done in range(ALONE + TOGETHER):
        counts = _Counts.of(models, len(cells.entries))
        for pairs, batches in cells.blocks():
            while some := list(islice(batches, AT_ONCE)):
                calls = [
                    partial(_expected, corpus, batch, models, together=done >= ALONE)
                    for batch in some
                ]
                for batch, found in zip(some, workers.results(calls), strict=True):
                    counts.add(batch, found)
            progress(done * len(corpus) + pairs.stop, (ALONE + TOGETHER) * len(corpus))
        models = counts.learnt(cells.entries, models, priors)
    table = TranslationTable(corpus, cells.entries, models[0].table, models[1].table)
    return WordAlignment(corpus, table, cells, models, workers)


def _short_enough(pairs: Iterable[TokenPair]) -> Iterator[TokenPair]:
    """Give pairs, with empty sides in the place of those that are too long."""
    left_out = 0
    for source, target in pairs:
        too_long = len(source) * len(target) > MOST_CELLS
        left_out += too_long
        yield ([], []) if too_long else (source, target)
    if left_out:
        _LOG.warning("pairs that are too long, left without links: %d", left_out)


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often what is expected, by the model of each direction.

    Attributes:
        links: of each entry, how often its words are linked.
        jumps: how often each jump is made.
    """

    links: list[Values]
    jumps: list[Values]

    @classmethod
    def of(cls, models: Models, entries: int) -> _Counts:
        """Return no counts of so many entries."""
        return cls(
            [np.zeros(entries) for _ in models],
            [np.zeros_like(model.jumps.weights) for model in models],
        )

    def add(self, batch: Batch, found: _Counts) -> None:
        """Add what is expected of a batch; its links are counted by its own entries."""
        for at, values in enumerate(found.links):
            self.links[at][batch.entries] += values
            self.jumps[at] += found.jumps[at]

    def learnt(self, entries: Entries, models: Models, priors: tuple[Floats, Floats]) -> Models:
        """Return the models that follow.

        Args:
            entries: the words that meet.
            models: the models so far.
            priors: their tables before anything was read.
        """
        for count, prior in zip(self.links, priors, strict=True):
            count += PRIOR_COUNT * prior
        forward, backward = (
            replace(model, table=shares(count, group), jumps=model.jumps.learnt(jumps))
            for model, count, group, jumps in zip(
                models, self.links, (entries.source, entries.target), self.jumps, strict=True
            )
        )
        return forward, backward


def _expected(corpus: Corpus, batch: Batch, models: Models, *, together: bool) -> _Counts:
    """Count what is expected of a batch.

    Args:
        corpus: the words.
        batch: the batch.
        models: the models of both directions.
        together: whether only links count that both models find likely, as their product says
            (Liang et al., 2006).
    """
    found = expect_batch(corpus, batch, *models)
    links = [found.forward * found.backward] if together else [found.forward, found.backward]
    counts = [_by_entry(batch, values) for values in links]
    return _Counts(counts * (2 if together else 1), [*found.jumps])


def _by_entry(batch: Batch, values: Floats) -> Values:
    """Add up values of a batch's cells for each of its entries."""
    sums = np.bincount(batch.cells.ravel(), values.ravel(), len(batch.entries) + 2)
    return np.asarray(sums[:-2], np.float64)


def _frequencies(side: PackedSide) -> Floats:
    counts = side.vocabulary.counts()
    frequencies: Floats = (counts / max(1, counts.sum())).astype(np.float32)
    return frequencies
