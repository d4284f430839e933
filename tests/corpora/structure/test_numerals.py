"""What a written numeral is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.structure.numerals import Script, letter, letter_value, numeral_readings, roman

VALUES = [
    ("12", 12),
    ("１２", 12),
    ("XIV", 14),
    ("xix", 19),
    ("Ⅻ", 12),
    ("十", 10),
    ("十二", 12),
    ("二十一", 21),
    ("一百一十一", 111),
    ("一百零八", 108),
    ("一一一", 111),
    ("二〇一二", 2012),
    ("一千九百四十五", 1945),
    ("一万二千", 12000),
    ("廿三", 23),
    ("卅", 30),
    ("卌五", 45),
    ("壹", 1),
    ("贰拾叁", 23),
    ("貳佰零參", 203),
    ("丙", 3),
    ("丑", 2),
    ("b", 2),
    ("bb", 28),
]


@pytest.mark.parametrize(("written", "value"), VALUES)
def test_a_numeral_is_worth_its_value(written: str, value: int) -> None:
    assert value in [worth for _, worth in numeral_readings(written)]


@pytest.mark.parametrize("written", ["", "ab", "IIII", "iX", "大", "一大", "²x", "1.5"])
def test_what_is_no_numeral_has_no_reading(written: str) -> None:
    assert numeral_readings(written) == ()


def test_i_can_be_roman_or_a_letter() -> None:
    assert numeral_readings("i") == ((Script.LOWER_ROMAN, 1), (Script.LOWER_LETTER, 9))


@given(st.integers(1, 3999))
def test_roman_numerals_are_read_as_they_are_written(value: int) -> None:
    assert (Script.UPPER_ROMAN, value) in numeral_readings(roman(value))


@given(st.integers(1, 52))
def test_letters_are_read_as_they_are_written(value: int) -> None:
    assert letter_value(letter(value)) == value
