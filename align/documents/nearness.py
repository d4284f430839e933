"""Pairs that are paired in spite of their meaning: what two documents say of themselves.

A posterior compares ways to align two texts that are taken for versions of each other. Where the
one has at some place another text than the other, or the same number before other words, or where
the one lacks a paragraph and the other the next, pairing what stands at one place is still the best
way, and sure. But how near to each other the paragraphs of these documents are that translate each
other, and how near those that don't, shows in the documents. So each pair's score is multiplied by
the probability that it is one of the former, a logistic function of its clues
(`align.documents.clues`). How many of the pairs are, before they are looked at, is told by how many
are ahead of all their rivals (`align.documents.moved.rivals`): of documents that are strangers to
each other, hardly any.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from align.documents.clues import find_clues
from align.documents.grouping import Group, Texts, extent
from align.documents.moved.rivals import BELIEVED, odds_of_groups, share_of_translations
from align.documents.table_rows import RowNumbers, gather_rows, tell_other_figures
from align.doubts import Reason
from align.search.clauses.search import Run
from align.search.side import Side, Values


@dataclass(frozen=True, slots=True)
class Weights:
    """What training found.

    Attributes:
        bias: the logarithm of the odds that a pair without clues translates, where half of all do.
        weights: the weight of each clue by its name.
    """

    bias: float
    weights: Mapping[str, float]

    def log_odds(self, clues: Mapping[str, Values], share: float) -> Values:
        """The logarithm of the odds that each pair is a translation.

        Args:
            clues: what is known of each pair, shape (pairs,) each.
            share: the share of the pairs that are translations, before they are looked at.
        """
        told = [self.weights[name] * values for name, values in clues.items()]
        found: Values = self.bias + math.log(share / (1 - share)) + np.sum(told, axis=0)
        return found

    def probabilities(self, clues: Mapping[str, Values], share: float) -> Values:
        """The probability that each pair is a translation (see `log_odds`)."""
        return _probabilities(self.log_odds(clues, share))


@cache
def load_weights() -> Weights:
    """Load the weights that ship; their provenance stands in the file beside them."""
    document = json.loads((files("align") / "data" / "nearness.json").read_text("utf-8"))
    return Weights(document["bias"], document["weights"])


def doubt_the_strange(
    groups: Sequence[Group], texts: Texts, numbers: RowNumbers, source: Side, target: Side
) -> list[Group]:
    """Lower the scores of pairs that are much further from each other than the documents' others.

    Each run is looked at by itself: in two paragraphs that translate each other a sentence may be
    paired with one that says something else, as where each side lacks another one. But the cells of
    a row say more together, so that is looked at as well. Nothing is paired otherwise, and of too
    few pairs, or of a label by itself, nothing can be said.

    Args:
        groups: runs by whole paragraphs.
        texts: the texts of all sentences, without labels.
        numbers: which row of a table each sentence stands in.
        source: the source.
        target: the target.
    """
    share = min(share_of_translations(odds_of_groups(groups, source, target)), BELIEVED)
    judged = [run for group in groups for run in group if _says_something(run, texts)]
    pairs = [extent([run]) for run in judged]
    clues = find_clues(pairs, texts, source, target, share / BELIEVED)
    if clues is None:
        return list(groups)
    odds = load_weights().log_odds(clues, share)
    of_rows = _odds_of_rows(pairs, texts, numbers, source, target, share)
    likely = iter(_probabilities(_with_rows(odds, of_rows, share)).tolist())
    return [
        [
            run.times(next(likely), Reason.MEANING) if _says_something(run, texts) else run
            for run in group
        ]
        for group in groups
    ]


def _probabilities(log_odds: Values) -> Values:
    found: Values = 1 / (1 + np.exp(-log_odds))
    return found


def _with_rows(odds: Values, of_rows: Values, share: float) -> Values:
    """The log-odds of pairs of cells together with those of their rows.

    A cell is no likelier than its row, where that is less likely than most pairs are. What a row
    tells in its favour counts no more than what is believed before anything is seen, for a single
    cell may be another one.
    """
    usual = math.log(share / (1 - share))
    surer = odds + np.clip(of_rows - usual, 0, max(usual, 0))
    found: Values = np.where(of_rows < usual, np.minimum(odds, of_rows), surer)
    return found


def _odds_of_rows(
    pairs: Sequence[tuple[range, range]],
    texts: Texts,
    numbers: RowNumbers,
    source: Side,
    target: Side,
    share: float,
) -> Values:
    """The log-odds that the rows translate each other that each pair of cells stands in.

    Each row is looked at as one pair, from the first to the last cell with words in it: figures say
    nothing to an encoder. They tell whether rows differ, but in tables where most of them do, such
    as those in another currency or of another year.

    Returns:
        Shape (pairs,); those of the share of translations for what stands in no table, or alone in
        its row.
    """
    usual = math.log(share / (1 - share))
    found = np.full(len(pairs), usual)
    rows = gather_rows(pairs, texts, numbers)
    inside = {place for row in rows for place in row.places}
    others = [pair for place, pair in enumerate(pairs) if place not in inside]
    units = [*(row.words for row in rows), *others]
    clues = find_clues(units, texts, source, target, share / BELIEVED) if rows else None
    if clues is not None:
        clues["other figures"][: len(rows)] = tell_other_figures(rows)
        of_rows = load_weights().log_odds(clues, share)[: len(rows)].tolist()
        for row, odds, differ in zip(rows, of_rows, clues["other figures"], strict=False):
            found[row.places] = odds if differ else max(odds, usual)
    return found


def _says_something(run: Run, texts: Texts) -> bool:
    """Whether a run is a pair, and neither side is a label alone."""
    return all(
        any(own[place].strip() for place in range(*ends))
        for own, ends in zip(texts, (run.source, run.target), strict=True)
    )
