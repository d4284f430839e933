"""Generated memories: everything that the model can hold, and what every tool takes."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from tmx.units import (
    NO_RECORD,
    Element,
    Header,
    Note,
    Property,
    Record,
    Segment,
    Tag,
    Unit,
    Variant,
)

CHARACTERS = st.characters(
    codec="utf-8",
    exclude_characters=[chr(code) for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)],
)
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=20),
    st.sampled_from(["第三条", "<&>\"'", "]]>", "\r\n", "\t", "  ", "𠀀", "&amp;", "a\u2028b"]),
)
FILLED = TEXTS.filter(bool)
NAMES = st.from_regex(r"[a-w][a-z0-9_.\-]{0,8}", fullmatch=True)
EXTRA_NAMES = st.one_of(
    NAMES.map("vendor-{}".format), NAMES.map("{{http://example.org/v}}{}".format)
)
DATES = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)).map(
    lambda date: date.replace(microsecond=0, tzinfo=UTC)
)
LANGUAGES = st.sampled_from(["zh-CN", "en", "zh-Hans-CN", "ZH-cn", "zh_CN", "*all*", "x"])
EXTRA = st.lists(st.tuples(EXTRA_NAMES, TEXTS), max_size=2, unique_by=lambda pair: pair[0]).map(
    tuple
)


def optional(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(st.none(), strategy)


def contents(inside: st.SearchStrategy) -> st.SearchStrategy:
    """Text and other parts, with no two strings next to each other and none empty."""

    def joined(parts: list) -> tuple:
        done: list = []
        for part in parts:
            if isinstance(part, str) and done and isinstance(done[-1], str):
                done[-1] += part
            else:
                done.append(part)
        return tuple(done)

    return st.lists(st.one_of(FILLED, inside), max_size=4).map(joined)


def tags(inside: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(
        Tag,
        name=st.one_of(st.sampled_from(["bpt", "ept", "it", "ph", "hi", "sub", "ut"]), EXTRA_NAMES),
        content=contents(inside),
        i=optional(TEXTS),
        x=optional(TEXTS),
        type=optional(TEXTS),
        pos=optional(st.sampled_from(["begin", "end"])),
        assoc=optional(st.sampled_from("pfb")),
        datatype=optional(TEXTS),
        extra=EXTRA,
    )


TAGS = st.recursive(tags(st.nothing()), tags, max_leaves=3)
ELEMENTS = st.recursive(
    st.builds(Element, EXTRA_NAMES, EXTRA),
    lambda inside: st.builds(Element, EXTRA_NAMES, EXTRA, contents(inside)),
    max_leaves=3,
)
ANNOTATIONS = st.lists(
    st.one_of(
        st.builds(Note, TEXTS, optional(LANGUAGES), optional(TEXTS), EXTRA),
        st.builds(Property, TEXTS, TEXTS, optional(LANGUAGES), optional(TEXTS), EXTRA),
        ELEMENTS,
    ),
    max_size=3,
).map(tuple)
RECORDS = st.one_of(
    st.just(NO_RECORD),
    st.builds(
        Record,
        creationdate=optional(DATES),
        creationid=optional(TEXTS),
        changedate=optional(DATES),
        changeid=optional(TEXTS),
        creationtool=optional(TEXTS),
        creationtoolversion=optional(TEXTS),
        lastusagedate=optional(DATES),
        usagecount=optional(st.integers(0, 10**17)),
        datatype=optional(TEXTS),
        encoding=optional(TEXTS),
        memory_format=optional(TEXTS),
    ),
)
SEGMENTS = contents(TAGS).map(Segment)
VARIANTS = st.builds(Variant, LANGUAGES, SEGMENTS, ANNOTATIONS, RECORDS, EXTRA)
UNITS = st.builds(
    Unit,
    variants=st.lists(VARIANTS, max_size=3).map(tuple),
    tuid=optional(TEXTS),
    annotations=ANNOTATIONS,
    srclang=optional(LANGUAGES),
    segtype=optional(st.sampled_from(["block", "paragraph", "sentence", "phrase"])),
    record=RECORDS,
    extra=EXTRA,
)
HEADERS = st.builds(
    Header,
    srclang=LANGUAGES,
    creationtool=TEXTS,
    creationtoolversion=TEXTS,
    segtype=TEXTS,
    memory_format=TEXTS,
    adminlang=TEXTS,
    datatype=TEXTS,
    encoding=optional(TEXTS),
    creationdate=optional(DATES),
    creationid=optional(TEXTS),
    changedate=optional(DATES),
    changeid=optional(TEXTS),
    annotations=ANNOTATIONS,
    version=st.sampled_from(["1.1", "1.2", "1.3", "1.4", "1.4b"]),
    extra=EXTRA,
)

# What duiqi itself writes: two plain texts, properties and notes.
WORDS = st.text(CHARACTERS, min_size=1, max_size=30).filter(
    lambda text: text.strip() and not set(text) & set("\n\r\x85\u2028\u2029")
)
SAFE_ANNOTATIONS = st.lists(
    st.one_of(
        st.builds(Note, TEXTS),
        st.builds(Property, NAMES.map("x-{}".format), TEXTS),
    ),
    max_size=4,
).map(tuple)
SAFE_UNITS = st.builds(
    lambda source, target, tuid, annotations, date: Unit(
        (
            Variant("zh-CN", Segment.of(source)),
            Variant("en", Segment.of(target)),
        ),
        tuid,
        annotations,
        record=Record(creationdate=date, changedate=date),
    ),
    WORDS,
    WORDS,
    optional(TEXTS),
    SAFE_ANNOTATIONS,
    DATES,
)
