"""The words and patterns of `words.toml`, ready to be matched: one set a language."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Words:
    """What structure is told by in one language; a pattern without words matches nothing.

    Attributes:
        parts_before: the neutral name of a part by the word before its number, in lower case.
        parts_set_off: the same, of words that number a part only with a mark or an end behind it.
        parts_around: the neutral name by the word behind its number (第三条).
        part_words: the value of a number word, in lower case.
        not_behind: what behind a part's number shows that it is a reference.
        opening: what of that a provision begins with as well.
        measure: an amount's or a date's word at the start of a text.
        abbreviations: words before a number that end in a full stop, in lower case.
        date: a date that fills a line, a place before it allowed.
        organ: a chapeau that fills a line.
        operative: the start of an operative paragraph.
        preambular: the start of a preambular paragraph.
        head_row: a row above the title of a resolution, a report or a press release.
        masthead_row: a row of the masthead of a document of the United Nations.
        company: a company's name that fills a row.
        salutation: a row that a letter begins with.
        subject: a row that says what a letter is about.
        farewell: a row that a letter ends with, above the signature.
        organ_row: the name of an organ that fills a line, as the site puts it above a text.
        closing_row: a row below a resolution's last paragraph, a date's too.
        heading: a heading without number.
        contents: that of a table of contents, without white space.
        site_row: what a site puts above a text.
        notice: the start of a notice below a text.
    """

    parts_before: dict[str, str]
    parts_set_off: dict[str, str]
    parts_around: dict[str, str]
    part_words: dict[str, int]
    not_behind: tuple[str, ...]
    opening: tuple[str, ...]
    measure: re.Pattern[str]
    abbreviations: frozenset[str]
    date: re.Pattern[str]
    organ: re.Pattern[str]
    operative: re.Pattern[str]
    preambular: re.Pattern[str]
    head_row: re.Pattern[str]
    masthead_row: re.Pattern[str]
    company: re.Pattern[str]
    salutation: re.Pattern[str]
    subject: re.Pattern[str]
    farewell: re.Pattern[str]
    organ_row: re.Pattern[str]
    closing_row: re.Pattern[str]
    heading: re.Pattern[str]
    contents: re.Pattern[str]
    site_row: re.Pattern[str]
    notice: re.Pattern[str]


def words_of(language: str) -> Words:
    """Return the words of a language.

    Args:
        language: a BCP 47 tag; of a language that `words.toml` lacks, nothing is known but
            numbers, which need no words.
    """
    return _compiled(language.replace("_", "-").split("-")[0].lower())


@cache
def _compiled(subtag: str) -> Words:
    table = _tables().get(subtag, {})
    months = _any(table, "months")
    dates = [pattern.replace("{month}", months) for pattern in table.get("dates", [])]
    organs = [re.escape(organ) for organ in table.get("organs", [])]
    articles = [re.sub(r"^The\\ ", "(?:The )?(?:United Nations )?", organ) for organ in organs]
    behind = [rf"{re.escape(word)}(?!\w)" if word.isascii() else re.escape(word)
              for word in (*table.get("months", []), *table.get("measures", []))]  # fmt: skip
    return Words(
        parts_before=_by_word(table.get("parts_before", {})),
        parts_set_off=_by_word(table.get("parts_set_off", {})),
        parts_around=_by_word(table.get("parts_around", {})),
        part_words=table.get("part_words", {}),
        not_behind=tuple(table.get("not_behind", [])),
        opening=tuple(table.get("opening", [])),
        measure=_pattern(behind, r"\s*(?:{})"),
        abbreviations=frozenset(table.get("abbreviations", [])),
        date=_pattern(dates, r"(?:[^\W\d][\w ]{{0,30}},\s*)?(?:{})"),
        organ=_pattern(organs, r"(?:{})\s*[,，:：]?"),
        operative=_pattern(table.get("operative", []), "{}"),
        preambular=_pattern(table.get("preambular", []), "{}"),
        head_row=_pattern(table.get("head_rows", []), "{}"),
        masthead_row=_pattern(table.get("masthead_rows", []), "{}"),
        company=_pattern(table.get("companies", []), "{}"),
        salutation=_pattern(table.get("salutations", []), "{}"),
        subject=_pattern(table.get("subjects", []), "{}"),
        farewell=_pattern(table.get("farewells", []), "{}"),
        organ_row=_pattern(articles, r"(?:联合国|聯合國)?(?:{})"),
        closing_row=_pattern([*table.get("closing_rows", []), *dates], r"(?:{})\s*[.。]?"),
        heading=_pattern([_any(table, "heading_words")], r"(?:{})\s*[:：]?"),
        contents=_pattern(
            ["".join(word.split()) for word in table.get("contents", [])], r"(?:{})[:：]?"
        ),
        site_row=_pattern(table.get("site_rows", []), "{}"),
        notice=_pattern(table.get("notices", []), "{}"),
    )


@cache
def _tables() -> dict[str, dict[str, Any]]:
    text = files("corpora.structure").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _by_word(parts: dict[str, list[str]]) -> dict[str, str]:
    return {word.lower(): name for name, words in parts.items() for word in words}


def _any(table: dict[str, Any], key: str) -> str:
    words = sorted(table.get(key, []), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})" if words else "(?!)"


def _pattern(choices: list[str], form: str) -> re.Pattern[str]:
    if not choices:
        return _NOTHING
    return re.compile(form.format("|".join(f"(?:{choice})" for choice in choices)), re.IGNORECASE)
