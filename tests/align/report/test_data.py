"""What the report's page holds."""

import io
import json
import re
from dataclasses import replace

import pytest

from align.quality.checking import check_pairs
from align.quality.checks import CHECKS
from align.report import report_units, write_report_of
from align.report.data import FIRST, first_to_look_at, in_target_order, row
from tests.align.quality.pairs import pair


def units(*texts: tuple[str, str]) -> list:
    pairs = [pair(*both) for both in texts]
    return report_units(pairs, check_pairs(pairs, CHECKS))


def page(*texts: tuple[str, str]) -> str:
    stream = io.BytesIO()
    write_report_of(stream, units(*texts), CHECKS, title="<m>.tmx", languages=("zh-CN", "en"))
    return stream.getvalue().decode()


def test_places_are_counted_as_javascript_counts() -> None:
    (unit,) = units(("𠀀于2018年", "in 2008"))
    places = row(unit)[5][0][3]  # type: ignore[index]
    assert places == [[0, 3, 7], [1, 3, 7]]


def test_errors_go_before_warnings_and_infos_are_none_to_look_at() -> None:
    made = units(
        ("大会,决定", "The Assembly decides"),
        ("不同意此事", "agrees with it"),
        ("2018年", "in 2008"),
    )
    assert first_to_look_at(made) == [(2, 2), (1, 1)]


def test_an_error_counts_as_a_very_low_score_and_goes_before_a_warning_with_a_high_one() -> None:
    texts = [("大会", "Assembly"), ("2018年", "in 2008"), ("不同意此事", "agrees with it")]
    scores = [(0.3, 0.9, 0.8), (0.001, 0.9, 0.3), (0.001, 0.0005, 0.8), (0.9, None, None)]
    orders = [[1, 0, 2], [0, 1, 2], [1, 0, 2], [1, 2]]
    for values, order in zip(scores, orders, strict=True):
        made = [
            replace(unit, score=score) for unit, score in zip(units(*texts), values, strict=True)
        ]
        assert [first for first, _ in first_to_look_at(made)] == order


def test_units_in_a_row_that_have_slipped_are_looked_at_together() -> None:
    meetings = [(f"第{number}次会议", f"{number - 1}th meeting") for number in range(11, 20)]
    other = ("2018年", "in 2008")
    made = units(("大会", "Assembly"), *meetings, ("大会", "Assembly"), other)
    slipped = [
        place
        for place, unit in enumerate(made)
        if any(finding.check == "shifted" for finding in unit.findings)
    ]
    assert slipped == list(range(slipped[0], slipped[-1] + 1))
    entries = first_to_look_at(made)
    assert entries[0] == (slipped[0], slipped[-1])
    assert (11, 11) in entries
    assert sum(last - first + 1 for first, last in entries) == len(meetings) + 1


def test_no_more_than_some_are_to_be_looked_at_first() -> None:
    assert len(first_to_look_at(units(*[("2018年", "in 2008")] * 50))) == FIRST


@pytest.mark.parametrize(
    ("properties", "headline"),
    [
        ([{"x-quality": "0.9"}, {"x-quality": "0.9"}, {"x-quality": "0"}], "66.7% of the units"),
        ([{"x-quality": "0.9"}, {"x-quality": "0.9"}, {}], "66.7% of the units"),
        ([{"x-quality": "0.9"}, {}, {}], "No errors and no warnings"),
        ([{"x-score": "0.9"}, {"x-score": "0.9"}, {}], "No errors and no warnings"),
    ],
    ids=["scored", "scored where there are two sides", "some scored", "the aligner scored"],
)
def test_a_verdict_is_given_by_the_scores_of_units_and_not_by_the_aligners(
    properties: list[dict[str, str]], headline: str
) -> None:
    texts = [("大会", "Assembly"), ("大会", "Assembly"), ("大会", "")]
    pairs = [
        replace(unit.pair, properties=each)
        for unit, each in zip(units(*texts), properties, strict=True)
    ]
    stream = io.BytesIO()
    made = report_units(pairs, [])
    write_report_of(stream, made, CHECKS, title="m.tmx", languages=("zh-CN", "en"))
    assert headline in stream.getvalue().decode()
    assert "without a partner" in stream.getvalue().decode()


