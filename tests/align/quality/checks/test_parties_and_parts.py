"""Parties and parts of documents: right pairs stay silent, wrong ones do not."""

import pytest

from align.quality.findings import Severity
from align.quality.scoring import signals
from tests.align.quality.pairs import found_by, pair

SAME_PARTIES = [
    ("甲方应向乙方付款", "Party B shall be paid by Party A"),
    ("乙方和丙方", "Parties B and C"),
    ("乙方应于十日内付款", "It shall pay within ten days"),
    ("双方应于十日内付款", "Party B shall pay within ten days"),
    ("乙方应通知另一方", "Party B shall give the other party a written notice"),
    ("乙方应通知第三方", "PARTY B SHALL GIVE A THIRD PARTY A NOTICE"),
    ("甲方不得转让", "The Party shall not assign"),
    ("买受人应验收货物", "The Purchaser shall inspect the goods"),
    ("买方", "the buyers"),
    ("乙方应交还房屋", "The Tenant shall return the premises"),
    ("转让方", "the Seller"),
    ("原告（反诉被告）", "the Plaintiff"),
    ("被告知权利", "the claimant was informed of his rights"),
    ("被许可方", "Licensee"),
    ("保险人应向被保险人支付赔款。", "The insurer shall pay the claim to the insured."),
    ("保险人应在三十日内赔偿。", "The insured shall be indemnified within thirty days."),
    ("投保人应如实告知。", "The insured shall disclose all facts."),
    ("被保险人支付的费用", "Expenses of the insured in notifying the insurer"),
    ("被保险人应及时报案。", "You must notify the insurer at once."),
    ("保险人支付保险金额。", "The Company pays the sum insured."),
    ("被保险人应通知再保险人。", "The insured shall notify the reinsurer."),
    ("保险人民币十万元", "insured for RMB 100,000, which the insured, too, pays"),
    ("原告到庭，被告未到庭。", "The plaintiff appeared; the defendant did not."),
    ("原告称，被告未付款。", "The plaintiff says that it was not paid; the plaintiff sued."),
    ("原告起诉。", "The plaintiff sued the defendant."),
]
OTHER_PARTIES = [
    ("甲方（盖章）", "Party B (seal)"),
    ("甲方应于十日内付款", "Party B shall pay within ten days"),
    ("甲方（买方）", "Party B (the Buyer)"),
    ("买方应付款", "The Seller shall pay"),
    ("出租人", "the Tenant"),
    ("许可方", "the Licensee"),
    ("转让方", "the Buyer"),
    ("原告称", "The defendant alleges"),
    ("贷款人", "Borrower"),
    ("乙方代表：", "PARTY A REPRESENTATIVE:"),
    ("丙方", "Parties A and B"),
    ("丁方", "Party C"),
    ("保险人应当在三十日内作出核定。", "The insured shall decide on the claim within thirty days."),
    ("被保险人应提供单证。", "The insurer shall provide the documents."),
    ("承保人", "Policyholder"),
]
ONE_FOR_ANOTHER = [
    (
        "原告的代理人到庭，被告拒不到庭。",
        "The agent of the plaintiff appeared, and the plaintiff failed to appear.",
    ),
    ("甲方应通知乙方。", "Party A shall notify Party A."),
    ("买方向卖方付款。", "The Buyer shall pay the Buyer."),
]
SAME_PARTS = [
    ("第一部分", "Part I"),
    ("附件1", "Annex I"),
    ("附件一", "Appendix 1"),
    ("附录B", "Appendix B"),
    ("附表二", "Table II"),
    ("C节", "Section C"),
    ("见丙节", "See section C"),
    ("第三节", "Section C"),
    ("第C节", "Section C"),
    ("第三章", "Chapter Three"),
    ("第二十一章", "Chapter Twenty-One"),
    ("附件一、二和三", "Annexes I, II and III"),
    ("附件一至三", "Annexes I–III"),
    ("第四和第五条", "Articles IV and V"),
    ("见附件二第三节", "See section III of annex II"),
    ("第一百条", "Article C"),
    ("附件三份", "Annex IV"),
    ("代表一", "Table II"),
    ("第一条件", "Article IV"),
    ("第三章", "In part I agree"),
    ("第二条", "the articles I wrote"),
    ("维生素C与表D", "Vitamin C and Table D"),
    ("见该附件", "See Annex III"),
    ("见附件三", "See the third annex"),
    ("附件三", "Part IV"),
    ("第3.2条", "Section 3.1"),
]
OTHER_PARTS = [
    ("附件二", "Annex III"),
    ("附件九", "Annex I"),
    ("第三章", "Chapter IV"),
    ("第三章", "Chapter Four"),
    ("第二部分", "Part III"),
    ("附录B", "Appendix A"),
    ("表A", "Table B"),
    ("见附件A第三节", "Section 3 of Annex B"),
    ("见附件A第一节", "Section 1 of Annex B"),
    ("第十四条", "Article XV"),
    ("见丁节", "See section C"),
    ("见D节", "See section C"),
    ("附件一和三", "Annexes I and II"),
    ("第三章第十四条", "Article XV of Chapter III"),
    ("附表甲", "Schedule B"),
    ("附件 IV", "annex iii"),
]


