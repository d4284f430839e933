"""Gathers what was linked into entries: one for each concept, with its forms and translations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from align.quality.pairs import UnitPair
from align.terms.candidates import Candidates, Mark
from align.terms.entries import Entry, Example, Form, Translation
from align.terms.pairing.linking import Linked
from align.units import PARAGRAPH

MOST_EXAMPLES = 3

_NOTHING_TO_TELL_APART = re.compile(r"[\s\u2010\u2011-]+")
_OF = re.compile("的")


@dataclass(frozen=True, slots=True)
class Text:
    """The units that the terms are from.

    Attributes:
        pairs: the units, as the candidates count them.
        documents: of each, the file's name.
    """

    pairs: Sequence[UnitPair]
    documents: Sequence[str]


def gather(
    source: Candidates,
    target: Candidates,
    linked: Sequence[Linked],
    scores: Sequence[float],
    text: Text,
) -> list[Entry]:
    """Make entries of linked candidates.

    Candidates that differ only by capitals, hyphens, spaces or 的 are forms of one; those that are
    translated alike but are written otherwise are not.

    Args:
        source: the candidates of the source.
        target: those of the target.
        linked: what was linked.
        scores: the scores of these.
        text: the units.

    Returns:
        The entries in descending order of their scores, those with the same by their text.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for place, link in enumerate(linked):
        groups[_key(source.usual(link.source))].append(place)
    entries = [
        _entry(source, target, [linked[at] for at in places], [scores[at] for at in places], text)
        for places in groups.values()
    ]
    return sorted(entries, key=lambda entry: (-entry.score, -entry.count, entry.text))


def _entry(
    source: Candidates,
    target: Candidates,
    linked: Sequence[Linked],
    scores: Sequence[float],
    text: Text,
) -> Entry:
    candidates = list(dict.fromkeys(link.source for link in linked))
    groups: dict[str, list[Linked]] = defaultdict(list)
    for link in linked:
        groups[_key(target.usual(link.target))].append(link)
    translations = [_translation(target, group) for group in groups.values()]
    translations.sort(key=lambda item: (-item.count, -item.probability, item.text))
    units = sorted({unit for which in candidates for unit in source.units(which)})
    return Entry(
        forms=_forms(source, candidates),
        translations=tuple(translations),
        count=int(sum(source.counts[which] for which in candidates)),
        units=len(units),
        documents=len({text.documents[unit] for unit in units}),
        score=round(max(scores), 4),
        examples=tuple(_examples(source, target, linked, text)),
        short=_is_short(source, candidates),
    )


def _translation(target: Candidates, linked: Sequence[Linked]) -> Translation:
    candidates = list(dict.fromkeys(link.target for link in linked))
    return Translation(
        forms=_forms(target, candidates),
        count=sum(link.count for link in linked),
        probability=round(max(link.probability for link in linked), 4),
        short=_is_short(target, candidates),
    )


def _forms(side: Candidates, candidates: Iterable[int]) -> tuple[Form, ...]:
    counts: Counter[str] = Counter()
    for which in candidates:
        counts.update(side.forms(which))
    return tuple(Form(text, count) for text, count in counts.most_common())


def _examples(
    source: Candidates, target: Candidates, linked: Sequence[Linked], text: Text
) -> list[Example]:
    """Give units of each translation in turn, the first ones, in the order of the text."""
    found: dict[int, Example] = {}
    by_unit = [
        (_first_spans(source, link.source), _first_spans(target, link.target)) for link in linked
    ]
    shared = [sorted(left.keys() & right.keys()) for left, right in by_unit]
    for turn in range(MOST_EXAMPLES):
        for units, (left, right) in zip(shared, by_unit, strict=True):
            if turn < len(units) and len(found) < MOST_EXAMPLES:
                unit = units[turn]
                pair = text.pairs[unit]
                found[unit] = Example(
                    text.documents[unit],
                    pair.name,
                    pair.properties.get(PARAGRAPH, ""),
                    pair.source.text,
                    pair.target.text,
                    left[unit],
                    right[unit],
                )
    return [found[unit] for unit in sorted(found)]


def _first_spans(side: Candidates, candidate: int) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for unit, start, end in side.spans(candidate):
        spans.setdefault(unit, (start, end))
    return spans


def _is_short(side: Candidates, candidates: Iterable[int]) -> bool:
    return any(side.marks[which] & Mark.SHORT for which in candidates)


def _key(text: str) -> str:
    """Return what the forms of one term have in common."""
    key = _NOTHING_TO_TELL_APART.sub("", text.casefold())
    return _OF.sub("", key) or key
