"""Paragraphs that are paired one place off, or put into the pair of a neighbour."""

from __future__ import annotations

import pytest

from align.documents import align_documents
from tests.align.damage import Remembering
from tests.align.documents.moved.test_swaps import paired
from tests.align.documents.test_bare_labels import pair_of

ENCODER = Remembering()
CLAIM = "根据权利要求1所述的折叠自行车，其特征在于，"
CLAIM_IN_ENGLISH = "The folding bicycle according to claim 1, characterised in that "
CLAIMS = [
    (
        "1. 一种折叠自行车，包括前车架、后车架和铰链，其特征在于，所述铰链设有锁定机构。",
        "1. A folding bicycle comprising a front frame, a rear frame and a hinge, characterised in"
        " that the hinge is provided with a locking mechanism.",
    ),
    (
        f"2. {CLAIM}所述弹性件为压缩弹簧。",
        f"2. {CLAIM_IN_ENGLISH}the resilient member is a compression spring.",
    ),
    (
        f"3. {CLAIM}所述弹性件为碟形弹簧。",
        f"3. {CLAIM_IN_ENGLISH}the resilient member is a disc spring.",
    ),
    (
        f"4. {CLAIM}所述偏心凸轮由不锈钢制成。",
        f"4. {CLAIM_IN_ENGLISH}the eccentric cam is made of stainless steel.",
    ),
    (
        f"5. {CLAIM}所述铰链的转轴与地面垂直。",
        f"5. {CLAIM_IN_ENGLISH}the axis of the hinge is perpendicular to the ground.",
    ),
    (
        f"6. {CLAIM}还包括用于检测锁定机构是否锁紧的传感器。",
        f"6. {CLAIM_IN_ENGLISH}it further comprises a sensor for detecting whether the locking"
        " mechanism is locked.",
    ),
]
LETTERS = [
    [
        ("发件人：Sophie Laurent", "From: Sophie Laurent"),
        ("主题：回复：展台设计", "Subject: RE: Booth design"),
        ("好的，就按第二种方案做吧。", "OK, let's go with the second option."),
        ("周四能不能把报价发给我？", "Could you send me the quote by Thursday?"),
        ("谢谢！", "Thanks!"),
    ],
    [
        ("发件人：Sophie Laurent", "From: Sophie Laurent"),
        ("主题：展台设计", "Subject: Booth design"),
        (
            "我们将参加十月在广州举办的国际灯饰展，需要设计一个展台。",
            "We will be exhibiting at the lighting fair in Guangzhou in October and need a booth.",
        ),
        ("预算大约是15万元。", "Our budget is about RMB 150,000."),
        ("此致", "Kind regards,"),
    ],
]
INTERVIEW = [
    ("记者：蜜蜂教给您什么？", "Reporter: What have the bees taught you?"),
    ("马：慢慢来，你一急，它就蜇你。", "Ma: To be slow, for if you hurry, they sting you."),
    (
        "记者：听说前年冬天您损失很大。",
        "Reporter: I hear you had heavy losses the winter before last.",
    ),
    ("马：是的，死了四十多箱。", "Ma: Yes, more than forty hives died."),
    ("记者：为什么没有放弃？", "Reporter: Why didn't you give up?"),
    (
        "马：有一天早上出太阳，我看见一只蜂从箱子里爬出来。",
        "Ma: One morning the sun came out, and I saw a bee crawl out of the hive.",
    ),
    ("记者：谢谢您接受我们的采访。", "Reporter: Thank you for talking to us."),
    ("马：吃点蜂蜜再走吧。", "Ma: Have some honey before you go."),
]


@pytest.mark.parametrize("lacking", [(1, 3), (2, 4), (3, 1), (4, 2), (1, 4)])
def test_claims_between_two_that_either_side_lacks_keep_their_numbers(
    lacking: tuple[int, int],
) -> None:
    sides = [
        [claim[side] for place, claim in enumerate(CLAIMS) if place != lacking[side]]
        for side in (0, 1)
    ]
    found = paired(align_documents(*pair_of(*sides), ENCODER))
    assert found.keys() == {claim for place, claim in enumerate(CLAIMS) if place not in lacking}


def test_letters_in_another_order_keep_their_greetings_and_subjects() -> None:
    chinese = [line for letter in LETTERS for line, _ in letter]
    english = [line for letter in reversed(LETTERS) for _, line in letter]
    found = paired(align_documents(*pair_of(chinese, english), ENCODER))
    assert found.keys() == {line for letter in LETTERS for line in letter}


@pytest.mark.parametrize("place", range(7))
def test_a_line_that_moved_is_not_put_into_the_pair_of_its_neighbour(place: int) -> None:
    english = [line for _, line in INTERVIEW]
    english.insert(place, english.pop(6))
    sides = pair_of([line for line, _ in INTERVIEW], english)
    assert paired(align_documents(*sides, ENCODER)).keys() == set(INTERVIEW)


def test_an_answer_whose_next_one_is_left_out_keeps_its_partner() -> None:
    chinese = [
        "她忽然问：「他走的时候痛不痛？」",
        "「不痛。」",
        "「你骗我。」",
        "「是。」",
        "她点点头。",
    ]
    english = [
        '"Was he in pain when he went?" she asked.',
        '"No."',
        '"You\'re lying."',
        "She nodded.",
    ]
    found = paired(align_documents(*pair_of(chinese, english), ENCODER))
    assert (chinese[3], english[1]) not in found
