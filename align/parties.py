"""The parties that a text speaks of: 甲方 is Party A and never Party B, whatever the words around.

By their meaning 甲方 and 乙方, or buyer and seller, are nearly the same to an encoder, and a
memory that takes one for the other is worth nothing. They are what contracts call their parties in
Chinese and English.
"""

from __future__ import annotations

import re

_NAMES = {
    "A": ("甲方", r"part(?:y|ies) a"),
    "B": ("乙方", r"part(?:y|ies) b"),
    "C": ("丙方", r"part(?:y|ies) c"),
    "D": ("丁方", r"part(?:y|ies) d"),
    "buyer": ("买方|買方|买受人|買受人", "buyers?|purchasers?"),
    "seller": ("卖方|賣方|出卖人|出賣人", "sellers?|vendors?"),
    "lessor": ("出租人|出租方", "lessors?|landlords?"),
    "lessee": ("承租人|承租方", "lessees?|tenants?"),
    "lender": ("贷款人|貸款人|出借人", "lenders?"),
    "borrower": ("借款人|借款方", "borrowers?"),
    "licensor": ("(?<!被)许可方|(?<!被)許可方", "licensors?"),
    "licensee": ("被许可方|被許可方", "licensees?"),
    "transferor": ("转让方|轉讓方|转让人|轉讓人", "transferors?|assignors?"),
    "transferee": ("受让方|受讓方|受让人|受讓人", "transferees?|assignees?"),
    "plaintiff": ("原告", "plaintiffs?|claimants?"),
    "defendant": ("被告", "defendants?|respondents?"),
}
"""Of each party its Chinese names and its English ones."""

_PATTERN = re.compile(
    "|".join(
        rf"(?P<{name}>{chinese}|\b(?:{english})\b)" for name, (chinese, english) in _NAMES.items()
    ),
    re.IGNORECASE,
)


def parties_of(text: str) -> frozenset[str]:
    """Return which parties a text in Chinese or English names, in words that both share."""
    return frozenset(match.lastgroup or "" for match in _PATTERN.finditer(text))
