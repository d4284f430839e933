"""Words that deny: those that surely do, and those that may.

A negation that was lost turns the meaning round, and costs few words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from align.quality.pairs import Side, UnitPair
from align.quality.values.scanning import any_of, matches

_CHINESE_SURE = re.compile(
    r"(?<![要是])(?:不(?:是|会|能|得|可以|应|应当|想|愿|再|必|存在|同意|接受|承认|具备|包括|适用"
    r"|要|受|需|宜|用|够|清楚|允许|符合|支持|赞成|属于|妨碍|违反)"
    r"|没有|从未|尚未|并未|并非|未能|未曾|未经|未获|未得|不曾|决不|绝不|不予|无法|无需|无须|无权)"
    r"(?!但|仅|只|断|论)"
)
_CHINESE_AFFIRMING = re.compile(
    r"不[得能可会會敢应應该該是]不|[无無莫]不|未[尝嘗曾]?[不无無]|不[无無]|不得已"
    r"|没有(?:一?个?人|一[个種种])?不|沒有(?:一?個?人|一[個種种])?不|[无無]一不|非[^，。；]{1,20}?不可"
)
"""Two negations that affirm together."""

_CHINESE_ASKING = re.compile(r"([\u3400-\u9fff])[不没沒]\1")
"""A question that leaves the answer open: 有没有, 是不是."""

_ENGLISH_AFFIRMING = re.compile(
    r"(?:\bnot|n['’]t) hesitate\b|\bnever ?mind\b"
    r"|\bno(?:body| one| \w+(?: \w+)?) (?:is|are|was|were|can be|could be)"
    r" (?:more|better|greater|worse)\b",
    re.IGNORECASE,
)
"""Denials in form alone: "do not hesitate", "never mind", "no city is more beautiful"."""

_SAID_OTHERWISE = {
    "zh": tuple(
        (re.compile(own), re.compile(other, re.IGNORECASE))
        for own, other in (
            (
                "[没沒]有?了?(?:库存|庫存|存货|存貨|现货|現貨)|已经?[没沒]有?",
                r"\b(?:sold out|out of stock|r[au]n(?:ning)? out|exhausted)\b",
            ),
            ("不予?(?:退|返)[还還回]?|不予发还|不予發還", r"\bforfeit"),
            ("[没沒]有?了(?!解)", r"\b(?:gone|vanished|lost|over|dead|died|used up)\b"),
            ("[尚还還仍]未|[还還尚仍][没沒]有?", r"\bstill\b"),
            ("(?:无法|無法|不能)(?:确定|確定|得出)", r"\binconclusive\b"),
        )
    ),
    "en": tuple(
        (re.compile(own, re.IGNORECASE), re.compile(other))
        for own, other in (
            (r"(?:\bnot|\bnever|\bno|\w+n['’]t)\b[^.;!?]*\buntil\b", "才|之[后後]|以[后後]"),
            (r"(?:\bnot|\w+n['’]t)(?: \w+){0,4} yet\b|\bnot yet\b", "之前|以前|前[，,。]"),
            (r"\bno longer\b", "修复|修復|取消|结束|結束|曾"),
        )
    ),
}
"""What is denied in one language, and the words of the other that say the same without a denial."""

_CHINESE_FIRST = re.compile("[不没从尚并未曾决绝无]")
_CHINESE_ANY = re.compile("[不没沒未无無非勿莫否免禁止拒绝絕缺乏防反杜失难難少弗毋别別除]")
_ENGLISH_SURE = re.compile(
    r"\b(?:not(?! (?:only|less|least|fewer|more|later|exceed|without|until|fail|infrequent)"
    r"| un(?!i|der|to|less))|cannot(?! (?:but|help|fail))|never(?! fail)"
    r"|neither|nobody|nothing(?! (?:but|less))|none(?! other)|nowhere)\b"
    r"|n['’]t\b(?! (?:help|fail))"
    r"|\bno(?! (?:later|less|more|fewer|sooner|earlier|doubt|matter|wonder))(?= [a-z])",
    re.IGNORECASE,
)
_ENGLISH_FIRST = re.compile("[nNcC]")
_DENYING_WORDS = (
    "not no nor never cannot neither nobody nothing none nowhere without unless hardly barely"
    " scarcely except excluding little few yet against despite regardless irrespective"
    " notwithstanding instead rather otherwise too only impossible unable free until before beyond"
    " pending outside far"
)
_DENYING_BEGINNINGS = (
    "lack fail refus deny deni reject prevent prohibit avoid refrain forbid absen ban exclu remain"
    " stop abolish eliminat oppos withh withd neglect ignor miss short non mis anti under"
    " disagree disapprov disregard discontinu dissatisf disallow disab dispens discrim disadvantag"
    " disappear disrespect dishonest disorder inab inadequa insuffic inappropr inaccura incomplet"
    " inconsist incorrect indispens ineffect ineffic inequal inevita injustice insecur intolera"
    " invalid invisib incapab incompat indirect inexperienc insignifican instabil incomprehens"
    " impossib impunit improper impartial immatur immobil imperfect immoral illegal"
    " illicit illegitim illiterat illogic irregular irrespons irrevers irreconcil irrelevan"
)
_NO_LETTER_BEFORE = r"(?<!\w.)"
_ENGLISH_ANY = re.compile(
    any_of(_DENYING_WORDS.split(), _NO_LETTER_BEFORE) + r"\b"
    "|" + any_of(_DENYING_BEGINNINGS.split(), _NO_LETTER_BEFORE) + "|"
    rf"u{_NO_LETTER_BEFORE}n(?!i|der|to|til|less)\w|l(?<=\w.)ess\b|n['’]t\b|-free\b"
)
"""Words that deny something in any way, in small letters: one of them is enough for a negation on
the other side."""

_CHINESE_PLAIN = re.compile(
    "不(?![仅僅只但断斷过過久少论論管如妨禁]|同(?!意))|[没沒]|未(?![来來])|[无無](?![论論线線])"
    "|(?<![南除])非(?![洲常])|[勿毋]"
)
_ENGLISH_PLAIN = re.compile(
    r"\b(?:not|cannot|no|never|neither|nor|nobody|nothing|none|nowhere|without|hardly|barely"
    r"|scarcely|unless)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that deny something by themselves, for counting."""


