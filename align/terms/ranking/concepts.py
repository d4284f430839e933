"""Gathers what was linked into entries: one for each concept, with its forms and translations."""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from align.quality.pairs import UnitPair
from align.terms.candidates import Candidates, Mark
from align.terms.entries import Entry, Example, Form, Translation
from align.terms.pairing.linking import Linked
from align.terms.ranking.short_forms import long_forms
from align.units import PARAGRAPH

MOST_EXAMPLES = 3

LONGEST_UNIT = 2000
"""The most characters of a side: in longer units anything may stand together with anything."""

_NOTHING_TO_TELL_APART = re.compile(r"[\s\u2010\u2011-]+")
_SMALL = re.compile("[的之各]")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Text:
    """The units that the terms are from, each with its copies.

    What stands in several units in the same words on both sides is one unit here: a sentence that
    is repeated tells no more of what its terms are. It counts as often as it stands there.

    Attributes:
        pairs: the first of each, as the candidates count them.
        documents: of each, the names of the files of all copies.
    """

    pairs: Sequence[UnitPair]
    documents: Sequence[Sequence[str]]

    @classmethod
    def of(cls, units: Iterable[tuple[str, UnitPair]]) -> Text:
        """Gather units that have two sides, each given with the name of its file."""
        same: dict[tuple[str, str], tuple[UnitPair, list[str]]] = {}
        long = 0
        for name, pair in units:
            key = pair.source.text, pair.target.text
            if max(map(len, key)) > LONGEST_UNIT:
                long += 1
            elif all(map(str.strip, key)):
                same.setdefault(key, (pair, []))[1].append(name)
        if long:
            _log.warning(
                "units of more than %s characters, whose terms are not looked for: %s; "
                "align them by sentences",
                f"{LONGEST_UNIT:,}",
                f"{long:,}",
            )
        return cls([pair for pair, _ in same.values()], [names for _, names in same.values()])

    def copies(self, units: Iterable[int]) -> int:
        """Count units with their copies."""
        return sum(len(self.documents[unit]) for unit in units)


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
    units = sorted({unit for which in candidates for unit in source.units(which)})
    return Entry(
        forms=_forms(source, candidates, text),
        translations=tuple(translations),
        count=sum(text.copies(source.unit[source.occurrences(which)]) for which in candidates),
        units=text.copies(units),
        documents=len({name for unit in units for name in text.documents[unit]}),
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
        for unit, start, end in side.spans(which):
            counts[side.surface(unit, start, end)] += text.copies([unit])
    return tuple(Form(words, count) for words, count in counts.most_common())


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
                    text.documents[unit][0],
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
    return _SMALL.sub("", key) or key
