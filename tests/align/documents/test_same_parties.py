"""Names that mean one party, as the documents tell."""

from __future__ import annotations

import pytest

from align.documents.same_parties import NONE_KNOWN, SameParties, find_same_parties
from align.search.clauses.search import Run

HOME = SameParties({"A": frozenset({"lessor"}), "lessor": frozenset({"A"})})


def told(pairs: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Find what two documents tell whose sentences are paired as they stand."""
    groups = [[Run((k, k + 1), (k, k + 1), 0.9)] for k in range(len(pairs))]
    texts = [one for one, _ in pairs], [other for _, other in pairs]
    return {name: set(others) for name, others in find_same_parties(groups, texts).others.items()}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("出租方（甲方）：林慧敏", ("A", "lessor")),
        ("甲方（出租人）：林慧敏", ("A", "lessor")),
        ("出卖人（以下简称“乙方”）", ("B", "seller")),
        ("買方(以下稱為甲方)", ("A", "buyer")),
        ("原告（承租人）", ("lessee", "plaintiff")),
        ("甲方/买方：", ("A", "buyer")),
        ("Landlord (Party A): Lin Huimin", ("A", "lessor")),
        ("Party B (the “Tenant”)", ("B", "lessee")),
        ("Party A (hereinafter referred to as the “Lender”)", ("A", "lender")),
        ("the Purchaser (hereinafter “Party B”)", ("B", "buyer")),
        ("Plaintiff, hereinafter Party A, lives in Paris.", ("A", "plaintiff")),
    ],
)
def test_a_definition_tells(text: str, names: tuple[str, str]) -> None:
    one, other = names
    assert told([("甲方应付款。乙方收款。", text)]) == {one: {other}, other: {one}}


@pytest.mark.parametrize(
    "text",
    [
        "Party A shall pay the Landlord (by transfer).",
        "甲方应向出租人付款。",
        "Buyer (Seller)",
        "Party A (whom the Landlord pays)",
        "甲方：林慧敏（出租方代表）",
        "Buyer (Party A) and Seller (Party A)",
    ],
)
def test_other_words_define_nothing(text: str) -> None:
    assert told([(text, "Party B and the Vendor")]) == {}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param(
            [("甲方付款。", "The Landlord pays."), ("甲方搬走。", "The Landlord moves out.")],
            {"A": {"lessor"}, "lessor": {"A"}},
            id="opposite each other twice",
        ),
        pytest.param([("甲方付款。", "The Landlord pays.")], {}, id="opposite each other once"),
        pytest.param(
            [("甲方付款。", "The Landlord pays."), ("甲方搬走。", "The Tenant moves out.")] * 2,
            {},
            id="opposite two names as often",
        ),
        pytest.param(
            [*[("甲方付款。", "The Landlord pays.")] * 3, ("甲方：", "Tenant:")],
            {"A": {"lessor"}, "lessor": {"A"}},
            id="opposite another name once",
        ),
        pytest.param(
            [("甲方通知乙方。", "The Landlord informs the Tenant.")] * 4,
            {},
            id="two on either side",
        ),
        pytest.param([("甲方付款。", "Party A pays.")] * 3, {}, id="the same on either side"),
        pytest.param(
            [("原告付款。", "The Tenant pays."), ("原告搬走。", "The Tenant moves out.")],
            {"plaintiff": {"lessee"}, "lessee": {"plaintiff"}},
            id="a litigant in a role",
        ),
        pytest.param(
            [("出租方（甲方）", "Landlord"), *[("乙方付款。", "The Landlord pays.")] * 3],
            {"A": {"lessor"}, "lessor": {"A"}},
            id="defined otherwise",
        ),
    ],
)
def test_what_is_opposite_each_other_again_and_again_tells(
    pairs: list[tuple[str, str]], expected: dict[str, set[str]]
) -> None:
    assert told(pairs) == expected


def test_of_each_party_all_names_are_known_and_one_stands_for_all() -> None:
    assert HOME.called({"lessor", "lessee"}) == {"A", "lessor", "lessee"}
    assert (
        HOME.each_once({"lessor", "lessee"}) == HOME.each_once({"A", "lessee"}) == {"A", "lessee"}
    )


def test_documents_that_tell_nothing_leave_each_name_alone() -> None:
    assert NONE_KNOWN.called({"A"}) == NONE_KNOWN.each_once({"A"}) == {"A"}
