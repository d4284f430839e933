"""What a side says in figures, in languages whose numbers in words are not read."""

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


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("960 millions de yuans", "fr", 960 * 10**6),
        ("6,2 millions de kWh", "fr", 6_200_000),
        ("5 milliards d'euros", "fr-CA", 5 * 10**9),
        ("3 mille euros", "fr", 3000),
        ("12 M€ de recettes", "fr", 12 * 10**6),
        ("1,5 Millionen Einwohner", "de", 1_500_000),
        ("5 Mrd. Euro", "de", 5 * 10**9),
        ("60 Tausend Menschen", "de", 60_000),
        ("5 mil millones de euros", "es", 5 * 10**9),
        ("5.000 millones de euros", "es", 5 * 10**9),
        ("60 mil personas", "es", 60_000),
        ("5 mil milhões de euros", "pt", 5 * 10**9),
        ("5 bilhões de reais", "pt-BR", 5 * 10**9),
        ("60 mila persone", "it", 60_000),
        ("5 miliardi di euro", "it", 5 * 10**9),
        ("5 млн человек", "ru", 5 * 10**6),
        ("2,5 миллиарда рублей", "ru", 25 * 10**8),
        ("60 тыс. человек", "ru", 60_000),
        ("60 тысяч человек", "ru", 60_000),
        ("5 miljarder kronor", "sv", 5 * 10**9),
        ("5 millioner kroner", "no", 5 * 10**6),
        ("5 triệu người", "vi", 5 * 10**6),
        ("인구 9억 6000만 명", "ko", 960 * 10**6),
        ("3만 5천 원", "ko", 30_000),
        ("5 miljoonaa ihmistä", "fi", 5 * 10**6),
    ],
)
def test_scales_in_words_behind_figures_are_read_in_other_languages(
    text: str, language: str, value: int
) -> None:
    assert value in read_values(text, language).numbers[0].values


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("5 milles marins", "fr", 5),
        ("5 Millimeter", "de", 5),
        ("5 miles de distancia", "es", 5000),
        ("en 2018 la ville", "fr", 2018),
        ("5 million", "ja", 5),
    ],
)
def test_other_words_behind_figures_are_no_scales(text: str, language: str, value: int) -> None:
    assert read_values(text, language).numbers[0].values == {value}


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("電力の4割", {40, Fraction(2, 5)}),
        ("四割の人", {40}),
        ("3割5分", {35}),
        ("その3分の1", {Fraction(1, 3)}),
        ("三分の二", {Fraction(2, 3)}),
    ],
)
def test_shares_are_read_in_japanese(text: str, readings: set[int | Fraction]) -> None:
    (found,) = read_values(text, "ja").numbers
    assert readings <= found.values


@pytest.mark.parametrize("text", ["割合は高い", "3分の遅れ", "4割合"])
def test_what_is_no_share_is_not_read_as_one(text: str) -> None:
    assert not any(item.percent for item in read_values(text, "ja").numbers)
