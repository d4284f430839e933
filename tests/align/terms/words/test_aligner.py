"""Words linked: what is found, whatever the pairs are like."""

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.encoders import Encoder, UseMultilingual
from align.encoders.whole_encoder import WholeEncoder
from align.terms.words import TokenPair, align_words, cells, words_of
from tests.align.encoders.letters import Letters

SHARED = Path(__file__).parents[5] / "shared" / "data"

SENTENCES = [
    ("各国政府应当销毁小武器。", "Governments should destroy small arms."),
    ("各国政府应当提交报告。", "Governments should submit reports."),
    (
        "秘书长提交了一份关于小武器的报告。",
        "The Secretary-General submitted a report on small arms.",
    ),
    ("大会鼓励各国政府销毁武器。", "The Assembly encourages Governments to destroy weapons."),
]


@cache
def default() -> Encoder:
    return UseMultilingual(1)


def letters() -> Encoder:
    return WholeEncoder(Letters(), None)


def linked(
    pairs: list[TokenPair], encoder: Encoder | None = None, threads: int = 1
) -> list[dict[tuple[int, int], float]]:
    aligned = align_words(pairs, encoder or default(), threads=threads)
    return [{(link.source, link.target): link.probability for link in one}
            for one in aligned.links()]  # fmt: skip


def words_linked(pair: TokenPair, encoder: Encoder | None = None) -> set[tuple[str, str]]:
    (found,) = linked([pair], encoder)
    return {(pair[0][one], pair[1][other]) for one, other in found}


def of_sentences(source: str = "zh-CN") -> list[TokenPair]:
    return [(words_of(one, source), words_of(other, "en")) for one, other in SENTENCES]


def test_a_few_sentences() -> None:
    pairs = of_sentences()
    aligned = align_words(pairs, default())
    found = {
        (pair[0][link.source], pair[1][link.target])
        for pair, links in zip(pairs, aligned.links(), strict=True)
        for link in links
    }
    assert {
        ("政府", "Governments"),
        ("销毁", "destroy"),
        ("提交", "submit"),
        ("报告", "report"),
        ("秘书长", "Secretary-General"),
        ("大会", "Assembly"),
        ("。", "."),
    } <= found
    assert not {("政府", "destroy"), ("报告", "arms"), ("大会", "weapons")} & found


def test_the_table_tells_translations_both_ways() -> None:
    table = align_words(of_sentences(), default()).table
    best = table.targets("政府")[0]
    assert best.word == "Governments"
    assert best.probability == table.forward("政府", "GOVERNMENTS") > 0.5
    assert table.sources("governments")[0].word == "政府"
    assert table.backward("政府", "Governments") == table.sources("Governments")[0].probability
    assert table.forward("政府", "Nowhere") == table.backward("Nowhere", "arms") == 0
    assert table.forward("秘书长", "encourages") == 0  # they never meet
    assert table.targets("没有") == table.sources("nowhere") == []
    assert len(table.targets("政府", 2)) == 2
    assert sum(item.probability for item in table.targets("政府", 99)) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("source", "target", "links"),
    [
        (["武器"], ["weapons"], {(0, 0)}),
        (["武器"], [], set()),
        ([], ["weapons"], set()),
        ([], [], set()),
        (["12"], ["12"], {(0, 0)}),
    ],
)
def test_one_unit(source: list[str], target: list[str], links: set[tuple[int, int]]) -> None:
    (found,) = linked([(source, target)])
    assert set(found) == links


def test_no_pairs() -> None:
    assert linked([]) == []


def test_an_empty_side_among_others_takes_its_place() -> None:
    pairs = of_sentences()
    found = linked([(pairs[0][0], []), *pairs, ([], pairs[0][1])])
    assert not found[0]
    assert not found[-1]
    assert all(found[1:-1])


def test_german_and_french() -> None:
    pair = (
        words_of("Die Regierung hat den Bericht gelesen.", "de"),
        words_of("Le gouvernement a lu le rapport.", "fr"),
    )
    found = words_linked(pair)
    assert {("Regierung", "gouvernement"), ("Bericht", "rapport"), (".", ".")} <= found
    assert not {("Regierung", "rapport"), ("Bericht", "gouvernement")} & found


def test_traditional_against_simplified_characters() -> None:
    pair = (
        words_of("大會鼓勵各國政府銷毀武器。", "zh-TW"),
        words_of("大会鼓励各国政府销毁武器。", "zh-CN"),
    )
    assert {("政府", "政府"), ("武器", "武器"), ("。", "。")} <= words_linked(pair)


def test_all_units_alike() -> None:
    pair = of_sentences()[0]
    found = linked([pair] * 50)
    assert all(one == found[0] for one in found)
    at = pair[0].index("政府"), pair[1].index("Governments")
    assert at in found[0]


