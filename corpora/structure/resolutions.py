"""The parts of a resolution: title, chapeau, preambular and operative paragraphs, closing lines.

A resolution is known by its chapeau (the organ that speaks, alone on its line) and by what follows:
preambular paragraphs, or a first operative one. Where no such pair is found, nothing is marked.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpora.document import Kind
from corpora.structure.labels import is_title
from corpora.structure.outline import Numbered
from corpora.structure.words import Words

_HEAD_ROWS = 12
_CLAUSE_ENDS = (";", "；")
_ENDS = (*_CLAUSE_ENDS, ".", "。")


def mark_resolutions(
    texts: Sequence[str], numbers: Sequence[Numbered | None], kinds: list[Kind | None], words: Words
) -> None:
    """Fill in the kinds of all resolutions of a document; kinds that stand already are kept.

    Args:
        texts: the paragraphs' texts.
        numbers: their numbers.
        kinds: what is known of each; None where nothing is.
        words: the language's.
    """
    free = [k for k, kind in enumerate(kinds) if kind is None]
    chapeaux = [at for at, k in enumerate(free) if words.organ.fullmatch(texts[k])]
    opened = [at for at in chapeaux if _opens(free[at + 1 : at + 3], texts, numbers, words)]
    for at, behind in zip(opened, [*opened[1:], len(free)], strict=False):
        kinds[free[at]] = Kind.CHAPEAU
        _mark_head(free[max(0, at - _HEAD_ROWS) : at], texts, numbers, kinds, words)
        body = free[at + 1 : behind]
        if behind < len(free):
            body = body[: _before_next_head(body, texts, numbers)]
        _mark_body(body, texts, numbers, kinds, words)


def _opens(
    behind: Sequence[int], texts: Sequence[str], numbers: Sequence[Numbered | None], words: Words
) -> bool:
    """Whether what follows an organ's name is a resolution's text."""
    if not behind:
        return False
    first = numbers[behind[0]]
    if first is not None:
        return first.number == "1" and bool(words.operative.match(texts[behind[0]], first.label.length))
    return bool(words.preambular.match(texts[behind[0]])) and len(behind) > 1


def _mark_head(
    rows: Sequence[int],
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    kinds: list[Kind | None],
    words: Words,
) -> None:
    """Find the title next above the chapeau; rows above it name the organ, session and date."""
    for k in reversed(rows):
        numbered = numbers[k]
        if kinds[k] is None and (numbered and numbered.label.name or _could_be_title(texts[k], numbered, words)):
            kinds[k] = Kind.TITLE
            break
    for k in rows:
        if kinds[k] is not None or numbers[k]:
            continue
        if words.organ_row.fullmatch(texts[k]) or words.closing_row.fullmatch(texts[k]):
            kinds[k] = Kind.BOILERPLATE
        elif words.head_row.fullmatch(texts[k]):
            kinds[k] = Kind.HEADING


def _could_be_title(text: str, numbered: Numbered | None, words: Words) -> bool:
    rows = (words.organ_row, words.closing_row, words.head_row, words.date)
    return numbered is None and len(text) <= 300 and not text.endswith(_ENDS) and not any(
        row.fullmatch(text) for row in rows
    )


def _before_next_head(
    body: Sequence[int], texts: Sequence[str], numbers: Sequence[Numbered | None]
) -> int:
    """Where the head of the next resolution begins: its numbered title, or the last bare line."""
    for at in range(len(body) - 1, max(-1, len(body) - _HEAD_ROWS), -1):
        numbered = numbers[body[at]]
        if numbered and numbered.label.name:
            return at
        if numbered is None and is_title(texts[body[at]]):
            continue
        return at + 1
    return len(body)


def _mark_body(
    body: Sequence[int],
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    kinds: list[Kind | None],
    words: Words,
) -> None:
    """Mark what follows a chapeau, up to an annex or the end of the resolution."""
    parts = [at for at, k in enumerate(body) if (n := numbers[k]) and n.label.style in ("Annex", "Appendix")]
    body = body[: parts[0]] if parts else body
    start = next((at for at, k in enumerate(body) if (n := numbers[k]) and n.number == "1"), None)
    numbered = start is not None
    if start is None:
        start = _first_operative(body, texts, words)
    for k in body[:start]:
        n = numbers[k]
        kinds[k] = Kind.PREAMBULAR if n is None else Kind.SUBPARAGRAPH if n.depth else Kind.HEADING
    end = len(body)
    while end > start and words.closing_row.fullmatch(texts[body[end - 1]]):
        kinds[body[end - 1]] = Kind.SIGNATURE
        end -= 1
    for k in body[start:end]:
        n = numbers[k]
        if words.closing_row.fullmatch(texts[k]):
            kinds[k] = Kind.SIGNATURE
        elif n is not None and not n.label.is_part:
            kinds[k] = Kind.SUBPARAGRAPH if n.depth else Kind.OPERATIVE
        elif n is None and not numbered and _reads_operative(texts[k], words):
            kinds[k] = Kind.OPERATIVE


def _first_operative(body: Sequence[int], texts: Sequence[str], words: Words) -> int:
    """Where operative paragraphs without numbers begin: a verb, and no comma at the end any more."""
    for at, k in enumerate(body):
        text = texts[k]
        if words.closing_row.fullmatch(text):
            return at
        if words.operative.match(text) and text.endswith((*_ENDS, ":", "：")):
            if text.endswith(_CLAUSE_ENDS) or not words.preambular.match(text):
                return at
    return len(body)


def _reads_operative(text: str, words: Words) -> bool:
    return text.endswith(_CLAUSE_ENDS) or bool(words.operative.match(text) and text.endswith((*_ENDS, ":", "：")))
