"""Turns an expression into a function that says whether it holds for a unit.

Recursive descent, after this grammar:

    expression = both {"or" both}
    both       = negation {"and" negation}
    negation   = "not" negation | comparison
    comparison = sum [operator sum]          operator: see `comparing`
    sum        = product {("+" | "-") product}
    product    = factor {("*" | "/" | "%") factor}
    factor     = "-" factor | number | text | name | name "(" sum ")" | "(" expression ")"
               | "[" text {"," text} "]"

What kind every part is, is known before any unit is seen, and so is every mistake.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from typing import Any

from tmx.operations.expressions.arithmetic import chained, negative
from tmx.operations.expressions.comparing import OPERATORS, Term, compared
from tmx.operations.expressions.facts import Facts
from tmx.operations.expressions.tokens import Token, error_at, tokenise
from tmx.operations.expressions.vocabulary import (
    FUNCTIONS,
    LOOKUPS,
    NAMES,
    Evaluate,
    Function,
    Kind,
    Lookup,
)

DEEPEST = 50
"""How many brackets, or `not`s, may stand inside each other."""

_WORDS = frozenset({"and", "or", "not"})


def parse(expression: str) -> Callable[[Facts], bool]:
    """Return the function that says whether an expression holds for a unit.

    It raises nothing. docs/filtering.md describes the language.

    Raises:
        TmxError: the expression is wrong; the message says where and what is.
    """
    return _Parser(list(tokenise(expression))).whole()


class _Parser:
    """Goes through the tokens of one expression."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._depth = 0

    def whole(self) -> Callable[[Facts], bool]:
        if self._token.kind == "end":
            raise error_at(1, "it is empty; write one such as score >= 0.8")
        term = self._truth(self._expression)
        if self._token.kind != "end":
            raise error_at(self._token.place, f"{self._token} can't follow what is before it")
        return term.evaluate

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._token
        self._next += token.kind != "end"
        return token

    def _took(self, *written: str) -> Token | None:
        """Take the next token if it is one of these signs or words."""
        token = self._token
        if token.kind in ("sign", "word") and token.written in written:
            return self._take()
        return None

    def _expect(self, sign: str) -> None:
        if self._took(sign) is None:
            raise error_at(self._token.place, f"{sign} is missing before {self._token}")

    @contextmanager
    def _deeper(self) -> Any:
        self._depth += 1
        if self._depth > DEEPEST:
            raise error_at(self._token.place, f"more than {DEEPEST} things inside each other")
        yield
        self._depth -= 1

    def _truth(self, part: Callable[[], Term]) -> Term:
        """Take a part that must be true or false."""
        place = self._token.place
        term = part()
        if term.kind is not Kind.TRUTH:
            raise error_at(
                place,
                f"{term.kind.value} stands where a condition must be; compare it with something",
            )
        return term

    def _expression(self) -> Term:
        return self._joined("or", any, self._both)

    def _both(self) -> Term:
        return self._joined("and", all, self._negation)

    def _joined(
        self, word: str, join: Callable[[Iterable[bool]], bool], part: Callable[[], Term]
    ) -> Term:
        place = self._token.place
        first = part()
        if self._token.written != word:
            return first
        if first.kind is not Kind.TRUTH:
            raise error_at(
                place,
                f"{first.kind.value} stands before {word!r}; compare it with something",
            )
        parts = [first.evaluate]
        while self._took(word):
            parts.append(self._truth(part).evaluate)
        conditions = tuple(parts)
        return Term(Kind.TRUTH, lambda facts: join(part(facts) for part in conditions), place)

    def _negation(self) -> Term:
        word = self._took("not")
        if word is None:
            return self._comparison()
        with self._deeper():
            negated = self._truth(self._negation).evaluate
        return Term(Kind.TRUTH, lambda facts: not negated(facts), word.place)

    def _comparison(self) -> Term:
        left = self._sum()
        operator = self._operator()
        if operator is None:
            return left
        term = compared(left, operator, self._sum())
        if (another := self._operator()) is not None:
            raise error_at(another.place, "write 'and' between two comparisons")
        return term

    def _operator(self) -> Token | None:
        """Take an operator that compares; "not in" is one."""
        token = self._token
        if token.kind == "word" and token.written == "not":
            following = self._tokens[self._next + 1]
            if following.written != "in":
                return None
            self._take()
            return self._take()._replace(written="not in", place=token.place)
        return self._took(*OPERATORS)

    def _sum(self) -> Term:
        return self._calculated(("+", "-"), self._product)

    def _product(self) -> Term:
        return self._calculated(("*", "/", "%"), self._factor)

    def _calculated(self, signs: tuple[str, ...], part: Callable[[], Term]) -> Term:
        first = part()
        rest: list[tuple[str, Evaluate]] = []
        while sign := self._took(*signs):
            operand = part()
            for term in (first, operand):
                _check_number(term, sign.written)
            rest.append((sign.written, operand.evaluate))
        return Term(Kind.NUMBER, chained(first.evaluate, rest), first.place) if rest else first

    def _factor(self) -> Term:
        token = self._take()
        match token.kind:
            case "number":
                number = float(token.written)
                return Term(Kind.NUMBER, lambda facts: number, token.place)
            case "text":
                return Term.of_text(_unquoted(token.written), token.place)
            case "word" if token.written not in _WORDS and token.written not in OPERATORS:
                return self._call(token) if self._took("(") else _name(token)
        with self._deeper():
            if token.written == "(":
                term = self._expression()
                self._expect(")")
                return term
            if token.written == "-":
                operand = self._factor()
                _check_number(operand, "-")
                return Term(Kind.NUMBER, negative(operand.evaluate), token.place)
        if token.written == "[":
            return self._list(token.place)
        raise error_at(token.place, f"a value is missing before {token}")

    def _list(self, place: int) -> Term:
        texts = [self._text("a list holds texts in quotation marks")]
        while self._took(","):
            texts.append(self._text("a list holds texts in quotation marks"))
        self._expect("]")
        held = frozenset(texts)
        return Term(Kind.LIST, lambda facts: held, place)

    def _text(self, demand: str) -> str:
        token = self._take()
        if token.kind != "text":
            raise error_at(token.place, f"{demand}, and this is {token}")
        return _unquoted(token.written)

    def _call(self, name: Token) -> Term:
        if lookup := LOOKUPS.get(name.written):
            term = self._looked_up(name, lookup)
        elif function := FUNCTIONS.get(name.written):
            with self._deeper():
                term = _applied(name, function, self._sum())
        else:
            known = [*FUNCTIONS, *LOOKUPS]
            raise error_at(name.place, _unknown(name.written, "function", known))
        self._expect(")")
        return term

    def _looked_up(self, name: Token, lookup: Lookup) -> Term:
        asked = self._text(f"{name.written}() takes {lookup.of} in quotation marks")
        return Term(Kind.TEXT, lambda facts: lookup.look_up(facts, asked), name.place)


