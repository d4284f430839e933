"""The search over two sides."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.encoders import UseMultilingual
from align.search import engine
from align.search.clauses.search import Run
from align.search.engine import Aligner
from align.search.side import Side, plain_side

ENCODER = UseMultilingual()
CHINESE = [
    "人人生而自由。", "任何人不得使为奴隶。", "人人有权享有生命。", "法律之前人人平等。",
    "今天下雨。", "他买了三个苹果。", "火车晚点了两个小时。", "图书馆星期天不开门。",
]  # fmt: skip
ENGLISH = [
    "All human beings are born free.", "No one shall be held in slavery.",
    "Everyone has the right to life.", "All are equal before the law.",
    "It is raining today.", "He bought three apples.", "The train was two hours late.",
    "The library is closed on Sundays.",
]  # fmt: skip
TEXTS = st.lists(
    st.sampled_from([*CHINESE, *ENGLISH, "", " ", "🙂", "\ud800", "x" * 300]), max_size=12
)


def sides(source: list[str], target: list[str]) -> tuple[Side, Side]:
    return plain_side(source, "zh", ENCODER), plain_side(target, "en", ENCODER)


def links(runs: list[Run]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(run.source, run.target) for run in runs]


def test_sentences_that_translate_each_other_are_paired() -> None:
    runs = Aligner(*sides(CHINESE, ENGLISH)).align()
    assert links(runs) == [((k, k + 1), (k, k + 1)) for k in range(8)]
    assert min(run.score for run in runs) > 0.9


def test_a_sentence_that_one_side_lacks_stays_alone() -> None:
    runs = Aligner(*sides(CHINESE, ENGLISH[:6] + ENGLISH[7:])).align()
    assert ((6, 7), (6, 6)) in links(runs)
    assert sum(run.only_source for run in runs) == 1


@settings(deadline=None, max_examples=40)
@given(TEXTS, TEXTS)
def test_every_sentence_is_in_one_run_and_the_order_is_kept(
    source: list[str], target: list[str]
) -> None:
    runs = Aligner(*sides(source, target)).align()
    assert [unit for run in runs for unit in range(*run.source)] == list(range(len(source)))
    assert [unit for run in runs for unit in range(*run.target)] == list(range(len(target)))
    assert all(0 <= run.score <= 1 for run in runs)


@pytest.mark.parametrize(("source", "target"), [([], []), (CHINESE, []), ([], ENGLISH)])
def test_an_empty_side_leaves_all_unpaired(source: list[str], target: list[str]) -> None:
    runs = Aligner(*sides(source, target)).align()
    assert len(runs) == len(source) + len(target)
    assert all(run.only_source or run.only_target for run in runs)


def test_windows_give_what_one_search_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = sides(CHINESE * 20, ENGLISH * 20)
    whole = Aligner(source, target).align()
    monkeypatch.setattr(engine, "WINDOW", 60)
    monkeypatch.setattr(engine, "KEPT_BACK", 10)
    done: list[int] = []
    cut = Aligner(source, target).align(done.append)
    assert links(cut) == links(whole)
    assert np.allclose([run.score for run in cut], [run.score for run in whole], atol=1e-3)
    assert len(done) > 1
    assert done == sorted(done)
    assert done[-1] == 160


def test_parts_are_aligned_wherever_they_stand() -> None:
    aligner = Aligner(*sides(CHINESE, ENGLISH[4:] + ENGLISH[:4]))
    runs = aligner.align_parts(range(2), range(4, 6))
    assert links(runs) == [((0, 1), (4, 5)), ((1, 2), (5, 6))]
