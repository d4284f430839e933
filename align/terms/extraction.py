"""From pairs of segments to a ranked glossary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from align.encoders import Encoder
from align.terms.candidates import Candidates, find_candidates
from align.terms.entries import Entry
from align.terms.pairing.cooccurrence import pairs_together
from align.terms.pairing.linking import Linked, link
from align.terms.pairing.scoring import score
from align.terms.ranking.concepts import gather
from align.terms.ranking.judgement import kept
from align.terms.ranking.overlaps import without_overlaps
from align.terms.ranking.termhood import termhood
from align.terms.text import Text

_LONG, _LONGER = 600, 50_000  # units from which on a term must occur twice, and three times

_CERTAINTY = 3  # how much more it counts that a pair is right than that it is a term
_TRAINED = 0.3  # how much the weights that were trained count beside those chosen by hand

Progress = Callable[[int, int | None], None]
STEPS = 4


@dataclass(frozen=True, slots=True)
class Options:
    """What is to be found.

    Attributes:
        min_count: how often a term must occur, in different units; None goes by the size of the
            text: once up to 600 units, twice up to 50,000, three times beyond.
        stop: terms of either language that are not wanted, in any case.
    """

    min_count: int | None = None
    stop: frozenset[str] = field(default_factory=frozenset)


def extract_terms(
    text: Text,
    languages: tuple[str, str],
    encoder: Encoder,
    options: Options | None = None,
    *,
    threads: int | None = None,
    progress: Progress = lambda done, total: None,
) -> list[Entry]:
    """Find the terms of a text and how it translates them.

    Args:
        text: its units.
        languages: the tags of the source and of the target.
        encoder: what tells nearness of meaning.
        options: what is to be found.
        threads: how many cores to use beside the encoder; left out, all that this process may use.
            The results don't depend on it.
        progress: told how many of the steps are done.

    Returns:
        The entries in descending order of their scores.
    """
    options = options or Options()
    if not len(text):
        return []
    min_count = options.min_count or least_count(len(text))
    together = max(1, min_count - 1)
    progress(1, STEPS)
    source, target = (
        find_candidates(side, language, min_count, together)
        for side, language in zip(text.sides, languages, strict=True)
    )
    if not len(source) or not len(target):
        return []
    progress(2, STEPS)
    pairs = pairs_together(source, target, together)
    linked = link(source, target, score(source, target, pairs, encoder, threads))
    progress(3, STEPS)
    entries = gather(source, target, linked, _scores(source, target, linked), text)
    progress(4, STEPS)
    return [entry for entry in entries if not _stopped(entry, options.stop)]


def least_count(units: int) -> int:
    """Return how often a term must occur in a text of so many units."""
    return 1 + (units > _LONG) + (units > _LONGER)


def _scores(source: Candidates, target: Candidates, linked: Sequence[Linked]) -> list[float]:
    """Return how likely each pair that was linked is kept."""
    sides = (
        np.array([item.source for item in linked], np.int64),
        np.array([item.target for item in linked], np.int64),
    )
    likely = np.array([item.probability for item in linked])
    by_hand = termhood(source, target, *sides) * likely**_CERTAINTY
    trained = kept(source, target, *sides, likely)
    scores = by_hand ** (1 - _TRAINED) * trained**_TRAINED
    return without_overlaps(source, target, linked, scores.tolist())


def _stopped(entry: Entry, stop: frozenset[str]) -> bool:
    return any(
        form.text.casefold() in stop
        for forms in (entry.forms, entry.translations[0].forms)
        for form in forms
    )
