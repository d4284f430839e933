"""Runs encoded whole."""

import numpy as np
import pytest

from align.encoders.whole_reading import WholeReading
from tests.align.encoders.letters import Letters


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["人人生而", "自由。"], "人人生而自由。"),
        (["All are", "born free."], "All are born free."),
        (["第 3 条", "Article 3"], "第 3 条 Article 3"),
        (["a\ud800", "b"], "a? b"),
        (["", "x"], "x"),
    ],
)
def test_a_run_is_encoded_as_one_text(texts: list[str], joined: str) -> None:
    model = Letters()
    WholeReading(texts, model.encode).embed(np.array([[0, 2]]))
    assert model.encoded[-1] == joined


@pytest.mark.parametrize(("gap", "kept"), [((0, 1), "b c d"), ((1, 3), "a d"), ((2, 4), "a b")])
def test_a_part_of_a_run_can_be_left_out(gap: tuple[int, int], kept: str) -> None:
    model = Letters()
    reading = WholeReading(["a", "b", "c", "d"], model.encode)
    reading.embed_without(np.array([[0, 4]]), np.array([gap]))
    assert model.encoded[-1] == kept


def test_each_different_text_is_encoded_once() -> None:
    model = Letters()
    reading = WholeReading(["a", "b", "a", "b"], model.encode)
    spans = np.array([[0, 1], [2, 3], [0, 2], [2, 4], [1, 3]])
    first = reading.embed(spans)
    assert sorted(model.encoded) == ["a", "a b", "b", "b a"]
    assert (reading.embed(spans) == first).all()
    assert len(model.encoded) == 4


def test_vectors_have_unit_length() -> None:
    vectors = WholeReading(["ab", "cd", "ab cd"], Letters().encode).embed(
        np.array([[0, 1], [0, 3]])
    )
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_what_all_texts_have_in_common_does_not_make_them_alike() -> None:
    texts = [f"eeee{chr(97 + number)}" for number in range(26) if number != 4]
    each = np.stack((np.arange(len(texts)), np.arange(len(texts)) + 1), axis=1)
    plain = Letters().encode(texts)
    vectors = WholeReading(texts, Letters().encode).embed(each)
    others = ~np.eye(len(texts), dtype=bool)
    assert (plain @ plain.T)[others].min() > 0.9
    assert (vectors @ vectors.T)[others].max() < 0.5


def test_one_text_alone_keeps_its_direction() -> None:
    vector = WholeReading(["abc"], Letters().encode).embed(np.array([[0, 1]]))[0]
    assert vector @ Letters().encode(["abc"])[0] == pytest.approx(1, abs=1e-5)


def test_no_text_gives_no_vector() -> None:
    assert len(WholeReading([], Letters().encode).embed(np.empty((0, 2), dtype=np.int64))) == 0
