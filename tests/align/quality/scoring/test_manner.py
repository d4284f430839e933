"""The manner of a document: a free translation is held against what is usual in itself."""

import numpy as np
import pytest

from align.quality.scoring.manner import FEWEST, KEPT, SURE, AlignedUnits, Usual, log_odds, usual_of
from align.quality.scoring.model import Posterior
from align.quality.scoring.scores import Mover

USUAL = Usual(2.0, 0.5)
POSTERIOR = Posterior(0.5, 0.0, USUAL)


def probabilities(middle: float, spread: float, count: int = 200) -> list[float]:
    """Scores whose log odds have such a median, and a lower quartile so far below it."""
    odds = middle + spread * np.linspace(-2, 2, count)
    return (1 / (1 + np.exp(-odds))).tolist()


def moved(scores: list[float], posterior: float | None) -> list[float]:
    return list(Mover(POSTERIOR)(scores, [posterior] * len(scores)))


def alone(scores: list[float], posterior: float) -> list[float]:
    return [POSTERIOR.moved(score, posterior) for score in scores]


def test_a_free_document_is_levelled_to_what_is_usual() -> None:
    units = AlignedUnits()
    for score in probabilities(-1.0, 1.0):
        units.add(score, SURE)
    manner = units.manner(USUAL)
    assert manner is not None
    levelled = [manner.levelled(log_odds(it)) for it in probabilities(-1.0, 1.0)]
    found = usual_of(levelled)
    assert (found.middle, found.spread) == pytest.approx((USUAL.middle, USUAL.spread))


def test_levelling_keeps_the_order_of_units() -> None:
    scores = probabilities(-1.0, 1.5)
    assert moved(scores, 0.95) == sorted(moved(scores, 0.95))


def test_units_of_a_free_document_that_are_usual_there_are_likely() -> None:
    scores = probabilities(-1.0, 1.0)
    assert np.median(alone(scores, 0.95)) < 0.7
    assert np.median(moved(scores, 0.95)) > 0.9


@pytest.mark.parametrize(
    ("scores", "posterior"),
    [
        (probabilities(-1.0, 1.0, FEWEST - 1), 0.95),  # too few to tell
        (probabilities(-1.0, 1.0), 0.5),  # the aligner is not sure that the texts belong together
        (probabilities(2.5, 1.0), 0.95),  # no more freely translated than usual
    ],
)
def test_other_documents_stay_as_they_are(scores: list[float], posterior: float) -> None:
    assert moved(scores, posterior) == pytest.approx(alone(scores, posterior))


def test_a_few_sure_units_say_nothing_of_texts_that_the_aligner_could_not_pair() -> None:
    scores = probabilities(-5.0, 1.0)
    posteriors = [0.95 if place % 3 == 0 else 0.4 for place in range(len(scores))]
    units = zip(scores, posteriors, strict=True)
    untouched = [POSTERIOR.moved(*unit) for unit in units]
    assert list(Mover(POSTERIOR)(scores, posteriors)) == pytest.approx(untouched)


def test_units_without_a_posterior_keep_their_scores() -> None:
    scores = probabilities(-1.0, 1.0)
    assert moved(scores, None) == scores


def test_scores_that_lie_close_together_are_not_drawn_apart() -> None:
    units = AlignedUnits()
    for score in probabilities(0.0, 0.1):
        units.add(score, 1.0)
    manner = units.manner(USUAL)
    assert manner is not None
    assert manner.ratio == 1


def test_wrong_units_among_many_right_ones_stay_unlikely() -> None:
    scores = probabilities(-1.0, 1.0) + [1e-4] * 20
    assert max(moved(scores, 0.2)[-20:]) < 0.2


def test_only_the_last_units_tell_what_is_usual() -> None:
    mover = Mover(POSTERIOR)
    list(mover(probabilities(-1.0, 1.0), [0.95] * 200))
    official = probabilities(2.5, 0.5, KEPT)
    assert list(mover(official, [0.95] * KEPT)) == pytest.approx(alone(official, 0.95))
