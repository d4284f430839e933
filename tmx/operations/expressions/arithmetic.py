"""How an expression calculates: what is done with something missing is missing."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence

from tmx.operations.expressions.facts import Facts
from tmx.operations.expressions.vocabulary import Evaluate

_OPERATIONS: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "%": operator.mod,
}


def chained(first: Evaluate, rest: Sequence[tuple[str, Evaluate]]) -> Evaluate:
    """Return what calculates from left to right; a division by nothing gives something missing."""
    steps = tuple((_OPERATIONS[sign], operand) for sign, operand in rest)

    def calculate(facts: Facts) -> float | None:
        value = first(facts)
        for operation, operand in steps:
            other = operand(facts)
            if value is None or other is None:
                return None
            try:
                # As floats: those become infinite where whole numbers would grow without end.
                value = operation(float(value), float(other))
            except ZeroDivisionError:
                return None
        return None if value is None else float(value)

    return calculate


def negative(operand: Evaluate) -> Evaluate:
    """Return what turns the sign."""

    def turn(facts: Facts) -> float | None:
        value = operand(facts)
        return None if value is None else -float(value)

    return turn