def _applied(name: Token, function: Function, value: Term) -> Term:
    if value.kind not in function.takes:
        taken = " or ".join(sorted(kind.value for kind in function.takes))
        raise error_at(value.place, f"{name.written}() takes {taken}, not {value.kind.value}")
    evaluate, apply = value.evaluate, function.apply
    if function.of_missing:
        return Term(function.gives, lambda facts: apply(evaluate(facts)), name.place)

    def of_known(facts: Facts) -> Any:
        known = evaluate(facts)
        return None if known is None else apply(known)

    return Term(function.gives, of_known, name.place)


def _name(token: Token) -> Term:
    name = NAMES.get(token.written)
    if name is None:
        if token.written in FUNCTIONS or token.written in LOOKUPS:
            raise error_at(token.place, f"{token.written} needs its value in (brackets)")
        raise error_at(token.place, _unknown(token.written, "name", list(NAMES)))
    return Term(name.kind, name.evaluate, token.place)


def _check_number(term: Term, sign: str) -> None:
    if term.kind is not Kind.NUMBER:
        raise error_at(term.place, f"{sign} takes numbers, not {term.kind.value}")


def _unknown(written: str, noun: str, known: list[str]) -> str:
    near = difflib.get_close_matches(written, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f"there is no {noun} {written!r}; {hint}"


def _unquoted(written: str) -> str:
    mark = written[0]
    return written[1:-1].replace(mark * 2, mark)
