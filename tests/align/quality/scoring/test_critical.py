"""Critical errors: what is told of machine translations, and from what."""

from dataclasses import replace

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.errors import AlignmentError
from align.quality.scoring import score_pairs
from align.quality.scoring.critical import (
    MACHINE_SIGNALS,
    machine_signals,
    read_critical_errors,
    shipped_critical_errors,
    write_critical_errors,
)
from align.quality.scoring.model import shipped_model
from align.quality.scoring.signals import SIGNALS
from tests.align.quality.pairs import pair

LANGUAGES = ("en", "zh-CN")

RIGHT = [
    ("I agree that the article should be deleted.", "我同意应该删除这篇文章。"),
    ("Why did you remove my comments?", "你为什么删除我的评论?"),
    ("The second world war ended in 1945.", "第二次世界大战于1945年结束。"),
]
WRONG = [
    ("You are a vandal and your edits are rubbish.", "你是个汪达尔人,你的编辑是垃圾桶。"),
    ("Ask Marley Wiggins what a yellowjacket is.", "马利假发是一件黄色的夹克。"),
    ("Sitush and Qwyrxian rvted my edit again.", "坐着的灌木丛再次编辑了我。"),
]


@pytest.fixture(scope="module")
def encoder() -> UseMultilingual:
    return UseMultilingual(1)


def risks(texts: list[tuple[str, str]], encoder: UseMultilingual) -> list[float | None]:
    pairs = [pair(*both, LANGUAGES) for both in texts]
    scored = score_pairs(pairs, encoder, critical=shipped_critical_errors())
    return [score.critical for score in scored]


def test_a_wrong_translation_has_a_higher_risk_than_a_right_one(encoder: UseMultilingual) -> None:
    right, wrong = risks(RIGHT, encoder), risks(WRONG, encoder)
    threshold = shipped_critical_errors().threshold
    assert all(risk is not None and risk < threshold for risk in right)
    assert all(risk is not None and risk > threshold for risk in wrong)


def test_a_risk_is_told_only_where_it_is_asked_and_both_sides_are_there(
    encoder: UseMultilingual,
) -> None:
    asked = risks([RIGHT[0], ("Why?", "")], encoder)
    assert asked[0] is not None
    assert asked[1] is None
    assert [score.critical for score in score_pairs([pair(*RIGHT[0], LANGUAGES)], encoder)] == [
        None
    ]


def test_a_risk_does_not_change_the_score(encoder: UseMultilingual) -> None:
    pairs = [pair(*both, LANGUAGES) for both in (*RIGHT, *WRONG)]
    alone = [score.value for score in score_pairs(pairs, encoder)]
    both = score_pairs(pairs, encoder, critical=shipped_critical_errors())
    assert [score.value for score in both] == alone


@pytest.mark.parametrize(
    ("english", "chinese", "signals"),
    [
        ("The committee met in May.", "委员会于五月开会。", [0, 1, 0]),
        ("please revert thsi, thsi edit", "请还原这个", [1, 0, 0]),
        ("I asked Marley and Sitush", "我问了Marley和Sitush", [0, 2, 2]),
        ("Revert it.", "还原它", [0, 0, 0]),
    ],
)
def test_unknown_words_names_and_latin_words_are_counted_in_either_direction(
    english: str, chinese: str, signals: list[int]
) -> None:
    pairs = [pair(english, chinese, LANGUAGES), pair(chinese, english)]
    assert machine_signals(pairs).tolist() == [signals, signals]


def test_other_languages_have_none_of_these_signals() -> None:
    french = pair("I asked Marley.", "J'ai demandé à Marley.", ("en", "fr"))
    assert not machine_signals([french]).any()
    assert machine_signals([]).shape == (0, len(MACHINE_SIGNALS))


def test_embeddings_of_another_encoder_are_refused() -> None:
    values, machine = np.zeros((1, len(SIGNALS))), np.zeros((1, len(MACHINE_SIGNALS)))
    with pytest.raises(AlignmentError, match="take the default encoder"):
        shipped_critical_errors().probabilities(values, machine, np.zeros((1, 8), np.float32))


def test_the_signature_names_the_model_the_threshold_and_the_encoder(
    encoder: UseMultilingual,
) -> None:
    model = shipped_critical_errors()
    told = model.signature(encoder)
    assert told.startswith("duiqi-critical|v:")
    assert f"|model:{model.version}|" in told
    assert f"|threshold:{model.threshold:.4f}|" in told
    assert told.endswith(encoder.signature)


def test_the_model_that_ships_was_trained_on_the_signals_of_the_score_that_ships() -> None:
    assert shipped_critical_errors().score == shipped_model().version


def test_a_model_is_written_as_it_is_read_with_its_provenance() -> None:
    model = shipped_critical_errors()
    data = write_critical_errors(model)
    assert write_critical_errors(read_critical_errors(data)) == data
    assert model.provenance.command.startswith("scripts/train_critical.py")
    assert "training part" in model.provenance.data
    assert model.provenance.figures["held out: Matthews' correlation"] > 0.25
    assert write_critical_errors(replace(model, threshold=0.5)) != data


@pytest.mark.parametrize("data", [b"", b"{}", b'{"version": "x"}'])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    with pytest.raises(AlignmentError, match="no model of critical errors"):
        read_critical_errors(data)


def test_a_model_of_other_signals_is_refused() -> None:
    data = write_critical_errors(shipped_critical_errors()).replace(b'"least":', b'"most":')
    with pytest.raises(AlignmentError, match="other signals"):
        read_critical_errors(data)
