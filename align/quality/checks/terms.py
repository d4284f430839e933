"""A glossary's terms: where the source has one, the target must have its translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from corpora.characters import is_unspaced
from corpora.structure.numerals import HAN_SIGNS

_IN_Y = re.compile(r"[^\W\d_aeiou]y\Z")
_PLURALS = (
    (re.compile(r"(?<=[a-z][a-z])ies\Z"), "y"),
    (re.compile(r"(?<=[sxz])es\Z|(?<=[cs]h)es\Z"), ""),
    (re.compile(r"(?<=[a-z][^\W\d_siu])s\Z"), ""),
)
"""What English plurals end in, and what the singular has there."""
_UNIT_OF_TIME = re.compile(
    "月|小[时時]|[钟鐘][头頭]|星期|[礼禮]拜|季度|[学學]期|工作[日天]|世[纪紀]"
)
_COUNT = re.compile(rf"(?:[\d{HAN_SIGNS}数數几幾半][多余餘来來]?|[上下这這那整])[个個]半?\Z")
_COUNT_OF_MONTHS = re.compile(rf"[\d{HAN_SIGNS}半]\s?\Z")
"""What stands before a unit of time that is counted or pointed at; of months, also their names."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a glossary.

    Attributes:
        source: the term in the source language.
        targets: its translations, any of which will do.
    """

    source: str
    targets: tuple[str, ...]


TERM = "term"
"""The id of the check of a glossary's terms."""


def terms_check(terms: Iterable[Term]) -> Check:
    """Make the check that a glossary's terms are used.

    A term of letters stands between word boundaries, in any case, in the singular or the plural. Of
    two terms one inside the other, the longer one counts.

    Args:
        terms: the glossary.
    """
    entries: dict[str, Term] = {}
    for term in terms:
        if key := _plain(term.source):
            known = entries.get(key, Term(term.source, ()))
            entries[key] = Term(known.source, known.targets + term.targets)
    listed = "|".join(_pattern(source) for source in sorted(entries, key=len, reverse=True))
    pattern = re.compile(listed, re.IGNORECASE) if entries else None

    def find(pair: UnitPair) -> Iterator[Found]:
        if pattern is None or not pair.target.text:
            return
        for match in _matches(pattern, pair.source.text):
            term = entries[_plain(match[0])]
            if not any(_has(pair.target, target) for target in term.targets):
                wanted = " or ".join(term.targets)
                yield Found(
                    f"{match[0]}: the target does not have {wanted}",
                    (Place("source", *match.span()),),
                )

    return Check(
        TERM,
        Severity.WARNING,
        "A term that is not used as the glossary says makes a text hard to follow.",
        ("行动纲领", "Action Plan"),
        each(find),
    )


def _has(side: Side, term: str) -> bool:
    return any(_matches(re.compile(_pattern(_plain(term)), re.IGNORECASE), side.text))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give the places of terms, without those that only seem to stand there.

    In 三个月租金 (three months' rent) there is no 月租金 (monthly rent): the unit of time that the
    term begins with belongs to the count before it.
    """
    at = 0
    while match := pattern.search(text, at):
        if _is_counted(match):
            at = match.start() + 1  # a shorter term may stand behind the unit
        else:
            yield match
            at = match.end()


def _is_counted(match: re.Match[str]) -> bool:
    """Whether a term begins with a unit of time that is counted, and goes on behind it."""
    unit = _UNIT_OF_TIME.match(match[0])
    if unit is None or unit.end() == len(match[0]):
        return False
    before = match.string[: match.start()]
    return bool(_COUNT.search(before) or (unit[0] == "月" and _COUNT_OF_MONTHS.search(before)))


def _pattern(term: str) -> str:
    """What finds a plain term, and its plural."""
    before = "" if is_unspaced(term[:1]) else r"(?<!\w)"
    after = "" if is_unspaced(term[-1:]) else r"(?:s|es)?(?!\w)"
    if _IN_Y.search(term):
        term, after = term[:-1], r"(?:y|ies)(?!\w)"
    return before + r"\s+".join(map(re.escape, term.split())) + after


def _plain(text: str) -> str:
    """A term in small letters, with single spaces, its last word in the singular."""
    plain = " ".join(text.casefold().split())
    return next(
        (
            plain[: match.start()] + ending
            for plural, ending in _PLURALS
            if (match := plural.search(plain))
        ),
        plain,
    )
