"""What stands in another order."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, permutations

import numpy as np
import pytest

from align.documents import align_documents
from align.documents.grouping import group_by_paragraph
from align.documents.moved.crossings import pair_across
from align.encoders import UseMultilingual
from align.search.engine import Aligner, alone
from align.search.side import Side, plain_side
from tests.align.documents.moved.test_swaps import paired as paired_documents
from tests.align.documents.test_bare_labels import pair_of

ENCODER = UseMultilingual()
CHINESE = ["2012 年 12 月 3 日", "第 48 次全体会议", "市内各公园免费开放。"]
ENGLISH = ["48th plenary meeting", "3 December 2012", "He bought three apples."]

CONTRACT = [
    ("甲方委托乙方开发软件。", "Party A commissions Party B to develop software."),
    (
        "合同期限为三年，自签署之日起计算。",
        "The term of the contract is three years from the date of signature.",
    ),
    ("甲方应在三十日内支付款项。", "Party A shall pay within thirty days."),
    ("乙方保证软件不侵犯第三方权利。", "Party B warrants that the software infringes no rights."),
    ("任何一方违约应赔偿损失。", "A party in breach shall compensate the losses."),
    ("本合同适用中国法律。", "This contract is governed by the laws of China."),
    ("争议由北京仲裁委员会仲裁。", "Disputes shall be arbitrated by the Beijing Commission."),
    ("双方应对商业秘密保密。", "Both parties shall keep trade secrets confidential."),
]

SIGNED = [
    ("如有疑问，请与我们联系。", "Please contact us if you have any questions."),
    ("华东精密仪器有限公司", "East China Precision Instruments Co., Ltd."),
    ("售后服务部经理", "Manager, After-Sales Service Department"),
    ("王建国（签字）", "(signed) Wang Jianguo"),
]


MINUTES = [
    ("出席：张丽华、刘伟、赵敏", "Present: Zhang Lihua, Liu Wei, Zhao Min"),
    ("通过上次会议纪要", "Approval of the minutes of the last meeting"),
    (
        "全体委员一致通过第六次会议纪要。",
        "The minutes of the sixth meeting were approved unanimously.",
    ),
    ("最低报价为每台28万元，最高为36万元。", "The lowest quotation was 280,000 yuan a lift."),
    ("停车收费", "Parking charges"),
    ("经讨论，委员们认为涨幅过大。", "After discussion, members considered the rise excessive."),
    ("下次会议定于6月22日召开。", "The next meeting will be held on 22 June."),
]

WARNINGS = [
    ("感谢您购买本产品。", "Thank you for buying this product."),
    (
        "请勿用湿手拔插电源插头，否则可能导致触电。",
        "Do not plug or unplug the appliance with wet hands. You may get an electric shock.",
    ),
    (
        "请勿让儿童在无人看管的情况下使用本机。",
        "Do not let children use the appliance unattended.",
    ),
    (
        "请勿在未安装滤网时开机。",
        "Do not switch on the appliance without the filter in place.",
    ),
    ("请勿将本机放在加湿器旁边。", "Do not place the appliance next to a humidifier."),
    (
        "备注：首次使用时可能有轻微气味，属于正常现象。",
        "Note: A slight smell during first use is normal.",
    ),
    ("从滤网上取下塑料包装袋。", "Take the plastic bag off the filter."),
    ("每两周用吸尘器清洁一次预滤网。", "Vacuum the pre-filter every two weeks."),
]


def side(paragraphs: list[str], headings: Sequence[int] = ()) -> Side:
    """Paragraphs of one sentence each, some of them headings."""
    begins = np.ones(len(paragraphs) + 1, dtype=bool)
    plain = plain_side(paragraphs, "en", ENCODER)
    is_heading = np.isin(np.arange(len(begins)), headings)
    return replace(plain, breaks=replace(plain.breaks, begins=begins, headings=is_heading))


def paired(
    source: list[str],
    target: list[str],
    headings: tuple[Sequence[int], Sequence[int]] = ((), ()),
) -> list[tuple[int, int]]:
    """The paragraphs that are paired in the end, each a sentence."""
    sides = side(source, headings[0]), side(target, headings[1])
    aligner = Aligner(*sides)
    groups = pair_across(aligner, group_by_paragraph(aligner.align(), *sides), *sides)
    for taken in ("source", "target"):
        numbers = [n for group in groups for run in group for n in range(*getattr(run, taken))]
        assert sorted(numbers) == list(range(len(sides[taken == "target"])))
    return sorted(
        (run.source[0], run.target[0])
        for group in groups
        for run in group
        if not (run.only_source or run.only_target)
    )


def test_lines_that_changed_places_are_paired() -> None:
    assert {(0, 1), (1, 0)} <= set(paired(CHINESE, ENGLISH))


@pytest.mark.parametrize(("one", "other"), [*combinations(range(len(CONTRACT)), 2)])
def test_any_two_clauses_of_a_contract_may_have_changed_places(one: int, other: int) -> None:
    order = list(range(len(CONTRACT)))
    order[one], order[other] = other, one
    chinese, english = zip(*CONTRACT, strict=True)
    found = paired(list(chinese), [english[k] for k in order])
    assert all(order[column] == row for row, column in found)


@pytest.mark.parametrize("order", [[0, 6, 2, 3, 4, 5, 1], [0, 6, 2, 1, 3, 4, 5]])
def test_a_heading_and_a_text_may_have_changed_places(order: list[int]) -> None:
    chinese, english = zip(*MINUTES, strict=True)
    there = [place for place, k in enumerate(order) if k in (1, 4)]
    found = paired(list(chinese), [english[k] for k in order], ([1, 4], there))
    assert {row: order[column] for row, column in found} == {k: k for k in range(len(MINUTES))}


@pytest.mark.parametrize("order", [*permutations(range(1, 4))])
def test_the_short_lines_of_a_signature_may_stand_in_any_order(order: tuple[int, ...]) -> None:
    chinese, english = zip(*SIGNED, strict=True)
    found = paired(list(chinese), [english[0], *(english[k] for k in order)])
    assert found == sorted((row, column) for column, row in enumerate((0, *order)))


def test_what_the_search_finds_no_link_in_is_not_paired_across(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sides = side(CHINESE), side(ENGLISH)
    aligner = Aligner(*sides)
    groups = group_by_paragraph(aligner.align(), *sides)
    unlinked = [alone(0, sides[0], 1.0), alone(0, sides[1], 1.0).turned()]
    monkeypatch.setattr(aligner, "align_parts", lambda rows, columns: unlinked)
    assert pair_across(aligner, groups, *sides) == groups


def test_where_one_side_has_nothing_left_nothing_is_paired_across() -> None:
    assert paired(CHINESE[:1], ENGLISH[:2]) == [(0, 1)]


@pytest.mark.parametrize("place", range(len(WARNINGS) - 1))
def test_a_line_put_before_its_neighbour_is_paired(place: int) -> None:
    chinese = [one for one, _ in WARNINGS]
    chinese[place : place + 2] = reversed(chinese[place : place + 2])
    found = paired_documents(
        align_documents(*pair_of(chinese, [two for _, two in WARNINGS]), ENCODER)
    )
    assert found.keys() == set(WARNINGS)


@pytest.mark.parametrize(("first", "second"), [(4, 2), (3, 5), (6, 4)])
def test_two_neighbours_of_which_either_side_lacks_another_one_stay_unpaired(
    first: int, second: int
) -> None:
    chinese = [one for place, (one, _) in enumerate(WARNINGS) if place != first]
    english = [two for place, (_, two) in enumerate(WARNINGS) if place != second]
    found = paired_documents(align_documents(*pair_of(chinese, english), ENCODER))
    sure = {pair for pair, score in found.items() if score > 0.5}
    assert sure <= set(WARNINGS)
