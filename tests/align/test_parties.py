"""Which parties a text speaks of."""

import pytest

from align.parties import are_others, parties_of


@pytest.mark.parametrize(
    ("chinese", "english", "parties"),
    [
        ("甲方（盖章）：", "Party A (seal):", {"A"}),
        ("乙方代表", "PARTY B REPRESENTATIVE", {"B"}),
        ("甲方应向丙方付款。", "Party A shall pay Party C.", {"A", "C"}),
        ("丁方", "Party D", {"D"}),
        ("買方：", "Buyer:", {"buyer"}),
        ("卖方应向买受人交货。", "The Seller shall deliver to the Purchaser.", {"seller", "buyer"}),
        ("出租人", "Landlord", {"lessor"}),
        ("承租方", "the tenants", {"lessee"}),
        ("被许可方", "Licensee", {"licensee"}),
        ("许可方", "Licensor", {"licensor"}),
        ("转让方", "Assignor", {"seller"}),
        ("受让人", "Transferee", {"buyer"}),
        ("原告诉被告", "Plaintiff v. Respondent", {"plaintiff", "defendant"}),
        ("贷款人与借款人", "Lender and Borrower", {"lender", "borrower"}),
        ("保险人与被保险人", "the Insurer and the Insured", {"insurer", "insured"}),
        ("投保人", "Policyholder", {"insured"}),
        ("被保險人應通知承保人", "The insured must notify the underwriter", {"insurer", "insured"}),
    ],
)
def test_both_languages_name_the_same_parties(
    chinese: str, english: str, parties: set[str]
) -> None:
    assert parties_of(chinese) == parties_of(english) == parties


@pytest.mark.parametrize(
    "text",
    [
        "双方",
        "大会甲等",
        "转让方式",
        "转让方案",
        "出租方法",
        "third party",
        "the party also",
        "party at home",
        "buying",
        "第三方",
        "",
    ],
)
def test_other_words_name_none(text: str) -> None:
    assert parties_of(text) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("甲方", "Party B", True),
        ("出租方", "Tenant", True),
        ("买方", "Tenant", True),
        ("原告", "Defendant", True),
        ("甲方", "Party A and Party B", False),
        ("甲方", "Tenant", False),
        ("原告", "Landlord", False),
        ("转让方", "Seller", False),
        ("甲方", "Witness", False),
        ("甲方（出租方）", "Landlord", False),
        ("甲方（出租方）", "Tenant", True),
    ],
)
def test_other_parties_are_those_that_are_called_otherwise_in_one_way(
    one: str, other: str, expected: bool
) -> None:
    assert are_others(parties_of(one), parties_of(other)) is expected
