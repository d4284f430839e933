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

from align.documents.clues import Texts, find_clues
from align.documents.grouping import Group, extent
from align.documents.moved.rivals import BELIEVED, odds_of_groups, share_of_translations
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

    def probabilities(self, clues: Mapping[str, Values], share: float) -> Values:
        """The probability that each pair is a translation.

        Args:
            clues: what is known of each pair, shape (pairs,) each.
            share: the share of the pairs that are translations, before they are looked at.
        """
        known = self.bias + math.log(share / (1 - share))
        told = [self.weights[name] * values for name, values in clues.items()]
        found: Values = 1 / (1 + np.exp(-known - np.sum(told, axis=0)))
        return found


@cache
def load_weights() -> Weights:
    """Load the weights that ship; their provenance stands in the file beside them."""
    document = json.loads((files("align") / "data" / "nearness.json").read_text("utf-8"))
    return Weights(document["bias"], document["weights"])


def doubt_the_strange(
    groups: Sequence[Group], texts: Texts, source: Side, target: Side
) -> list[Group]:
    """Lower the scores of pairs that are much further from each other than the documents' others.

    Each run is looked at by itself: in two paragraphs that translate each other a sentence may be
    paired with one that says something else, as where each side lacks another one. Nothing is
    paired otherwise, and of too few pairs, or of a label by itself, nothing can be said.

    Args:
        groups: runs by whole paragraphs.
        texts: the texts of all sentences, without labels.
        source: the source.
        target: the target.
    """
    share = min(share_of_translations(odds_of_groups(groups, source, target)), BELIEVED)
    judged = [run for group in groups for run in group if _says_something(run, texts)]
    pairs = [extent([run]) for run in judged]
    clues = find_clues(pairs, texts, source, target, share / BELIEVED)
    if clues is None:
        return list(groups)
    likely = iter(load_weights().probabilities(clues, share).tolist())
    return [
        [
            run.times(next(likely), Reason.MEANING) if _says_something(run, texts) else run
            for run in group
        ]
        for group in groups
    ]


def _says_something(run: Run, texts: Texts) -> bool:
    """Whether a run is a pair, and neither side is a label alone."""
    return all(
        any(own[place].strip() for place in range(*ends))
        for own, ends in zip(texts, (run.source, run.target), strict=True)
    )
