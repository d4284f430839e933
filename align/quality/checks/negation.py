"""Negation on one side only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.quality.findings import Check, Found, Place, Severity, each
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


def find_lost_negation(pair: UnitPair) -> Iterator[Found]:
    """Find a side that surely denies something where the other denies nothing in any way."""
    for own, other, name, other_name in (
        (pair.source, pair.target, "source", "target"),
        (pair.target, pair.source, "target", "source"),
    ):
        if not other.text or (other.is_chinese and _may_deny(other)):  # it is told soonest
            continue
        places = _surely(own)
        if not places or _may_deny(other) is not False:
            continue
        affirming = [match.span() for match in _CHINESE_AFFIRMING.finditer(own.text)]
        denying = tuple(
            Place(name, start, end)
            for start, end in places
            if all(end <= first or last <= start for first, last in affirming)
        )
        if denying:
            yield Found(f"the {name} denies something, the {other_name} does not", denying)


def _surely(side: Side) -> list[tuple[int, int]]:
    if side.is_chinese:
        return [match.span() for match in matches(_CHINESE_SURE, _CHINESE_FIRST, side.text)]
    if side.is_english:
        return [match.span() for match in matches(_ENGLISH_SURE, _ENGLISH_FIRST, side.text)]
    return []


def _may_deny(side: Side) -> bool | None:
    """Whether a side denies something in any way; None where its language is not known."""
    if side.is_chinese:
        return _CHINESE_ANY.search(side.text) is not None
    if side.is_english:
        return _ENGLISH_ANY.search(side.text.lower()) is not None
    return None


CHECKS = (
    Check(
        "negation",
        Severity.WARNING,
        "A negation that was lost turns the meaning round.",
        ("委员会不同意这一结论", "The Committee agrees with this conclusion"),
        each(find_lost_negation),
    ),
)
