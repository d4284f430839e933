"""Numbers at the heads of paragraphs that a translator numbered anew."""

from dataclasses import replace

import pytest

from align.quality.findings import Severity
from align.quality.pairs import UnitPair
from tests.align.quality.pairs import found_by, pair

TENDER = [
    ("3.1 投标人承担全部费用。", "3.1 The Bidder bears all costs."),
    ("5. 招标文件的澄清", "4. Clarification of Bidding Documents"),
    ("5.1 投标人应提前15日提出。", "4.1 Queries shall be raised 15 days before."),
    ("5.2 招标人予以答复。", "4.2 The Purchaser replies."),
    ("（1）投标人撤回投标；", "(1) if the Bidder withdraws its bid;"),
    (
        "10.1 价格占30分，技术占50分，商务占20分。",
        "9.1 Bids are evaluated: 30 for price, 50 for technical merit and 20 for terms.",
    ),
]


def test_a_numbering_that_goes_on_one_lower_is_told_once_where_it_begins() -> None:
    (found,) = found_by("number-wrong", *(pair(*texts) for texts in TENDER))
    assert (
        found.message == "the source is numbered 5, the target 4, and so on in the units behind it"
    )
    assert found.severity is Severity.WARNING
    assert found.pair == pair(*TENDER[1])
    assert [TENDER[1][0][place.start : place.end] for place in found.places[:1]] == ["5"]


@pytest.mark.parametrize(
    "texts",
    [
        [("5. 澄清", "4. Clarification")],
        [("5. 澄清", "4. Clarification"), ("6. 语言", "6. Language")],
        [("5. 澄清", "4. Clarification"), ("语言", "Language")],
    ],
    ids=["the last", "right again", "without a number"],
)
def test_one_number_that_differs_is_a_warning_at_its_unit(texts: list[tuple[str, str]]) -> None:
    (found,) = found_by("number-wrong", *(pair(*item) for item in texts))
    assert found.message == "the source is numbered 5, the target 4"
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("5.1投标人答复", "4.1 The Bidder replies"),
        ("5.1.2投标人答复", "4.1.2 The Bidder replies"),
        ("（5）投标人答复", "(4) The Bidder replies"),
        ("5、投标人答复", "4. The Bidder replies"),
        ("第5条 适用范围", "Article 4. Scope"),
        ("第5条　适用范围", "Section 4 Scope"),
    ],
)
def test_numbers_at_the_head_are_known_in_any_form(source: str, target: str) -> None:
    for one in (pair(source, target), pair(target, source, ("en", "zh-CN"))):
        (found,) = found_by("number-wrong", one)
        assert found.severity is Severity.WARNING
        assert found.message.startswith("the source is numbered")


def test_another_step_of_the_numbering_is_told_anew() -> None:
    texts = [("5. 甲", "4. A"), ("6. 乙", "5. B"), ("8. 丙", "6. C"), ("9. 丁", "7. D")]
    found = found_by("number-wrong", *(pair(*item) for item in texts))
    assert [item.pair for item in found] == [pair(*texts[0]), pair(*texts[2])]


