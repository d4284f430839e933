"""A slow model with and without its cache."""

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from align.encoders.vector_cache import VectorCache
from align.encoders.whole_encoder import WholeEncoder
from tests.align.encoders.letters import Letters

TEXTS = ["one", "two", "three"]
SPANS = np.array([[0, 1], [0, 2], [1, 3]])


def test_a_second_run_encodes_nothing_and_finds_the_same_bytes(tmp_path: Path) -> None:
    vectors = []
    encoded = []
    for cache in (VectorCache(tmp_path / "x"), VectorCache(tmp_path / "x"), None):
        model = Letters()
        vectors.append(WholeEncoder(model, cache).read(TEXTS).embed(SPANS).tobytes())
        encoded.append(len(model.encoded))
    assert encoded == [5, 0, 5]
    assert vectors[0] == vectors[1] == vectors[2]


def test_a_damaged_cache_is_encoded_anew_to_the_same_bytes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    right = WholeEncoder(Letters(), VectorCache(tmp_path / "x")).read(TEXTS).embed(SPANS)
    with closing(sqlite3.connect(tmp_path / "x")) as database, database:
        database.execute("UPDATE vectors SET vector = substr(vector, 1, 8)")
    caplog.clear()
    back = WholeEncoder(Letters(), VectorCache(tmp_path / "x")).read(TEXTS).embed(SPANS)
    assert back.tobytes() == right.tobytes()
    assert "damaged" in caplog.text


def test_it_says_once_that_it_is_slow(caplog: pytest.LogCaptureFixture) -> None:
    encoder = WholeEncoder(Letters())
    for _ in range(2):
        encoder.read(TEXTS).embed(SPANS)
    assert [record.message for record in caplog.records] == [
        "letters 1 encodes every run of clauses anew, so this takes long"
    ]


def test_it_is_known_by_its_models_signature() -> None:
    encoder = WholeEncoder(Letters())
    assert (encoder.signature, encoder.additive) == ("letters 1", False)
