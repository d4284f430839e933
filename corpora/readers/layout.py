"""Which lines of a plain text make one paragraph.

A blank line always ends a paragraph. In a text of one paragraph a line every line does, unless it
is an item behind a bullet that goes on below its words. In a wrapped text a line that is not full
does, and so do an indent, a label ("2.", "(a)", "三、", "第四条") behind a line that may end a
paragraph, a bullet, and the next item of a list. Each quotation of a mail was wrapped for itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from corpora.characters import HAN, is_unspaced
from corpora.leaders import leads_to_number
from corpora.readers.openings import Openings
from corpora.readers.wrapping import (
    ENDINGS,
    PAUSES,
    Line,
    Wrapping,
    begins_inside,
    columns,
    find_wrapping,
    quoted_wrapping,
)

_NUMERALS = "〇零一二三四五六七八九十百两兩"
_CYCLE = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_LABEL = re.compile(
    r"(?:\d{1,3}[.)．、）]\s*|\d{1,3}(?:\.\d{1,3})+[.)]?\s"
    rf"|[(（](?:\d{{1,3}}|[a-zA-Z]{{1,4}}|[{_NUMERALS}]{{1,4}}|[{_CYCLE}])[)）]\s*"
    rf"|[a-zA-Z][.)](?:\s|(?=[{HAN}]))|[ivxlcIVXLC]{{1,6}}[.)]\s"
    rf"|(?:[{_NUMERALS}]{{1,4}}|[{_CYCLE}])[、．.]"
    r"|[①-⑳㈠-㈩⑴-⒇]|[•●▪·*–—-]\s)(?=[\w“\"'‘《「『(（〈])"
)
_HAN_LABEL = re.compile(rf"[{_NUMERALS}]{{1,3}}、(?=[^{_NUMERALS}\s])")
_BEFORE_NUMERALS = f"{_NUMERALS}第约近数几、"
"""Behind such a sign a numeral and 、 go on with a sentence: 第|一、二条."""

_BULLET = re.compile(r"[•‣⁃●○◦◆◇■□▪▫►▸▶➢➤✓✔☐☑☒❖]\s*(?=\S)|[\ue000-\uf8ff\ufffd]\s")
"""Also what stands for a bullet of a symbol font: a private character, or an unknown one."""
_ITEM = re.compile(r"([(（]?)(\d{1,3}|[a-zA-Z])([.)、．）])\s*(?=\S)|([-–*·])\s+(?=\S)")
_STANDING_OUT = re.compile(rf"(?:{_BULLET.pattern}|[-–*·]\s+(?=\S))")
_LEAST_WRAPPED = 24
"""So wide at least is a line that goes on below its bullet; short items of a list do not."""
_LEAST_BROKEN = 36
"""The same of one that goes on in mid-sentence, wherever the next line begins."""
_OPEN_END = re.compile(r"(?<= )(?:an?|the|of|and|or|with|for|from|by|to)$")
_SERIES = (_NUMERALS[2:12], ascii_lowercase, ascii_uppercase)
_INNER_ITEM = re.compile(rf"([(（])(\d{{1,3}}|[{''.join(_SERIES)}])([)）])")
_FIELD = re.compile(
    r"(?![a-z])[^\s:：.。,，;；]+(?: [^\s:：.。,，;；]+){0,3}"
    r"(?:(?<!\d)[:：]|[:：](?!\d))(?=\s*[^\s/])"  # a time of day is none
)
_FIELD_LENGTH = 40
_DIVISION = re.compile(
    rf"(?:第[{_NUMERALS}\d]{{1,5}}[条條章节節编編款]|附件[{_NUMERALS}\d]?|"
    r"(?:Article|Section|Chapter|Part|Annex|Rule|Principle)\s+[IVXLC\d]+\b)",
    re.ASCII,
)
_SET_OFF = re.compile(rf"(?:{_DIVISION.pattern})(?:\u3000|\t| {{2}})", re.ASCII)
"""The number of a part, as it stands before a title or a text and nowhere in a sentence."""

_WORD = re.compile(r"[^\W_]")
_ALONE = re.compile(rf"(?:{_LABEL.pattern}|{_DIVISION.pattern})\s?x")
_ANNOUNCES = ":：;；"
_LISTED = re.compile(r"[,;，；、]\s*(?:and|or|及|和|或|及其|与|與|以及|并且)$")


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a plain text.

    Attributes:
        paragraphs: the line numbers of each paragraph, counted from 0; blank lines stand in none.
        cut: lines that were cut off by their length alone, so that even a word or a number goes
            on in the next line.
    """

    paragraphs: tuple[range, ...]
    cut: frozenset[int]


