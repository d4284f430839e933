"""The unit score: right pairs lie above wrong ones, and a score depends on nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.errors import AlignmentError
from align.quality.checking import check_pairs
from align.quality.checks import CHECKS
from align.quality.findings import Severity
from align.quality.pairs import UnitPair
from align.quality.scoring import score_pairs, signature
from align.quality.scoring.manner import Usual
from align.quality.scoring.meaning import MOST_CLAUSES, compare_meanings
from align.quality.scoring.model import Posterior, read_model, shipped_model, write_model
from align.quality.scoring.scores import BATCH, Measurer
from align.quality.scoring.signals import PLAIN_SIGNALS, SIGNALS
from align.quality.settings import Settings
from tests.align.quality.pairs import pair

RIGHT = [
    (
        "大会决定设立一个特别委员会，并请秘书长提出报告。",
        "The General Assembly decides to establish a special committee and requests the"
        " Secretary-General to submit a report.",
    ),
    ("2012年12月3日第48次全体会议", "48th plenary meeting, 3 December 2012"),
    (
        "人人生而自由，在尊严和权利上一律平等。",
        "All human beings are born free and equal in dignity and rights.",
    ),
]
WRONG = [
    (RIGHT[0][0], "The General Assembly decides to establish a special committee."),
    (RIGHT[0][0], RIGHT[2][1]),
    (RIGHT[1][0], "48th plenary meeting, 3 December 2021"),
    (RIGHT[2][0], RIGHT[2][0]),
    (RIGHT[2][0], "Tous les êtres humains naissent libres et égaux en dignité et en droits."),
    (RIGHT[2][0], "锟斤拷锟斤拷"),
]


@pytest.fixture(scope="module")
def encoder() -> UseMultilingual:
    return UseMultilingual(1)


def values(pairs: list[UnitPair], encoder: UseMultilingual) -> list[float]:
    return [score.value for score in score_pairs(pairs, encoder)]


def test_right_pairs_are_likely_and_wrong_ones_are_not(encoder: UseMultilingual) -> None:
    right = values([pair(*texts) for texts in RIGHT], encoder)
    wrong = values([pair(*texts) for texts in WRONG], encoder)
    assert min(right) > 0.8
    assert max(wrong) < 0.5


def test_a_pair_has_one_score_alone_and_among_others_whose_texts_do_not_fit_it(
    encoder: UseMultilingual,
) -> None:
    pairs = [pair(*texts) for texts in RIGHT]
    alone = [values([one], encoder)[0] for one in pairs]
    assert values(pairs * 100, encoder) == pytest.approx(alone * 100, abs=1e-4)


def test_a_pair_is_less_likely_where_a_text_near_by_would_fit_better(
    encoder: UseMultilingual,
) -> None:
    loose = pair("他们都同意了。", "Nobody had any objection.")
    better = pair("没有人反对。", "All of them agreed.")
    stranger = pair(*RIGHT[0])
    apart, beside = (values([loose, it], encoder)[0] for it in (stranger, better))
    assert beside < apart


def test_units_that_slipped_are_unlikely(encoder: UseMultilingual) -> None:
    slipped = [
        pair(source, target)
        for (source, _), (_, target) in zip(RIGHT, [*RIGHT[1:], RIGHT[0]], strict=True)
    ]
    assert max(values(slipped, encoder)) < 0.05


def test_a_pair_and_its_mirror_have_one_score(encoder: UseMultilingual) -> None:
    languages = ("en", "zh-CN")
    for texts in (*RIGHT, WRONG[0], WRONG[1]):
        (one,) = values([pair(*texts)], encoder)
        (other,) = values([pair(*texts[::-1], languages)], encoder)
        assert one == pytest.approx(other, abs=1e-6)


def test_the_posterior_of_a_bead_counts_and_a_unit_without_one_keeps_its_score(
    encoder: UseMultilingual,
) -> None:
    one = pair(*RIGHT[0])
    bare, sure, unsure, odd = values(
        [one, *(replace(one, properties={"x-score": it}) for it in ("0.999", "0.2", "high"))],
        encoder,
    )
    assert unsure < bare
    assert unsure < sure
    assert odd == pytest.approx(bare, abs=1e-6)
    assert 0 <= min(unsure, sure) <= max(unsure, sure) <= 1


@pytest.mark.parametrize(
    "text", ["verbose", "none", "localhost", "Windows", "README.md", "`strict`", "quiet, loud", "3"]
)
@pytest.mark.parametrize("languages", [("zh-CN", "en"), ("en", "zh-CN"), ("ja", "en")])
def test_a_text_that_stays_as_it_is_in_both_languages_is_right(
    text: str, languages: tuple[str, str], encoder: UseMultilingual
) -> None:
    (score,) = values([pair(text, text, languages)], encoder)
    assert score > 0.9


@pytest.mark.parametrize(
    ("chinese", "name", "other"),
    [
        ("何雨晴", "He Yuqing", "He Jianmin"),
        ("吕思远", "Lü Siyuan", "Lü Jianmin"),
        ("陆鸣谦：", "Lu Ming-qian:", "Lu Zhi-yong:"),
    ],
)
def test_a_name_in_pinyin_is_right_and_another_one_less_likely(
    chinese: str, name: str, other: str, encoder: UseMultilingual
) -> None:
    right, wrong = (values([pair(chinese, it)], encoder)[0] for it in (name, other))
    assert right > 0.95
    assert wrong < right


@pytest.mark.parametrize(
    ("said", "otherwise"),
    [
        ("渡船没有停下来。", "The ferry kept going."),
        ("渡船没有停下来。", "The ferry did not stop."),
    ],
)
def test_what_is_said_without_a_denial_is_as_right_as_with_one(
    said: str, otherwise: str, encoder: UseMultilingual
) -> None:
    (score,) = values([pair(said, otherwise)], encoder)
    assert score > 0.9


@pytest.mark.parametrize("text", ["C. Harbour Works", "Harbour Works (continued)"])
def test_a_heading_that_was_left_as_it_is_is_not_surely_right(
    text: str, encoder: UseMultilingual
) -> None:
    for languages in (("zh-CN", "en"), ("en", "zh-CN")):
        (score,) = values([pair(text, text, languages)], encoder)
        assert score < 0.8


@pytest.mark.parametrize("text", ["Intel Core i7-1360P", "Modbus RTU, 9600 bps"])
@pytest.mark.parametrize("other", ["zh-CN", "ja"])
def test_names_beside_values_are_right_in_the_source_and_forgotten_in_the_target(
    text: str, other: str, encoder: UseMultilingual
) -> None:
    (kept,) = values([pair(text, text, (other, "en"))], encoder)
    (forgotten,) = values([pair(text, text, ("en", other))], encoder)
    assert forgotten < 0.5 < 0.8 < kept


@pytest.mark.parametrize("text", ["Restart the service.", "tide table", "Log level"])
@pytest.mark.parametrize("languages", [("zh-CN", "en"), ("en", "zh-CN")])
def test_words_that_were_left_as_they_are_are_wrong(
    text: str, languages: tuple[str, str], encoder: UseMultilingual
) -> None:
    (score,) = values([pair(text, text, languages)], encoder)
    assert score < 0.1


@pytest.mark.parametrize(
    "text",
    ["24 V DC ± 10 %", "RTU, 9600 bps", "4G + Wi-Fi + GPS", "DDR4 16 GB + SSD 512 GB", "USB + LAN"],
)
@pytest.mark.parametrize("languages", [("zh-CN", "en"), ("en", "zh-CN"), ("en", "ja")])
def test_technical_values_are_right_as_they_are(
    text: str, languages: tuple[str, str], encoder: UseMultilingual
) -> None:
    (score,) = values([pair(text, text, languages)], encoder)
    assert score > 0.8


@pytest.mark.parametrize("languages", [("zh-CN", "en"), ("en", "zh-CN"), ("ja", "en")])
def test_running_text_in_english_on_both_sides_is_wrong(
    languages: tuple[str, str], encoder: UseMultilingual
) -> None:
    text = "The committee decided on this at its second meeting."
    (score,) = values([pair(text, text, languages)], encoder)
    assert score < 0.5


def test_chinese_that_was_left_as_it_is_is_wrong(encoder: UseMultilingual) -> None:
    for languages in (("zh-CN", "en"), ("en", "zh-CN")):
        (score,) = values([pair("重新启动服务", "重新启动服务", languages)], encoder)
        assert score < 0.1


@pytest.mark.parametrize("probability", [1e-12, 0.3, 0.9999999999])
def test_no_posterior_is_so_sure_that_a_score_leaves_its_range(probability: float) -> None:
    posterior = Posterior(0.5, 4.0, Usual(2.0, 0.5))
    moved = [posterior.moved(probability, it) for it in (0.0, 0.5, 0.98, 1.0)]
    assert moved == sorted(moved)
    assert 0 <= moved[0] <= moved[-1] <= 1
    usual = 1 / (1 + np.exp(-posterior.usual))
    assert posterior.moved(0.3, usual) == pytest.approx(0.3)


def test_an_empty_side_has_no_chance_and_costs_no_other_pair(encoder: UseMultilingual) -> None:
    one = pair(*RIGHT[0])
    scored = values([pair("大会", ""), one, pair(" ", "Assembly"), one], encoder)
    assert (scored[0], scored[2]) == (0, 0)
    assert scored[1] == pytest.approx(scored[3], abs=1e-6)


def test_a_score_tells_whether_a_check_finds_an_error(encoder: UseMultilingual) -> None:
    pairs = [pair(*RIGHT[0]), pair(*WRONG[2]), pair("大会", "")]
    assert [score.has_error for score in score_pairs(pairs, encoder)] == [False, True, True]


@pytest.mark.parametrize(
    ("said", "has_error"),
    [({}, True), ({"date-wrong": None}, False), ({"date-wrong": Severity.WARNING}, False)],
)
def test_what_is_an_error_can_be_said_and_changes_no_score(
    said: dict[str, Severity | None], has_error: bool, encoder: UseMultilingual
) -> None:
    wrong = pair("会议于2012年12月3日举行。", "The meeting was held on 3 November 2012.")
    (score,) = score_pairs([wrong], encoder, settings=Settings(said))
    (usual,) = score_pairs([wrong], encoder)
    assert (score.has_error, score.value) == (has_error, usual.value)


@pytest.mark.parametrize("before", [1, BATCH - 4])
def test_a_unit_of_a_run_that_slipped_has_an_error(encoder: UseMultilingual, before: int) -> None:
    made = [pair(f"第{at}次会议", f"{at + 1}th meeting") for at in range(11, 19)]
    pairs = [*(pair(*RIGHT[0]) for _ in range(before)), *made, pair(*RIGHT[0])]
    errors = {id(it) for it, found in check_pairs(pairs, CHECKS) if found.severity == "error"}
    scores = list(score_pairs(pairs, encoder))
    assert [score.has_error for score in scores] == [id(it) in errors for it in pairs]
    assert len(errors) >= len(made) - 2
    assert not any(score.is_usable for score in scores[before + 1 : -2])


def test_no_pairs_have_no_scores(encoder: UseMultilingual) -> None:
    assert values([], encoder) == []


def test_a_clause_that_is_missing_shows_in_the_gain_of_the_other_side(
    encoder: UseMultilingual,
) -> None:
    whole, cut = compare_meanings([pair(*RIGHT[0]), pair(*WRONG[0])], encoder)
    assert whole.source.gain is not None
    assert cut.source.gain is not None
    assert cut.source.gain > whole.source.gain
    assert cut.source.least < whole.source.least


def test_very_many_clauses_are_taken_together(encoder: UseMultilingual) -> None:
    many = pair("大会决定，" * 200, "The Assembly decides, " * 200)
    (meaning,) = compare_meanings([many], encoder)
    assert meaning.source.clauses <= MOST_CLAUSES
    assert meaning.target.clauses <= MOST_CLAUSES


def test_every_signal_has_a_value_for_every_pair(encoder: UseMultilingual) -> None:
    pairs = [pair(*texts) for texts in (*RIGHT, *WRONG, ("12", "12"), ("。", "."))]
    rows, _ = Measurer(encoder, shipped_model())(pairs)
    assert rows.shape == (len(pairs), len(SIGNALS))
    assert np.isfinite(rows).all()


def test_words_say_nothing_of_a_pair_in_other_languages(encoder: UseMultilingual) -> None:
    french = pair("All human beings are born free.", "Tous naissent libres.", ("en", "fr"))
    rows, _ = Measurer(encoder, shipped_model())([french])
    assert np.isfinite(rows[:, : len(PLAIN_SIGNALS)]).all()
    assert np.isnan(rows[:, len(PLAIN_SIGNALS) :]).all()


def test_a_right_pair_in_other_languages_is_likely_too(encoder: UseMultilingual) -> None:
    english = "All human beings are born free and equal in dignity and rights."
    french = "Tous les êtres humains naissent libres et égaux en dignité et en droits."
    other = "Le comité se réunit en mai dans la salle du conseil."
    right, wrong = values([pair(english, text, ("en", "fr")) for text in (french, other)], encoder)
    assert right > 0.5 > wrong


def test_the_signature_names_what_the_score_depends_on(encoder: UseMultilingual) -> None:
    told = signature(encoder)
    assert told.startswith("duiqi-score|v:")
    assert f"model:{shipped_model().version}" in told
    assert encoder.signature in told


def test_a_model_is_written_as_it_is_read() -> None:
    model = shipped_model()
    again = read_model(write_model(model))
    assert (again.version, again.posterior, again.provenance) == (
        model.version,
        model.posterior,
        model.provenance,
    )
    for troubles in ("troubles", "without_words"):
        one, other = getattr(again, troubles), getattr(model, troubles)
        assert (one.biases == other.biases).all()
        assert (one.weights == other.weights).all()
    for words in ("chinese_words", "english_words"):
        one, other = getattr(again, words), getattr(model, words)
        assert one.bias == other.bias
        assert (one.weights == other.weights).all()
    assert model.provenance.command.startswith("scripts/train_quality.py")


@pytest.mark.parametrize("data", [b"", b"{}", b'{"version": "x"}'])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    with pytest.raises(AlignmentError, match="no model of the unit score"):
        read_model(data)


@pytest.mark.parametrize(("name", "other"), [(b'"least":', b'"most":'), (b'"detail":', b'"it":')])
def test_a_model_of_other_signals_or_troubles_is_refused(name: bytes, other: bytes) -> None:
    data = write_model(shipped_model()).replace(name, other)
    with pytest.raises(AlignmentError, match="other signals"):
        read_model(data)
