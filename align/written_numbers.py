"""The number of each paragraph as its document writes it: "12", "第四条（二）", "第二十三条 一".

Paragraphs are compared by their neutral numbers, where `（二）` and `(2)` are both "(b)"; people
look for what stands in the document. A label alone would not tell which "（二）" it is, so those of
what it stands in come before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora import Document, Kind, Paragraph
from corpora.characters import is_han
from corpora.structure.labels import find_labels
from corpora.structure.numerals import roman
from corpora.structure.words import Words, words_of

_INNERMOST = re.compile(r"\([^()]*\)\Z")
_ENDS = " .:、。．：——–—-\u3000"
_BARE = re.compile(r"[0-9A-Za-z.]+")
"""What is cited in brackets behind a Latin number: "Article 12(2)"."""

_Number = tuple[str, str]
"""A scope and the number in it."""


def full_number(paragraph: Paragraph) -> str:
    """Return a paragraph's neutral number with the part that it is unique in, or "".

    Paragraph 2 of article 1 is "Article 1(2)". Numbers that name their part stay as they are.
    """
    number = paragraph.number or ""
    if not paragraph.scope or not number[:1].isdigit():
        return number
    own, bracket, rest = number.partition("(")
    return f"{paragraph.scope}({own}){bracket}{rest}"


def written_numbers(document: Document) -> tuple[str, ...]:
    """Return the number of each paragraph as the document writes it, "" where it has none.

    What bears no label, and a footnote, whose mark is not told from other numbers, has its neutral
    number.
    """
    return tuple(_written(document))


def first_number(numbers: Sequence[Sequence[str]], places: Sequence[Sequence[int]]) -> str:
    """Return the number that some paragraphs are called by, or "": the first of the source's.

    Args:
        numbers: of all paragraphs of the source and of the target.
        places: of the source and of the target, the paragraphs' indices.
    """
    sides = zip(numbers, places, strict=True)
    return next((side[index] for side, indices in sides for index in indices if side[index]), "")


def _written(document: Document) -> Iterator[str]:
    words = words_of(document.language)
    seen: dict[_Number, str] = {}
    parts: dict[str, str] = {}
    for paragraph in document.paragraphs:
        number = paragraph.number
        if number is None or not paragraph.label or paragraph.kind is Kind.FOOTNOTE:
            yield full_number(paragraph)
            continue
        own = paragraph.label.strip(_ENDS) or paragraph.label
        part = _part(paragraph, words)
        if part:
            parts[number] = part.strip(_ENDS)
            written = own
        else:
            written = _joined(_above(paragraph.scope, number, seen, parts), own)
        seen[paragraph.scope, number] = written
        yield written


def _part(paragraph: Paragraph, words: Words) -> str:
    """The label of an article or another part, without that of an item behind it; or ""."""
    if paragraph.number is None or not paragraph.number[:1].isupper():
        return ""
    text = paragraph.text if paragraph.label_length else paragraph.label
    found = (label.text for label in find_labels(text, words) if label.is_part)
    return next((text for text in found if paragraph.label.startswith(text)), "")


def _above(scope: str, number: str, seen: dict[_Number, str], parts: dict[str, str]) -> str:
    """What a number stands in, as the document has written it last, or ""."""
    above = _INNERMOST.sub("", number)
    if above != number:
        if above in parts:
            return parts[above]
        if (scope, above) in seen:
            return seen[scope, above]
    if not scope:
        return ""
    if _tells_its_part(number, scope):
        scope = scope.rpartition(", ")[0]
    outer, _, innermost = scope.rpartition(", ")
    if above != number:  # the item that it is below stands in the line of the part
        return seen.get((outer, innermost), "")
    written = [parts.get(part, "") for part in scope.split(", ")]
    separator = "" if all(part and is_han(part[-1]) for part in written) else ", "
    return separator.join(filter(None, written))


def _tells_its_part(number: str, scope: str) -> bool:
    """Whether a decimal number begins with that of the part it stands in: 3.2 in article 3."""
    first, dot, _ = number.partition(".")
    name, _, ordinal = scope.rpartition(", ")[2].partition(" ")
    if not dot or not first.isdecimal() or name in ("Annex", "Appendix", "Schedule"):
        return False
    return ordinal in (first, roman(int(first)))


def _joined(above: str, own: str) -> str:
    """Put a label behind those of what it stands in, as it is cited."""
    if not above or own.startswith(above):
        return own
    if not is_han(own[0]) and not (own[0].isascii() and own[0].isalnum()):  # （一）, ①
        return above + own
    if above[-1] in "）】〕":
        return above + own
    bracketed = _BARE.fullmatch(own) and above[-1].isascii() and above[-1].isalnum()
    return f"{above}({own})" if bracketed else f"{above} {own}"
