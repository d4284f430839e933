"""Counts what a memory holds: units, languages, words, doubles, scores, properties, dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import blake2b

from tmx.operations.figures import Language, PropertyType, Scores, Statistics
from tmx.operations.identity import Identity
from tmx.operations.ranking import SCORE
from tmx.operations.stale_scores import without_stale_scores
from tmx.operations.store import Store
from tmx.operations.words import count_words
from tmx.units import Annotation, Header, Note, Property, Record, Tag, Unit, Variant

_LAYOUT = """
    CREATE TABLE unit (whole INTEGER);
    CREATE TABLE target (source INTEGER, unit INTEGER);
    CREATE TABLE property (type INTEGER, value INTEGER);
"""
_DOUBLE_SOURCES = """
    SELECT COUNT(DISTINCT unit) FROM
        (SELECT unit, MIN(unit) OVER (PARTITION BY source) AS first FROM target)
    WHERE unit > first
"""
_DATES = ("creationdate", "changedate", "lastusagedate")
_MOST_KINDS = 1000
"""The most types of properties, tools and languages that are told apart; the rest is one."""

_MOST_VALUES = 10_000
"""The most values of a type of property that are held in memory; the rest is on disk."""

_OTHERS = "(others)"
_BATCH = 10_000
_STEPS = 1000
"""Scores are told apart to a thousandth."""


def statistics(header: Header, units: Iterable[Unit], *, score: str = SCORE) -> Statistics:
    """Count what a memory holds; the memory used does not grow with it.

    Args:
        header: that of the memory.
        units: taken one by one.
        score: the type of the property that holds the score.

    Raises:
        TmxError: the disk for temporary files is full.
    """
    with Store(_LAYOUT) as store:
        counting = _Counting(header, store, score)
        for unit in units:
            counting.add(unit)
        return counting.result()


class _Lengths:
    """What is counted of one language."""

    __slots__ = ("by_length", "characters", "words")

    def __init__(self) -> None:
        self.by_length: Counter[int] = Counter()
        self.words = 0
        self.characters = 0

    def add(self, text: str) -> None:
        self.by_length[len(text)] += 1
        self.words += count_words(text)
        self.characters += sum(map(len, text.split()))


class _Values:
    """Tells the values of one type of property apart."""

    __slots__ = ("count", "number", "seen")

    def __init__(self, number: int) -> None:
        self.number = number
        self.count = 0
        self.seen: set[int] = set()


class _Counting:
    """Counts unit by unit."""

    def __init__(self, header: Header, store: Store, score: str) -> None:
        self._store = store
        self._score = score
        self._identity = Identity(header.srclang)
        self._units = 0
        self._languages: dict[str, _Lengths] = {}
        self._empty: Counter[str] = Counter()
        self._combinations: Counter[str] = Counter()
        self._scores: Counter[int] = Counter()
        self._no_scores = self._stale = 0
        self._properties: dict[str, _Values] = {}
        self._notes = 0
        self._dates: dict[str, tuple[datetime, datetime]] = {}
        self._tools: Counter[str] = Counter()
        self._tags: Counter[str] = Counter()
        self._digests: list[tuple[int]] = []
        self._sources: list[tuple[int, int]] = []
        self._values: list[tuple[int, int]] = []

    def add(self, unit: Unit) -> None:
        self._units += 1
        self._annotations(unit.annotations)
        self._record(unit.record)
        score = unit.value(self._score)
        if score is not None and without_stale_scores(unit).value(self._score) is None:
            self._stale += 1
        elif score is not None:
            self._add_score(score)
        for variant in unit.variants:
            self._variant(variant)
        languages = ", ".join(dict.fromkeys(variant.language for variant in unit.variants))
        self._combinations[_kind(self._combinations, languages)] += 1
        whole, _ = self._identity.digests(unit)
        self._digests.append((_integer(whole),))
        self._sources += [
            (_integer(source), self._units) for source in self._identity.sources(unit)
        ]
        if len(self._digests) >= _BATCH:
            self._lay_by()

    def _variant(self, variant: Variant) -> None:
        self._annotations(variant.annotations)
        self._record(variant.record)
        tag = _kind(self._languages, variant.language)
        segment = variant.segment
        text = segment.text
        if not text or text.isspace():
            self._empty[tag] += 1
        lengths = self._languages.get(tag)
        if lengths is None:
            lengths = self._languages[tag] = _Lengths()
        lengths.add(text)
        if len(segment.content) > 1 or (segment.content and isinstance(segment.content[0], Tag)):
            self._tags.update(_names(segment.content))

    def _annotations(self, annotations: tuple[Annotation, ...]) -> None:
        for item in annotations:
            if isinstance(item, Property):
                self._property(item)
            elif isinstance(item, Note):
                self._notes += 1

    def _property(self, item: Property) -> None:
        kind = _kind(self._properties, item.type)
        values = self._properties.get(kind)
        if values is None:
            values = self._properties[kind] = _Values(len(self._properties))
        values.count += 1
        digest = _integer(
            blake2b(item.value.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        )
        if digest in values.seen:
            return
        if len(values.seen) < _MOST_VALUES:
            values.seen.add(digest)
        else:
            self._values.append((values.number, digest))

    def _record(self, record: Record) -> None:
        for name in _DATES:
            date = getattr(record, name)
            if date is not None:
                earliest, latest = self._dates.get(name, (date, date))
                if not earliest <= date <= latest or name not in self._dates:
                    self._dates[name] = min(earliest, date), max(latest, date)
        if record.creationtool is not None:
            tool = f"{record.creationtool} {record.creationtoolversion or ''}".rstrip()
            self._tools[_kind(self._tools, tool)] += 1

    def _add_score(self, text: str) -> None:
        try:
            score = float(text)
        except ValueError:
            score = -1.0
        if 0 <= score <= 1:
            self._scores[round(score * _STEPS)] += 1
        else:
            self._no_scores += 1

    def _lay_by(self) -> None:
        self._store.put("INSERT INTO unit VALUES (?)", self._digests)
        self._store.put("INSERT INTO target VALUES (?, ?)", self._sources)
        self._store.put("INSERT INTO property VALUES (?, ?)", self._values)
        self._digests.clear()
        self._sources.clear()
        self._values.clear()

    def result(self) -> Statistics:
        self._lay_by()
        different = self._store.count("SELECT COUNT(DISTINCT whole) FROM unit")
        return Statistics(
            units=self._units,
            languages=tuple(self._language(tag, item) for tag, item in self._languages.items()),
            combinations=_by_count(self._combinations),
            double_pairs=self._units - different,
            double_sources=self._store.count(_DOUBLE_SOURCES),
            scores=self._spread(),
            properties=tuple(
                PropertyType(name, item.count, self._different(item))
                for name, item in sorted(self._properties.items())
            ),
            notes=self._notes,
            dates=self._dates,
            tools=_by_count(self._tools),
            tags=_by_count(self._tags),
        )

    def _different(self, values: _Values) -> int:
        query = "SELECT COUNT(DISTINCT value) FROM property WHERE type = ?"
        return len(values.seen) + self._store.count(query, values.number)

    def _language(self, tag: str, item: _Lengths) -> Language:
        by_length = item.by_length
        return Language(
            tag=tag,
            variants=by_length.total(),
            empty=self._empty[tag],
            words=item.words,
            characters=sum(length * count for length, count in by_length.items()),
            without_spaces=item.characters,
            shortest=min(by_length),
            median=_median(by_length),
            longest=max(by_length),
        )

    def _spread(self) -> Scores:
        scores = self._scores
        tenths = [0] * 10
        for score, count in scores.items():
            tenths[min(9, score * 10 // _STEPS)] += count
        return Scores(
            units=scores.total(),
            others=self._no_scores,
            stale=self._stale,
            lowest=min(scores) / _STEPS if scores else None,
            median=_median(scores) / _STEPS if scores else None,
            highest=max(scores) / _STEPS if scores else None,
            tenths=tuple(tenths),
        )


def _names(content: Iterable[str | Tag]) -> Iterator[str]:
    for part in content:
        if isinstance(part, Tag):
            yield part.name
            yield from _names(part.content)


def _kind(known: Mapping[str, object], name: str) -> str:
    """Return what a name counts under: itself, unless there are too many already."""
    return name if name in known or len(known) < _MOST_KINDS else _OTHERS


def _median(counts: Mapping[int, int]) -> int:
    """Return the lower median of numbers, given how often each is there."""
    half = (sum(counts.values()) + 1) // 2
    for number in sorted(counts):
        half -= counts[number]
        if half <= 0:
            return number
    raise ValueError("there is no number")


def _by_count(counts: Counter[str]) -> dict[str, int]:
    """Return counts, the highest first, those of one number by their names."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _integer(digest: bytes) -> int:
    """Return eight bytes of a digest as SQLite's integer: small, and as good as unique."""
    return int.from_bytes(digest[:8], "big", signed=True)
