"""Numbers: what one side says in figures, the other must say too, in figures or in words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from align.quality.checks.agreement import said_in_other_form, values_of_dates
from align.quality.checks.counts import differing_counts, unsaid_ones
from align.quality.checks.dates import differing_dates
from align.quality.checks.heads import agreeing_heads
from align.quality.checks.numbering import (
    Numbering,
    blanked,
    numeral_at_head,
    without_numbering,
)
from align.quality.checks.part_references import without_parts
from align.quality.checks.versions import find_wrong_versions, without_versions
from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.clock import find_clock_times
from align.quality.values.dates import Date
from align.quality.values.measures import measure_of
from align.quality.values.number import Number, Value, Writing
from align.quality.values.reading import read_values
from align.quality.values.romanized import is_romanized
from align.quality.values.scales import least_scale_in_words
from align.quality.values.scanning import covered
from align.quality.values.symbols import Kind

_GLUED = re.compile(r"(?<=[A-Za-z])(?:\d{1,2}|(?:19|20)\d\d)(?![A-Za-z\d])")
"""Figures at a name's end, such as the mark of an affiliation, or a year: WANG Fang3, FY2023."""

_HOURS = {"中午": {12}, "正午": {12}, "午夜": {0, 12, 24}, "子夜": {0, 12, 24}}
"""Words for hours that texts may say in figures instead."""

_WHOLE_HOUR = re.compile(
    r"[\d一二三四五六七八九十零〇兩两][时時](?![\d间間一二三四五六七八九十零〇半许許])"
)
"""An hour of the clock without minutes, which is written 17:00 too."""

_LABEL = re.compile(r"\s*[(（\[]?\d{1,4}(?:[.)）．、\]](?!\d)|[ \u3000]+(?=[A-Z\u3400-\u9fff]))")
_BEGINS = re.compile(r"[.．、)）]?[ \u3000]+[A-Z\u3400-\u9fff]")
_ENCLOSED = re.compile("[㈠-㈩①-⑳⑴-⒇]")
_DOTTED = re.compile(r"(?<![\d.,])\d+(?:\.\d+)+(?!\d)")
"""Figures of versions and codes, which mean no decimals: V2.0, 3.4.0, U07.1."""

