"""Memories are added, brought up to date and removed; what an index gives back is what it got."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tmx.index.memories import HEADER, held, pair, put
from tests.tmx.strategies import HEADERS, UNITS
from tmx.errors import TmxError
from tmx.index import (
    Change,
    add_memory,
    all_units,
    change_index,
    concordance,
    lookup,
    memories,
    open_index,
    remove_memory,
)
from tmx.index.signatures import near_texts
from tmx.index.tokens import folded_tokens, tokens_and_terms
from tmx.units import Header, Unit

_SOME = [pair("one", "一"), pair("two", "二"), pair("three", "三")]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(HEADERS, st.lists(UNITS, max_size=3))
def test_what_was_added_comes_back(tmp_path: Path, header: Header, units: list[Unit]) -> None:
    path = tmp_path / "a.tmdb"
    path.unlink(missing_ok=True)
    put(path, units, header=header)
    with open_index(path) as index:
        again, stream = all_units(index)
        assert (again, list(stream)) == (header, units)


def _consistent(path: Path) -> None:
    """Compare everything in the index with the units that it gives back."""
    with open_index(path) as index:
        query = index.connection.execute
        assert query("PRAGMA integrity_check").fetchall() == [("ok",)]
        expected = sorted(
            (variant.language, variant.segment.text)
            for memory in memories(index)
            for unit in all_units(index, [memory.name])[1]
            for variant in unit.variants
        )
        rows = query(
            "SELECT tag, text, variants.id, language FROM variants"
            " JOIN languages ON languages.id = language ORDER BY tag, text"
        ).fetchall()
        assert sorted(row[:2] for row in rows) == expected
        signed = 0
        for _, text, number, language in rows:
            tokens, terms = tokens_and_terms(text)
            if tokens:
                near = list(near_texts(index, language, tokens, 100))
                assert any(number in item.variants for item in near)
                signed += 1
            if terms:
                quoted = " ".join(terms).replace('"', '""')
                found = query("SELECT rowid FROM words WHERE words MATCH ?", (f'"{quoted}"',))
                assert (number,) in found.fetchall()
        rows = query("SELECT length, length(rows) FROM blocks").fetchall()
        assert sum(size // (56 if length < 64 else 152) for length, size in rows) == signed


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.lists(st.integers(0, 9))), max_size=5))
def test_an_index_holds_what_was_added_last(
    tmp_path: Path, steps: list[tuple[str, list[int]]]
) -> None:
    path = tmp_path / "a.tmdb"
    path.unlink(missing_ok=True)
    expected: dict[str, list[Unit]] = {}
    for name, numbers in steps:
        before = expected.get(name, [])
        units = [pair(f"number {number}", "数" * number) for number in numbers]
        change = put(path, units, name)
        assert change.added + change.kept == len(units)
        assert change.removed + change.kept == len(before)
        if units == before:
            assert change.kept == len(units)
        expected[name] = units
    for name, units in expected.items():
        assert held(path, name) == units
    if expected:
        _consistent(path)


def test_many_units_change_in_place(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    chance = random.Random(1)
    units = [pair(f"the {chance.randrange(900)} {n % 70} units", f"单元{n}") for n in range(2500)]
    put(path, units)
    changed = [*units[:100], pair("new", "新"), *units[102:2000], *units[2200:]]
    change = put(path, changed)
    # The neighbours of what has changed are written again, for their context is another one.
    assert change == Change(added=1 + 2 + 2, kept=len(changed) - 5, removed=2 + 200 + 4)
    assert held(path) == changed
    _consistent(path)


def test_a_unit_that_moves_keeps_its_place_in_the_order(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    put(path, _SOME)
    put(path, [_SOME[2], _SOME[0], _SOME[1]])
    assert held(path) == [_SOME[2], _SOME[0], _SOME[1]]


def test_a_memory_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    put(path, [*_SOME, pair("long " * 90)], "a")
    put(path, [pair("one", "壹"), pair("four", "四"), pair("longer " * 90)], "b")
    with change_index(path) as index:
        assert remove_memory(index, "a") == Change(0, 0, 4)
    assert [unit.variants[1].segment.text for unit in held(path)] == ["壹", "四", "词"]
    _consistent(path)
    with open_index(path) as index:
        assert lookup(index, "two") == []
        assert concordance(index, ["二"]) == []
        assert [match.memory for match in lookup(index, "one")] == ["b"]


def test_a_language_that_is_gone_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    put(path, [Unit.pair(("fr", "un"), ("de", "eins"))], "a")
    put(path, _SOME, "b")
    with change_index(path) as index:
        remove_memory(index, "a")
    with open_index(path) as index, pytest.raises(TmxError, match="nothing in fr; it has en, zh"):
        lookup(index, "un", source="fr")


def test_no_memory_of_this_name_can_be_removed(tmp_path: Path) -> None:
    put(tmp_path / "a.tmdb", _SOME, "a")
    with (
        change_index(tmp_path / "a.tmdb") as index,
        pytest.raises(TmxError, match="no memory b; it has a"),
    ):
        remove_memory(index, "b")


def test_a_memory_of_another_folder_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    with change_index(path) as index:
        add_memory(index, "m", HEADER, _SOME, folder="/x")
    with pytest.raises(TmxError, match=r"its memory m comes from /x; give .*--force"):
        put(path, [])
    with change_index(path) as index:
        add_memory(index, "m", HEADER, _SOME[:1], force=True)
    assert held(path) == _SOME[:1]


def test_an_error_while_adding_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    put(path, _SOME)
    before = path.read_bytes()

    def damaged():
        yield pair("never")
        raise TmxError("damaged")

    with pytest.raises(TmxError, match="damaged"):
        put(path, damaged())
    assert path.read_bytes() == before
    with pytest.raises(TmxError, match="damaged"):
        put(tmp_path / "b.tmdb", damaged())
    assert [item.name for item in tmp_path.iterdir()] == ["a.tmdb"]


def test_units_of_several_memories_tell_what_their_headers_told(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    put(path, [pair("one")], "a")
    other = replace(HEADER, srclang="zh-CN", segtype="paragraph")
    put(path, [pair("two"), replace(pair("three"), srclang="en")], "b", other)
    assert [(unit.srclang, unit.segtype) for unit in held(path)] == [
        (None, None),
        ("zh-CN", "paragraph"),
        ("en", "paragraph"),
    ]
    assert held(path, "b")[0] == pair("two")


def test_what_an_index_does_not_hold_is_not_exported(tmp_path: Path) -> None:
    put(tmp_path / "a.tmdb", _SOME, "a")
    with pytest.raises(TmxError, match="it has no b; it has a"):
        held(tmp_path / "a.tmdb", "b")


def test_units_need_not_all_be_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    put(path, [pair(f"unit {number}") for number in range(2000)])
    with open_index(path) as index:
        _, units = all_units(index)
        assert next(units) == pair("unit 0")
    units.close()
    put(path, [])
    assert held(path) == []


def test_memories_are_listed(tmp_path: Path) -> None:
    put(tmp_path / "a.tmdb", _SOME, "b")
    put(tmp_path / "a.tmdb", [], "a")
    with open_index(tmp_path / "a.tmdb") as index:
        assert [(m.name, m.units, m.header) for m in memories(index)] == [
            ("b", 3, HEADER),
            ("a", 0, HEADER),
        ]


def test_very_long_texts_are_kept_and_found(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    chance = random.Random(2)
    text = "".join(chance.choice("大会决议通过了第一号文件关于国际和平") for _ in range(20_000))
    put(path, [pair("long", text)])
    with open_index(path) as index:
        assert lookup(index, text)[0].rate == 100
        assert lookup(index, text[:-300])[0].rate == 98
        assert len(folded_tokens(text)) == 20_000