def test_a_step_within_a_part_ends_with_the_part() -> None:
    texts = [("5.2 甲", "4.2 A"), ("5.4 乙", "4.3 B"), ("5.5 丙", "4.4 C"), ("6. 丁", "5. D")]
    found = found_by("number-wrong", *(pair(*item) for item in texts))
    assert [item.pair for item in found] == [pair(*texts[0]), pair(*texts[1])]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("7. 根据权利要求6所述的系统，厚度为0.5毫米。", "6. The system of claim 5, 0.5 mm thick."),
        ("10. 权利要求1至9中任一项所述的系统。", "9. The system of any one of claims 1 to 8."),
        ("4.2 适用第4.1款的规定。", "3.2 Section 3.1 applies."),
    ],
)
def test_references_by_the_same_step_are_no_error(source: str, target: str) -> None:
    for one in (pair(source, target), pair(target, source, ("en", "zh-CN"))):
        (found,) = found_by("number-wrong", one)
        assert found.severity is Severity.WARNING
        assert found_by("number-missing", one) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("5. 有效期90天。", "4. Valid for 80 days."),
        ("5. 由7名成员组成。", "4. It has 6 members."),
        ("7. 根据权利要求6所述的系统。", "6. The system of claim 3."),
        ("5. 宽度为3至5毫米。", "4. The width is 2 to 4 mm."),
        ("3.5 公里长", "2.5 km long"),
        ("3.5人", "2.5 persons"),
        ("第5条规定了适用范围", "Article 4 provides for the scope"),
        ("3.5 亿人口", "2.5 billion people"),
    ],
)
def test_another_figure_of_the_text_is_an_error_still(source: str, target: str) -> None:
    for one in (pair(source, target), pair(target, source, ("en", "zh-CN"))):
        severities = [item.severity for item in found_by("number-wrong", one)]
        assert None in severities


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("第三章 投标人须知", "Section II. Instructions to Bidders", Severity.WARNING),
        ("第三章 投标人须知", "Chapter IV Instructions to Bidders", Severity.WARNING),
        ("第三章", "Chapter IV", None),
        ("第三章规定如下", "Chapter IV provides as follows", None),
        ("见第三章 投标人须知", "See Chapter IV, Instructions", None),
    ],
)
def test_a_heading_of_another_number_is_a_warning_and_a_reference_an_error(
    source: str, target: str, severity: Severity | None
) -> None:
    for one in (pair(source, target), pair(target, source, ("en", "zh-CN"))):
        (found,) = found_by("part-wrong", one)
        assert found.severity is severity


def added(source: str, target: str, numbers: tuple[str, str]) -> UnitPair:
    """Make a pair whose paragraphs are numbered by their documents, and not in their texts."""
    kinds = ("x-paragraph", "x-target-paragraph")
    return replace(pair(source, target), properties=dict(zip(kinds, numbers, strict=True)))


CLAIMS = [
    ("权利要求1至4中任一项所述的自行车。", "The bicycle of any one of claims 1 to 3.", ("5", "4")),
    ("权利要求6所述的自行车，角度为80°。", "The bicycle of claim 5, at 80°.", ("7.", "6.")),
    ("适用第9条。", "Section 8 applies.", ("第10条", "Section 9")),
    ("步骤2之后", "after step 1", ("9(3)", "8(2)")),
]


def test_numbers_that_documents_add_count_as_those_in_the_texts() -> None:
    found = found_by("number-wrong", *(added(*claim) for claim in CLAIMS[:3]))
    assert [item.message for item in found] == [
        "the source is numbered 5, the target 4, and so on in the units behind it"
    ]
    assert (found[0].severity, found[0].places) == (Severity.WARNING, ())


@pytest.mark.parametrize(("source", "target", "numbers"), CLAIMS)
def test_references_by_the_step_of_added_numbers_are_no_error(
    source: str, target: str, numbers: tuple[str, str]
) -> None:
    (found,) = found_by("number-wrong", added(source, target, numbers))
    assert found.severity is Severity.WARNING
    assert found_by("number-missing", added(source, target, numbers)) == []


@pytest.mark.parametrize(
    ("source", "target", "numbers"),
    [
        ("权利要求6所述的自行车。", "The bicycle of claim 3.", ("7", "6")),
        ("有效期90天。", "Valid for 80 days.", ("5", "4")),
        ("权利要求6所述的自行车。", "The bicycle of claim 5.", ("第七条", "Article 6")),
    ],
)
def test_other_figures_of_texts_with_added_numbers_are_an_error_still(
    source: str, target: str, numbers: tuple[str, str]
) -> None:
    assert None in [
        item.severity for item in found_by("number-wrong", added(source, target, numbers))
    ]