_SAID_IN_WORDS = (
    (
        re.compile(r"(?<![\d.,])0(?= ?[-–—~～至到] ?\d)"),
        re.compile(
            r"\b(?:top|upper|up to|within|below|under|first|at most|less than)\b"
            r"|[以之][内內下]|至多",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile("(?<![\\d.,])100 ?[%％]|百分之百"),
        re.compile(r"\b(?:total|complete|full|whole|entire)(?:ly|y)?\b", re.IGNORECASE),
    ),
    (
        re.compile(
            r"(?<!\d)24/7(?!\d)|(?<!\d)24(?= ?(?:[个個]?小[时時]|hours?\b))|二十四(?=小[时時])"
        ),
        re.compile(
            r"全天|全年|[昼晝]夜|[随隨][时時]|日夜|\ba?round[- ]the[- ]clock\b", re.IGNORECASE
        ),
    ),
    (
        re.compile(r"(?<![\d.,:：])0(?![\d.,:：])"),
        re.compile(r"\b(?:no|none|nil|nobody)\b|[无無]|[没沒]有", re.IGNORECASE),
    ),
)
"""What is said in words too: the top 20 cm are those from 0 to 20, total is 100%, 0 is none."""

_COVID = re.compile("(?<=COVID[-–])19", re.IGNORECASE)
_COVID_IN_CHINESE = re.compile("新冠|冠[状狀]病毒")
_ONE = re.compile(
    "(?<!第)1 ?[个個名位只隻条條例件家艘架辆輛枚种種项項次台部张張座所户戶封起支篇本匹头頭].?"
)
_ARTICLE = re.compile(r"\b(?:an?|another)\b", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"(?<=[A-Za-z\u3400-\u9fff][,.;:，。；：、)）”\"》])\d{1,3}(?=\s|$)"
    r"|\[\d{1,3}(?:[,，、–-] ?\d{1,3})*\]"
    r"|(?<=[，。；：、）”\"》])\d{1,3}(?=\s|$)"
    r"|(?<=[a-z]{3})\d{1,2}(?=[\s,.;:]|$)"
)


def find_wrong_numbers(pair: UnitPair) -> Iterator[Found]:
    """Find numbers that are others on the other side.

    Numbers in words may be put in other ones, so they are a warning; amounts of the same unit or
    currency that differ are an error however they are written, and so are spans of time and
    numbers of times a day.
    """
    pair = without_versions(without_numbering(pair))
    unsaid = unsaid_numbers(pair)
    return _wrong(pair, without_parts(pair, unsaid), amounts_in_words=True)


def find_wrong_figures(pair: UnitPair) -> Iterator[Found]:
    """Find wrong numbers, those at the heads of paragraphs too; amounts in words are a warning."""
    return _wrong(pair, unsaid_numbers(pair), amounts_in_words=False)


def _wrong(
    pair: UnitPair,
    unsaid: tuple[Sequence[Number], Sequence[Number]],
    *,
    amounts_in_words: bool,
) -> Iterator[Found]:
    surplus = _surplus(pair)
    told = [
        [item for item in items if item.writing is Writing.FIGURES] or more
        for items, more in zip(unsaid, surplus, strict=True)
    ]
    figures = [item for items in unsaid for item in items if item.writing is Writing.FIGURES]
    if all(told):
        sides, severity = told, None if figures else Severity.WARNING
    elif all(unsaid):
        sides, severity = [list(items) for items in unsaid], Severity.WARNING
    else:
        return
    if severity and (_counts_differ(pair) or (amounts_in_words and _amounts_differ(pair))):
        severity = None
    yield Found(_saying(sides, pair), _places(sides), severity)


def _amounts_differ(pair: UnitPair) -> bool:
    """Whether numbers that the other side does not say count the same thing on both sides."""
    source, target = (
        {
            name
            for item in items
            if (measure := measure_of(item, side.text, side.language)) and measure.kind != "time"
            for name in measure.names
        }
        for items, side in zip(unsaid_numbers(pair), pair.sides, strict=True)
    )
    return not source.isdisjoint(target)


def _surplus(pair: UnitPair) -> tuple[list[Number], list[Number]]:
    """Return the figures that each side says more often, where as many on each side differ.

    One of them was changed into another that stands there too; where one side says more in all, it
    is only more explicit.
    """
    sides = [
        [
            item
            for item in read_values(side.text, side.language).numbers
            if item.writing is Writing.FIGURES
        ]
        for side in pair.sides
    ]
    if len(sides[0]) != len(sides[1]) or len(sides[0]) < 3:
        return [], []
    counts = [Counter(max(item.values) for item in items) for items in sides]
    more, fewer = counts[0] - counts[1], counts[1] - counts[0]
    if more.total() != 1:
        return [], []
    words = [
        {value for item in _in_words(side) for value in item.values} for side in pair.sides
    ]  # June says 6, 第四次 says 4
    source = [item for item in sides[0] if max(item.values) in more.keys() - words[1]]
    target = [item for item in sides[1] if max(item.values) in fewer.keys() - words[0]]
    if any(not one.values.isdisjoint(two.values) for one in source for two in target):
        return [], []  # 八十年代 is 1980 and 80
    in_other_form = said_in_other_form(pair.source, pair.target, source)
    return [item for item in source if item not in in_other_form], target


def _in_words(side: Side) -> list[Number]:
    numbers = read_values(side.text, side.language).numbers
    return [item for item in numbers if item.writing is Writing.WORDS]


def _saying(sides: Sequence[Sequence[Number]], pair: UnitPair) -> str:
    said = [_listed(items, side) for items, side in zip(sides, pair.sides, strict=True)]
    return f"the source says {said[0]}, the target {said[1]}"


def find_missing_numbers(pair: UnitPair) -> Iterator[Found]:
    """Find figures that the other side says nothing like."""
    pair = without_versions(without_numbering(pair))
    source, target = unsaid_numbers(pair)
    if bool(source) == bool(target) or not (pair.source.text and pair.target.text):
        return
    if all(_surplus(pair)):
        return
    left = without_parts(pair, (source, target))
    for items, side, other in zip(left, pair.sides, ("target", "source"), strict=True):
        figures = [item for item in items if item.writing is Writing.FIGURES]
        there = pair.target if side is pair.source else pair.source
        if figures and there.is_english and _ARTICLE.search(there.text):  # 1名男子 is "a man"
            figures = [it for it in figures if not _ONE.fullmatch(side.text, it.start, it.end + 2)]
        if figures:
            places = _places((figures, ()) if side is pair.source else ((), figures))
            yield Found(f"the {other} does not say {_listed(figures, side)}", places)


def unsaid_numbers(pair: UnitPair) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """Return the numbers of each side that the other side does not say.

    Such are those that count the same thing on both sides and differ, whatever else says them.
    Labels at the heads are none, nor are footnotes' marks and what stands in dates that differ,
    which are a matter of their own.
    """
    source, target = _without_heads(pair)
    return _unsaid_of(source.text, source.language, target.text, target.language)


def _counts_differ(pair: UnitPair) -> bool:
    """Whether numbers that count the same thing on both sides differ."""
    return all(differing_counts(*_without_heads(pair)))


def _without_heads(pair: UnitPair) -> tuple[Side, Side]:
    """Return the sides without the labels at their heads that agree."""
    heads = agreeing_heads(pair.source, pair.target)
    source, target = (
        blanked(side, spans) if spans else side
        for side, spans in zip(pair.sides, heads, strict=True)
    )
    return source, target


@lru_cache(maxsize=1024)  # two checks ask for it, and the score
def _unsaid_of(
    text: str, language: str, other_text: str, other_language: str
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    source, target = Side(language, text), Side(other_language, other_text)
    dates = differing_dates(source, target)
    unsaid = _unsaid(source, target, dates[0]), _unsaid(target, source, dates[1])
    counts = differing_counts(source, target)
    ours, theirs = ({*items, *more} for items, more in zip(unsaid, counts, strict=True))
    if not ours and _are_words(theirs):
        ours = set(unsaid_ones(source, target))
    elif not theirs and _are_words(ours):
        theirs = set(unsaid_ones(target, source))
    return tuple(sorted(ours, key=_start)), tuple(sorted(theirs, key=_start))


def _are_words(numbers: Collection[Number]) -> bool:
    """Whether there are numbers, all of them in words."""
    return bool(numbers) and all(item.writing is Writing.WORDS for item in numbers)


def _start(item: Number) -> int:
    return item.start


def _unsaid(own: Side, other: Side, dates: Sequence[Date]) -> tuple[Number, ...]:
    numbers = [
        item
        for item in read_values(own.text, own.language).numbers
        if item.writing is not Writing.LOOSE
    ]
    if not numbers:
        return ()
    said = _said(other)
    numbers = [item for item in numbers if item.values.isdisjoint(said)]
    if not numbers:
        return ()
    if own.is_chinese and not other.is_chinese:
        numbers = [
            it for it in numbers if not is_romanized(own.text[it.start : it.end], other.text)
        ]
        if not numbers:
            return ()
    implied = _implied(other) | values_of_dates(other, own)
    numbers = [item for item in numbers if item.values.isdisjoint(implied)]
    if not numbers:
        return ()
    others = read_values(other.text, other.language).numbers
    if least := least_scale_in_words(others, other.text, other.language):
        numbers = [item for item in numbers if max(item.values) < least]
    in_other_form = said_in_other_form(own, other, numbers)
    starts = {item.start for item in in_other_form}
    numbers = [item for item in numbers if item.start not in starts]
    marks = [match.span() for match in _FOOTNOTE.finditer(own.text)]
    marks += [(date.start, date.end) for date in dates]
    for time in find_clock_times(own.text, own.language):  # 下午3时 is said by "At 1500"
        if time.half_day and not said.isdisjoint(time.hours):
            marks.append((time.start, time.end))
    if "." in own.text:
        same = set(_DOTTED.findall(other.text))
        marks += [match.span() for match in _DOTTED.finditer(own.text) if match[0] in same]
    for pattern, said_by in _SAID_IN_WORDS:
        if said_by.search(other.text):
            marks += [match.span() for match in pattern.finditer(own.text)]
    if _COVID_IN_CHINESE.search(other.text):
        marks += [match.span() for match in _COVID.finditer(own.text)]
    if not _LABEL.match(other.text):
        label = _LABEL.match(own.text)
        head = label.span() if label else _path_at_head(own)
        marks += [head] if head else []
    marked = covered(marks)
    return tuple(item for item in numbers if item.start not in marked or item.end - 1 not in marked)


def _path_at_head(side: Side) -> tuple[int, int] | None:
    """Return the span of a label of several numbers at the head of a text, or None.

    What it labels begins with a capital letter: "2.5 times" is an amount.
    """
    head = numeral_at_head(side)
    if not head or "." not in side.text[slice(*head)]:
        return None
    return head if _BEGINS.match(side.text, head[1]) else None


def _said(side: Side) -> set[Value]:
    """Return all that a side may be said to say."""
    reading = read_values(side.text, side.language)
    said = set[Value]().union(*(item.values for item in reading.numbers))
    said |= {Fraction(unicodedata.numeric(sign)) for sign in _ENCLOSED.findall(side.text)}
    for symbol in reading.symbols:
        if symbol.kind in (Kind.DOCUMENT, Kind.SERIAL):
            said |= {int(digits) for digits in re.findall(r"\d+", symbol.key)}
    return said


def _implied(side: Side) -> set[Value]:
    """Return what a side may say without a number: a mark glued to a name, an hour by its word.

    An hour before or after noon is one of 24 too, and a whole hour is 00 minutes.
    """
    implied: set[Value] = {int(figures) for figures in _GLUED.findall(side.text)}
    implied.update(*(hours for word, hours in _HOURS.items() if word in side.text))
    if side.is_chinese and _WHOLE_HOUR.search(side.text):
        implied.add(0)
    for time in find_clock_times(side.text, side.language):
        if time.half_day:
            implied |= {0, *time.hours}
    return implied


def _listed(numbers: Iterable[Number], side: Side) -> str:
    return ", ".join(dict.fromkeys(side.text[item.start : item.end] for item in numbers))


def _places(sides: Iterable[Iterable[Number]]) -> tuple[Place, ...]:
    return tuple(
        Place(name, item.start, item.end)
        for name, items in zip(("source", "target"), sides, strict=True)
        for item in items
    )


class _Numbers:
    """Compares the numbers of each text, and apart from them those at the heads of paragraphs."""

    def __init__(self) -> None:
        self._numbering = Numbering()

    def look(self, pair: UnitPair) -> Iterator[Found]:
        yield from self._numbering.look(pair)
        yield from find_wrong_versions(without_numbering(pair))
        yield from find_wrong_numbers(pair)

    def end(self) -> Iterator[Found]:
        return self._numbering.end()


CHECKS = (
    Check(
        "number-wrong",
        Severity.ERROR,
        "A wrong number misleads every reader, and no spell checker finds it.",
        ("2018年举行会议", "The meeting will be held in 2008"),
        _Numbers,
    ),
    Check(
        "number-missing",
        Severity.WARNING,
        "A number that is on one side only was left out or added.",
        ("在过去 5 年里有 120 个国家", "In the past 5 years, many countries"),
        each(find_missing_numbers),
    ),
)
