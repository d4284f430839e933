"""Small memories for the tests of operations."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from tmx.reading import Memory
from tmx.units import (
    NO_RECORD,
    Header,
    Note,
    Property,
    Record,
    Segment,
    Tag,
    Unit,
    Variant,
)

HEADER = Header("zh-CN", "t", "1")


def pair(
    source: str,
    target: str,
    *,
    tuid: str | None = None,
    score: str | None = None,
    year: int | None = None,
) -> Unit:
    """Make a unit of Chinese and English, with a score and the year of its last change."""
    annotations = () if score is None else (Property("x-score", score),)
    unit = Unit.pair(("zh-CN", source), ("en", target), tuid=tuid, annotations=annotations)
    if year is None:
        return unit
    return replace(unit, record=Record(changedate=datetime(year, 1, 1, tzinfo=UTC)))


def memory(units: Iterable[Unit], header: Header = HEADER, name: str = "a.tmx") -> Memory:
    return Memory(name, header, iter(units))


def targets(units: Iterable[Unit]) -> list[str]:
    """Return the words of each unit's last variant."""
    return [unit.variants[-1].segment.text for unit in units]


def _choices(*choices: object) -> st.SearchStrategy:
    return st.sampled_from(choices)


_SEGMENTS = st.sampled_from(
    [Segment.of(text) for text in ("大会", "大会。", "Assembly", "ASSEMBLY", "")]
    + [Segment(("大", Tag("ph", x="1"))), Segment((Tag("hi", ("大会",)),))]
)
_RECORDS = st.sampled_from(
    [NO_RECORD, Record(creationid="me")]
    + [Record(changedate=datetime(year, 1, 1, tzinfo=UTC)) for year in (2001, 2020)]
)
_ANNOTATIONS = st.sampled_from(
    [(), (Note("n"),), (Property("x-score", "0.9"),), (Property("x-score", "0.1"), Note("n"))]
)
_VARIANTS = st.builds(
    Variant, _choices("en", "zh-CN", "zh_cn", "fr"), _SEGMENTS, _ANNOTATIONS, _RECORDS
)
SIMILAR_UNITS = st.builds(
    Unit,
    variants=st.lists(_VARIANTS, max_size=3).map(tuple),
    tuid=_choices(None, "1", "2"),
    annotations=_ANNOTATIONS,
    srclang=_choices(None, None, "fr"),
    segtype=_choices(None, None, "block"),
    record=_RECORDS,
)
"""Units of few values, so that many are doubles, or contradict each other."""
