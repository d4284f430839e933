"""Short lines at each other's place, told apart by what they name."""

from __future__ import annotations

from itertools import permutations

import pytest

from align.alignment import Alignment
from align.documents import align_documents
from align.documents.moved.swaps import DOUBTFUL
from align.integrity import find_faults
from align.units import segment_texts
from tests.align.damage import Remembering
from tests.align.documents.test_bare_labels import pair_of

ENCODER = Remembering()
BODY = (
    [
        "甲方委托乙方开发软件，期限为三年。",
        "任何一方违约应赔偿对方的损失。",
        "本合同适用中国法律，自双方签字之日起生效。",
    ],
    [
        "Party A commissions Party B to develop software for a term of three years.",
        "A party in breach shall compensate the other for its losses.",
        "This contract is governed by the laws of China and takes effect when both have signed it.",
    ],
)
CLOSINGS = {
    "seals": [
        ("甲方（盖章）：", "Party A (seal):"),
        ("乙方（盖章）：", "Party B (seal):"),
        ("签订地点：上海", "Place of signing: Shanghai"),
    ],
    "three parties": [
        ("甲方：", "Party A:"),
        ("乙方：", "Party B:"),
        ("丙方：", "Party C:"),
    ],
    "buyer and seller": [("买方：", "Buyer:"), ("卖方：", "Seller:")],
    "numbered tables": [
        ("表1 2020年收入", "Table 1 Revenue in 2020"),
        ("表2 2021年收入", "Table 2 Revenue in 2021"),
    ],
    "dates": [
        ("开始日期：2023年1月1日", "Start date: 1 January 2023"),
        ("结束日期：2024年12月31日", "End date: 31 December 2024"),
    ],
    "contacts": [
        ("电话：010-8632 1200", "Tel: 010-8632 1200"),
        ("传真：010-8632 1201", "Fax: 010-8632 1201"),
        ("电邮：office@example.cn", "E-mail: office@example.cn"),
    ],
    "contacts and address": [
        ("地址：上海市南京西路1788号", "Address: 1788 West Nanjing Road, Shanghai"),
        ("电话：021-6288 0000", "Tel: 021-6288 0000"),
        ("传真：021-6288 0001", "Fax: 021-6288 0001"),
        ("电邮：info@example.com", "E-mail: info@example.com"),
    ],
    "contacts and person": [
        ("联系人：王芳", "Contact: Wang Fang"),
        ("电话：13900001111", "Telephone: 13900001111"),
        ("电子邮箱：wang@example.com", "Email: wang@example.com"),
        ("网址：www.example.com", "Website: www.example.com"),
    ],
    "empty fields": [("电话：", "Tel:"), ("传真：", "Fax:"), ("电邮：", "E-mail:")],
    "years with months": [
        ("2015.9—2018.6 东海大学，硕士", "2015–2018 MSc, Donghai University"),
        ("2011.9—2015.6 东海大学，学士", "2011–2015 BSc, Donghai University"),
    ],
    "days of one year": [
        ("发送时间：2026年7月2日", "Sent: 2 July 2026"),
        ("发送时间：2026年6月24日", "Sent: 24 June 2026"),
        ("发送时间：2026年7月1日", "Sent: 1 July 2026"),
    ],
    "times of one day": [
        ("上午9:00 报到", "9 a.m. Registration"),
        ("上午9:30 报告", "9.30 a.m. Lecture"),
        ("下午2:00 报告", "2 p.m. Lecture"),
    ],
    "names": [
        ("甲方代表：张伟", "For Party A: Zhang Wei"),
        ("乙方代表：约翰·史密斯", "For Party B: John Smith"),
        ("见证人：李娜", "Witness: Li Na"),
    ],
}


def paired(alignment: Alignment) -> dict[tuple[str, str], float]:
    assert list(find_faults(alignment)) == []
    beads = [bead for pair in alignment.pairs for bead in pair.beads]
    texts = [(segment_texts(alignment, bead), bead.score) for bead in beads]
    return {both: score for both, score in texts if all(both)}


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        pytest.param(lines, order, id=f"{name} {order}")
        for name, lines in CLOSINGS.items()
        for order in permutations(range(len(lines)))
    ],
)
def test_closing_lines_are_paired_in_any_order(
    lines: list[tuple[str, str]], order: tuple[int, ...]
) -> None:
    chinese = BODY[0] + [one for one, _ in lines]
    english = BODY[1] + [lines[place][1] for place in order]
    found = paired(align_documents(*pair_of(chinese, english), ENCODER))
    wrong = found.keys() - {*zip(*BODY, strict=True), *lines}
    assert not wrong
    assert len(found.keys() & set(lines)) >= len(lines) - 1


ROLES = {
    "lease": ("Landlord", "Tenant"),
    "sale": ("Buyer", "Seller"),
    "licence": ("Licensor", "Licensee"),
    "loan": ("Lender", "Borrower"),
    "transfer": ("Transferor", "Transferee"),
    "lawsuit": ("Plaintiff", "Defendant"),
}


@pytest.mark.parametrize(("first", "second"), ROLES.values(), ids=ROLES)
def test_a_party_is_called_by_its_letter_here_and_by_its_role_there(
    first: str, second: str
) -> None:
    lines = [
        ("甲方变更地址的，应在七日内书面通知对方。",
         f"If the {first} changes its address, it shall notify the other in writing within seven"
         " days."),
        ("乙方应对商业秘密保密。", f"The {second} shall keep trade secrets confidential."),
        ("未经甲方书面同意，乙方不得转让本合同。",
         f"The {second} may not assign this contract without the written consent of the {first}."),
        ("乙方应在发现故障后二十四小时内报告。",
         f"The {second} shall report faults within twenty-four hours of noticing them."),
        ("甲方（签字）：", f"{first} (signature):"),
        ("乙方（签字）：", f"{second} (signature):"),
    ]  # fmt: skip
    chinese, english = zip(*lines, strict=True)
    found = paired(align_documents(*pair_of(list(chinese), list(english)), ENCODER))
    assert found.keys() == set(lines)
    assert min(found.values()) > 0.5


