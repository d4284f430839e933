"""Gathers what was linked into entries: one for each concept, with its forms and translations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from align.terms.candidates import Candidates, Mark
from align.terms.entries import Entry, Example, Form, Translation
from align.terms.pairing.linking import Linked
from align.terms.ranking.short_forms import long_forms
from align.terms.text import Text

MOST_EXAMPLES = 3

_NOTHING_TO_TELL_APART = re.compile(r"[\s\u2010\u2011-]+")
_SMALL = re.compile("[的之各]")


def gather(
    source: Candidates,
    target: Candidates,
    linked: Sequence[Linked],
    scores: Sequence[float],
    text: Text,
) -> list[Entry]:
    """Make entries of linked candidates.

    Candidates that differ only by capitals, hyphens, spaces, or by 的, 之 and 各 are forms of one;
    those that are translated alike but are written otherwise are not.

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
    longer = {source.usual(which): long for which, long in long_forms(source, linked).items()}
    entries = [replace(entry, short_for=longer.get(entry.text, "")) for entry in entries]
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
    translations = [_translation(target, group, text) for group in groups.values()]
    translations.sort(key=lambda item: (-item.count, -item.probability, item.text))
    units = np.unique(np.concatenate([source.units(which) for which in candidates]))
    return Entry(
        forms=_forms(source, candidates, text),
        translations=tuple(translations),
        count=sum(text.copies(source.unit[source.occurrences(which)]) for which in candidates),
        units=text.copies(units),
        documents=text.files_of(units),
        score=round(max(scores), 4),
        examples=tuple(_examples(source, target, linked, text)),
        short=_is_short(source, candidates),
    )


def _translation(target: Candidates, linked: Sequence[Linked], text: Text) -> Translation:
    candidates = list(dict.fromkeys(link.target for link in linked))
    return Translation(
        forms=_forms(target, candidates, text),
        count=sum(text.copies(link.units) for link in linked),
        probability=round(max(link.probability for link in linked), 4),
        short=_is_short(target, candidates),
    )


def _forms(side: Candidates, candidates: Iterable[int], text: Text) -> tuple[Form, ...]:
    counts: Counter[str] = Counter()
    for which in candidates:
        times = text.times[side.unit[side.occurrences(which)]].tolist()
        for span, copies in zip(side.spans(which), times, strict=True):
            counts[side.surface(*span)] += copies
    return tuple(Form(words, count) for words, count in counts.most_common())


def _examples(
    source: Candidates, target: Candidates, linked: Sequence[Linked], text: Text
) -> list[Example]:
    """Give units of each translation in turn, the first ones, in the order of the text."""
    found: dict[int, Example] = {}
    shared = [
        np.intersect1d(source.units(link.source), target.units(link.target), assume_unique=True)
        for link in linked
    ]
    for turn in range(MOST_EXAMPLES):
        for link, units in zip(linked, shared, strict=True):
            if turn < len(units) and len(found) < MOST_EXAMPLES:
                unit = int(units[turn])
                found[unit] = Example(
                    text.file_of(unit),
                    text.names[unit],
                    text.paragraphs[unit],
                    text.sides[0][unit],
                    text.sides[1][unit],
                    source.first_span(link.source, unit),
                    target.first_span(link.target, unit),
                )
    return [found[unit] for unit in sorted(found)]


def _is_short(side: Candidates, candidates: Iterable[int]) -> bool:
    return any(side.marks[which] & Mark.SHORT for which in candidates)


def _key(text: str) -> str:
    """Return what the forms of one term have in common."""
    key = _NOTHING_TO_TELL_APART.sub("", text.casefold())
    return _SMALL.sub("", key) or key
