"""Where the sides begin and end: what was cut off shows, what is usual does not."""

import pytest

from align.quality.scoring.form import Form, compare_forms
from tests.align.quality.pairs import pair

LIKE = Form(
    0,
    ends_differ=False,
    one_ends=False,
    first_goes_on=False,
    second_goes_on=False,
    one_goes_on=False,
    first_open=False,
    second_open=False,
    one_labelled=False,
    cut_head=False,
    open_head=False,
    quotes_apart=0,
)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("大会决定休会。", "The Assembly decides to adjourn."),
        ("3. 请秘书长提出报告；", "3. Requests the Secretary-General to report;"),
        ("(a) 审查该项目；", "(a) Reviews the item;"),
        ("他说：“可以。”", "He said: “Yes.”"),
        ("回顾其报告，1", "Recalling its report,1"),
        ("第三条", "Article 3"),
        ("《宪章》生效。", "The “Charter” enters into force."),
    ],
)
def test_sides_that_are_whole_are_alike(source: str, target: str) -> None:
    assert compare_forms(pair(source, target)) == LIKE
    assert compare_forms(pair(target, source, ("en", "zh-CN"))) == LIKE


@pytest.mark.parametrize(
    ("source", "target", "signal", "value"),
    [
        ("大会决定休会，", "The Assembly decides to adjourn.", "ends_apart", 2),
        ("大会决定休会，", "The Assembly decides to adjourn.", "ends_differ", True),
        ("大会决定休会，", "The Assembly decides to adjourn.", "first_goes_on", True),
        ("大会决定休会。", "The Assembly decides to adjourn,", "second_goes_on", True),
        ("大会决定休会。", "The Assembly decides to adjourn;", "second_goes_on", False),
        ("大会决定休会；", "The Assembly decides to adjourn,", "one_goes_on", True),
        ("大会决定休会", "The Assembly decides to adjourn.", "first_open", True),
        ("大会决定休会", "The Assembly decides to adjourn", "first_open", False),
        ("大会决定休会。", "The Assembly decides to", "second_open", True),
        ("大会决定休会。", "The Assembly decides to", "one_ends", True),
        (
            "3. 请秘书长提出报告。",
            "Requests the Secretary-General to report.",
            "one_labelled",
            True,
        ),
        ("大会决定休会。", "decides to adjourn.", "cut_head", True),
        ("决定休会；", "decides to adjourn;", "open_head", True),
        ("“可以。”", "Yes.", "quotes_apart", 1),
    ],
)
def test_what_was_cut_off_shows(source: str, target: str, signal: str, value: object) -> None:
    assert getattr(compare_forms(pair(source, target)), signal) == value


def test_an_empty_text_has_a_form() -> None:
    assert compare_forms(pair("", "")) == LIKE