def test_duplicates_get_the_same_links() -> None:
    pairs = of_sentences()
    found = linked([*pairs, *pairs])
    assert [set(one) for one in found[:4]] == [set(one) for one in found[4:]]


def test_marks_and_numbers_are_linked_to_themselves() -> None:
    pair = (
        ["12", "、", "《", "A/RES/67/58", "》", "。"],
        ["12", ",", '"', "A/RES/67/58", '"', "."],
    )
    assert {(at, at) for at in range(6)} <= set(linked([pair])[0])


def test_tags_of_a_tokenised_text_are_words_like_others() -> None:
    pair = (["<b>", "武器", "</b>"], ["<b>", "weapons", "</b>"])
    assert set(linked([pair])[0]) == {(0, 0), (1, 1), (2, 2)}


def test_a_sentence_of_two_thousand_words() -> None:
    words = [f"w{number}" for number in range(2000)]
    (found,) = linked([(words, words)], letters())
    right = sum((at, at) in found for at in range(2000))
    assert right > 1900
    assert len(found) - right < 100


def test_a_pair_that_is_too_long_gets_no_links_and_costs_no_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    long = ["第"] * 60_000, ["number"] * 140_000
    short = ["大会"], ["Assembly"]
    aligned = align_words([short, long, short], UseMultilingual(1))
    assert [len(found) for found in aligned.links()] == [1, 0, 1]
    assert "left without links: 1" in caplog.text


def test_the_same_pairs_give_the_same_links_whatever_the_threads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cells, "BATCH_CELLS", 200)
    pairs = of_sentences() * 5
    assert linked(pairs, UseMultilingual(1)) == linked(pairs, UseMultilingual(2), threads=3)


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = of_sentences() * 3
    whole = linked(pairs)
    monkeypatch.setattr(cells, "BLOCK_CELLS", 200)
    monkeypatch.setattr(cells, "COUNTED_CELLS", 100)
    parts = linked(pairs)
    for one, other in zip(whole, parts, strict=True):
        assert one == pytest.approx(other, abs=1e-3)


def test_links_may_be_asked_for_twice_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "BLOCK_CELLS", 100)
    aligned = align_words(of_sentences(), default())
    links = list(aligned.links())
    assert list(zip(aligned.links(), aligned.links(), strict=True)) == [(one, one) for one in links]


def test_progress_ends_at_its_total() -> None:
    told: list[tuple[int, int | None]] = []
    align_words(of_sentences(), default(), progress=lambda *done: told.append(done))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


WORDS = st.lists(st.sampled_from("a b c d e 武 器 1 . ,".split()), max_size=6)  # noqa: SIM905
PAIRS = st.lists(st.tuples(WORDS, WORDS), max_size=5)


@settings(max_examples=40, deadline=None)
@given(PAIRS)
def test_links_lie_in_their_pairs(pairs: list[TokenPair]) -> None:
    found = linked(pairs, letters())
    assert len(found) == len(pairs)
    for (source, target), links in zip(pairs, found, strict=True):
        for (one, other), probability in links.items():
            assert 0 <= one < len(source)
            assert 0 <= other < len(target)
            assert 0 < probability <= 1


@settings(max_examples=40, deadline=None)
@given(PAIRS)
def test_swapped_sides_give_swapped_links(pairs: list[TokenPair]) -> None:
    ahead = linked(pairs, letters())
    back = linked([(target, source) for source, target in pairs], letters())
    for one, other in zip(ahead, back, strict=True):
        turned = {(link[1], link[0]): value for link, value in other.items()}
        for link in one.keys() ^ turned.keys():  # only what is all but at the limit may differ
            assert {**one, **turned}[link] == pytest.approx(0.4, abs=1e-3)
        for link in one.keys() & turned.keys():
            assert one[link] == pytest.approx(turned[link], abs=1e-3)


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the folder shared/data beside the repository is not here"
)
def test_swapped_halves_of_an_official_text_are_seldom_linked() -> None:
    folder = SHARED / "unpc-dev"
    chinese, english = (
        (folder / f"UNv1.0.devset.{side}").read_text("utf-8").splitlines()[:200]
        for side in ("zh", "en")
    )
    pairs = [
        (words_of(one, "zh-CN"), words_of(other, "en"))
        for one, other in zip(chinese, english, strict=True)
    ]
    shuffled = [other for _, other in pairs]
    random.Random(0).shuffle(shuffled)
    wrong = [(one, other) for (one, _), other in zip(pairs, shuffled, strict=True)]
    counts = [sum(map(len, linked(some))) for some in (pairs, wrong)]
    assert counts[1] < 0.7 * counts[0]