def find_layout(lines: Sequence[str], quotations: Sequence[range] = ()) -> Layout:
    """Group the lines of a text by paragraph.

    Args:
        lines: all lines, without their ends and without the marks of quotations.
        quotations: the numbers of the lines of each quotation, counted from 0.
    """
    measured = [Line.of(line) for line in lines]
    quoted = {number for quotation in quotations for number in quotation}
    plain = [Line.of("") if n in quoted else line for n, line in enumerate(measured)]
    groups, cut = _group(plain, range(len(plain)), find_wrapping(plain))
    for quotation in quotations:
        own = measured[quotation.start : quotation.stop]
        more, more_cut = _group(measured, quotation, find_wrapping(own) or quoted_wrapping(own))
        groups += more
        cut += more_cut
    groups.sort(key=lambda group: group.start)
    return Layout(tuple(groups), frozenset(cut))


def _group(
    measured: Sequence[Line], numbers: range, wrapping: Wrapping | None
) -> tuple[list[range], list[int]]:
    """Group some adjacent lines by paragraph, and tell which of them were cut off."""
    groups: list[range] = []
    cut: list[int] = []
    openings = Openings()
    if wrapping is not None:
        own = measured[numbers.start : numbers.stop]
        pairs = zip(own, (*own[1:], Line.of("")), strict=True)
        full = [bool(a.text and b.text) and wrapping.is_full(a, b) for a, b in pairs]
        openings = Openings.of(own, full)
    for index in numbers:
        line = measured[index]
        if not line.text:
            continue
        if wrapping is not None and groups and groups[-1].stop == index:
            start = groups[-1].start
            before = measured[index - 1]
            opening = measured[start : min(index, start + 2)]
            behind = measured[index + 1] if index + 1 < numbers.stop else Line.of("")
            begins = _begins_fields(line, behind, wrapping) or openings.parts(
                before, line, alone=len(opening) == 1
            )
            if not begins and _goes_on(before, line, opening, wrapping):
                groups[-1] = range(start, index + 1)
                if wrapping.cuts and wrapping.measure(before) >= wrapping.width:
                    cut.append(index - 1)
                continue
        elif wrapping is None and groups and groups[-1].stop == index:
            start = groups[-1].start
            if begins_inside(line) or _goes_on_below_bullet(measured[start:index], line):
                groups[-1] = range(start, index + 1)
                continue
        groups.append(range(index, index + 1))
    return groups, cut


def _begins_fields(line: Line, behind: Line, wrapping: Wrapping) -> bool:
    """Whether a line is the first of several fields of a form, whatever stands above it."""
    several = bool(behind.text) and is_field(line.text) and is_field(behind.text)
    return several and not wrapping.is_full(line, behind)


def _goes_on_below_bullet(item: Sequence[Line], following: Line) -> bool:
    """Whether a line of a text that was not wrapped goes on with an item behind a bullet.

    It stands below the item's words, or it goes on in mid-sentence: with a small letter, or behind
    a word such as "of".

    Args:
        item: the lines of the item so far.
        following: the line in question.
    """
    opening, line = item[0], item[-1]
    bullet = _STANDING_OUT.match(opening.text)
    if not bullet or _LABEL.match(following.text) or _STANDING_OUT.match(following.text):
        return False
    if is_field(following.text):
        return False
    words_at = opening.indent + columns(bullet.group())
    below = opening.indent < following.indent <= words_at + 1
    if len(item) > 1:
        below = below and following.indent == line.indent
    if below and line.width >= _LEAST_WRAPPED:
        return True
    if line.width < _LEAST_BROKEN:
        return False
    ended = line.ends_sentence or line.end in PAUSES
    return (following.text[0].islower() and not ended) or bool(_OPEN_END.search(line.text))


def _goes_on(line: Line, following: Line, opening: Sequence[Line], wrapping: Wrapping) -> bool:
    """Whether a line goes on with the paragraph of the line before it.

    Args:
        line: the line before.
        following: the line in question.
        opening: the first lines of the paragraph, two at most.
        wrapping: how the text was wrapped.
    """
    if begins_inside(following):
        return True
    labelled = bool(_LABEL.match(opening[0].text))
    if may_start_paragraph(opening[0], line, following):
        return False
    if _starts_by_indent(line, following, labelled and len(opening) == 1, wrapping):
        return False
    if len(opening) > 1 and following.indent + 1 < line.indent:
        return False
    if _is_heading(line, following, wrapping):
        return False
    if wrapping.is_full(line, following):
        return not (wrapping.full_may_end and _ends_paragraph(line, following))
    long_enough = wrapping.measure(line) * 2 >= wrapping.width and not line.text.isupper()
    ended = line.ends_sentence or line.end in PAUSES
    return long_enough and not ended and following.text[0].islower()


