"""How likely it is that two candidates are each other's translation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder, embed_each
from align.terms.candidates import Candidates, Mark
from align.terms.candidates.forms import usual_forms
from align.terms.candidates.tokens import Ints
from align.terms.pairing.coherence import coherence
from align.terms.pairing.cooccurrence import Floats, Pairs
from align.terms.pairing.likeness import cosines

MOST_PARTNERS = 40
"""Of each source candidate so many partners are looked at further."""

LEAST = 0.02
"""A pair that is less likely by meaning and by the units in common is not looked at further."""

_COSINE, _USUAL_COSINE = 5.0, 0.75
_DICE = 2.5
_SHARE, _USUAL_SHARE = 6.0, 0.8
_LINKED, _USUAL_LINKED = 2.0, 0.5
_LOOSE = 0.5
_BARE = 0.7
_TRUST, _USUAL_TRUST = 6.0, 0.65
_PART = 1.0
_WEAK = 0.7
_LENGTH = 0.3
_LINKS = 0.25
_MARKED = 1.0


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs and how likely they are right.

    Attributes:
        pairs: the pairs.
        probability: of each, in [0, 1].
    """

    pairs: Pairs
    probability: Floats


def score(
    source: Candidates,
    target: Candidates,
    parts: Iterable[Pairs],
    encoder: Encoder,
    threads: int | None = None,
) -> Scored:
    """Score pairs, and leave out those that are unlikely at first sight.

    A pair is the more likely, the nearer its two sides are in meaning, the more of their units
    they have in common, and the more their words are linked with each other and with no others;
    less likely where one stands only inside a longer candidate, so that "United Nations" goes
    before "Nations", where a word is left over beside it, and where few words of their units are
    linked at all.

    Args:
        source: the candidates of the source.
        target: those of the target.
        parts: the pairs, each part with all pairs of some of the source's candidates; at least one.
        encoder: what tells nearness of meaning.
        threads: how many cores to use beside the encoder; left out, all.
    """
    pairs, logit = _likely_ones((source, target), parts, encoder)
    words = coherence(source, target, pairs, encoder, threads)
    logit += _SHARE * (words.share - _USUAL_SHARE) + _LINKED * (words.linked - _USUAL_LINKED)
    logit -= _LOOSE * words.loose + _BARE * words.bare
    logit -= _TRUST * np.maximum(_USUAL_TRUST - words.trust, 0)
    return Scored(pairs, _sigmoid(logit))


def _likely_ones(
    sides: tuple[Candidates, Candidates], parts: Iterable[Pairs], encoder: Encoder
) -> tuple[Pairs, Floats]:
    """Return the pairs that are likely at first sight, and the logarithms of their odds."""
    phrases, others = (usual_forms(side, np.arange(len(side))) for side in sides)
    vectors = embed_each(others, encoder)
    kept, logits = [], []
    for pairs in parts:
        cosine = cosines(phrases, vectors, pairs.source, pairs.target, encoder)
        logit = _at_first_sight(sides, pairs, cosine)
        likely = np.flatnonzero(_sigmoid(logit) >= LEAST)
        likely = likely[_among_best(pairs.source[likely], logit[likely])]
        kept.append(pairs.where(likely))
        logits.append(logit[likely])
    return Pairs.joined(kept), np.concatenate(logits)


def _at_first_sight(sides: tuple[Candidates, Candidates], pairs: Pairs, cosine: Floats) -> Floats:
    """Return the logarithm of the odds by all but the word alignment."""
    # What stands together once may do so by chance: the dice counts the more, the more units.
    certain = pairs.together / (pairs.together + 1.0)
    logit = _COSINE * (cosine - _USUAL_COSINE) + _DICE * (pairs.dice * (0.5 + certain) - 0.5)
    lengths = []
    for side, which in zip(sides, (pairs.source, pairs.target), strict=True):
        part = np.where(side.counts > 1, 1 - side.alone, 0.0)
        links = side.length - side.words
        logit -= (_PART * part + _WEAK * side.weak + _LINKS * links * (side.marks == 0))[which]
        lengths.append(np.log2(1 + side.words)[which])
    logit -= _LENGTH * np.abs(lengths[0] - lengths[1])
    logit += _LENGTH * np.minimum(*lengths)
    return logit + _MARKED * _marks_agree(*sides, pairs)


def _marks_agree(source: Candidates, target: Candidates, pairs: Pairs) -> Floats:
    """Return 1 where the text marks both sides in like manner, -1 where only one is quoted."""
    left, right = source.marks[pairs.source], target.marks[pairs.target]
    quoted = (left & Mark.QUOTED) > 0, (right & Mark.QUOTED) > 0
    named = ((left & ~Mark.QUOTED) > 0) & ((right & ~Mark.QUOTED) > 0)
    return np.where(named | (quoted[0] & quoted[1]), 1.0, -1.0 * (quoted[0] != quoted[1]))


def _among_best(which: Ints, values: Floats) -> npt.NDArray[np.bool_]:
    """Tell which values are among the highest of those with the same number."""
    order = np.lexsort((-values, which))
    groups = which[order]
    result = np.empty(len(order), np.bool_)
    result[order] = np.arange(len(order)) - np.searchsorted(groups, groups) < MOST_PARTNERS
    return result


def _sigmoid(logit: Floats) -> Floats:
    return 1 / (1 + np.exp(-logit))
