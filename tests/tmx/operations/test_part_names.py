"""Names of parts are safe, and no two are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmx.errors import TmxError
from tmx.operations.part_names import PartNames, safe


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("A/RES/67/58", "A-RES-67-58"),
        ("大会 决议", "大会-决议"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x", "C-x"),
        ("a\0b\nc", "a-b-c"),
        ("", "_"),
        ("..", "_"),
        ("report.docx", "report.docx"),
    ],
)
def test_values_become_safe(value: str, name: str) -> None:
    assert safe(value) == name


@given(st.lists(st.one_of(st.none(), st.text()), max_size=10))
def test_names_are_safe_short_and_different(values: list[str | None]) -> None:
    names = PartNames("{stem}-{value}.tmx", "m")
    given_names = [names.next(value) for value in values]
    assert len({name.casefold() for name in given_names}) == len(values)
    for name in given_names:
        assert len(name.encode()) < 200
        assert not set(name) & set('/\\:*?"<>|\0\n')
        assert name.endswith(".tmx")


def test_the_fields_are_filled() -> None:
    names = PartNames("{number} {stem} {value}.tmx", "m")
    assert [names.next("a"), names.next(None)] == ["0001 m a.tmx", "0002 m without.tmx"]


def test_the_same_value_in_another_form_gets_a_number() -> None:
    names = PartNames("{value}.tmx", "m")
    assert [names.next(value) for value in ("a/b", "A b", "a-b", "con", ".x")] == [
        "a-b.tmx",
        "A-b-2.tmx",
        "a-b-3.tmx",
        "_con.tmx",
        "x.tmx",
    ]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{stem}.tmx", r"needs \{number\} or \{value\}"),
        ("{number}{x}.tmx", r"has \{x\}; there are"),
        ("{number.__class__}", r"has \{number.__class__\}"),
        ("a/{number}", "names a folder"),
        ("..\\{number}", "names a folder"),
    ],
)
def test_other_patterns_are_refused(pattern: str, message: str) -> None:
    with pytest.raises(TmxError, match=message):
        PartNames(pattern, "m")