def _is_heading(line: Line, following: Line, wrapping: Wrapping) -> bool:
    """Whether a line is a heading by itself, wherever the line before it ends.

    It begins with the number of a part that a wide space sets off, or with a Han numeral and 、; or
    it is a short line without a mark, of Chinese or with a capital letter, behind a sentence's end.
    """
    if _SET_OFF.match(following.text):
        return True
    if _HAN_LABEL.match(following.text) and line.end not in _BEFORE_NUMERALS:
        return True
    if not _WORD.search(following.text):
        return False
    short = wrapping.measure(following) * 2 < wrapping.width
    ended = following.end in ENDINGS + PAUSES
    if not short or ended or not line.ends_sentence:
        return False
    first = following.text[0]
    if is_unspaced(first):
        return True
    return first.isupper() and line.end not in _ANNOUNCES and not is_field(following.text)


def _starts_by_indent(line: Line, following: Line, hanging: bool, wrapping: Wrapping) -> bool:
    if hanging:
        return False
    if following.indent > line.indent + 1:
        return True
    return wrapping.indents_start and following.indent > wrapping.margin + 1


def _ends_paragraph(line: Line, following: Line) -> bool:
    first = following.text[0]
    if first.islower():
        return False
    return line.end in ENDINGS or (line.end in PAUSES and first.isascii() and first.isupper())


def may_start_paragraph(opening: Line, line: Line, following: Line) -> bool:
    """Whether a line's own words say that it starts a paragraph.

    A bullet does anywhere, the next item of a list behind the item before it, a field of a form
    ("Address: ...") behind a line that is one too, and any other label behind what may end a
    paragraph, unless the item before it stands inside a line. So does what stands behind an entry
    that a leader leads from to its number.

    Args:
        opening: the first line of the paragraph that may go on.
        line: the line before.
        following: the line in question.
    """
    if _BULLET.match(following.text) or _is_next_item(opening, following):
        return True
    if leads_to_number(line.text):
        return True
    # The field in front may be empty, to be filled in by hand.
    if opening is line and is_field(line.text + "…") and is_field(following.text):
        return True
    may_end = line.ends_sentence or line.end in PAUSES or bool(_LISTED.search(line.text[-16:]))
    if may_end and _LABEL.match(following.text) and not _runs_on(opening, line, following):
        return True
    return line.ends_sentence and bool(_DIVISION.match(following.text))


def _runs_on(opening: Line, line: Line, following: Line) -> bool:
    """Whether a line begins with the next of items inside lines: "(2)" behind "as to (1) ..."."""
    item = _INNER_ITEM.match(following.text)
    if not item or not (before := _before(item[2])):
        return False
    return any(f"{item[1]}{before}{item[3]}" in text[1:] for text in (opening.text, line.text))


def _before(number: str) -> str:
    """The number or letter before this one; "" for the first letter or numeral."""
    if number.isdecimal():
        return str(int(number) - 1)
    series = next(series for series in _SERIES if number in series)
    place = series.index(number)
    return series[place - 1] if place else ""


def is_field(text: str) -> bool:
    """Whether a line is a field of a form: a short label, a colon, and more ("Place: Geneva")."""
    return _FIELD.match(text[:_FIELD_LENGTH]) is not None


def is_label(text: str) -> bool:
    """Whether a text is nothing but a label of what stands behind it ("3.2", "Article 3")."""
    bare = text.strip()
    return any(_ALONE.fullmatch(f"{bare}{gap}x") for gap in ("", " "))


def _is_next_item(opening: Line, following: Line) -> bool:
    """Whether a line begins as the item behind another does: "2." behind "1.", "-" behind "-"."""
    item, after = _ITEM.match(opening.text), _ITEM.match(following.text)
    if not item or not after or item.group(1, 3, 4) != after.group(1, 3, 4):
        return False
    if item[4]:
        return True
    if item[2].isdecimal() and after[2].isdecimal():
        return int(after[2]) == int(item[2]) + 1
    return ord(after[2][0]) == ord(item[2][0]) + 1 and after[2].isalpha()
