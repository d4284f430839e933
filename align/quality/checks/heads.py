"""Labels at the heads of both sides of a pair: where they agree they are no figures of the text.

What they say must not stand for a figure behind them: 三、租期为五年 is not "3. The term is three
years".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from align.quality.pairs import Side
from align.quality.values.english_number_words import CARDINALS
from corpora.structure.numerals import numeral_readings

_HAN = "〇零一二三四五六七八九十百"
_ENCLOSED = "㈠-㈩①-⑳⑴-⒇⒈-⒛"
_WORDS = "article|section|chapter|clause|part|rule|regulation|item|paragraph|annex|appendix"
_SPELLED = "|".join(word for word, value in CARDINALS.items() if value)
_HEAD = re.compile(
    rf"[\s\u3000]*(?:(?P<enclosed>[{_ENCLOSED}])"
    rf"|(?P<open>[(（\[])?(?P<han>[{_HAN}]{{1,5}})(?:(?(open)[)）\]])|(?(open)(?!)|[、.．]))"
    r"|(?P<bracket>[(（\[])?(?P<sign>\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})"
    r"(?(bracket)[)）\]]|(?:[.．、](?!\d)|[)）]))"
    rf"|第 ?(?P<counted>\d{{1,3}}|[{_HAN}]{{1,5}}) ?(?:[条條款项項章节節编編]|部分)"
    rf"|(?i:{_WORDS}) (?P<named>\d{{1,3}}(?![\d.,]\d)|[A-Z]\b|[IVX]{{1,6}}\b|(?i:{_SPELLED})\b))"
)
_MOST = 3
"""Heads may stand behind each other: 第三条 （一）."""

Span = tuple[int, int]


def agreeing_heads(source: Side, target: Side) -> tuple[list[Span], list[Span]]:
    """Return where the labels stand at the heads of both sides that are the same on both."""
    ours = list(_heads(source.text))
    theirs = list(_heads(target.text)) if ours else []
    same = list(
        takewhile(
            lambda both: not both[0][1].isdisjoint(both[1][1]), zip(ours, theirs, strict=False)
        )
    )
    return [one[0] for one, _ in same], [other[0] for _, other in same]


def _heads(text: str) -> Iterator[tuple[Span, set[int]]]:
    """Give the span of each label at the head of a text, and what it may be worth."""
    at = 0
    for _ in range(_MOST):
        match = _HEAD.match(text, at)
        if match is None or match.end() == len(text):
            return
        group = next(
            name for name in ("enclosed", "han", "sign", "counted", "named") if match[name]
        )
        yield match.span(group), _worth(match[group])
        at = match.end()


def _worth(label: str) -> set[int]:
    """Return the places in an order that a label may stand for: "v" is the fifth, and the 22nd."""
    spelled = CARDINALS.get(label.lower())
    return {spelled} if spelled else {value for _, value in numeral_readings(label)}
