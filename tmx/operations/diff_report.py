"""Tells the differences of two memories: as text, as JSON lines, or as a page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import Literal, TypeAlias

from tmx.dates import format_date
from tmx.index.rates import differences
from tmx.markup import Markup
from tmx.operations.diff import Change, Comparison, Entry, in_plain_form, without_dates
from tmx.operations.sides import plain_tag
from tmx.text import Repairs
from tmx.units import NO_RECORD, Note, Property, Record, Tag, Unit, Variant

Piece: TypeAlias = tuple[Literal["same", "deleted", "inserted"], str]
"""A piece of two texts: in both, only in the first, or only in the second."""

TITLES = {
    Change.REMOVED: "Removed",
    Change.ADDED: "Added",
    Change.CHANGED: "Changed words",
    Change.DETAILS: "The same words with other notes or properties",
    Change.DATES: "The same but for dates",
    Change.MOVED: "Moved",
}
_MOST_KINDS = 5
"""So many kinds of details that differ are named."""

_SIGNS = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_HTML = {"same": ("", ""), "deleted": ("<del>", "</del>"), "inserted": ("<ins>", "</ins>")}
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><style>
:root {{ color-scheme: light dark; --gone: #fdd; --new: #dfd; --faint: #555; --paper: #fff;
  --ink: #111 }}
@media (prefers-color-scheme: dark) {{ :root {{ --gone: #5c221d; --new: #1d4a2b; --faint: #aab;
  --paper: #16191d; --ink: #e8e6e1 }} }}
body {{ font: 1rem/1.5 system-ui, "Noto Sans CJK SC", sans-serif; margin: 2rem auto;
  max-width: 60rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
  overflow-wrap: anywhere }}
h1 {{ font-size: 1.5rem }} h2 {{ font-size: 1.2rem; margin-top: 2rem }}
h3 {{ font-size: 1rem; margin: 1rem 0 0; color: var(--faint) }}
p {{ margin: 0; white-space: pre-wrap }} b {{ color: var(--faint); font-weight: normal }}
del {{ background: var(--gone) }} ins {{ background: var(--new); text-underline-offset: .2em }}
.key {{ color: var(--faint) }}
@media print {{ body {{ margin: 0; font-size: 10pt; max-width: none }}
  h2, h3 {{ break-after: avoid }}
  del, ins {{ -webkit-print-color-adjust: exact; print-color-adjust: exact }} }}
</style></head><body><h1>{title}</h1><p>{summary}</p>
<p class="key">What is gone is struck through, what is new is underlined.</p>
"""


def summary(comparison: Comparison) -> str:
    """Return the numbers of what was found, in one line.

    Each unit is removed, added, of other words, or of the same words; of these is told what else is
    other.
    """
    counts = comparison.counts
    text = (
        f"{counts[Change.REMOVED]:,} removed, {counts[Change.ADDED]:,} added, "
        f"{counts[Change.CHANGED]:,} with other words, {comparison.alike:,} with the same words"
    )
    if comparison.same == comparison.alike:
        return text
    parts = []
    if details := counts[Change.DETAILS]:
        parts.append(f"{details:,} with other details ({_kinds_of_details(comparison)})")
    if dates := counts[Change.DATES]:
        parts.append(f"{dates:,} with other dates only")
    if moved := counts[Change.MOVED]:
        twice = comparison.same + details + dates + moved - comparison.alike
        also = f", {twice:,} of them with other details or dates too" if twice else ""
        parts.append(f"{moved:,} moved{also}")
    return f"{text}: {', '.join(parts)}, {comparison.same:,} the same in all"


def _kinds_of_details(comparison: Comparison) -> str:
    """Say what differs in units with the same words, the most frequent first."""
    kinds: Counter[str] = Counter()
    for entry in comparison.entries([Change.DETAILS]):
        if entry.before and entry.after:
            units = entry.before[1], entry.after[1]
            differing = (*_changed_tags(*units), *_changed_details(*units, dates=False))
            kinds.update(dict.fromkeys((label for label, _ in differing), 1))
    named = ", ".join(f"{label} {count:,}" for label, count in kinds.most_common(_MOST_KINDS))
    return f"{named}, ..." if len(kinds) > _MOST_KINDS else named


def text_lines(
    comparison: Comparison, names: tuple[str, str], *, dates: bool = False
) -> Iterator[str]:
    """Give the lines of a report: what is gone stands in [-...-], what is new in {+...+}.

    In Chinese single characters are marked, elsewhere words.

    Args:
        comparison: what was found.
        names: the names of both memories.
        dates: list units that differ in dates only, and the dates that differ in others.
    """
    yield f"{names[0]} -> {names[1]}: {summary(comparison)}"
    told: Change | None = None
    for entry in comparison.entries(_listed(dates)):
        if entry.change is not told:
            told = entry.change
            yield ""
            yield f"{TITLES[told]} ({comparison.counts[told]:,}):"
        yield f"  {_place(entry)}"
        for label, pieces in _lines(entry, dates=dates):
            marked = "".join(text.join(_SIGNS[kind]) for kind, text in pieces)
            yield f"    {label}: {' '.join(marked.split())}"


def json_lines(comparison: Comparison, *, dates: bool = False) -> Iterator[str]:
    """Give a JSON object for each difference, and at the end one with the numbers.

    Args:
        comparison: what was found.
        dates: give units that differ in dates only, too.
    """
    for entry in comparison.entries(_listed(dates)):
        sides = (("before", entry.before), ("after", entry.after))
        told = {side: _as_json(*placed) for side, placed in sides if placed is not None}
        yield json.dumps({"change": entry.change.value, **told}, ensure_ascii=False)
    numbers = {change.value: count for change, count in comparison.counts.items()}
    yield json.dumps({"counts": {**numbers, "alike": comparison.alike, "same": comparison.same}})


