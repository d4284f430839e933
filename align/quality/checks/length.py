"""Length out of line: a side far longer or shorter than the other one leads to expect."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from align.quality.findings import Check, Found, Severity, each
from align.quality.pairs import Side, UnitPair
from corpora.characters import HAN

_UNSPACED = re.compile(f"[{HAN}\u3041-\u30ff][{HAN}\u3041-\u30ff]*")  # faster than with "+"
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}

EXPANSION = 3.4
"""So many letters of an alphabet say what one Chinese, Japanese or Korean character says.

Of the United Nations' pairs of 67/58, the Charter and the Universal Declaration it is about 3.5;
only large differences from it are told.
"""

SPREAD = 0.6
"""How far the logarithm of the ratio lies apart by itself in short segments of 20 letters, in
standard deviations of one; it falls with the root of the length to `LEAST_SPREAD`."""

LEAST_SPREAD = 0.22
OUT_OF_LINE = 3.6
"""So many standard deviations are out of line."""


def find_length(pair: UnitPair) -> Iterator[Found]:
    """Find a target that is far longer or shorter than its source."""
    sizes = [size(side) for side in pair.sides]
    if min(sizes) == 0 or max(sizes) < 12:
        return
    deviation = length_deviation(*sizes)
    if abs(deviation) > OUT_OF_LINE:
        longer = "longer" if deviation > 0 else "shorter"
        times = max(sizes) / min(sizes)
        yield Found(f"the target is {times:.1f} times {longer} than its source leads to expect")


def size(side: Side) -> float:
    """Return how much a text says, in letters of an alphabet."""
    return _size(side.text)


@lru_cache(maxsize=16)  # several checks ask for the same
def _size(text: str) -> float:
    if text.isascii():
        return float(len(text.translate(_NO_LETTERS)))
    unspaced = sum(map(len, _UNSPACED.findall(text)))
    return EXPANSION * unspaced + sum(map(str.isalnum, text)) - unspaced


def length_deviation(source: float, target: float) -> float:
    """Return how far two sizes differ, in standard deviations; above 0 the target is longer.

    Gale and Church (1993) found the difference to spread with the root of the length, and so does
    the logarithm of the ratio with one through it.
    """
    spread = max(LEAST_SPREAD, SPREAD * math.sqrt(20 / max(20.0, min(source, target))))
    return math.log(target / source) / spread


CHECKS = (
    Check(
        "length",
        Severity.WARNING,
        "A side that is far too short has lost words, or belongs to another unit.",
        (
            "大会决定设立一个由十二个会员国组成的特别委员会，审查会议的组织工作和议事规则。",
            "The Assembly decides.",
        ),
        each(find_length),
    ),
)
