"""How an expression compares: what is missing equals nothing, contains nothing, and is in nothing.

So a comparison with something missing does not hold, except that != and `not in` hold whenever
== and `in` do not. Patterns are RE2's, whose time grows with the text and never explodes.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import re2

from tmx.operations.expressions.facts import Facts
from tmx.operations.expressions.tokens import Token, error_at
from tmx.operations.expressions.vocabulary import Evaluate, Kind


@dataclass(frozen=True, slots=True)
class Term:
    """A part of an expression whose kind is known.

    Attributes:
        kind: what its value is.
        evaluate: gives the value.
        place: that of its first character in the expression, the first 1.
        text: the text, where it is one in quotation marks.
    """

    kind: Kind
    evaluate: Evaluate
    place: int
    text: str | None = None

    @classmethod
    def of_text(cls, text: str, place: int) -> Term:
        """Make the term of a text in quotation marks."""
        return cls(Kind.TEXT, lambda facts: text, place, text)


_ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "==": operator.eq,
    "!=": operator.eq,
}
_TEXTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "contains": operator.contains,
    "startswith": str.startswith,
    "endswith": str.endswith,
}
_NEGATED = frozenset({"!=", "not in"})

OPERATORS = (*_ORDER, *_TEXTS, "matches", "in")
"""What compares two values; `not in` as well, which is two words."""


def compared(left: Term, sign: Token, right: Term) -> Term:
    """Return the comparison of two terms.

    Raises:
        TmxError: they can't be compared so.
    """
    if sign.written in _ORDER:
        holds = _ordered(left, sign, right)
    elif sign.written in _TEXTS:
        _demand(left, sign, Kind.TEXT)
        _demand(right, sign, Kind.TEXT)
        holds = _of_known(left.evaluate, _TEXTS[sign.written], right.evaluate)
    elif sign.written == "matches":
        holds = _matching(left, sign, right)
    else:
        _demand(left, sign, Kind.TEXT)
        _demand(right, sign, Kind.LIST, Kind.TEXT)
        held = right.evaluate
        holds = _of_known(left.evaluate, lambda item, holder: item in holder, held)
    if sign.written in _NEGATED:
        return Term(Kind.TRUTH, lambda facts: not holds(facts), left.place)
    return Term(Kind.TRUTH, holds, left.place)


def _of_known(
    left: Evaluate, compare: Callable[[Any, Any], bool], right: Evaluate
) -> Callable[[Facts], bool]:
    def holds(facts: Facts) -> bool:
        one = left(facts)
        if one is None:
            return False
        other = right(facts)
        return other is not None and compare(one, other)

    return holds


def _ordered(left: Term, sign: Token, right: Term) -> Callable[[Facts], bool]:
    if left.kind is Kind.DATE:
        right = _dated(right)
    elif right.kind is Kind.DATE:
        left = _dated(left)
    for term in (left, right):
        _demand(term, sign, Kind.NUMBER, Kind.TEXT, Kind.DATE)
    if left.kind is not right.kind:
        hint = ""
        if {left.kind, right.kind} == {Kind.NUMBER, Kind.TEXT}:
            hint = '; number(...) makes a number of a text: number(prop("x-rank")) > 3'
        raise error_at(
            sign.place,
            f"{left.kind.value} can't be compared with {right.kind.value}{hint}",
        )
    return _of_known(left.evaluate, _ORDER[sign.written], right.evaluate)


def _dated(term: Term) -> Term:
    """Take a text in quotation marks for a date, where it is compared with one."""
    if term.text is None:
        return term
    try:
        date = datetime.fromisoformat(term.text)
        date = date if date.tzinfo else date.replace(tzinfo=UTC)
    except ValueError:
        raise error_at(
            term.place, f"{term.text!r} is no date; write it like 2020-01-31 or 20200131T120000Z"
        ) from None
    return Term(Kind.DATE, lambda facts: date, term.place)


def _matching(left: Term, sign: Token, right: Term) -> Callable[[Facts], bool]:
    _demand(left, sign, Kind.TEXT)
    if right.text is None:
        raise error_at(right.place, "matches takes a pattern in quotation marks")
    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    try:
        pattern = re2.compile(right.text, options=options)
    except re2.error as error:
        (reason,) = error.args
        told = reason.decode() if isinstance(reason, bytes) else str(reason)
        raise error_at(right.place, f"the pattern is wrong: {told}") from error
    found = pattern.search
    evaluate = left.evaluate

    def holds(facts: Facts) -> bool:
        text = evaluate(facts)
        return text is not None and found(text) is not None

    return holds


def _demand(term: Term, sign: Token, *kinds: Kind) -> None:
    if term.kind not in kinds:
        wanted = " or ".join(kind.value for kind in kinds)
        raise error_at(term.place, f"{sign.written} takes {wanted}, not {term.kind.value}")
