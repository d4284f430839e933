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
