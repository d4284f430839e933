"""Scores of machine translations against references: BLEU, chrF, chrF++ and TER, by sacrebleu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sacrebleu import BLEU, CHRF, TER

from align.errors import AlignmentError
from corpora.languages import base

_TOKENISERS = {"zh": "zh", "ja": "char", "ko": "char"}
"""sacrebleu's tokenisers for languages that set no spaces between words, or few.

Its Japanese and Korean ones want further packages; characters are what they fall back to.
"""

RESAMPLES = 1000
"""So many resamples of the paired bootstrap (Koehn, 2004)."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric's figure for all units.

    Attributes:
        name: "BLEU", "chrF", "chrF++" or "TER".
        value: the figure, of 100; of TER a lower one is better.
        signature: what it depends on.
        units: the figure of each unit by itself.
    """

    name: str
    value: float
    signature: str
    units: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A second system beside the first one.

    Attributes:
        metric: the metric's name.
        first: the first system's figure.
        second: the second one's.
        p_value: how likely a difference so large is where there is none.
        signature: what the test depends on.
    """

    metric: str
    first: float
    second: float
    p_value: float
    signature: str


def measure(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], language: str
) -> list[Metric]:
    """Score translations, as a whole and one by one.

    Args:
        hypotheses: a translation of each unit.
        references: one or more lists of right translations of the same units; a unit that has
            fewer than others has "" there.
        language: that of the translations.

    Raises:
        AlignmentError: there are not as many translations as units, or none.
    """
    _check_lengths(hypotheses, references)
    done = []
    for name, metric in _metrics(language).items():
        # Several references stand one list a reference, with None where a unit has no more.
        lists = [[text or None for text in texts] for texts in references]
        whole = metric.corpus_score(hypotheses, lists)
        single = (
            BLEU(effective_order=True, tokenize=_tokeniser(language)) if name == "BLEU" else metric
        )
        units = tuple(
            single.sentence_score(text, [texts[at] for texts in references if texts[at]]).score
            for at, text in enumerate(hypotheses)
        )
        done.append(Metric(name, whole.score, str(metric.get_signature()), units))
    return done


def compare(
    systems: Sequence[Sequence[str]], references: Sequence[Sequence[str]], language: str
) -> list[Comparison]:
    """Compare two systems by the paired bootstrap.

    Args:
        systems: the translations of both.
        references: as for `measure`.
        language: that of the translations.

    Raises:
        AlignmentError: as of `measure`.
    """
    from sacrebleu.significance import PairedTest

    for hypotheses in systems:
        _check_lengths(hypotheses, references)
    lists: Any = [[text or None for text in texts] for texts in references]  # None: it has no more
    metrics = _metrics(language)
    named = [(f"system {number}", texts) for number, texts in enumerate(systems, start=1)]
    test = PairedTest(named, metrics, lists, test_type="bs", n_samples=RESAMPLES)
    signatures, scores = test()
    return [
        Comparison(name, first.score, second.score, _p_value(first, second), str(signatures[key]))
        for name, (key, (first, second)) in zip(metrics, _results(scores), strict=True)
    ]


def _p_value(first: Any, second: Any) -> float:
    """Return sacrebleu's p, and 1 for equal scores, which it takes for a sure difference."""
    return 1.0 if first.score == second.score else float(second.p_value)


def _results(scores: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the results by sacrebleu's own names of the metrics, in their order."""
    return [(key, found) for key, found in scores.items() if key != "System"]


def _tokeniser(language: str) -> str:
    return _TOKENISERS.get(base(language), "13a")


def _metrics(language: str) -> dict[str, Any]:
    return {
        "BLEU": BLEU(tokenize=_tokeniser(language)),
        "chrF": CHRF(),
        "chrF++": CHRF(word_order=2),
        "TER": TER(normalized=True, asian_support=base(language) in _TOKENISERS),
    }


def _check_lengths(hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> None:
    for texts in references:
        if len(texts) != len(hypotheses):
            raise AlignmentError(
                f"there must be a line for each unit: there are {len(hypotheses):,} lines, and "
                f"{len(texts):,} units with a target"
            )
    if not hypotheses or not references:
        raise AlignmentError("there is nothing to score: no translations, or no references")
