"""What only several units together show, tags, terms, and the run over a memory."""

import pytest

from align.quality.checking import check_pairs
from align.quality.checks import CHECKS
from align.quality.checks.terms import Term, terms_check
from align.quality.findings import Severity
from align.quality.pairs import Side, UnitPair, pairs_of
from tests.align.quality.pairs import found_by, pair
from tmx.units import Property, Tag, Unit


def test_a_source_with_two_targets_is_told_at_the_second() -> None:
    first, same, other = (
        pair("大会", "Assembly"),
        pair("大会，", "Assembly,"),
        pair("大会", "Meeting"),
    )
    assert found_by("target-differs", first, same) == []
    (found,) = found_by("target-differs", first, same, other)
    assert found.message == "unit 1 has the same source with 'Assembly'"


def test_a_target_of_two_sources_is_told_at_the_second() -> None:
    assert found_by("source-differs", pair("第一次会议", "Meeting"), pair("第二次会议", "Meeting"))


def _tagged(*contents: tuple[str | Tag, ...]) -> UnitPair:
    sides = [
        Side(language, "", content)
        for language, content in zip(("zh", "en"), contents, strict=True)
    ]
    return UnitPair(1, "unit 1", *sides)


def test_tags_that_are_lost_are_found() -> None:
    tag = Tag("ph", ("{0}",))
    assert found_by("tag-missing", _tagged(("大会", tag), (tag, "Assembly"))) == []
    (found,) = found_by("tag-missing", _tagged(("大会", tag), ("Assembly",)))
    assert found.message == "the target lacks <ph> ({0})"


def test_tags_that_close_before_they_open_are_found() -> None:
    opens, closes = Tag("bpt", i="1"), Tag("ept", i="1")
    right = (opens, "大会", closes)
    assert found_by("tag-order", _tagged(right, right)) == []
    assert found_by("tag-order", _tagged(right, (closes, "Assembly", opens)))


def _found_terms(source: str, target: str, *terms: Term) -> list[str]:
    findings = check_pairs([pair(source, target)], [terms_check(terms)])
    return [finding.message for _, finding in findings]


def test_a_term_without_its_translation_is_found() -> None:
    term = Term("行动纲领", ("Programme of Action",))
    assert _found_terms("执行行动纲领", "implementing the programme of action", term) == []
    assert _found_terms("执行行动纲领", "the Action Plan", term) == [
        "行动纲领: the target does not have Programme of Action"
    ]


def test_the_longer_of_two_terms_counts_and_plurals_are_known() -> None:
    terms = (Term("weapon", ("武器",)), Term("light weapon", ("轻武器",)))
    assert _found_terms("Light weapons", "轻武器", *terms) == []
    assert _found_terms("light weapons", "武器", *terms) == [
        "light weapons: the target does not have 轻武器"
    ]
    assert _found_terms("weaponry", "军火", *terms) == []


@pytest.mark.parametrize(
    "text",
    [
        "押金为三个月租金",
        "押金为3个月租金",
        "押金為三個月租金",
        "押金为十二个月租金",
        "预付几个月租金",
        "预付半个月租金",
        "欠付上个月租金",
        "预付两个半月租金",
        "3月租金已付",
        "十二月租金已付",
    ],
)
def test_a_month_that_is_counted_or_named_begins_no_term(text: str) -> None:
    monthly, rent = Term("月租金", ("monthly rent",)), Term("租金", ("rent",))
    assert _found_terms(text, "a deposit", monthly) == []
    assert _found_terms(text, "a deposit", monthly, rent) == ["租金: the target does not have rent"]
    assert _found_terms("monthly rent", text, Term("monthly rent", ("月租金",)))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("月租金", "月租金为一万元"),
        ("月租金", "每月租金为一万元"),
        ("月租金", "第一个月租金与月租金"),
        ("小时工资", "按小时工资计算"),
        ("工作日", "三个工作日内"),
        ("年度报告", "2020年度报告"),
        ("国家机关", "20个国家机关"),
    ],
)
def test_a_term_that_no_count_takes_apart_is_found(term: str, text: str) -> None:
    assert _found_terms(text, "nothing", Term(term, ("x",)))


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("Disputes", "the dispute"),
        ("dispute", "all disputes"),
        ("parties", "a party"),
        ("party", "both parties"),
        ("boxes", "in a box"),
        ("box", "in boxes"),
        ("Member States", "a member  state"),
        ("process", "processes"),
        ("statuses", "its status"),
        ("analysis", "the analysis"),
        ("series", "a series"),
    ],
)
def test_singular_and_plural_are_the_same_term(entry: str, text: str) -> None:
    assert _found_terms("争端", text, Term("争端", (entry,))) == []
    assert _found_terms(text, "别的", Term(entry, ("争端",)))


@pytest.mark.parametrize(("entry", "text"), [("us", "a u turn"), ("gas", "a gash")])
def test_what_only_looks_like_a_plural_is_none(entry: str, text: str) -> None:
    assert _found_terms("争端", text, Term("争端", (entry,)))


def test_entries_in_the_singular_and_the_plural_are_one() -> None:
    terms = (Term("dispute", ("争端",)), Term("disputes", ("纠纷",)))
    assert _found_terms("Disputes", "纠纷", *terms) == []
    assert _found_terms("a dispute", "争论", *terms) == [
        "dispute: the target does not have 争端 or 纠纷"
    ]


def test_no_terms_find_nothing() -> None:
    assert _found_terms("大会", "Assembly") == []


def test_a_severity_that_the_user_says_goes_first() -> None:
    one = pair("2018年", "in 2008")
    ((_, found),) = check_pairs(
        [one],
        [item for item in CHECKS if item.id == "number-wrong"],
        {"number-wrong": Severity.INFO},
    )
    assert (found.severity, found.number, found.name) == (Severity.INFO, 1, "unit 1")


def test_units_give_a_pair_for_each_target_and_empty_sides_for_what_is_missing() -> None:
    several = Unit(
        (
            *Unit.pair(("zh-CN", "大会"), ("en", "Assembly")).variants,
            *Unit.pair(("en", "General Assembly"), ("fr", "Assemblée")).variants,
        )
    )
    alone = Unit(
        Unit.pair(("zh-CN", "决定"), ("fr", "Décide")).variants, "t1", (Property("x-score", ".5"),)
    )
    other = Unit.pair(("de", "a"), ("fr", "b"))
    pairs = list(pairs_of([several, alone, other], "zh-CN", "en"))
    assert [(item.name, item.source.text, item.target.text) for item in pairs] == [
        ("unit number 1", "大会", "Assembly"),
        ("unit number 1", "大会", "General Assembly"),
        ("unit t1", "决定", ""),
    ]
    assert pairs[2].properties == {"x-score": ".5"}
