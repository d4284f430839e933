"""The layers of a token are its own, whatever is computed before or beside it."""

import numpy as np
import pytest

from align.encoders import token_features
from align.encoders.token_features import TokenLayers
from align.encoders.use_weights import UseWeights
from align.encoders.workers import Workers

TEXTS = np.array([[1, 40, 50, 2], [1, 50, 70, 2]])


@pytest.fixture(scope="module")
def weights() -> UseWeights:
    return UseWeights(1, 2)


def inner(layers: TokenLayers) -> np.ndarray:
    layers.learn(TEXTS)
    return layers.sums(TEXTS).inner


@pytest.mark.parametrize("before", [[40], [50, 60], range(300, 310), range(3, 90)], ids=len)
def test_tokens_that_were_learnt_before_change_nothing(
    weights: UseWeights, before: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = inner(TokenLayers(weights, Workers(1)))
    monkeypatch.setattr(token_features, "KEPT_TOKENS", 12)  # so that some must be forgotten
    layers = TokenLayers(weights, Workers(1))
    layers.learn(np.array(before))
    assert np.allclose(inner(layers), alone, atol=1e-4)
    assert np.allclose(inner(layers), alone, atol=1e-4)
    layers.forget()
    assert np.allclose(inner(layers), alone, atol=1e-4)
