"""Texts are embedded one by one, in however many pieces."""

from __future__ import annotations

import numpy as np
import pytest

from align.encoders import UseMultilingual, embed_alone, embed_each, single_texts
from align.encoders.summed_reading import SummedReading
from tests.align.terms.texts import encoder


@pytest.mark.parametrize("at_once", [2, 50_000])
def test_each_text_has_its_own_embedding(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_texts, "AT_ONCE", at_once)
    texts = ["disarmament", "裁军", "peace"]
    made: UseMultilingual = encoder()
    alone = [made.read([text]).embed(np.array([[0, 1]]))[0] for text in texts]
    assert embed_each(texts, made) == pytest.approx(np.stack(alone), abs=1e-5)


def test_no_texts_have_no_embeddings() -> None:
    assert embed_each([], encoder()).shape == (0, 512)


def test_the_shorter_way_leads_to_the_same_embeddings() -> None:
    texts = ["disarmament", "裁军", "", "peace and security", "a" * 400, "和平"]
    made: UseMultilingual = encoder()
    assert embed_alone(texts, made) == pytest.approx(embed_each(texts, made), abs=1e-3)
    assert embed_alone([], made).shape == (0, 512)


def test_an_encoder_without_a_shorter_way_goes_the_usual_one() -> None:
    class Plain:
        signature, additive = "plain", True

        def read(self, texts: list[str]) -> SummedReading:
            return encoder().read(texts)

    assert embed_alone(["peace"], Plain()) == pytest.approx(embed_each(["peace"], encoder()))
