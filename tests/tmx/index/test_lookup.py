"""What is found for a text, and at which rate: compared with a plain scan of all units."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tmx.index.memories import pair, put
from tmx.errors import TmxError
from tmx.index import Index, lookup, open_index
from tmx.index.tokens import folded_tokens
from tmx.units import Property, Record, Segment, Tag, Unit, Variant

_HANDS = pair("Wash your hands often.", "勤洗手。")


def _distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Levenshtein's distance by the textbook."""
    row = list(range(len(other) + 1))
    for count, token in enumerate(one, start=1):
        above, row = row, [count]
        for place, opposite in enumerate(other):
            row.append(
                min(above[place + 1] + 1, row[place] + 1, above[place] + (token != opposite))
            )
    return row[-1]


def _plain_rate(asked: str, text: str) -> int:
    if asked == text:
        return 100
    one, other = folded_tokens(asked), folded_tokens(text)
    longer = max(len(one), len(other))
    return min(99, 100 * (longer - _distance(one, other)) // longer) if longer else 0


def _rates(index: Index, text: str, **options: object) -> list[int]:
    return [match.rate for match in lookup(index, text, **options)]


_WORDS = ["the", "of", "a", "hand", "wash", "WASH", "Hands", "洗", "手", "，", ".", "大会", "12,0"]
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_TEXTS, max_size=25, unique=True), _TEXTS, st.integers(1, 100), st.integers(1, 30))
def test_the_matches_are_those_of_a_plain_scan(
    tmp_path: Path, texts: list[str], asked: str, minimum: int, limit: int
) -> None:
    path = tmp_path / "a.tmdb"
    path.unlink(missing_ok=True)
    put(path, [pair(text, "不") for text in texts])
    scanned = [(-_plain_rate(asked, text), place) for place, text in enumerate(texts)]
    expected = sorted(item for item in scanned if -item[0] >= minimum)[:limit]
    with open_index(path) as index:
        matches = lookup(index, asked, source="en", minimum=minimum, limit=limit) if texts else []
    assert [(-match.rate, match.position - 1) for match in matches] == expected


def test_long_texts_lose_no_match_either(tmp_path: Path) -> None:
    """Their signatures are nearly full, so that many candidates must be compared."""
    chance = random.Random(3)
    words = [f"word{number}" for number in range(300)]
    base = [chance.choice(words) for _ in range(300)]
    texts = []
    for share in range(0, 40, 2):
        changed = [chance.choice(words) if chance.random() < share / 100 else w for w in base]
        texts.append(" ".join(changed))
    texts += [" ".join(chance.choice(words) for _ in range(300)) for _ in range(20)]
    put(tmp_path / "a.tmdb", [pair(text) for text in texts])
    asked = " ".join(base)
    with open_index(tmp_path / "a.tmdb") as index:
        found = _rates(index, asked, limit=400, minimum=70)
    assert found == sorted((r for t in texts if (r := _plain_rate(asked, t)) >= 70), reverse=True)
    assert len(found) > 10


@pytest.mark.parametrize(
    ("asked", "rate"),
    [
        ("Wash your hands often.", 100),
        (" Wash your hands often.\n", 100),
        ("wash your hands often.", 99),
        ("Wash  your hands often.", 99),
        ("Ｗash your hands often.", 99),
        ("Wash your hands often!", 80),
        ("Wash your hands very often.", 83),
        ("Wash their hands often!", None),
        ("勤洗手。", 100),
        ("勤洗脸。", 75),
        ("勤", None),
        ("。", None),
        ("!!", None),
    ],
)
def test_rates(tmp_path: Path, asked: str, rate: int | None) -> None:
    put(tmp_path / "a.tmdb", [_HANDS])
    with open_index(tmp_path / "a.tmdb") as index:
        assert _rates(index, asked) == ([] if rate is None else [rate])


def test_a_text_of_signs_only_is_found(tmp_path: Path) -> None:
    put(tmp_path / "a.tmdb", [pair("***", "＊＊＊")])
    with open_index(tmp_path / "a.tmdb") as index:
        assert _rates(index, "***", source="en") == [100]
        assert _rates(index, "* * *", source="en") == [99]


@pytest.mark.parametrize("text", ["", "  ", "\n", "\u3000"])
def test_a_text_must_not_be_empty(tmp_path: Path, text: str) -> None:
    put(tmp_path / "a.tmdb", [_HANDS, pair("", "")])
    with open_index(tmp_path / "a.tmdb") as index, pytest.raises(TmxError, match="no text"):
        lookup(index, text)


@pytest.mark.parametrize(
    ("before", "behind", "rates"),
    [
        (None, None, [100, 100]),
        ("first", None, [101, 100]),
        (None, "last", [101, 100]),
        ("first", "last", [101, 100]),
        ("first", "other", [100, 100]),
        ("other", "last", [100, 100]),
    ],
)
def test_context_is_the_neighbours_in_the_memory(
    tmp_path: Path, before: str | None, behind: str | None, rates: list[int]
) -> None:
    twice = [pair("x"), pair("Yes.", "好。"), pair("y"), pair("first"), pair("Yes.", "是。")]
    put(tmp_path / "a.tmdb", [*twice, pair("last")])
    with open_index(tmp_path / "a.tmdb") as index:
        matches = lookup(index, "Yes.", before=before, behind=behind)
    assert [match.rate for match in matches] == rates
    if rates[0] == 101:
        assert matches[0].unit.variants[1].segment.text == "是。"