DEFINED = [("出租方（甲方）：林慧敏", "Landlord (Party A): Lin Huimin"),
           ("承租方（乙方）：托马斯", "Tenant (Party B): Thomas")]  # fmt: skip
AGAIN = [("甲方应交付房屋。", "The Landlord shall hand over the property."),
         ("甲方应负责维修。", "The Landlord shall be responsible for repairs."),
         ("甲方应缴纳税款。", "The Landlord shall pay the taxes."),
    ("乙方应遵守物业规定。", "The Tenant shall observe the house rules."),
    ("乙方应爱护房屋。", "The Tenant shall take care of the property."),
         ("乙方应按时付租。", "The Tenant shall pay the rent on time.")]  # fmt: skip


@pytest.mark.parametrize("known", [DEFINED, AGAIN], ids=["defined", "opposite again and again"])
def test_a_role_that_is_another_letter_s_in_these_documents_is_doubtful(
    known: list[tuple[str, str]],
) -> None:
    chinese, english = ([pair[side] for pair in known] for side in (0, 1))
    sides = pair_of(
        [*chinese, *BODY[0], "甲方（签字）："], [*english, *BODY[1], "Tenant (signature):"]
    )
    found = paired(align_documents(*sides, ENCODER))
    assert found.get(("甲方（签字）：", "Tenant (signature):"), 0.0) <= DOUBTFUL
    assert min(found[pair] for pair in known) > 0.5


@pytest.mark.parametrize("known", [DEFINED, AGAIN], ids=["defined", "opposite again and again"])
def test_letters_and_roles_are_paired_in_any_order_as_the_documents_tell(
    known: list[tuple[str, str]],
) -> None:
    chinese, english = ([pair[side] for pair in known] for side in (0, 1))
    seals = [("甲方（签字）：", "Landlord (signature):"), ("乙方（签字）：", "Tenant (signature):")]
    sides = pair_of(
        [*chinese, *BODY[0], *(one for one, _ in seals)],
        [*english, *BODY[1], *(other for _, other in reversed(seals))],
    )
    found = paired(align_documents(*sides, ENCODER))
    assert found.keys() <= {*known, *zip(*BODY, strict=True), *seals}
    assert len(found.keys() & set(seals)) >= 1


@pytest.mark.parametrize("kept", [0, 1])
def test_of_two_lines_that_differ_by_the_party_the_right_one_keeps_the_partner(kept: int) -> None:
    chinese = ["甲方不得擅自解除本合同。", "乙方不得擅自解除本合同。"]
    english = [f"Party {party} shall not terminate this Contract at will." for party in "AB"]
    sides = pair_of(BODY[0] + chinese, [*BODY[1], english[kept]])
    found = paired(align_documents(*sides, ENCODER))
    assert found.keys() - set(zip(*BODY, strict=True)) == {(chinese[kept], english[kept])}


def test_a_pair_of_other_parties_that_finds_none_better_is_doubtful() -> None:
    sides = pair_of([*BODY[0], "乙方（盖章）："], [*BODY[1], "Party A (seal):"])
    found = paired(align_documents(*sides, ENCODER))
    assert found.get(("乙方（盖章）：", "Party A (seal):"), 0.0) <= DOUBTFUL


def test_one_line_that_is_two_on_the_other_side_stays_one_pair() -> None:
    chinese = "甲方：张伟 电话：010-8632 1200"
    english = ["Party A: Zhang Wei", "Tel: 010-8632 1200"]
    found = paired(align_documents(*pair_of([*BODY[0], chinese], [*BODY[1], *english]), ENCODER))
    assert (chinese, " ".join(english)) in found


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("付款：人民币3万元", "Payment: RMB 30,000"),
        ("电话：八六三二", "Tel: 8632"),
        ("甲方：上海某某公司", "Shanghai So-and-so Company"),
        ("共12页，第3页", "Page 3 of 12"),
    ],
)
def test_what_names_the_same_in_another_way_stays_a_pair(chinese: str, english: str) -> None:
    sides = pair_of([*BODY[0], chinese], [*BODY[1], english])
    assert paired(align_documents(*sides, ENCODER))[chinese, english] > 0.5


def test_a_pair_of_other_dates_is_doubtful_where_another_line_without_partner_tells_them() -> None:
    chinese = [*BODY[0], "发送时间：2026年7月2日 16:48"]
    english = [*BODY[1], "Sent: 24 June 2026 11:02", "Received by us on 2 July 2026, 16:48"]
    found = paired(align_documents(*pair_of(chinese, english), ENCODER))
    assert found.get((chinese[-1], english[-2]), 0.0) <= DOUBTFUL


def test_a_paragraph_that_is_two_on_the_other_side_keeps_both_whatever_they_name() -> None:
    chinese = "请填妥下列回条，于三十号或之前交回。如有查询，请致电2345 0199与陈主任联络。"
    english = [
        "Please complete the reply slip below and return it by the 30th.",
        "For enquiries, please call Ms. Chan at 2345 0199.",
    ]
    found = paired(align_documents(*pair_of([*BODY[0], chinese], [*BODY[1], *english]), ENCODER))
    assert {one for _, one in found} >= set(english)
