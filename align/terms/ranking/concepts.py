"""Gathers what was linked into entries: one for each concept, with its forms and translations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from align.terms.candidates import Candidates, Mark
from align.terms.candidates.forms import forms_of, usual_forms
from align.terms.candidates.tokens import Int32s
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
    sides = (
        _Shown.of(source, [link.source for link in linked], text),
        _Shown.of(target, [link.target for link in linked], text),
    )
    groups: dict[str, list[int]] = defaultdict(list)
    for place, link in enumerate(linked):
        groups[_key(sides[0].usual[link.source])].append(place)
    entries = [
        _entry(*sides, [linked[at] for at in places], [scores[at] for at in places], text)
        for places in groups.values()
    ]
    longer = {sides[0].usual[which]: long for which, long in long_forms(source, linked).items()}
    entries = [replace(entry, short_for=longer.get(entry.text, "")) for entry in entries]
    return sorted(entries, key=lambda entry: (-entry.score, -entry.count, entry.text))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown of the linked candidates of a side.

    Attributes:
        side: the side.
        usual: the most frequent form of each.
        forms: how often each of its forms stands there.
    """

    side: Candidates
    usual: dict[int, str]
    forms: dict[int, Counter[str]]

    @classmethod
    def of(cls, side: Candidates, linked: Sequence[int], text: Text) -> _Shown:
        """Look up what was linked."""
        which = np.unique(np.array(linked, np.int64))
        names, forms = usual_forms(side, which), forms_of(side, which, text.times)
        return cls(
            side,
            dict(zip(which.tolist(), names, strict=True)),
            dict(zip(which.tolist(), forms, strict=True)),
        )

    def merged(self, candidates: Iterable[int]) -> tuple[Form, ...]:
        """Return the forms of several candidates together, the most frequent first."""
        counts: Counter[str] = Counter()
        for which in candidates:
            counts.update(self.forms[which])
        return tuple(Form(words, count) for words, count in counts.most_common())


def _entry(
    source: _Shown,
    target: _Shown,
    linked: Sequence[Linked],
    scores: Sequence[float],
    text: Text,
) -> Entry:
    candidates = list(dict.fromkeys(link.source for link in linked))
    groups: dict[str, list[Linked]] = defaultdict(list)
    for link in linked:
        groups[_key(target.usual[link.target])].append(link)
    translations = [_translation(target, group, text) for group in groups.values()]
    translations.sort(key=lambda item: (-item.count, -item.probability, item.text))
    side = source.side
    units = np.unique(np.concatenate([side.units(which) for which in candidates]))
    return Entry(
        forms=source.merged(candidates),
        translations=tuple(translations),
        count=sum(text.copies(side.unit[side.occurrences(which)]) for which in candidates),
        units=text.copies(units),
        documents=text.files_of(units),
        score=round(max(scores), 4),
        examples=tuple(_examples(side, target.side, linked, text)),
        short=_is_short(side, candidates),
    )


def _translation(target: _Shown, linked: Sequence[Linked], text: Text) -> Translation:
    candidates = list(dict.fromkeys(link.target for link in linked))
    return Translation(
        forms=target.merged(candidates),
        count=sum(text.copies(link.units) for link in linked),
        probability=round(max(link.probability for link in linked), 4),
        short=_is_short(target.side, candidates),
    )


def _examples(
    source: Candidates, target: Candidates, linked: Sequence[Linked], text: Text
) -> list[Example]:
    """Give units of each translation in turn, the first ones, in the order of the text."""
    found: dict[int, Example] = {}
    shared = [_shared(source.units(link.source), target.units(link.target)) for link in linked]
    for turn in range(MOST_EXAMPLES):
        for link, units in zip(linked, shared, strict=True):
            if turn < len(units) and len(found) < MOST_EXAMPLES:
                unit = units[turn]
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


def _shared(one: Int32s, other: Int32s) -> list[int]:
    """Return the first units that are in both; each is in order."""
    if len(other) < len(one):
        one, other = other, one
    places = np.minimum(np.searchsorted(other, one), len(other) - 1)
    shared: list[int] = one[other[places] == one][:MOST_EXAMPLES].tolist()
    return shared


def _is_short(side: Candidates, candidates: Iterable[int]) -> bool:
    return any(side.marks[which] & Mark.SHORT for which in candidates)


def _key(text: str) -> str:
    """Return what the forms of one term have in common."""
    key = _NOTHING_TO_TELL_APART.sub("", text.casefold())
    return _SMALL.sub("", key) or key
