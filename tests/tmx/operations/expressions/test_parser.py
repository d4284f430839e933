"""What expressions mean, what is wrong with them, and that nothing else can happen."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.strategies import UNITS
from tmx.errors import TmxError
from tmx.operations.expressions import Facts, parse
from tmx.operations.expressions.comparing import OPERATORS
from tmx.operations.expressions.vocabulary import FUNCTIONS, LOOKUPS, NAMES
from tmx.units import Note, Property, Record, Segment, Tag, Unit, Variant

UNIT = replace(
    Unit.pair(
        ("zh-CN", "大会回顾第3条，"),
        ("en", 'The Assembly "recalls" Article 3,'),
        tuid="un-1",
        annotations=(
            Property("x-score", "0.93"),
            Property("x-quality", "0.25"),
            Property("x-document", "A/RES/67/58"),
            Note("checked"),
        ),
    ),
    record=Record(
        creationdate=datetime(2019, 5, 1, tzinfo=UTC),
        changedate=datetime(2020, 5, 1, 12, tzinfo=UTC),
        creationid="li",
        creationtool="duiqi",
        usagecount=3,
    ),
)
BARE = Unit((Variant("en", Segment(("a", Tag("ph")))),))

TRUE = [
    "score >= 0.8 and length(target) < 2000 and not identical",
    "score > .9 and score < 1 and score != 1",
    "quality = 0.25",
    "length(source) = 8",
    "words(source) = 7 and words(target) == 5",
    "source contains '第3条' and not source contains '第4条'",
    "target startswith 'The' and target endswith ','",
    'target contains """recalls"""',
    r"source matches '第\d+条' and source matches '^\p{Han}{4}'",
    "target matches '(?i)ARTICLE'",
    "'Article' in target and 'article' not in target",
    "lower(target) contains 'article'",
    "tuid in ['un-1', 'un-2'] and tuid not in ['x']",
    "'en' in languages and 'fr' not in languages",
    "source_language = 'zh-CN' and target_language = 'en'",
    "text('ZH_cn') = source and missing(text('fr'))",
    "prop('x-document') startswith 'A/RES/'",
    "number(prop('x-score')) > 0.9",
    "note = 'checked' and not missing(note)",
    "changedate >= '2020-05-01' and changedate < '20200501T120001Z'",
    "creationdate < changedate and '2019-01-01' < creationdate",
    "changedate > '2020-05-01T19:59:59+08:00'",
    "creationtool = 'duiqi' and creationid = 'li' and missing(changeid)",
    "usagecount = 3 and missing(lastusagedate)",
    "number = 7",
    "length(target) / length(source) > 4",
    "1 + 2 * 3 = 7 and (1 + 2) * 3 = 9 and 7 % 4 = 3 and 8 - 2 - 1 = 5 and 8 / 2 / 2 = 2",
    "- - 2 = 2 and -2 * -1 = 2 and abs(-2) = 2",
    "true or false and false",
    "not (false or false) and not not true",
    "not tagged and not empty and not empty(source) and empty(text('fr'))",
    "source_tags = 0",
    "'a' < 'b'",
]


@pytest.mark.parametrize("expression", TRUE)
def test_it_holds(expression: str) -> None:
    facts = Facts(UNIT, "zh-CN", 7)
    assert parse(expression)(facts) is True
    assert parse(f"not ({expression})")(facts) is False


@pytest.mark.parametrize(
    ("expression", "holds"),
    [
        ("score < 0.5", False),
        ("score >= 0.5", False),
        ("score = 0.5", False),
        ("score != 0.5", True),
        ("not score < 0.5", True),
        ("score + 1 > 0", False),
        ("length(source) > 0", False),
        ("source contains ''", False),
        ("source matches ''", False),
        ("source in ['']", False),
        ("source not in ['']", True),
        ("missing(source) and missing(score) and missing(length(source))", True),
        ("missing(1 / 0) and missing(1 % 0)", True),
        ("missing(number('many'))", True),
        ("identical", False),
        ("empty", True),
        ("tagged and target_tags = 1 and missing(source_tags)", True),
    ],
)
def test_what_is_missing(expression: str, holds: bool) -> None:
    assert parse(expression)(Facts(BARE, "zh-CN")) is holds


def test_a_unit_is_identical_where_a_target_has_the_words_of_the_source() -> None:
    same = Unit.pair(("zh-CN", "UNDP"), ("en", "UNDP"))
    assert parse("identical")(Facts(same, "zh-CN"))
    more = replace(UNIT, variants=(*UNIT.variants, Variant("fr", UNIT.variants[0].segment)))
    assert parse("identical")(Facts(more, "zh-CN"))


def test_a_variants_score_counts_where_the_unit_has_none() -> None:
    first, second = UNIT.variants
    scored = replace(second, annotations=(Property("x-score", "0.7"),))
    unit = replace(UNIT, annotations=(), variants=(first, scored))
    assert parse("score = 0.7 and prop('x-score') = '0.7'")(Facts(unit, "zh-CN"))


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("", "character 1: it is empty"),
        ("   ", "character 1: it is empty"),
        ("score", "character 1: a number stands where a condition must be"),
        ("score >", "character 8: a value is missing before the end"),
        ("scor > 1", "character 1: there is no name 'scor'; did you mean score?"),
        ("lenght(source) > 1", "there is no function 'lenght'; did you mean length?"),
        ("length > 1", r"character 1: length needs its value in \(brackets\)"),
        ("length(score) > 1", r"character 8: length\(\) takes a text, not a number"),
        ("length(source > 1", r"\) is missing before '>'"),
        ("(score > 1", r"character 11: \) is missing before the end"),
        ("score > 1)", r"character 10: '\)' can't follow"),
        ("score > '1'", r"a number can't be compared with a text; number\(...\)"),
        ("source + 1 > 2", "character 1: \\+ takes numbers, not a text"),
        ("1 < score < 2", "character 11: write 'and' between two comparisons"),
        ("changedate > 'May'", "character 14: 'May' is no date; write it like 2020-01-31"),
        ("changedate > 5", "a date can't be compared with a number"),
        ("identical = true", "takes a number or a text or a date, not true or false"),
        ("note and true", "a text stands before 'and'"),
        ("true and note", "character 10: a text stands where a condition must be"),
        ("not 'a'", "character 5: a text stands"),
        ("source contains 5", "contains takes a text, not a number"),
        ("5 in ['5']", "in takes a text, not a number"),
        ("source in [5]", "character 12: a list holds texts in quotation marks"),
        ("source matches target", "matches takes a pattern in quotation marks"),
        ("source matches '(a'", r"character 16: the pattern is wrong: missing \)"),
        ("source matches '(?=a)'", "the pattern is wrong"),
        ("source matches '((a{1000}){1000}){1000}'", "the pattern is wrong"),
        ("prop(source) = ''", r"prop\(\) takes the type of a property in quotation marks"),
        ("note = 'a", "character 8: the text that begins with ' has no end"),
        ("note = “a”", "character 8: “ is no quotation mark here"),
        ("note = a;", "character 9: ';' has no meaning here"),
        ("__import__('os') = 1", "there is no function '__import__'"),
        ("source.text = 1", "character 7: '.' has no meaning here"),
        ("and", "a value is missing before 'and'"),
        ("(" * 60 + "true" + ")" * 60, "more than 50 things inside each other"),
        ("not " * 60 + "true", "more than 50 things inside each other"),
        ("-" * 60 + "1 = 1", "more than 50 things inside each other"),
        ("lower(" * 60, "more than 50 things inside each other"),
        ("true or " * 2000, "longer than 10,000 characters"),
        ("note = '\udcff'", "not in the encoding of this terminal"),
    ],
)
def test_a_mistake_is_told_with_its_place(expression: str, message: str) -> None:
    with pytest.raises(TmxError, match=message) as caught:
        parse(expression)
    assert "\n" not in str(caught.value)


def test_long_chains_are_no_matter() -> None:
    facts = Facts(UNIT, "zh-CN")
    assert parse("true and " * 1000 + "true")(facts)
    assert parse("1" + "+1" * 4000 + " = 4001")(facts)
    assert parse("usagecount" + "*usagecount" * 800 + " > 1")(facts)


@pytest.mark.parametrize("pattern", ["(a+)+$", "^(a|aa)*$", "(.*)*(.*)*(.*)*x", "^a{0,999}b"])
def test_no_pattern_takes_forever(pattern: str) -> None:
    unit = Unit.pair(("zh-CN", "a" * 20_000 + "!"), ("en", ""))
    assert parse(f"source matches '{pattern}'")(Facts(unit, "zh-CN")) is False


PIECES = [*NAMES, *FUNCTIONS, *LOOKUPS, *OPERATORS, "and", "or", "not", "(", ")", "[", "]", ","]
PIECES += [
    "+",
    "-",
    "*",
    "/",
    "%",
    "1",
    "0.5",
    "'a'",
    "'2020-01-31'",
    '"x-score"',
    "'(a'",
    "“",
    "'",
]
CONDITIONS = st.sampled_from(TRUE)
EXPRESSIONS = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.builds("{} {} not ({})".format, CONDITIONS, st.sampled_from(["and", "or"]), CONDITIONS),
    # Right ones with a piece taken out.
    st.builds(lambda text, at, n: text[:at] + text[at + n :], CONDITIONS, st.integers(0, 60),
              st.integers(0, 9)),
)  # fmt: skip


@given(EXPRESSIONS, UNITS, st.sampled_from(["en", "zh-CN", "*all*"]))
def test_an_expression_is_refused_or_holds_or_not(
    expression: str, unit: Unit, srclang: str
) -> None:
    try:
        holds = parse(expression)
    except TmxError as error:
        assert "the expression" in str(error)
        return
    assert holds(Facts(unit, srclang)) in (True, False)
