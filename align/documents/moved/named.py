"""What a short line names: parties, figures, addresses, and the field of a form that it fills in.

None of it is told by meaning: to an encoder two telephone numbers are the same, and so are nearly
Tel. and Fax.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from align.parties import parties_of

_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_LONG = 4
"""Digits of a figure that tells a line from others: of a telephone, an account, a year."""
_ADDRESSES = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[\w./%~-]+", re.ASCII)
_FIELDS = {
    "phone": ("电话|電話|手机|手機|座机", "tel|telephone|phone|mobile|cell"),
    "fax": ("传真|傳真", "fax|facsimile"),
    "e-mail": ("电邮|電郵|电子邮件|電子郵件|邮箱|郵箱", "e-?mail"),
    "address": ("地址|住址", "address"),
    "website": ("网址|網址|网站|網站|主页", "website|web|url|homepage"),
    "postcode": ("邮编|郵編|邮政编码|郵政編碼", "postcode|postal code|zip(?: code)?"),
    "contact": ("联系人|聯繫人|聯絡人", "contact person"),
}
"""Of each field how it is called in Chinese and in English; a colon stands behind it."""
_FIELD = re.compile(
    "|".join(
        rf"(?P<f{number}>(?:{chinese}|\b(?i:{english})\b\.?)(?=\s*(?:\([^)]*\)\s*)?:))"
        for number, (chinese, english) in enumerate(_FIELDS.values())
    )
)
_FIELD_NAMES = tuple(_FIELDS)


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names, in words that Chinese and English share.

    Attributes:
        parties: "A", "buyer".
        fields: "phone", "fax".
        figures: as they are written, but for commas between thousands.
        addresses: of mail and pages.
    """

    parties: frozenset[str]
    fields: frozenset[str]
    figures: frozenset[str]
    addresses: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Named:
        """Find what a text in Chinese or English names."""
        plain = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text))
        fields = {_FIELD_NAMES[int(match.lastgroup[1:])]
                  for match in _FIELD.finditer(plain) if match.lastgroup}  # fmt: skip
        return cls(
            parties_of(plain),
            frozenset(fields),
            frozenset(_FIGURES.findall(plain)),
            frozenset(found.lower() for found in _ADDRESSES.findall(plain)),
        )

    @property
    def names(self) -> frozenset[str]:
        """All that it names; what is of one sort is none of another."""
        return self.parties | self.fields | self.figures | self.addresses

    def contradicts(self, other: Named) -> bool:
        """Whether both name something of one sort, and none of it is the same.

        Telephone numbers may have the first figures in common, and differ in a later one. An
        address is left as it is by every translator, so that one side alone has it says enough.
        """
        return (
            self.names_others(other)
            or _differ(self.figures, other.figures)
            or (self.addresses | other.addresses and self.addresses.isdisjoint(other.addresses))
            or bool(_long(self.figures - other.figures) and _long(other.figures - self.figures))
        )

    def names_others(self, other: Named) -> bool:
        """Whether both name parties, or fields, and not one of them is the same."""
        return _differ(self.parties, other.parties) or _differ(self.fields, other.fields)

    def misses(self, other: Named) -> bool:
        """Whether just one of them names a party."""
        return bool(self.parties) != bool(other.parties)

    def shared(self, other: Named) -> int:
        """How much both name."""
        return len(self.names & other.names)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _long(figures: frozenset[str]) -> frozenset[str]:
    """Return the figures without marks in them that have many digits; those may be written so."""
    return frozenset(figure for figure in figures if figure.isdecimal() and len(figure) >= _LONG)
