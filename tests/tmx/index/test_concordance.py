"""Words are found where they stand, and nowhere else: compared with a plain search."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tmx.index.memories import pair, put
from tmx.errors import TmxError
from tmx.index import concordance, count_hits, open_index
from tmx.index.concordance import find_phrase
from tmx.units import Record, Unit

_TEXTS = st.text(st.sampled_from("国联合大会，。 abAB1-"), max_size=12)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_TEXTS, max_size=12), st.lists(_TEXTS, min_size=1, max_size=2), st.booleans())
def test_hits_are_those_of_a_plain_search(
    tmp_path: Path, texts: list[str], phrases: list[str], prefix: bool
) -> None:
    path = tmp_path / "a.tmdb"
    path.unlink(missing_ok=True)
    put(path, [Unit.pair(("zh", text), ("x", "")) for text in texts])
    with open_index(path) as index:
        if any(not set(phrase) - set("，。 -") for phrase in phrases):
            with pytest.raises(TmxError, match="no word"):
                concordance(index, phrases, prefix=prefix)
            return
        hits = concordance(index, phrases, prefix=prefix)
        expected = [
            (
                place,
                sorted({span for phrase in phrases for span in find_phrase(phrase, text, prefix)}),
            )
            for place, text in enumerate(texts, start=1)
            if all(find_phrase(phrase, text, prefix) for phrase in phrases)
        ]
        assert [(hit.position, list(hit.spans)) for hit in hits] == expected
        assert count_hits(index, phrases, prefix=prefix) == len(expected)


@settings(max_examples=200)
@given(st.text("国联合大会", min_size=1, max_size=3), st.text("国联合大会，", max_size=20))
def test_chinese_is_found_wherever_it_stands(phrase: str, text: str) -> None:
    starts = [start for start in range(len(text)) if text.startswith(phrase, start)]
    assert find_phrase(phrase, text) == [(start, start + len(phrase)) for start in starts]


@pytest.mark.parametrize(
    ("phrase", "text", "prefix", "words"),
    [
        ("health worker", "Health workers, and a HEALTH WORKER.", False, ["HEALTH WORKER"]),
        ("health worker", "Health workers", True, ["Health workers"]),
        ("health worker", "health, worker", False, ["health, worker"]),
        ("health worker", "healthy worker", True, []),
        ("covid-19", "COVID-19 and COVID 19, COVID19", False, ["COVID-19", "COVID 19"]),
        ("国 联", "国联", False, []),
        ("国 联", "国，联", False, ["国，联"]),
        ("国联", "国 联", False, []),
        ("don't", "don’t", False, ["don’t"]),
        ("don", "don't", False, []),
        ("1,000", "1,000 and 1,000.5", False, ["1,000"]),
        ("ＡＢＣ", "abc", False, ["abc"]),
        ("会", "会会", False, ["会", "会"]),
        ("会会", "会会会", False, ["会会", "会会"]),
    ],
)
def test_where_a_phrase_stands(phrase: str, text: str, prefix: bool, words: list[str]) -> None:
    assert [text[start:end] for start, end in find_phrase(phrase, text, prefix)] == words


@pytest.mark.parametrize("phrases", [[""], [" "], ["!"], ["，。"], ["a", "-"], []])
def test_there_must_be_a_word(tmp_path: Path, phrases: list[str]) -> None:
    put(tmp_path / "a.tmdb", [pair("a")])
    with open_index(tmp_path / "a.tmdb") as index, pytest.raises(TmxError, match="to search for"):
        concordance(index, phrases)


def test_words_of_the_query_language_are_words(tmp_path: Path) -> None:
    put(tmp_path / "a.tmdb", [pair("a OR b NOT c"), pair("near"), pair('say "x" * ^ col:x')])
    with open_index(tmp_path / "a.tmdb") as index:
        for phrase, count in (("OR b", 1), ("NEAR", 1), ('"x" * ^ col:x', 1), ("NOT d", 0)):
            assert len(concordance(index, [phrase])) == count


def test_only_one_language_is_searched(tmp_path: Path) -> None:
    put(
        tmp_path / "a.tmdb",
        [pair("会", "一"), pair("x", "会"), Unit.pair(("zh-TW", "会"), ("x", ""))],
    )
    with open_index(tmp_path / "a.tmdb") as index:
        assert [h.position for h in concordance(index, ["会"], language="zh-CN")] == [2]
        assert count_hits(index, ["会"], language="zh") == 2
        assert [h.variant.language for h in concordance(index, ["会"])] == ["en", "zh-CN", "zh-TW"]
        with pytest.raises(TmxError, match="nothing in fr"):
            concordance(index, ["会"], language="fr")


def test_the_newest_come_first(tmp_path: Path) -> None:
    units = [
        replace(pair(f"a {year}"), record=Record(changedate=datetime(year, 1, 1, tzinfo=UTC)))
        for year in (2001, 2020, 1999)
    ]
    put(tmp_path / "a.tmdb", [pair("a"), *units])
    with open_index(tmp_path / "a.tmdb") as index:
        hits = concordance(index, ["a"], limit=3)
        assert [hit.variant.segment.text for hit in hits] == ["a 2020", "a 2001", "a 1999"]
        assert count_hits(index, ["a"]) == 4
