"""What a memory holds, counted."""

import re
from datetime import UTC, datetime
from pathlib import Path
from statistics import median_low

import pytest

from tmx.operations import stats
from tmx.operations.stats import statistics
from tmx.reading import open_memory
from tmx.units import Header, Note, Property, Record, Segment, Tag, Unit, Variant

SHARED = Path(__file__).parents[4] / "shared" / "data"
HEADER = Header("zh-CN", "t", "1")


def pair(source: str, target: str, *annotations: Note | Property) -> Unit:
    return Unit.pair(("zh-CN", source), ("en", target), annotations=annotations)


def test_an_empty_memory_has_nothing() -> None:
    counted = statistics(HEADER, [])
    assert (counted.units, counted.languages, counted.double_pairs, counted.notes) == (0, (), 0, 0)
    assert (counted.scores.lowest, counted.scores.median, counted.dates) == (None, None, {})


def test_words_characters_and_lengths_are_counted_by_language() -> None:
    units = [
        pair("大会，", "The General Assembly,"),
        pair("重申", " "),
        pair("注意到 3", "Noting 3"),
    ]
    chinese, english = statistics(HEADER, units).languages
    assert (chinese.tag, chinese.variants, chinese.empty) == ("zh-CN", 3, 0)
    assert (chinese.words, chinese.characters, chinese.without_spaces) == (2 + 2 + 4, 10, 9)
    assert (chinese.shortest, chinese.median, chinese.longest) == (2, 3, 5)
    assert (english.tag, english.variants, english.empty, english.words) == ("en", 3, 1, 5)
    assert (english.shortest, english.median, english.longest) == (1, 8, 21)


def test_doubles_are_counted_by_pair_and_by_source() -> None:
    units = [pair("甲", "a"), pair("甲", "a"), pair("甲", "b"), pair("乙", "a"), pair("甲", "a")]
    counted = statistics(HEADER, units)
    assert (counted.double_pairs, counted.double_sources) == (2, 3)


@pytest.mark.parametrize(
    ("languages", "doubles"),
    [
        (["en", "en de"], 1),
        (["en de", "en", "en"], 2),
        (["en de", "fr en", "fr"], 2),
        (["en", "de"], 0),
        (["en en"], 0),
        (["en", "", "en"], 1),
    ],
)
def test_a_source_is_double_where_it_has_a_target_in_the_same_language(
    languages: list[str], doubles: int
) -> None:
    units = [
        Unit(
            tuple(
                Variant(tag, Segment.of(f"{tag} {place} {at}" if at else "甲"))
                for at, tag in enumerate(["zh-CN", *tags.split()])
            )
        )
        for place, tags in enumerate(languages)
    ]
    assert statistics(HEADER, units).double_sources == doubles


def test_scores_are_spread_over_tenths() -> None:
    scores = ["0", "0.05", "0.1", "0.93", "1", "1.5", "good", "nan"]
    units = [pair("甲", "a", Property("x-score", score)) for score in scores]
    spread = statistics(HEADER, [*units, pair("乙", "b")]).scores
    assert (spread.units, spread.others) == (5, 3)
    assert spread.tenths == (2, 1, 0, 0, 0, 0, 0, 0, 0, 2)
    assert (spread.lowest, spread.median, spread.highest) == (0, 0.1, 1)


def test_another_property_may_hold_the_score() -> None:
    units = [pair("甲", "a", Property("x-quality", "0.5"))]
    assert statistics(HEADER, units, score="x-quality").scores.units == 1


@pytest.mark.parametrize("most", [0, 2, 100])
def test_properties_are_counted_with_their_values(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stats, "_MOST_VALUES", most)
    monkeypatch.setattr(stats, "_BATCH", 3)
    units = [
        pair("甲", "a", Property("x-file", f"{place % 5}"), Property("x-id", f"{place}"))
        for place in range(20)
    ]
    counted = statistics(HEADER, units)
    assert [(item.type, item.count, item.values) for item in counted.properties] == [
        ("x-file", 20, 5),
        ("x-id", 20, 20),
    ]


