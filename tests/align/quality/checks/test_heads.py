"""Labels at the heads of both sides: they stand for no figure behind them."""

import pytest

from align.quality.checks.heads import agreeing_heads
from tests.align.quality.pairs import found_by, pair

WRONG = [
    ("三、租期为五年。", "3. The term is three years."),
    ("3、租期为5年。", "3. The term is three years."),
    ("（三）租期为五年；", "(3) the term is three years;"),
    ("（三）租期为五年；", "(c) the term is three years;"),
    ("（五）租期为三年；", "(v) the term is five years;"),
    ("(三) 租期为五年；", "(III) the term is three years;"),
    ("③租期为五年", "3) a term of three years"),
    ("第三条　期限三年", "Article 3 A term of five years"),
    ("第三条 租期为五年", "Article Three A term of three years"),
    ("第三条 （五）租期为两年", "Article 3 (5) The term is five years"),
    ("二、请假三日以上者，另附诊断证明。", "2. A certificate for an absence of two days or more."),
    ("五、购买三件以上可享受九折。", "5. Buy five or more for a 10% discount."),
]
RIGHT = [
    ("三、第三条适用。", "3. Article 3 applies."),
    ("（三）三年内", "(3) within three years"),
    ("三、三方协议", "3. A tripartite agreement"),
    ("第一条 双方", "Article 1 The two parties"),
    ("二、两国", "The two countries"),
    ("三、四年级学生", "third- and fourth-year students"),
    ("三人行", "A company of three"),
]
HEADS = [
    ("三、租期", "3. The term", ["三"], ["3"]),
    ("第三条 （五）租期", "Article 3 (5) The term", ["三", "五"], ["3", "5"]),
    ("第三条 （五）租期", "Article 3 (4) The term", ["三"], ["3"]),
    ("三、租期", "2. The term", [], []),
    ("三、租期", "The term", [], []),
    ("3.5公里", "3.5 km", [], []),
    ("三年", "three years", [], []),
    ("三、", "3.", [], []),
]


@pytest.mark.parametrize(("source", "target"), WRONG)
def test_a_label_stands_for_no_figure_behind_it(source: str, target: str) -> None:
    for one in (pair(source, target), pair(target, source, ("en", "zh-CN"))):
        assert len(found_by("number-wrong", one)) == 1
        assert found_by("number-missing", one) == []


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_right_pairs_with_labels_stay_silent(source: str, target: str) -> None:
    one = pair(source, target)
    assert found_by("number-wrong", one) == found_by("number-missing", one) == []


@pytest.mark.parametrize(("source", "target", "ours", "theirs"), HEADS)
def test_labels_at_the_heads_are_those_that_agree(
    source: str, target: str, ours: list[str], theirs: list[str]
) -> None:
    one = pair(source, target)
    found = agreeing_heads(one.source, one.target)
    assert [source[slice(*span)] for span in found[0]] == ours
    assert [target[slice(*span)] for span in found[1]] == theirs
