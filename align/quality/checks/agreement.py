"""What one side says in figures and the other side says in other ones, or in another form.

A date in figures, a year of the Republic of China, a school year and its terms, a time by either
clock, a telephone number with the code of its country, an amount that was converted into other
units, a share ("1 in 10"), a rate ("every eight hours"), a multiple ("1.5 times"): their numbers
differ, and they say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from align.quality.checks.times import differing_clock_times
from align.quality.pairs import Side
from align.quality.values.amounts import KnownAmounts, find_amounts
from align.quality.values.clock import find_clock_times, readings_of
from align.quality.values.dates import Date, find_dates_in_figures
from align.quality.values.eras import years_of_republic
from align.quality.values.multiples import find_multiples
from align.quality.values.number import Number, Value
from align.quality.values.phones import find_phones
from align.quality.values.rates import find_rates
from align.quality.values.reading import read_values
from align.quality.values.scanning import covered
from align.quality.values.school_years import school_years, terms

Span = tuple[int, int]

_FIGURES = r"\d{1,3}(?:,\d{3})+|\d+"
_SHARE = re.compile(
    rf"(?<![\d.,])(?P<few>{_FIGURES}) (?:in|out of)(?: every)? (?P<many>{_FIGURES})(?![.,]?\d)"
)
"""A share in English figures: "1 in 10", "3 out of every 1,000"."""


def said_in_other_form(own: Side, other: Side, numbers: Sequence[Number]) -> list[Number]:
    """Return the numbers of one side that the other side says in other figures.

    Those in times of day that differ are among them, which are a matter of their own.

    Args:
        own: the side.
        other: the other one.
        numbers: those that the other side does not say as they are.
    """
    if not numbers:
        return []
    kinds = (
        _dates,
        _years_of_republic,
        said_school_years,
        _terms,
        _clock_times,
        _phones,
        _amounts,
        _shares,
        _rates,
        _multiples,
    )
    places = covered(span for spans in kinds for span in spans(own, other))
    return [item for item in numbers if item.start in places and item.end - 1 in places]


def dates_in_figures(own: Side, other: Side) -> list[Date]:
    """Return the dates in figures of one side that the other side says: 2013.9, "Sept 2013"."""
    found = find_dates_in_figures(own.text)
    if not found:
        return []
    there = (*read_values(other.text, other.language).dates, *find_dates_in_figures(other.text))
    said = {(date.year, date.month, day) for date in there for day in (date.day, None)}
    return [date for date in found if (date.year, date.month, date.day) in said]


def values_of_dates(own: Side, other: Side) -> set[Value]:
    """Return what one side says by its dates in figures, where the other side says the same."""
    dates = read_values(other.text, other.language).dates
    others = {(date.year, date.month, date.day): date for date in dates}.values()
    found = find_dates_in_figures(own.text) if others else []
    return {value for date in found if any(map(date.agrees, others)) for value in date.values}


def _dates(own: Side, other: Side) -> Iterator[Span]:
    return ((date.start, date.end) for date in dates_in_figures(own, other))


def _years_of_republic(own: Side, other: Side) -> Iterator[Span]:
    """Give the years of either count that the other side says in the other one: 112年, "2023"."""
    numbers, others = (read_values(side.text, side.language).numbers for side in (own, other))
    counted = tuple(years_of_republic(numbers, own.text, own.language))
    there = {year for _, year in years_of_republic(others, other.text, other.language)}
    said = {value for item in others for value in item.values} if counted else set()
    for item, year in counted:
        if year in said:
            yield item.start, item.end
    for item in numbers if there else ():
        if not there.isdisjoint(item.values):
            yield item.start, item.end


def said_school_years(own: Side, other: Side) -> Iterator[Span]:
    """Give the school years that the other side says too: 113學年度, "2024/25", "Spring 2025"."""
    if own.is_chinese == other.is_chinese:
        return
    years, others = (
        list(school_years(read_values(side.text, side.language).numbers, side.text, side.language))
        for side in (own, other)
    )
    there = {year.year for year in others}
    for year in years:
        if year.year in there:
            yield year.start, year.end


def _terms(own: Side, other: Side) -> Iterator[Span]:
    """Give the terms of school years that the other side names: 第1學期, "Fall Semester"."""
    found = list(terms(own.text, own.language))
    there = {term.is_first for term in terms(other.text, other.language)} if found else set()
    for term in found:
        if term.is_first in there:
            yield term.start, term.end


def _clock_times(own: Side, other: Side) -> Iterator[Span]:
    found = find_clock_times(own.text, own.language)
    if not found:
        return
    said = readings_of(find_clock_times(other.text, other.language))
    differing = {time.start for time in differing_clock_times(own, other)[0]}
    for time in found:
        if time.is_among(said) or time.start in differing:
            yield time.start, time.end


def _phones(own: Side, other: Side) -> Iterator[Span]:
    """Give the numbers of telephones that the other side has too, and writes in another way."""
    found = find_phones(own.text)
    others = find_phones(other.text) if found else []
    written = {other.text[two.start : two.end] for two in others}
    numbers = {number for two in others for number in two.numbers}
    for one in found:
        if own.text[one.start : one.end] not in written and not numbers.isdisjoint(one.numbers):
            yield one.start, one.end


def _amounts(own: Side, other: Side) -> Iterator[Span]:
    found, others = (
        find_amounts(read_values(side.text, side.language).numbers, side.text, side.language)
        for side in (own, other)
    )
    known = KnownAmounts(others)
    return ((one.start, one.end) for one in found if one in known)


def _shares(own: Side, other: Side) -> Iterator[Span]:
    """Give the figures of shares that the other side says as a fraction, and such fractions."""
    if own.is_english:
        for span, share in _shares_in(own):
            if any(_says(item, share) for item in read_values(other.text, other.language).numbers):
                yield span
    shares = [share for _, share in _shares_in(other)] if other.is_english else []
    if shares:
        for item in read_values(own.text, own.language).numbers:
            if any(_says(item, share) for share in shares):
                yield item.start, item.end


def _rates(own: Side, other: Side) -> Iterator[Span]:
    """Give the numbers of rates that the other side says in another way: "every 8 hours"."""
    found, others = (
        list(find_rates(read_values(side.text, side.language).numbers, side.text, side.language))
        for side in (own, other)
    )
    for one in found:
        if any(map(one.is_same, others)):
            yield one.number.start, one.number.end


def _multiples(own: Side, other: Side) -> Iterator[Span]:
    """Give the percentages that the other side says as multiples, and such multiples."""
    numbers, others = (read_values(side.text, side.language).numbers for side in (own, other))
    times = {
        value
        for _, values in find_multiples(others, other.text, other.language)
        for value in values
    }
    for item in numbers if times else ():
        if item.percent and any(Fraction(value) / 100 in times for value in item.values):
            yield item.start, item.end
    percentages = {
        Fraction(value) / 100 for item in others if item.percent for value in item.values
    }
    if percentages:
        for item, values in find_multiples(numbers, own.text, own.language):
            if not percentages.isdisjoint(values):
                yield item.start, item.end


def _shares_in(side: Side) -> Iterator[tuple[Span, Fraction]]:
    for match in _SHARE.finditer(side.text):
        few, many = (int(match[part].replace(",", "")) for part in ("few", "many"))
        if 0 < few < many:
            yield match.span(), Fraction(few, many)


def _says(number: Number, share: Fraction) -> bool:
    """Whether a number is a share: 十分之一 is 1 in 10, 百分之一 is one per cent."""
    return (100 * share if number.percent else share) in number.values