def test_more_kinds_than_can_be_told_apart_are_counted_as_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stats, "_MOST_KINDS", 3)
    units = [pair("甲", "a", Property(f"x-{place}", "1")) for place in range(10)]
    counted = statistics(HEADER, units)
    assert [(item.type, item.count) for item in counted.properties] == [
        ("(others)", 7),
        ("x-0", 1),
        ("x-1", 1),
        ("x-2", 1),
    ]


def test_notes_dates_tools_and_tags_are_counted_in_units_and_variants() -> None:
    days = [datetime(2020, 1, day, tzinfo=UTC) for day in (1, 2, 3)]
    tagged = Segment(("a", Tag("hi", (Tag("ph"), "b")), Tag("ph", (Tag("sub", ("c",)),))))
    variants = (
        Variant("zh-CN", Segment.of("甲"), (Note("a"),), Record(creationdate=days[2])),
        Variant("en", tagged, record=Record(changedate=days[0], creationtool="T")),
    )
    unit = Unit(variants, annotations=(Note("b"),), record=Record(days[1], creationtool="T"))
    counted = statistics(HEADER, [unit, unit])
    assert counted.notes == 4
    assert counted.dates == {"creationdate": (days[1], days[2]), "changedate": (days[0], days[0])}
    assert counted.tools == {"T": 4}
    assert counted.tags == {"ph": 4, "hi": 2, "sub": 2}
    assert counted.languages[1].characters == 2 * len("ab")


def test_units_are_counted_by_their_languages() -> None:
    units = [pair("甲", "a"), pair("乙", "b"), Unit((Variant("zh-CN", Segment.of("丙")),))]
    assert statistics(HEADER, units).combinations == {"zh-CN, en": 2, "zh-CN": 1}


def test_a_real_memory_against_figures_that_are_counted_by_plain_search() -> None:
    path = SHARED / "tico19" / "all.en-zh.tmx"
    if not path.is_file():
        pytest.skip("the folder shared/data beside the repository is not here")
    text = path.read_text("utf-8")
    text = text.replace("&quot;", '"').replace("&apos;", "'").replace("&amp;", "&")
    english = re.findall(r'<tuv xml:lang="en">\s*<seg>(.*?)</seg></tuv>', text, re.DOTALL)
    chinese = re.findall(r'<tuv xml:lang="zh"><seg>(.*?)</seg></tuv>', text, re.DOTALL)
    values = re.findall(r'<prop type="note">(.*?)</prop>', text)

    with open_memory(path) as memory:
        counted = statistics(memory.header, memory.units)

    assert counted.units == text.count("<tu ") == 3071
    assert counted.combinations == {"en, zh": 3071}
    assert [item.tag for item in counted.languages] == ["en", "zh"]
    for item, segments in zip(counted.languages, (english, chinese), strict=True):
        lengths = sorted(map(len, segments))
        assert (item.variants, item.empty) == (len(segments), 0)
        assert item.characters == sum(lengths)
        assert item.without_spaces == sum(len(re.sub(r"\s", "", each)) for each in segments)
        assert item.shortest == lengths[0]
        assert item.median == median_low(lengths)
        assert item.longest == lengths[-1]
    tokens = sum(any(map(str.isalnum, word)) for each in english for word in each.split())
    assert counted.languages[0].words == pytest.approx(tokens, rel=0.01)
    assert counted.double_pairs == 3071 - len({*zip(english, chinese, strict=True)})
    assert counted.double_sources == 3071 - len({*english})
    assert [(item.type, item.count, item.values) for item in counted.properties] == [
        ("note", len(values), len({*values}))
    ]
    assert (counted.notes, counted.tags, counted.tools, counted.dates) == (0, {}, {}, {})