def find_denials(side: Side) -> list[tuple[int, int]]:
    """Find where a Chinese or English text surely denies something."""
    if side.is_chinese:
        return [match.span() for match in matches(_CHINESE_SURE, _CHINESE_FIRST, side.text)]
    if side.is_english:
        return [match.span() for match in matches(_ENGLISH_SURE, _ENGLISH_FIRST, side.text)]
    return []


def without_affirming(
    side: Side, other: Side, places: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Leave out denials that deny nothing, or that the other side says without one.

    Two that affirm together (不得不), questions (有没有), "don't hesitate"; 不予退还 is "forfeit".

    Args:
        side: a Chinese or English text.
        other: the other side.
        places: where the first surely denies something.
    """
    chinese = side.is_chinese
    patterns = [_CHINESE_AFFIRMING, _CHINESE_ASKING] if chinese else [_ENGLISH_AFFIRMING]
    otherwise = _SAID_OTHERWISE["zh" if chinese else "en"]
    patterns += [own for own, said in otherwise if said.search(other.text)]
    affirming = [match.span() for pattern in patterns for match in pattern.finditer(side.text)]
    return [
        (start, end)
        for start, end in places
        if all(end <= first or last <= start for first, last in affirming)
    ]


def may_deny(side: Side) -> bool | None:
    """Whether a text denies something in any way; None where its language is not known."""
    if side.is_chinese:
        return _CHINESE_ANY.search(side.text) is not None
    if side.is_english:
        return _ENGLISH_ANY.search(side.text.lower()) is not None
    return None


@dataclass(frozen=True, slots=True)
class Denials:
    """How many words of a text deny something.

    Attributes:
        plain: words that do so by themselves: 不, 未, "not", "without".
        sure: those among longer expressions that leave no doubt.
        any: words that may do so in any way: 禁止, "lack of".
    """

    plain: int
    sure: int
    any: int


def count_denials(pair: UnitPair) -> tuple[Denials, Denials] | None:
    """Count the words that deny on both sides, the Chinese one first.

    Returns:
        None for a pair of other languages.
    """
    sides = pair.chinese_and_english
    if sides is None:
        return None
    chinese, english = (side.text for side in sides)
    return (
        Denials(
            len(_CHINESE_PLAIN.findall(chinese)),
            len(find_denials(sides[0])),
            len(_CHINESE_ANY.findall(chinese)),
        ),
        Denials(
            len(_ENGLISH_PLAIN.findall(english)),
            len(find_denials(sides[1])),
            len(_ENGLISH_ANY.findall(english.lower())),
        ),
    )