def html_lines(
    comparison: Comparison, names: tuple[str, str], *, dates: bool = False
) -> Iterator[str]:
    """Give the lines of a page that needs nothing else.

    Args:
        comparison: what was found.
        names: the names of both memories.
        dates: list units that differ in dates only, and the dates that differ in others.
    """
    title = escape(f"{names[0]} → {names[1]}")
    yield _PAGE.format(title=title, summary=escape(summary(comparison)))
    told: Change | None = None
    for entry in comparison.entries(_listed(dates)):
        if entry.change is not told:
            told = entry.change
            yield f"<h2>{TITLES[told]} ({comparison.counts[told]:,})</h2>"
        yield f"<h3>{escape(_place(entry, arrow='→'))}</h3>"
        for label, pieces in _lines(entry, dates=dates):
            marked = "".join(escape(text).join(_HTML[kind]) for kind, text in pieces)
            yield f'<p lang="{escape(label)}"><b>{escape(label)}</b> {marked}</p>'
    yield "</body></html>"


def _listed(dates: bool) -> list[Change]:
    return [change for change in Change if dates or change is not Change.DATES]


def _place(entry: Entry, arrow: str = "->") -> str:
    """Return where a unit stood and stands, and its name."""
    placed = [side for side in (entry.before, entry.after) if side is not None]
    then = f" {arrow} "
    numbers = then.join(dict.fromkeys(f"{number:,}" for number, _ in placed))
    names = dict.fromkeys(unit.tuid for _, unit in placed if unit.tuid)
    return f"unit {numbers}" + (f" ({then.join(names)})" if names else "")


def _lines(entry: Entry, *, dates: bool) -> Iterator[tuple[str, list[Piece]]]:
    """Give what is to be told of a difference: a language or "details", and the pieces."""
    before, after = (None if side is None else side[1] for side in (entry.before, entry.after))
    if before is None or after is None or entry.change is Change.MOVED:
        unit = after if before is None else before
        for variant in unit.variants if unit else ():
            yield variant.language, [("same", _words(variant))]
        return
    if entry.change is Change.CHANGED:
        yield from _changed_words(before, after)
    else:
        yield before.variants[0].language, [("same", _words(before.variants[0]))]
        yield from _changed_tags(before, after)
    yield from _changed_details(before, after, dates=dates)


def _changed_words(before: Unit, after: Unit) -> Iterator[tuple[str, list[Piece]]]:
    rest = list(after.variants)
    for old in before.variants:
        tag = plain_tag(old.language)
        new = next((item for item in rest if plain_tag(item.language) == tag), None)
        if new is None:
            yield old.language, [("deleted", _words(old))]
            continue
        rest.remove(new)
        pieces = differences(_words(old), _words(new))
        yield new.language, [(piece.kind, piece.text) for piece in pieces]
    for new in rest:
        yield new.language, [("inserted", _words(new))]


def _changed_tags(before: Unit, after: Unit) -> Iterator[tuple[str, list[Piece]]]:
    """Give the language tags that have another form: zh-CN for zh-cn."""
    new = {plain_tag(item.language): item.language for item in after.variants}
    for variant in before.variants:
        old, now = variant.language, new.get(plain_tag(variant.language))
        if now is not None and now != old:
            yield "language", [("deleted", old), ("inserted", now)]


def _changed_details(
    before: Unit, after: Unit, *, dates: bool
) -> Iterator[tuple[str, list[Piece]]]:
    old, new = (
        Counter(_details(unit if dates else without_dates(unit)))
        for unit in map(in_plain_form, (before, after))
    )
    for label, value in old - new:
        yield label, [("deleted", value)]
    for label, value in new - old:
        yield label, [("inserted", value)]


def _details(unit: Unit) -> Iterator[tuple[str, str]]:
    """Give all that a unit holds beside its words, each with a label."""
    for label in ("tuid", "srclang", "segtype"):
        value = getattr(unit, label)
        if value is not None:
            yield label, value
    yield from _held(unit, "")
    for variant in unit.variants:
        yield from _held(variant, f"{variant.language} ")


def _held(holder: Unit | Variant, prefix: str) -> Iterator[tuple[str, str]]:
    for item in holder.annotations:
        if isinstance(item, Property):
            yield f"{prefix}{item.type}", item.value
        elif isinstance(item, Note):
            yield f"{prefix}note", item.text
        else:
            yield f"{prefix}{item.name}", repr(item.content)
    for name, value in holder.extra:
        yield f"{prefix}{name}", value
    if holder.record != NO_RECORD:
        yield from _recorded(holder.record, prefix)


def _recorded(record: Record, prefix: str) -> Iterator[tuple[str, str]]:
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if value is not None:
            is_date = name.endswith("date")
            yield f"{prefix}{name}", format_date(value) if is_date else str(value)


def _words(variant: Variant) -> str:
    """Return the words of a variant; with the markup of its tags, where it has any."""
    content = variant.segment.content
    if any(isinstance(part, Tag) for part in content):
        return Markup(Repairs()).content(content)
    return variant.segment.text


def _as_json(number: int, unit: Unit) -> dict[str, object]:
    variants = [{"language": item.language, "text": _words(item)} for item in unit.variants]
    return {"unit": number, "tuid": unit.tuid, "variants": variants}
