"""A memory says what it was made from."""

from dataclasses import replace
from datetime import UTC, datetime

from tmx.provenance import made_from, origin
from tmx.units import Header, Note, Property

DATE = datetime(2020, 1, 1, tzinfo=UTC)
HEADER = Header("zh-CN", "Trados", "9", annotations=(Note("a"),), version="1.1")


def said(header: Header) -> list[str]:
    return [item.value for item in header.annotations if isinstance(item, Property)]


def test_tool_date_and_memories_are_named_and_all_else_stays() -> None:
    made = made_from(HEADER, ["a.tmx", "b.tmx"], tool_version="1", date=DATE)
    assert said(made) == ["a.tmx (Trados 9)", "b.tmx"]
    assert replace(made, annotations=HEADER.annotations) == replace(
        HEADER,
        creationtool="duiqi",
        creationtoolversion="1",
        creationdate=DATE,
        changedate=DATE,
        version="1.4",
    )
    assert made.annotations[0] == Note("a")


def test_the_date_of_creation_stays() -> None:
    created = datetime(2001, 1, 1, tzinfo=UTC)
    made = made_from(replace(HEADER, creationdate=created), ["a"], tool_version="1", date=DATE)
    assert (made.creationdate, made.changedate) == (created, DATE)


def test_the_first_is_named_again_where_another_tool_had_made_it() -> None:
    once = made_from(HEADER, ["a.tmx"], tool_version="1", date=DATE)
    twice = made_from(once, ["a.tmx"], tool_version="1", date=DATE)
    assert said(twice) == ["a.tmx (Trados 9)", "a.tmx (duiqi 1)"]
    assert made_from(twice, ["a.tmx"], tool_version="1", date=DATE) == twice


def test_others_are_named_once() -> None:
    named = replace(HEADER, annotations=(origin("b.tmx", HEADER),))
    made = made_from(named, ["a.tmx", "b.tmx", "a.tmx"], tool_version="1", date=DATE)
    assert said(made) == ["b.tmx (Trados 9)", "a.tmx (Trados 9)"]


def test_a_tool_that_is_not_known_is_not_named() -> None:
    assert origin("a.tmx", Header("en", "", "")) == Property("x-made-from", "a.tmx")
    assert origin("a.tmx", Header("en", "t", "")) == Property("x-made-from", "a.tmx (t)")
