"""The words that numbers are written with in English, and what they are worth."""

from __future__ import annotations

from fractions import Fraction

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCORES = {"threescore": 60, "fourscore": 80}
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
"""Words that multiply what stands before them."""

_ODD = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
CARDINALS = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
    **_SCORES,
}
"""Cardinal numbers up to nineteen, the tens, and those that old texts count in scores."""

ORDINALS = {
    **_ODD,
    **{
        word + "th": value
        for word, value in CARDINALS.items()
        if value not in _ODD.values() and value < 20
    },
    **{word[:-1] + "ieth": value for word, value in CARDINALS.items() if word in _TENS},
    **{scale + "th": value for scale, value in SCALES.items()},
}
"""Ordinal numbers up to nineteenth, those of the tens and of the scales."""

FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + end: value for word, value in ORDINALS.items() if value > 2 for end in ("", "s")
}
"""What the words for parts divide by, in the singular and in the plural."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The names of the months, from January on."""

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
LOOSE = {
    "both": (2,),
    "twice": (2,),
    "double": (2,),
    "dual": (2,),
    "pair": (2,),
    "couple": (2,),
    "bilateral": (2,),
    "once": (1,),
    "single": (1,),
    "triple": (3,),
    "thrice": (3,),
    "trilateral": (3,),
    "tripartite": (3,),
    "dozen": (12,),
    "decade": (10,),
    "decades": (10,),
    "century": (100,),
    "centuries": (100,),
    "fortnight": (2, 14),
    "half": (Fraction(1, 2), 50),
    "halves": (Fraction(1, 2), 50),
    "quarter": (Fraction(1, 4), 25, 15),
    "quarterly": (Fraction(1, 4),),
    "hundreds": (100,),
    "thousands": (1000,),
    "millions": (10**6,),
    "billions": (10**9,),
    "biennium": (2,),
    "biennial": (2,),
    "triennial": (3,),
    "quadrennial": (4,),
    "quinquennial": (5,),
    "weekly": (1, 7),
    "noon": (12,),
    "midday": (12,),
    "midnight": (0, 12, 24),
} | {word[:-1] + "ies": (value, 1900 + value) for word, value in CARDINALS.items() if word in _TENS}
"""Words that may stand for a number, or may not."""

_CARDINAL_WORD = "|".join(sorted(CARDINALS, key=len, reverse=True))
_ORDINAL_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
SCALE_WORD = "|".join(SCALES)
"""Any scale, for a regular expression, as are the following."""

PART_WORD = "|".join(word for word in FRACTIONS if not word.endswith("s") and word != "halves")
"""Any part in the singular: half, third."""

PARTS_WORD = "|".join(word for word in FRACTIONS if word.endswith("s"))
"""Any part in the plural: thirds."""

UNIT_WORD = "|".join(_UNITS[1:])
"""Any number from one to nineteen."""

SEVERAL_WORD = "|".join(_UNITS[2:])
"""Any number from two to nineteen."""

BUNDLES = {"decades": 10, "dozen": 12, "centuries": 100}
"""What many things are counted in."""

_JOINED = rf"(?:{_CARDINAL_WORD}|{_ORDINAL_WORD})\b"
_COMMA = (
    r"(?<=thousand|.million|.billion),"
    rf"(?= (?:{_CARDINAL_WORD})(?:[ -](?:{_CARDINAL_WORD}))?[ -]hundred\b)"
)
"""Between thousands and hundreds: two thousand, three hundred."""

_AND_UNIT = rf" and(?= (?:{UNIT_WORD})\b)"
"""Between tens and units in old texts, behind hundreds and scores: an hundred thirty and seven."""

WORDS = (
    rf"(?:(?:(?:{'|'.join(_SCORES)})(?:{_AND_UNIT})?|{_CARDINAL_WORD}"
    rf"|(?:an?|several)(?=[ -](?:{SCALE_WORD})\b))"
    rf"(?:[ -](?:(?:{'|'.join(_TENS)}){_AND_UNIT}|(?:{_CARDINAL_WORD})\b"
    rf"|(?:{SCALE_WORD})\b(?:[ -]and(?=[ -]{_JOINED})|{_COMMA})?))*"
    rf"(?:[ -](?:{_ORDINAL_WORD})\b)?|(?:{_ORDINAL_WORD}))"
)
"""A number in words: one hundred and twenty-fifth."""

FIGURES = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?|(?<![^\s(（<>=≤≥＜＞＝])\.\d+)"
)
"""A number in figures, with commas or spaces between thousands; 0.5 may be written .5."""

_CURRENCIES = (
    r"Euro|EUR|USD|\$A|A\$|RMB|CNY|CHF|GBP|HKD|JPY|TWD|NTD|MOP|SGD|AUD|CAD|NZD|KRW|THB|INR|Rs"
)
CURRENCY = "(?:" + "|".join(rf"(?<={name})" for name in _CURRENCIES.split("|")) + ")"
"""Matches behind a currency that figures are glued to: Euro1.5 million."""

NAMES = {
    **{name: place for place, name in enumerate(MONTHS, start=1)},
    **{
        name[:3]: place
        for place, name in enumerate(MONTHS, start=1)
        if name not in ("May", "March")
    },
    "Sept": 9,
}
"""The months by their names, whole and cut to three letters."""

WEEKDAYS = {name: place for place, name in enumerate(_DAYS, start=1)}
"""The days of the week by their names; Monday is 1, as in 星期一."""