@pytest.mark.parametrize(
    ("check", "source", "target"),
    [
        *(("party-wrong", *texts) for texts in SAME_PARTIES),
        *(("part-wrong", *texts) for texts in SAME_PARTS),
    ],
)
def test_the_same_party_or_part_is_silent(check: str, source: str, target: str) -> None:
    assert found_by(check, pair(source, target)) == []
    assert found_by(check, pair(target, source, ("en", "zh-CN"))) == []


@pytest.mark.parametrize(
    ("check", "source", "target"),
    [
        *(("party-wrong", *texts) for texts in OTHER_PARTIES),
        *(("part-wrong", *texts) for texts in OTHER_PARTS),
    ],
)
def test_another_party_or_part_is_found(check: str, source: str, target: str) -> None:
    for found in (
        found_by(check, pair(source, target)),
        found_by(check, pair(target, source, ("en", "zh-CN"))),
    ):
        assert [item.severity for item in found] == [None]
        assert {place.side for place in found[0].places} == {"source", "target"}


@pytest.mark.parametrize(("source", "target"), ONE_FOR_ANOTHER)
def test_one_party_in_place_of_two_is_a_warning(source: str, target: str) -> None:
    for texts in (pair(source, target), pair(target, source, ("en", "zh-CN"))):
        (found,) = found_by("party-wrong", texts)
        assert found.severity is Severity.WARNING


def test_each_part_is_told_as_it_is_referred_to() -> None:
    (found,) = found_by("part-wrong", pair("见附件二第三节", "See Section 3 of Annex IV"))
    assert found.message == "the source refers to 附件二, the target to Annex IV"


def test_a_part_in_figures_that_differ_is_told_once() -> None:
    texts = pair("第十四条", "Article 15")
    assert found_by("number-wrong", texts) and not found_by("part-wrong", texts)


@pytest.mark.parametrize("texts", [("甲方", "乙方"), ("Annex I", "Annex II")])
def test_two_sides_in_one_language_are_not_compared(texts: tuple[str, str]) -> None:
    same = pair(*texts, ("zh-CN", "zh-TW") if texts[0] == "甲方" else ("en", "en-GB"))
    assert not found_by("party-wrong", same) and not found_by("part-wrong", same)


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("罚款三万元", "a fine of RMB 300,000", None),
        ("罚款3万元", "a fine of RMB 300,000", None),
        ("长三百米", "200 metres long", None),
        ("三万美元", "US$300,000", None),
        ("三名代表", "five delegates", Severity.WARNING),
        ("十二公里", "eight miles", Severity.WARNING),
    ],
)
def test_amounts_of_one_unit_that_differ_are_an_error_in_words_too(
    source: str, target: str, severity: Severity | None
) -> None:
    (found,) = found_by("number-wrong", pair(source, target))
    assert found.severity is severity


def test_the_unit_score_counts_none_of_what_it_was_not_trained_with() -> None:
    counted = {check.id for check in signals._CHECKS}
    assert "number-wrong" in counted
    assert counted.isdisjoint({"party-wrong", "part-wrong"})
