"""Two sentences of one paragraph that stand in another order."""

import math

import pytest

from align.alignment import Level
from align.documents import align_documents
from align.doubts import Reason
from align.integrity import find_faults
from align.units import segment_texts
from tests.align.damage import Remembering, document

ENCODER = Remembering()

OPENING = (
    "会议于上午十时在公司二楼会议室举行，由王主任主持。",
    "The meeting was held at ten in the morning in the conference room on the second floor, with"
    " Director Wang in the chair.",
)
FLIGHTS = (
    "国际机票请您先行购买，凭票报销，上限为人民币一万五千元。",
    "Please buy your own ticket; we will reimburse you against the receipt up to RMB 15,000.",
)
FEES = (
    "此外，我们还将支付每次讲座两千元的酬金。",
    "There is also a fee of RMB 2,000 for each lecture.",
)
SURVEY = (
    "王珊汇报了问卷调查的结果。",
    "Ms Wang presented the results of the survey.",
)
LIFTS = (
    "3号楼的电梯已使用18年，今年已发生故障11次。",
    "The lifts in building 3 are 18 years old and have broken down eleven times this year.",
)
TREES = (
    "社区花园里将种植二十棵桂花树。",
    "Twenty osmanthus trees will be planted in the community garden.",
)
CLOSING = (
    "会议于中午十二时结束，下次会议的时间另行通知。",
    "The meeting closed at noon; the date of the next one will be announced later.",
)
TURNED = [(FLIGHTS, FEES), (SURVEY, LIFTS), (LIFTS, TREES), (TREES, SURVEY), (FEES, TREES)]

Pair = tuple[str, str]


def found(source: list[str], target: list[str], level: Level = Level.SENTENCE) -> set[Pair]:
    sides = document(source, "zh-CN"), document(target, "en")
    alignment = align_documents(*sides, ENCODER, level)
    assert list(find_faults(alignment)) == []
    return {segment_texts(alignment, bead) for bead in alignment.beads()}


def both(one: Pair, other: Pair, *, turned: bool = False) -> Pair:
    return one[0] + other[0], " ".join((other[1], one[1]) if turned else (one[1], other[1]))


@pytest.mark.parametrize("level", [Level.SENTENCE, Level.CLAUSE])
@pytest.mark.parametrize(("one", "other"), TURNED)
def test_two_sentences_that_are_turned_round_are_one_bead(
    one: Pair, other: Pair, level: Level
) -> None:
    joined = both(one, other, turned=True)
    beads = found([OPENING[0], joined[0], CLOSING[0]], [OPENING[1], joined[1], CLOSING[1]], level)
    assert joined in beads


def test_how_sure_that_is_is_told_as_a_doubt() -> None:
    joined = both(FLIGHTS, FEES, turned=True)
    chinese, english = ([OPENING[side], joined[side], CLOSING[side]] for side in (0, 1))
    sides = document(chinese, "zh-CN"), document(english, "en")
    alignment = align_documents(*sides, ENCODER)
    bead = next(bead for bead in alignment.beads() if segment_texts(alignment, bead) == joined)
    assert bead.doubts[0].reason is Reason.CROSSED
    assert bead.score == pytest.approx(math.prod(doubt.factor for doubt in bead.doubts))


@pytest.mark.parametrize(("one", "other"), TURNED)
def test_others_of_their_paragraph_are_paired_as_before(one: Pair, other: Pair) -> None:
    joined = both(one, other, turned=True)
    beads = found(
        [OPENING[0] + joined[0] + CLOSING[0]], [" ".join((OPENING[1], joined[1], CLOSING[1]))]
    )
    assert beads == {OPENING, joined, CLOSING}


@pytest.mark.parametrize(("one", "other"), TURNED)
def test_two_sentences_in_order_are_two_beads(one: Pair, other: Pair) -> None:
    joined = both(one, other)
    beads = found([OPENING[0], joined[0], CLOSING[0]], [OPENING[1], joined[1], CLOSING[1]])
    assert beads == {OPENING, one, other, CLOSING}
