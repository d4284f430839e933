"""Links the words of many pairs: learns from all of them how words are translated."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from align.encoders import Encoder, Floats, open_encoder
from align.encoders.workers import one_thread_each
from align.terms.words.cells import Cells
from align.terms.words.corpus import Corpus, PackedSide, TokenPair
from align.terms.words.expectation import Direction, expect_batch
from align.terms.words.jumps import Jumps
from align.terms.words.likeness import prior_tables
from align.terms.words.links import Link, PairLinks, choose_links
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

_LOG = logging.getLogger(__name__)

Progress = Callable[[int, int | None], None]


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
    _models: tuple[Direction, Direction]

    def links(self) -> Iterator[list[Link]]:
        """Give the links of each pair, in the order in which the pairs were given."""
        for found in self.packed_links():
            yield from found.each()

    def packed_links(self) -> Iterator[PairLinks]:
        """Give the links as arrays, those of many pairs at once, all pairs in order."""
        for pairs, batches in self._cells.blocks():
            with one_thread_each():
                chosen = [
                    choose_links(batch.pairs, expect_batch(self.corpus, batch, *self._models))
                    for batch in batches
                ]
            yield PairLinks.joined(pairs, chosen)


def align_words(
    pairs: Iterable[TokenPair],
    encoder: Encoder | None = None,
    *,
    progress: Progress = lambda done, total: None,
) -> WordAlignment:
    """Learn from pairs how words are translated, and link them.

    Args:
        pairs: the source words and the target words of each; taken once. A side may be empty. A
            pair beyond `MOST_CELLS` gets no links, and a warning is logged.
        encoder: what tells which words are alike; left out, the default one.
        progress: told how many pairs are read, over and over, of how many to read.

    Raises:
        AlignmentError: there is no room for temporary files.
    """
    return align_corpus(Corpus.of(_short_enough(pairs)), encoder, progress=progress)


def align_corpus(
    corpus: Corpus,
    encoder: Encoder | None = None,
    *,
    progress: Progress = lambda done, total: None,
) -> WordAlignment:
    """Learn from the words of pairs how they are translated, and link them.

    Args:
        corpus: the words; no pair beyond `MOST_CELLS`.
        encoder: as `align_words` takes it.
        progress: the same.

    Raises:
        AlignmentError: there is no room for temporary files.
    """
    cells = Cells(corpus)
    with one_thread_each():
        priors = prior_tables(corpus, cells.entries, encoder or open_encoder())
        models = (
            Direction(priors[0], _frequencies(corpus.target), Jumps.at_first(NOTHING)),
            Direction(priors[1], _frequencies(corpus.source), Jumps.at_first(NOTHING)),
        )
        for done in range(ALONE + TOGETHER):
            report = partial(
                _report, progress, done * len(corpus), (ALONE + TOGETHER) * len(corpus)
            )
            models = _learn(corpus, cells, models, priors, report, together=done >= ALONE)
    table = TranslationTable(corpus, cells.entries, models[0].table, models[1].table)
    return WordAlignment(corpus, table, cells, models)


def _short_enough(pairs: Iterable[TokenPair]) -> Iterator[TokenPair]:
    """Give pairs, with empty sides in the place of those that are too long."""
    left_out = 0
    for source, target in pairs:
        too_long = len(source) * len(target) > MOST_CELLS
        left_out += too_long
        yield ([], []) if too_long else (source, target)
    if left_out:
        _LOG.warning("pairs that are too long, left without links: %d", left_out)


def _learn(
    corpus: Corpus,
    cells: Cells,
    models: tuple[Direction, Direction],
    priors: tuple[Floats, Floats],
    report: Callable[[int], None],
    *,
    together: bool,
) -> tuple[Direction, Direction]:
    """Pass over all pairs once and return the models that follow (expectation-maximisation).

    Args:
        corpus: the words.
        cells: which of them meet.
        models: the models so far.
        priors: their tables before anything was read.
        report: told how many pairs are read.
        together: whether only links count that both models find likely, as their product says
            (Liang et al., 2006).
    """
    counts = [np.zeros(len(cells.entries)) for _ in models]
    jumps = [np.zeros_like(model.jumps.weights) for model in models]
    for pairs, batches in cells.blocks():
        for batch in batches:
            found = expect_batch(corpus, batch, *models)
            links = found.forward, found.backward
            if together:
                links = (found.forward * found.backward,) * 2
            for at, values in enumerate(links):
                by_entry = np.bincount(batch.cells.ravel(), values.ravel(), len(batch.entries) + 2)
                counts[at][batch.entries] += by_entry[:-2]
                jumps[at] += found.jumps[at]
        report(pairs.stop)
    for count, prior in zip(counts, priors, strict=True):
        count += PRIOR_COUNT * prior
    groups = cells.entries.source, cells.entries.target
    forward, backward = (
        replace(
            model,
            table=shares(counts[at], groups[at]),
            jumps=model.jumps.learnt(jumps[at]),
        )
        for at, model in enumerate(models)
    )
    return forward, backward


def _report(progress: Progress, before: int, total: int, read: int) -> None:
    progress(before + read, total)


def _frequencies(side: PackedSide) -> Floats:
    counts = side.vocabulary.counts()
    frequencies: Floats = (counts / max(1, counts.sum())).astype(np.float32)
    return frequencies
