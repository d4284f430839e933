"""Characters that came from damage: mojibake, control characters, stray spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.quality.findings import Check, Find, Found, Place, Severity, each
from align.quality.pairs import UnitPair
from align.quality.values.scanning import matches
from corpora.characters import HAN

_SIDES = ("source", "target")
_MOJIBAKE = re.compile(
    r"\ufffd+"
    r"|锟斤拷(?:锟斤拷)*|烫烫烫+|屯屯屯+"
    r"|(?:[\u00c2\u00c3][\u0080-\u00bf])+"
    r"|(?:\u00e2[\u0080\u20ac][\u0080-\u00bf\u2018-\u203a\u0152\u0153\u2122\u02dc]?)+"
    r"|(?:[\u00e3-\u00e9][\u0080-\u00bf\u0152-\u2122][\u0080-\u00bf\u0152-\u2122])+"
    r"|[鈥銆锛](?:[\u3400-\u9fff€\ue000-\uf8ff]|\?)"
)
"""What is left of text read in a wrong encoding: UTF-8 as Latin-1 or Windows-1252 (â€™, Ã©, ä¸­),
UTF-8 as GBK (鈥, 锛), and what was lost and written again (U+FFFD, 锟斤拷)."""

_DAMAGED = re.compile("[\ufffd锟烫屯\u00c2\u00c3\u00e2-\u00e9鈥銆锛]")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-fA-F]+);")

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ue000-\uf8ff]"
)
# What each begins with is searched for first, which is much faster than to look behind first.
_DOUBLE_SPACE = re.compile(r"[ \u00a0](?<=\S.)[ \u00a0]+(?=\S)")
_SPACE_AND_MARK = re.compile("[,;.!?](?<= .)")
_HAN_SPACE = re.compile(f"[ \u3000](?<=[{HAN}].)[ \u3000]*(?=[{HAN}])")
_BEFORE_MARK = re.compile(r" (?<=[A-Za-z].) *(?=[,;.!?](?:\s|$))")


def _matches(pattern: re.Pattern[str], first: re.Pattern[str], what: str) -> Find:
    def find(pair: UnitPair) -> Iterator[Found]:
        for side, name in zip(pair.sides, _SIDES, strict=True):
            if not first.search(side.text):  # as in most texts
                continue
            places = tuple(
                Place(name, *match.span()) for match in matches(pattern, first, side.text)
            )
            if places:
                signs = side.text[places[0].start : places[0].end]
                shown = f": {signs}" if signs.isprintable() and not signs.isspace() else ""
                yield Found(f"{what} in the {name}{shown}", places)

    return find


def find_spaces(pair: UnitPair) -> Iterator[Found]:
    """Find doubled spaces, and spaces where the language has none."""
    for side, name in zip(pair.sides, _SIDES, strict=True):
        text = side.text
        if ("  " in text or "\u00a0" in text) and (doubled := _places(_DOUBLE_SPACE, text, name)):
            yield Found(f"two spaces in a row in the {name}", doubled)
        if side.is_chinese:
            if (inside := _places(_HAN_SPACE, text, name)) and not _is_spaced_title(text):
                yield Found(f"a space between Chinese characters in the {name}", inside)
        elif (
            side.is_english
            and _SPACE_AND_MARK.search(text)
            and (before := _places(_BEFORE_MARK, text, name))
        ):
            yield Found(f"a space before a mark in the {name}", before)


def _places(pattern: re.Pattern[str], text: str, side: str) -> tuple[Place, ...]:
    return tuple([Place(side, *match.span()) for match in pattern.finditer(text)])


def _is_spaced_title(text: str) -> bool:
    """Whether a text is a short heading set apart by spaces: 目 录, 第一章 总则."""
    return len(text) < 40 and not any(mark in text for mark in "。；，")


CHECKS = (
    Check(
        "mojibake",
        Severity.ERROR,
        "Text read in a wrong encoding can't be read by anybody.",
        ("联合国的任务", "The Organizationâ€™s tasks"),
        each(_matches(_MOJIBAKE, _DAMAGED, "damaged characters")),
    ),
    Check(
        "entities",
        Severity.WARNING,
        "An entity that was escaped twice comes up as code in the translation.",
        ("研发预算", "The R&amp;D budget"),
        each(_matches(_ENTITY, re.compile("&"), "an entity")),
    ),
    Check(
        "control-characters",
        Severity.WARNING,
        "Characters that can't be seen break searches, matches and imports.",
        ("大会\u200b决定", "The Assembly decides"),
        each(_matches(_CONTROL, _CONTROL, "characters that can't be seen")),
    ),
    Check(
        "spaces",
        Severity.INFO,
        "Stray spaces look careless, and keep segments from matching.",
        ("大会 决定设立特别委员会。", "The Assembly decides."),
        each(find_spaces),
    ),
)
