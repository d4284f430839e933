"""The parties that a text speaks of: 甲方 is Party A and never Party B, whatever the words around.

By their meaning 甲方 and 乙方, or buyer and seller, are nearly the same to an encoder, and a
memory that takes one for the other is worth nothing. They are what contracts call their parties in
Chinese and English.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from align.quality.values.scanning import matches

_LETTERS = {"甲方": "A", "乙方": "B", "丙方": "C", "丁方": "D"}
_NAMES = {
    "buyer": (
        "买方|買方|买受人|買受人|受让方|受讓方|受让人|受讓人",
        "buyers?|purchasers?|transferees?|assignees?",
    ),
    "seller": (
        "卖方|賣方|出卖人|出賣人|出让方|出讓方|出让人|出讓人|转让方|轉讓方|转让人|轉讓人",
        "sellers?|vendors?|transferors?|assignors?",
    ),
    "lessor": ("出租人|出租方", "lessors?|landlords?"),
    "lessee": ("承租人|承租方", "lessees?|tenants?"),
    "lender": ("贷款人|貸款人|出借人", "lenders?"),
    "borrower": ("借款人|借款方", "borrowers?"),
    "licensor": ("(?<!被)许可方|(?<!被)許可方", "licensors?"),
    "licensee": ("被许可方|被許可方", "licensees?"),
    "insurer": (
        "(?<![被再])(?:保险人|保險人)(?![员員民])|承保人|承保方",
        "(?<!re)(?<!re-)insurers?|insurance compan(?:y|ies)|underwriters?",
    ),
    "insured": (
        "被(?:保险|保險)人|投保人|要保人",
        "policy ?holders?|(?<=the )insured"
        "(?= (?:persons?|part(?:y|ies)|and|or|who|has|have|fails?|shall|may|must|will|should)\\b"
        "|['’]s\\b|[,.;:)]|$)(?! \\w+(?: not)? be\\b)",
    ),
    "plaintiff": ("原告", "plaintiffs?|claimants?"),
    "defendant": ("被告(?![知诫誡诉訴])", "defendants?|respondents?"),
}
"""Of each party its Chinese names and its English ones. Who transfers for money sells, and is so
called. Who takes out a policy and who is insured by it are called alike by many; an insured person
to whom something is done ("shall be indemnified") may stand for the insurer who does it."""
_LITIGANTS = frozenset({"plaintiff", "defendant"})

_HAN = re.compile(
    "|".join(
        ["(?P<han>[甲乙丙丁]方)"]
        + [f"(?P<{name}>(?:{chinese})(?!(?<=方)[式案法]))" for name, (chinese, _) in _NAMES.items()]
    )
)
_HAN_FIRST = re.compile(
    "[甲乙丙丁买買卖賣出承贷貸借许許被转轉受原保投要](?=[方受卖賣租款许許可让讓告保险險])"
)
_LATIN = re.compile(
    "|".join(
        [
            # "Give the other party a notice" speaks of no Party A, in capitals neither.
            r"(?<!(?i:other|third) )(?<!(?i:each|such) )(?<!(?i:either) )"
            r"(?i:part(?:y|ies)) (?P<letters>[A-D](?:(?:, | ?[&/] ?| (?i:and|or) )[A-D])*)\b"
        ]
        + [rf"(?P<{name}>(?i:{english})\b)" for name, (_, english) in _NAMES.items()]
    )
)
_LATIN_FIRST = re.compile("[PBSVLTADRCIUpbsvltadrciu](?<![A-Za-z].)")


class Way(Enum):
    """How a party is called."""

    LETTER = auto()
    ROLE = auto()
    LITIGANT = auto()


@dataclass(frozen=True, slots=True)
class Party:
    """A party that a text names.

    Attributes:
        name: "A", "buyer".
        start: the first character of its name in the text, counted from 0.
        end: the character after the last one.
    """

    name: str
    start: int
    end: int


def find_parties(text: str) -> Iterator[Party]:
    """Find the parties that a text in Chinese or English names, those with Chinese names first."""
    if not text.isascii():
        for match in matches(_HAN, _HAN_FIRST, text):
            name = _LETTERS[match["han"]] if match["han"] else match.lastgroup or ""
            yield Party(name, *match.span())
    for match in matches(_LATIN, _LATIN_FIRST, text):
        if match["letters"]:
            signs = (sign for sign in match["letters"] if sign in _LETTERS.values())
            yield from (Party(sign, *match.span()) for sign in signs)
        else:
            yield Party(match.lastgroup or "", *match.span())


def parties_of(text: str) -> frozenset[str]:
    """Return which parties a text in Chinese or English names, in words that both share."""
    return frozenset(party.name for party in find_parties(text))


def way_of(name: str) -> Way:
    """Return how a party is called that has some name, as `Party` has it."""
    if name in _LETTERS.values():
        return Way.LETTER
    return Way.LITIGANT if name in _LITIGANTS else Way.ROLE


def are_others(names: Collection[str], others: Collection[str]) -> bool:
    """Whether two texts name other parties: in one way, by letters or roles, and none in common.

    A party may be called by its letter on one side and by its role on the other: 乙方 is a tenant
    in one contract and an employee in the next.
    """
    return not set(names) & set(others) and not {*map(way_of, names)}.isdisjoint(
        map(way_of, others)
    )
