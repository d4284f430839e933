"""What a side says in figures, in a language whose number words are not read."""

from fractions import Fraction

import pytest

from align.quality.values.reading import read_values

FIGURES = {
    "1.000": {Fraction(1000), Fraction(1)},
    "1.000,5": {Fraction(10005), Fraction(2001, 2)},
    "2,5": {Fraction(25), Fraction(5, 2)},
    "1.000 500": {Fraction(1000500)},
    "1.000\u00a0500": {Fraction(1000500)},
}


@pytest.mark.parametrize("text", FIGURES)
def test_signs_in_figures_may_set_off_thousands_or_decimals(text: str) -> None:
    (found,) = read_values(f"Es waren {text} Menschen.", "de").numbers
    assert found.values == FIGURES[text]
    assert (found.start, found.end) == (9, 9 + len(text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("予算は1兆2千億円です", [1_200_000_000_000]),
        ("5万人が3回", [50_000, 3]),
        ("3万5千円", [35_000]),
        ("1.5億人", [150_000_000]),
        ("1万2345人", [12_345]),
        ("５百人と１，２００万円", [500, 12_000_000]),
        ("3千人", [3000]),
        ("2,500人", [2500]),
    ],
)
def test_scales_behind_figures_are_read_in_japanese(text: str, values: list[int]) -> None:
    found = read_values(text, "ja").numbers
    assert all(value in item.values for item, value in zip(found, values, strict=True))