@pytest.mark.parametrize(
    ("types", "on_variant", "written"),
    [
        (("prev", "next"), False, "{}"),
        (("context_prev", "context_next"), True, "{}"),
        (("x-context-pre", "x-context-post"), True, "<seg>{}</seg>"),
        (("x-context-pre", "x-context-post"), False, "{}"),
    ],
)
def test_context_is_what_a_tool_wrote_down(
    tmp_path: Path, types: tuple[str, str], on_variant: bool, written: str
) -> None:
    properties = tuple(
        Property(name, written.format(text)) for name, text in zip(types, "ab", strict=True)
    )
    unit = pair("Yes.", "是。")
    if on_variant:
        first = replace(unit.variants[0], annotations=properties)
        unit = replace(unit, variants=(first, unit.variants[1]))
    else:
        unit = replace(unit, annotations=properties)
    put(tmp_path / "a.tmdb", [pair("x"), unit, pair("y")])
    with open_index(tmp_path / "a.tmdb") as index:
        assert _rates(index, "Yes.", before="a", behind="b") == [101]
        assert _rates(index, "Yes.", before="x", behind="y") == [100]
        # What a unit says is of its source; the other side has its neighbours.
        assert _rates(index, "是。", before="词", behind="词") == [101]


def test_a_change_of_neighbours_changes_the_context(tmp_path: Path) -> None:
    put(tmp_path / "a.tmdb", [pair("x"), pair("Yes."), pair("y")])
    put(tmp_path / "a.tmdb", [pair("z"), pair("Yes."), pair("y")])
    with open_index(tmp_path / "a.tmdb") as index:
        assert _rates(index, "Yes.", source="en", before="x") == [100]
        assert _rates(index, "Yes.", source="en", before="z", behind="y") == [101]


def test_tags_count_a_little(tmp_path: Path) -> None:
    bold = Segment(("Wash your ", Tag("bpt", i="1"), "hands", Tag("ept", i="1"), " often."))
    unit = Unit((Variant("en", bold), Variant("zh-CN", Segment.of("勤洗手。"))))
    put(tmp_path / "a.tmdb", [unit])
    with open_index(tmp_path / "a.tmdb") as index:
        (match,) = lookup(index, bold)
        assert (match.rate, match.unit, match.variant) == (100, unit, unit.variants[0])
        assert _rates(index, "Wash your hands often.") == [99]
        assert _rates(index, "Wash your hands often!") == [79]
        assert _rates(index, "Wash your hands often!", minimum=80) == []
        assert _rates(index, "Wash your hands often.", minimum=100) == []


def test_of_one_rate_the_newest_comes_first(tmp_path: Path) -> None:
    units = [
        replace(
            pair("Yes.", text),
            record=Record(changedate=datetime(year, 1, 1, tzinfo=UTC) if year else None),
        )
        for text, year in (("甲", 2001), ("乙", 2020), ("丙", None), ("丁", 2010))
    ]
    put(tmp_path / "a.tmdb", units)
    with open_index(tmp_path / "a.tmdb") as index:
        for asked in ("Yes.", "yes."):
            matches = lookup(index, asked, limit=3)
            assert [m.unit.variants[1].segment.text for m in matches] == ["乙", "丁", "甲"]


def test_the_same_pair_is_given_once(tmp_path: Path) -> None:
    put(tmp_path / "a.tmdb", [pair("Yes.", "是。")] * 300 + [pair("Yes.", "好。")])
    with open_index(tmp_path / "a.tmdb") as index:
        for asked in ("Yes.", "yes."):
            matches = lookup(index, asked, source="en")
            assert [(m.position, m.unit.variants[1].segment.text) for m in matches] == [
                (1, "是。"),
                (301, "好。"),
            ]


def test_many_near_doubles_are_not_all_compared_and_none_is_missed(tmp_path: Path) -> None:
    units = [pair(f"Table {n} shows the results of the survey.", f"表{n}") for n in range(3000)]
    put(tmp_path / "a.tmdb", units)
    with open_index(tmp_path / "a.tmdb") as index:
        matches = lookup(index, "Table 2999 shows the results of the survey.", limit=3)
        assert [(match.rate, match.position) for match in matches] == [
            (100, 3000),
            (88, 1),
            (88, 2),
        ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("zh", ["zh-CN", "zh-Hans", "zh-TW"]),
        ("zh-CN", ["zh-CN", "zh-Hans"]),
        ("zh-Hant", ["zh-TW"]),
        ("zh-HK", ["zh-TW"]),
        ("ZH-cn", ["zh-CN", "zh-Hans"]),
        ("en", ["en-GB"]),
        ("en-US", ["en-GB"]),
    ],
)
def test_hans_is_not_hant(tmp_path: Path, asked: str, found: list[str]) -> None:
    same = [Unit.pair((tag, "大会"), ("x-other", tag)) for tag in ("zh-CN", "zh-Hans", "zh-TW")]
    put(tmp_path / "a.tmdb", [*same, Unit.pair(("en-GB", "大会"), ("x-other", "e"))])
    with open_index(tmp_path / "a.tmdb") as index:
        matches = lookup(index, "大会", source=asked)
    assert [match.variant.language for match in matches] == found


def test_a_target_language_must_be_there(tmp_path: Path) -> None:
    french = Unit.pair(("en", "Yes."), ("fr", "Oui."))
    put(tmp_path / "a.tmdb", [pair("Yes."), french, pair("Yes!")])
    with open_index(tmp_path / "a.tmdb") as index:
        for asked in ("Yes.", "yes."):
            assert [m.unit for m in lookup(index, asked, target="fr")] == [french]
        with pytest.raises(TmxError, match="nothing in de; it has en, fr, zh-CN"):
            lookup(index, "Yes.", target="de")


def test_an_empty_index_has_no_match(tmp_path: Path) -> None:
    put(tmp_path / "a.tmdb", [])
    with open_index(tmp_path / "a.tmdb") as index:
        assert lookup(index, "Yes.") == []
