"""The parts of a resolution: title, chapeau, preambular and operative paragraphs, closing lines.

A resolution is known by its chapeau (the organ that speaks, alone on its line) and by what follows:
preambular paragraphs, or a first operative one. Where no such pair is found, nothing is marked.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpora.document import Kind
from corpora.structure.label import is_title
from corpora.structure.outline import Numbered
from corpora.structure.words import Words

_HEAD_ROWS = 12
_STRAY = 1  # paragraphs of another kind that may stand between the chapeau and the preamble
_CLAUSE_ENDS = (";", "；")
_ENDS = (*_CLAUSE_ENDS, ".", "。")
_LAST_SIGNS = (*_ENDS, ":", "：")


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
    opened = [
        at
        for at, k in enumerate(free)
        if words.organ.fullmatch(texts[k])
        and any(_opens(free, at + step, texts, numbers, words, 1) for step in range(1, _STRAY + 2))
    ]
    if not opened:
        opened = _without_chapeau(free, texts, numbers, words)
    for at, behind in zip(opened, [*opened[1:], len(free)], strict=False):
        if at >= 0 and words.organ.fullmatch(texts[free[at]]):
            kinds[free[at]] = Kind.CHAPEAU
            head = at
        else:
            head = at + 1
        _mark_head(free[max(0, head - _HEAD_ROWS) : head], texts, numbers, kinds, words)
        body = free[at + 1 : behind]
        if behind < len(free):
            body = body[: _before_next_head(body, texts, numbers, words)]
        _mark_body(body, texts, numbers, kinds, words)


def _opens(
    free: Sequence[int],
    at: int,
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    words: Words,
    least: int,
) -> bool:
    """Whether a resolution's text begins here: preambular paragraphs, then an operative one."""
    start = at
    while (
        at < len(free) and numbers[free[at]] is None and _reads_preambular(texts[free[at]], words)
    ):
        at += 1
    if at >= len(free):
        return at - start > least
    text, numbered = texts[free[at]], numbers[free[at]]
    if numbered is None:
        return at - start >= least and bool(words.operative.match(text))
    operative = bool(words.operative.match(text, numbered.label.length))
    return numbered.depth == 0 and (at - start >= least or operative)


def _without_chapeau(
    free: Sequence[int], texts: Sequence[str], numbers: Sequence[Numbered | None], words: Words
) -> list[int]:
    """The place before a resolution whose chapeau is missing: three preambular paragraphs."""
    for at, k in enumerate(free[: 2 * _HEAD_ROWS]):
        if numbers[k] is None and words.preambular.match(texts[k]):
            behind = free[at : at + 3]
            sure = all(words.preambular.match(texts[j]) for j in behind) and len(behind) == 3
            return [at - 1] if sure and _opens(free, at, texts, numbers, words, 3) else []
    return []


def _reads_preambular(text: str, words: Words) -> bool:
    return text.endswith((",", "，")) or bool(
        words.preambular.match(text) and not text.endswith(_CLAUSE_ENDS)
    )


def _mark_head(
    rows: Sequence[int],
    texts: Sequence[str],
    numbers: Sequence[Numbered | None],
    kinds: list[Kind | None],
    words: Words,
) -> None:
    """Find the title next above the chapeau; rows above it name the organ, session and date.

    An organ's name or a date by itself is furniture behind what a site has put above a text;
    elsewhere the document says it, and its translation does too.
    """
    of_site = bool(rows) and Kind.BOILERPLATE in kinds[: rows[0]]
    for k in reversed(rows):
        numbered = numbers[k]
        if kinds[k] is None and (
            (numbered and numbered.label.name) or _could_be_title(texts[k], numbered, words)
        ):
            kinds[k] = Kind.TITLE
            break
    for k in rows:
        if kinds[k] is not None or numbers[k]:
            continue
        if words.organ_row.fullmatch(texts[k]) or words.closing_row.fullmatch(texts[k]):
            kinds[k] = Kind.BOILERPLATE if of_site else Kind.HEADING
        elif words.head_row.fullmatch(texts[k]):
            kinds[k] = Kind.HEADING


def _could_be_title(text: str, numbered: Numbered | None, words: Words) -> bool:
    rows = (words.organ_row, words.closing_row, words.head_row, words.date)
    return (
        numbered is None
        and len(text) <= 300
        and not text.endswith(_ENDS)
        and not any(row.fullmatch(text) for row in rows)
    )


def _before_next_head(
    body: Sequence[int], texts: Sequence[str], numbers: Sequence[Numbered | None], words: Words
) -> int:
    """Where the head of the next resolution begins: its numbered title, or the last bare line."""
    for at in range(len(body) - 1, max(-1, len(body) - _HEAD_ROWS), -1):
        numbered = numbers[body[at]]
        if numbered and numbered.label.name:
            return at
        closing = words.closing_row.fullmatch(texts[body[at]])
        if numbered is None and not closing and is_title(texts[body[at]]):
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
    parts = [
        at
        for at, k in enumerate(body)
        if (n := numbers[k]) and n.label.style in ("Annex", "Appendix")
    ]
    body = body[: parts[0]] if parts else body
    start = next((at for at, k in enumerate(body) if _is_item(numbers[k])), None)
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
    last, closed = 0, False
    for k in body[start:end]:
        n = numbers[k]
        if words.closing_row.fullmatch(texts[k]):
            kinds[k], closed = Kind.SIGNATURE, True
        elif n is not None and not n.label.is_part:
            closed = closed and not (_is_item(n) and n.label.values[0] == last + 1)
            last = n.label.values[0] if _is_item(n) and not closed else last
            if not closed:
                kinds[k] = Kind.SUBPARAGRAPH if n.depth else Kind.OPERATIVE
        elif n is None and not (numbered or closed) and _reads_operative(texts[k], words):
            kinds[k] = Kind.OPERATIVE


def _is_item(numbered: Numbered | None) -> bool:
    return numbered is not None and numbered.label.style == "1." and numbered.depth == 0


def _first_operative(body: Sequence[int], texts: Sequence[str], words: Words) -> int:
    """Where operative paragraphs without numbers begin: a verb, and no comma at the end."""
    for at, k in enumerate(body):
        text = texts[k]
        if words.closing_row.fullmatch(text):
            return at
        sure = text.endswith(_CLAUSE_ENDS) or not words.preambular.match(text)
        if sure and words.operative.match(text) and text.endswith(_LAST_SIGNS):
            return at
    return len(body)


def _reads_operative(text: str, words: Words) -> bool:
    return text.endswith(_CLAUSE_ENDS) or bool(
        words.operative.match(text) and text.endswith(_LAST_SIGNS)
    )
