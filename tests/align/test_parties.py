"""Which parties a text speaks of."""

import pytest

from align.parties import parties_of


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
        ("转让方", "Assignor", {"transferor"}),
        ("受让人", "Transferee", {"transferee"}),
        ("原告诉被告", "Plaintiff v. Respondent", {"plaintiff", "defendant"}),
        ("贷款人与借款人", "Lender and Borrower", {"lender", "borrower"}),
    ],
)
def test_both_languages_name_the_same_parties(
    chinese: str, english: str, parties: set[str]
) -> None:
    assert parties_of(chinese) == parties_of(english) == parties


@pytest.mark.parametrize(
    "text",
    ["双方", "大会甲等", "third party", "the party also", "party at home", "buying", "第三方", ""],
)
def test_other_words_name_none(text: str) -> None:
    assert parties_of(text) == frozenset()
