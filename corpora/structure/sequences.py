"""What the numbers of a whole document show: which of them begin anew, which run on."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpora.structure.label import RANKS, Label
from corpora.structure.numerals import Script

PLAIN = f"{Script.ARABIC}."
HAN_ITEM = f"({Script.HAN})"
OUTER = frozenset({f"{Script.HAN}.", f"{Script.UPPER_ROMAN}.", f"{Script.UPPER_LETTER}."})
_INNER = frozenset({HAN_ITEM})


def next_values(readings: Sequence[Sequence[Label]]) -> list[dict[str, int]]:
    """For the styles of each block: the value of the next label of that style in the document."""
    seen: dict[str, int] = {}
    result: list[dict[str, int]] = []
    for choices in reversed(readings):
        labels = [label for choice in choices for label in (*choice.items, choice)]
        result.append({label.style: seen[label.style] for label in labels if label.style in seen})
        seen.update({label.style: label.values[-1] for label in labels if label.values})
    return result[::-1]


class Later:
    """The values of the labels of each style, in the document's order."""

    def __init__(self, readings: Sequence[Sequence[Label]]) -> None:
        found: dict[str, dict[int, tuple[int, ...]]] = defaultdict(dict)
        for index, choices in enumerate(readings):
            for choice in choices:
                for label in (choice, *choice.items):
                    if label.values:
                        found[label.style].setdefault(index, label.values)
        self._places: Mapping[str, list[int]] = {style: list(at) for style, at in found.items()}
        self._values = found

    def next_values(self, style: str, index: int) -> tuple[int, ...]:
        """Return the values of the next label of a style behind a block; empty for none."""
        places = self._places.get(style, [])
        place = bisect_right(places, index)
        return self._values[style][places[place]] if place < len(places) else ()


def restarting_ranks(readings: Sequence[Sequence[Label]]) -> frozenset[int]:
    """The ranks that are numbered anew inside the parts above them; list items count as the last.

    Articles are taken to run on, all else to begin anew, unless the document shows otherwise.
    """
    items = RANKS["Article"] + 1
    last: dict[int, int] = {}
    crossed: dict[int, bool] = {}
    balance = dict.fromkeys(range(items + 1), 0)
    for choices in readings:
        for label in choices[:1]:
            if (label.style != PLAIN and not label.is_part) or not label.values:
                continue
            rank = RANKS.get(label.style, items)
            if rank in last and crossed.get(rank):
                balance[rank] += (label.values[0] == 1) - (label.values[0] == last[rank] + 1)
            last[rank], crossed[rank] = label.values[0], False
            if label.is_part:
                crossed.update({lower: True for lower in last if lower > rank > 1})
                if rank <= 1:
                    last = {r: value for r, value in last.items() if r <= rank}
    article = RANKS["Article"]
    return frozenset(r for r, b in balance.items() if (b > 0 if r == article else b >= 0))


def heading_styles(readings: Sequence[Sequence[Label]]) -> frozenset[str]:
    """The styles of items that Arabic paragraph numbers run on through: I., A., 一、 or （一）.

    Such items have numbered paragraphs between them. Several one behind the other, such as the
    answers to a question, are a list below the number.
    """
    last = 0
    balances = {OUTER: 0, _INNER: 0}
    crossed: list[str] = []
    for choices in readings:
        styles = {label.style for label in choices}
        if PLAIN in styles:
            value = choices[0].values[0]
            if len(set(crossed)) == len(crossed):
                step = (value == last + 1 and last > 0) - (value == 1 and last > 0)
                for kind in balances:
                    balances[kind] += step if not kind.isdisjoint(crossed) else 0
            last, crossed = value, []
        elif styles & (OUTER | _INNER):
            crossed += styles & (OUTER | _INNER)
        elif any(label.is_part for label in choices):
            last, crossed = 0, []
    return frozenset(style for kind, balance in balances.items() if balance > 0 for style in kind)
