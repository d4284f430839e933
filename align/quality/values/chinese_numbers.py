"""Numbers in Chinese text: figures, Han numerals, and both mixed with 万 and 亿."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from align.quality.values.number import (
    Number,
    Value,
    Writing,
    figure_value,
    number,
    with_centuries,
    with_scales,
)
from align.quality.values.scanning import matches

_DIGITS = {
    sign: value
    for value, signs in enumerate(
        ("〇零○", "一壹", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for sign in signs
}
_TENS = {"廿": 20, "卅": 30}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_ONE_TO_NINE = "".join(sign for sign, value in _DIGITS.items() if value)
_HAN = "".join((*_DIGITS, *_TENS, *_SMALL, *_LARGE))

_AFTER_FORM = "员員为為立功果本分份年都套人长長就交文熟效绩績型色品不语語了行因全对對"
"""Signs before which 成 is no tenth: 成员, 成为, 一成不变."""

_AFTER_FOLD = "叠疊扇磨中合算旧舊腾騰射断斷返服线線页頁纸紙价價"
"""Signs before which 折 is no tenth of a price: 三折叠, 八折中."""

_CUTTING = ("打", "享", "享受", "低至")
"""Words before which 折 is surely about a price."""

_FIGURES = (
    r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?)"
)
_SCALE = rf"(?:[十百千]?[{''.join(_LARGE)}]+|[百千](?![米克瓦卡伏赫帕焦分]))"
_ANY = rf"(?:{_FIGURES}|[{_HAN}]+)"

_TAELS = "两兩"
"""Behind a numeral a measure of silver, and no digit: 二十两 are twenty taels."""

_COUNTED = frozenset(
    "个個名项項条條款次年月日天周届屆岁歲位国國类類种種级級章节節份所家只艘架辆輛枚吨噸米倍"
    "点點时時分秒度元人方轮輪步套座户戶篇幅张張支批期卷册冊组組段层層代成"
    "件片粒颗顆瓶杯袋盒箱台臺辆輛部"
)
"""Behind a numeral of one character these say that something is counted."""

_SECOND = rf"[{_ONE_TO_NINE}](?<![{_TAELS}])|[1-9]|半(?!数|數)"
"""What a second digit behind 成 may be: 一成五, 两成半."""

_NO_SECOND = rf"[\d.%％{_HAN}{''.join(sorted(_COUNTED))}]"
"""Behind a digit behind 成 these say that it begins another number: 三成五家."""

_AFTER_SECOND = "的左以之或和与與至到及是为為"
"""Behind a digit behind 成 these say that the number ends there."""

_NUMBER = re.compile(
    rf"(?P<century>{_ANY}) ?世[纪紀] ?(?P<decade>{_ANY}) ?年代"
    rf"|(?P<decade_alone>{_ANY}) ?年代"
    rf"|(?P<below>{_ANY}) ?分之 ?(?P<above>{_ANY}(?:[点點][{_HAN}]+)?)"
    rf"|(?<![\d.{_HAN}])(?P<ten>[1-9{_ONE_TO_NINE}])成(?P<second>{_SECOND})(?!{_NO_SECOND})"
    rf"|(?P<tenths>{_ANY})(?:成(?![{_AFTER_FORM}])|(?P<price>折)(?![{_AFTER_FOLD}]))"
    rf"|(?<![A-Za-z\d])(?P<figures>{_FIGURES}|(?<![^\s(（<>=≤≥＜＞＝])\.\d+)"
    rf"(?P<scaled>(?: ?[多余餘]? ?{_SCALE}(?:{_FIGURES}{_SCALE})*"
    r"(?:(?<=[万萬])\d{4}(?![\d年]))?))?"
    r"(?P<percent> ?[%％])?"
    rf"|(?P<han>[{_HAN}]+(?:(?<=[十百千])[多余餘][万萬亿億]+)?)(?:[点點](?P<decimals>[{_HAN}]+))?(?P<half>[个個]?半)?"
    r"|(?P<halves>半|双|雙|俩|倆|头号|頭號|首[个個次位届屆])"
)
_FIRST = re.compile(rf"[.\d{_HAN}半双雙俩倆头頭首]")
_REST = re.compile(r"\d{4}$")
_SCALED = re.compile(rf"({_FIGURES})? ?[多余餘]? ?({_SCALE})")
_ABOUT = re.compile(rf"(?<![{''.join(_DIGITS)}])[{_ONE_TO_NINE}]{{2}}(?![{''.join(_DIGITS)}])")
"""Two digits, one of which is meant."""

_UNCOUNTED = frozenset("数數几幾好")
"""In front of a numeral these say that it is none in particular: 数十, 几百."""

_SPLIT = re.compile(rf"[{_ONE_TO_NINE}]{{2}}(?:[开開]|分[成账帳])")
"""What is split in tenths: 三七开 is 30 to 70."""

_NO_NUMBERS = frozenset({"万一", "萬一", "千万", "千萬", "一一", "万万", "萬萬", "万千", "千百"})
_CENTURY = re.compile(" ?世[纪紀]")
_SHORT_YEAR = re.compile(r"\d\d[后後]|[06-9]\d年")
_SHORT_HAN_YEAR = re.compile(
    rf"(?<![{_HAN}])[{''.join(_DIGITS)}]{{2}}(?:[后後](?![来來])|年(?![代级級间間内內以前后後来來里裡之多半]))"
)
_SOON = 50
"""A year in two figures from here on is of the last century."""

_JOINTS = frozenset({"至", "到", "-", "–", "—", "~", "～", "或", "和", "与"})
_HALVES = {"半": (Fraction(1, 2), 50), "双": (2,), "雙": (2,), "俩": (2,), "倆": (2,)}


def find_numbers(text: str) -> list[Number]:
    """Find the numbers of a Chinese text, in their order.

    A numeral of one character is `Writing.WORDS` before a measure word, else `Writing.LOOSE`.
    """
    return with_centuries(with_scales(list(_find(text)), text, _JOINTS), text)


def han_values(numeral: str) -> tuple[int, ...]:
    """Return every reading of a Han numeral: 三五 is 3 and 5, 三万五 is 30,005 and 35,000.

    A smaller scale behind a larger one multiplies only what stands between them (两亿三千万), a
    larger one all before it (三万亿).
    """
    if all(sign in _DIGITS for sign in numeral):
        digits = [_DIGITS[sign] for sign in numeral]
        if len(digits) == 2 and 0 not in digits:
            return digits[0], digits[1]
        return (int("".join(map(str, digits))),)
    about = list(islice(_ABOUT.finditer(numeral), 2))
    if len(about) == 1:  # 十四五 is 14 or 15, 三四百 is 300 or 400
        start, end = about[0].span()
        each = (numeral[:start] + sign + numeral[end:] for sign in about[0][0])
        return tuple(han_values(written)[0] for written in each)
    total = part = digit = 0
    largest = 0
    for sign in numeral:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _TENS:
            part, digit = part + _TENS[sign], 0
        elif sign in _SMALL:
            part, digit = part + (digit or (0 if part else 1)) * _SMALL[sign], 0
        else:
            scale = _LARGE[sign]
            if total and scale < largest:
                total += (part + digit or 1) * scale
            else:
                total = (total + part + digit or 1) * scale
            largest, part, digit = scale, 0, 0
    value = total + part + digit
    below = _SMALL.get(numeral[-2]) or _LARGE.get(numeral[-2]) if len(numeral) > 1 else None
    if digit and below and below > 10:  # 三万五: the scale is left unsaid behind the last digit
        return value, value - digit + digit * below // 10
    return (value,)


def _find(text: str) -> Iterator[Number]:
    for match in matches(_NUMBER, _FIRST, text):
        if found := _read(match, text):
            yield _with_hundreds(found, text)


def _with_hundreds(found: Number, text: str) -> Number:
    """Read the number of a century as its years too: 19世纪 are the 1800s.

    Two are a span of time: 两世纪.
    """
    if not _CENTURY.match(text, found.end):
        return found
    hundreds = {(value - 1) * 100 for value in found.values if 2 < value < 100}
    return replace(found, values=found.values | hundreds)


def _read(match: re.Match[str], text: str) -> Number | None:
    span = match.span()
    if match["century"]:
        hundreds, decades = _values(match["century"]), _values(match["decade"])
        years = {(century - 1) * 100 + decade for century in hundreds for decade in decades}
        return number({*years, *decades}, span, Writing.FIGURES)
    if match["decade_alone"]:
        decades = _values(match["decade_alone"])
        return number({*decades, *(1900 + it for it in decades if it < 100)}, span, Writing.FIGURES)
    if match["below"]:
        return _fraction(match)
    if match["price"]:
        return _price(match, text)
    if match["ten"]:
        return _hundredths(match, text)
    if match["tenths"]:
        tenths = {item * 10 for item in _values(match["tenths"])}
        return number(tenths | {item / 100 for item in tenths}, span, Writing.WORDS, percent=True)
    if match["figures"]:
        values = {_scaled(match["figures"], match["scaled"])}
        if _SHORT_YEAR.fullmatch(text, span[0], span[1] + 1):
            values |= _years(match["figures"])
        return number(values, span, Writing.FIGURES, percent=bool(match["percent"]))
    if match["halves"]:
        return number(_HALVES.get(match["halves"], (1,)), span, Writing.LOOSE)
    found = _han(match, text)
    if found and _SHORT_HAN_YEAR.match(text, span[0]) and match["han"] == text[span[0] : span[1]]:
        digits = "".join(str(_DIGITS[sign]) for sign in match["han"])
        values = {int(digits), *_years(digits), *found.values}
        about = text[span[1]] == "年" and _may_be_about(digits)  # 七八年: some years
        return number(values, span, found.writing if about else Writing.FIGURES)
    return found


def _years(figures: str) -> set[Value]:
    """Return the years that two figures may stand for: 95后 are born after 1995."""
    year = int(figures)
    return {1900 + year, 2000 + year} if year < _SOON else {1900 + year}


def _may_be_about(digits: str) -> bool:
    """Whether one of two digits may be meant: 七八, 三五."""
    return digits == "35" or int(digits[1]) - int(digits[0]) == 1


def _han(match: re.Match[str], text: str) -> Number | None:
    numeral, span = re.sub("[多余餘]", "", match["han"]), match.span()
    if len(numeral) > 1 and numeral[-1] in _TAELS and not match["decimals"]:
        numeral, span = numeral[:-1], (span[0], span[0] + len(numeral) - 1)
    if numeral in _NO_NUMBERS or text[span[0] - 1 : span[0]] in _UNCOUNTED:
        return None
    values: set[Value] = set(han_values(numeral))
    if match["decimals"]:
        decimals = "".join(str(_DIGITS.get(sign, "")) for sign in match["decimals"])
        values = {value + Fraction(f"0.{decimals or 0}") for value in values}
    if _SPLIT.match(text, span[0]):
        values |= {value * 10 for value in values}
    if match["half"]:
        values |= {value + Fraction(1, 2) for value in values}
    digits = sum(sign in _DIGITS or sign in "十拾" for sign in numeral)
    several = match["half"] or (len(values) > 1 and digits == len(numeral))  # 三五: 3 or 5
    if len(numeral) > 1 and digits and not several:
        writing = Writing.FIGURES if digits > 1 or len(numeral) > 2 else Writing.WORDS
    elif numeral not in "一壹百千万萬亿億" and text[span[1] : span[1] + 1] in _COUNTED:
        writing = Writing.WORDS
    else:
        writing = Writing.LOOSE
    return number(values, span, writing)


def _hundredths(match: re.Match[str], text: str) -> Number:
    """Read tenths with a second digit: 一成五 is 15%, 两成半 is 25%.

    Before most words the second digit may be the word's own, so both are read: 七成一线员工.
    """
    tens = min(_values(match["ten"])) * 10
    more = Fraction(5) if match["second"] == "半" else min(_values(match["second"]))
    after = text[match.end() : match.end() + 1]
    sure = not "\u3400" <= after <= "\u9fff" or after in _AFTER_SECOND
    shares = {tens + more} if sure else {tens, tens + more}
    values = shares | {share / 100 for share in shares}
    return number(values, match.span(), Writing.WORDS, percent=True)


def _price(match: re.Match[str], text: str) -> Number:
    """Read what is left of a price, and what is off: 八折 is 80% or 20% off, 七五折 is 75%."""
    written = match["tenths"]
    if all(sign in _DIGITS for sign in written):
        tenths = {Fraction("".join(str(_DIGITS[sign]) for sign in written))}
    else:
        tenths = _values(written)
    left = {value * 10 if value < 10 else value for value in tenths}
    values = {*tenths, *left, *(value / 100 for value in left), *(100 - value for value in left)}
    sure = text.endswith(_CUTTING, 0, match.start())
    return number(values, match.span(), Writing.WORDS if sure else Writing.LOOSE, percent=True)


def _fraction(match: re.Match[str]) -> Number:
    below = match["below"]
    above, _, decimals = match["above"].replace("點", "点").partition("点")
    tops = _values(above)
    if decimals:
        tail = Fraction("0." + "".join(str(_DIGITS.get(sign, "")) for sign in decimals))
        tops = {value + tail for value in tops}
    if below in ("百", "一百"):
        return number(tops, match.span(), Writing.FIGURES, percent=True)
    bottoms = _values(below)
    quotients = {top / bottom for top in tops for bottom in bottoms if bottom}
    writing = Writing.FIGURES if bottoms <= {1000, 10_000} else Writing.WORDS
    return number(quotients or tops, match.span(), writing)


def _values(written: str) -> set[Fraction]:
    if written[0].isdecimal():
        return {Fraction(figure_value(written))}
    return {Fraction(value) for value in han_values(written)}


def _scaled(figures: str, scaled: str | None) -> Value:
    """Return what figures with scales behind them are worth: 1,000万, 2亿5千万."""
    part = figure_value(figures)
    if not scaled:
        return part
    total: Value = 0
    for more, scale in _SCALED.findall(scaled):
        if more:
            part = figure_value(more)
        for sign in scale:
            part *= _SMALL.get(sign) or _LARGE[sign]
        total, part = total + part, 0
    rest = _REST.search(scaled)  # 1万9248
    return total + part + (int(rest[0]) if rest else 0)
