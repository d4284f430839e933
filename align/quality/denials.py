"""Words that deny: those that surely do, and those that may.

A negation that was lost turns the meaning round, and costs few words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from align.quality.affirmations import without_affirming
from align.quality.pairs import Side, UnitPair
from align.quality.values.scanning import any_of, matches

_CHINESE_SURE = re.compile(
    r"(?<![要是])(?:不(?:是|[会會]|能|得|可以|[应應][当當]?|想|[愿願]|再|必|存在|同意|接受|承[认認]"
    r"|具[备備]|包括|[适適]用|要|受|需|宜|用|[够夠]|清楚|允[许許]|符合|支持|[赞贊]成|[属屬][于於]"
    r"|妨[碍礙]|[违違]反|曾|予|承[担擔]|[负負](?:[责責担擔有]|任何|[赔賠][偿償]|[连連][带帶])|含|包含"
    r"|[计計]息|支付|提供|享有|收[取费費]|退[还還款货貨换換]|[构構]成|保[证證]|影[响響]|履行"
    r"|[产產發发]生(?!的))|[没沒]有|[从從尚并並]未|[并並]非|[从從](?:[来來])?不"
    r"|未(?:能|曾|[经經]|[获獲]|得|支付|交付|[付缴繳清偿償][清纳納还還款]?|[归歸][还還]|履行|提[交出供]"
    r"|超[过過]|通[过過]|[发發][现現]|[达達]到|收到|[签簽][订訂署字]|[办辦]理|取得|披露|告知|通知)"
    r"|[决決绝絕]不|[切请請]勿|[无無](?:法|需|[须須]|[权權]))(?![但断斷仅僅只论論])"
)
_CHINESE = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[a-z]")
_CHINESE_FIRST = re.compile("[不没沒从從尚并並未决決绝絕无無切请請]")
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

_CHINESE_OPPOSITES = re.compile(
    "忘(?![录錄])|[沉静靜缄緘]默|[违違]|[怀懷质質]疑|放[弃棄]|[懒懶]得|[废廢][止除]"
)
_ENGLISH_OPPOSITES = re.compile(
    r"\b(?:forg[eo]t|omit|omission|dissent|silen[ct]|mute\b|null\b|void\b|rarely"
    r"|seldom|false\b|fake|wrong\b|reluctan|loath\b|averse\b|contraindicat|cease[ds]?\b|obsolete|nope\b|(?:in|il|ir)(?:viab|expli|legib|escap|curab"
    r"|compar|calcul|admiss|applic|advis|elig|distinguish|access|conceiv|decis|determina|elast"
    r"|exact|excus|exhaust|flex|frequen|hospit|offens|operab|organic|solub|surmount|tang|visib"
    r"|vuln|toler|refut|retriev)"
    r"|(?:do|does|did|is|are|was|were|have|has|had|ca|could|wo|would|should)nt\b"
    r"|out of (?:the )?(?:reach|order|service|control|work|stock|question|contact|line|place|date"
    r"|print|bounds|sight|touch|use)\b|in vain\b|turn(?:s|ed|ing)? down|vot(?:es?|ed|ing) down"
    r"|substandard|incompetent|n/a\b)|n ?[´`\u0301]t\b"
)
"""Words that say the opposite of another, in small letters."""

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


def may_deny(side: Side) -> bool | None:
    """Whether a text denies something in any way; None where it's not in Chinese or English."""
    if side.is_chinese:
        if not _CHINESE.search(side.text):
            return None
        return any(words.search(side.text) for words in (_CHINESE_ANY, _CHINESE_OPPOSITES))
    if side.is_english:
        text = side.text.lower()
        if not _LATIN.search(text):
            return None
        return any(words.search(text) for words in (_ENGLISH_ANY, _ENGLISH_OPPOSITES))
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

    Where a side has more of them, those count no more that the other says without a denial.

    Returns:
        None for a pair of other languages.
    """
    sides = pair.chinese_and_english
    if sides is None:
        return None
    chinese, english = sides
    plain = [
        [match.span() for match in words.finditer(side.text)]
        for side, words in ((chinese, _CHINESE_PLAIN), (english, _ENGLISH_PLAIN))
    ]
    sure = [find_denials(side) for side in sides]
    for own, other in ((0, 1), (1, 0)):
        if len(plain[own]) > len(plain[other]):
            plain[own], sure[own] = (
                without_affirming(sides[own], sides[other], places)
                for places in (plain[own], sure[own])
            )
            break
    any_way = _CHINESE_ANY.findall(chinese.text), _ENGLISH_ANY.findall(english.text.lower())
    first, second = (
        Denials(*map(len, counted)) for counted in zip(plain, sure, any_way, strict=True)
    )
    return first, second
