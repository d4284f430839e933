"""Enumerations: (a), (b), (c) on one side must be (a), (b), (c) on the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from corpora.structure.numerals import numeral_readings

_NUMERAL = r"\d{1,2}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3}"
_LABEL = re.compile(
    rf"[(（](?P<in>{_NUMERAL})[)）](?=\s*\S)"
    rf"|(?:(?<=[\s;；:：,，])|^)(?P<before>{_NUMERAL})[)）](?=\s*\S)"
    r"|(?P<sign>[㈠-㈩①-⑳⑴-⒇])"
)
_MAY_BE_LABEL = re.compile("[)）㈠-㈩①-⑳⑴-⒇]")
_NUMBER_BEFORE = re.compile(r"(?:\d\s?|[第条條款段项項号號]\s?|[A-Za-z)）])$")


def find_lost_items(pair: UnitPair) -> Iterator[Found]:
    """Find labels of items that the other side has not."""
    most = [len(_MAY_BE_LABEL.findall(side.text)) for side in pair.sides]
    if min(most) < 1 or max(most) < 2:  # as in most pairs
        return
    labels = [_labels(side) for side in pair.sides]
    if not all(labels) or max(map(len, labels)) < 2:
        return
    values = [set().union(*(found for found, _ in items)) for items in labels]
    for items, other, side, name, other_name in (
        (labels[0], values[1], pair.source, "source", "target"),
        (labels[1], values[0], pair.target, "target", "source"),
    ):
        lost = [span for found, span in items if not found & other]
        if lost and len(items) > len(labels[1 if name == "source" else 0]):
            signs = ", ".join(side.text[start:end] for start, end in lost)
            places = tuple(Place(name, start, end) for start, end in lost)
            yield Found(f"the {other_name} has no item {signs}", places)


def _labels(side: Side) -> list[tuple[set[int], tuple[int, int]]]:
    """Return the labels of a text: every place in order that each can be, and its span."""
    found = []
    for match in _LABEL.finditer(side.text):
        numeral = match["in"] or match["before"] or match["sign"]
        if match["in"] and _NUMBER_BEFORE.search(
            side.text, max(0, match.start() - 2), match.start()
        ):
            continue  # "resolution 1325 (2)", article 7 (a): a reference, no item
        plain = numeral.strip("()")
        places = {value for _, value in numeral_readings(plain)}
        if not places:
            places = {value for _, value in numeral_readings(_plain(numeral))}
        if places:
            found.append((places, match.span()))
    return found


def _plain(sign: str) -> str:
    """Return the numeral in an enclosed one: ㈠ is 一, ① is 1."""
    return unicodedata.normalize("NFKC", sign).strip("()")


CHECKS = (
    Check(
        "item-lost",
        Severity.WARNING,
        "An item of a list that is on one side only was left out.",
        ("决定：(a) 审查；(b) 报告；(c) 休会", "Decides: (a) to review; (b) to adjourn"),
        each(find_lost_items),
    ),
)