def test_findings_stand_with_their_own_pair_even_where_pairs_are_alike() -> None:
    made = units(("2018年", "in 2008"), ("2018年", "in 2008"))
    assert [len(unit.findings) for unit in made] == [1, 1]


def test_the_page_holds_its_data_where_nothing_can_end_them() -> None:
    made = page(("</script><b>&", "a\u2028b"))
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', made, re.DOTALL)
    assert data
    assert not re.search("[<>&\u2028]", data[1])
    assert json.loads(data[1])["units"][0][2] == "</script><b>&"
    assert "&lt;m&gt;.tmx" in made


def test_the_same_pairs_give_the_same_page(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1354492800")
    assert page(("大会", "Assembly")) == page(("大会", "Assembly"))
    assert "3 December 2012" in page(("大会", "Assembly"))


def test_a_report_of_nothing_is_a_page() -> None:
    assert "<h1>No units</h1>" in page()


def _aligned(*scores: tuple[float, str]) -> list:
    """Make units with no findings, each with its score and the aligner's."""
    made = units(*[("大会", "Assembly")] * len(scores))
    pairs = [
        replace(unit.pair, properties={"x-quality": str(quality), "x-score": given})
        for unit, (quality, given) in zip(made, scores, strict=True)
    ]
    return report_units(pairs, [])


def test_a_unit_is_trusted_no_more_than_the_lower_one_of_its_scores() -> None:
    made = _aligned((0.9, "1"), (0.79, "0.1171"), (0.44, "0.9998"), (0.2, ""))
    assert [unit.trust for unit in made] == [0.9, 0.1171, 0.44, 0.2]
    assert first_to_look_at(made) == [(1, 1), (3, 3), (2, 2)]
    assert [row(unit)[4] for unit in made] == [900, 790, 440, 200]
    assert [row(unit)[6] for unit in made] == [1000, 117, 999, -1]


def written(made: list) -> str:
    stream = io.BytesIO()
    write_report_of(stream, made, CHECKS, title="m", languages=("zh-CN", "en"))
    return stream.getvalue().decode()


WARNED = units(("不同意此事", "agrees with it"))[0].findings


@pytest.mark.parametrize(
    ("scores", "warned", "looks"),
    [
        ([(0.9, "1")], 0, ""),
        ([(0.9, "0.3")], 1, ""),
        ([(0.9, "1")], 1, "1 that can be used as it is, but has a warning."),
        ([(0.9, "1"), (0.3, "1")], 2, "1 to look at by the verdict, and 1 more that can be used"),
        ([(0.9, "1")] * 2, 2, "2 that can be used as they are, but have a warning."),
    ],
)
def test_what_is_to_be_looked_at_besides_what_the_verdict_counts_is_told(
    scores: list[tuple[float, str]], warned: int, looks: str
) -> None:
    made = [
        replace(unit, findings=WARNED) if place < warned else unit
        for place, unit in enumerate(_aligned(*scores))
    ]
    page = written(made)
    assert (looks in page) if looks else ("that can be used" not in page)


def test_what_can_not_be_used_are_the_doubtful_pairs_where_no_error_was_found() -> None:
    made = written(_aligned((0.9, "1"), (0.3, "1"), (0.9, "0.3"), (0.9, "1")))
    assert "50% of the units can be used as they are; 2 to look at" in made
    assert "<dt>doubtful pairs</dt><dd>2</dd>" in made


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("1", "where its quality and its score are at least 0.5"),
        ("", "its quality is at least 0.5"),
    ],
)
def test_the_page_says_when_a_unit_can_be_used(given: str, hint: str) -> None:
    assert hint in written(_aligned((0.9, given)))


def test_units_are_put_in_the_order_of_their_targets_and_those_that_were_moved_are_told() -> None:
    texts = [("甲", "A"), ("乙", "B"), ("丙", ""), ("丁", "D"), ("", "E")]
    pairs = [unit.pair for unit in units(*texts)]
    made = report_units(pairs, [], [(1, 0), (2, 0), None, (0, 0), (3, 0)])
    assert [unit.moved for unit in made] == [False, False, False, True, False]
    assert in_target_order(made) == [3, 0, 1, 2, 4]
    assert in_target_order(report_units(pairs, [])) is None
