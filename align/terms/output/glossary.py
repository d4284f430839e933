"""What is written: entries, and what they are from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.terms.entries import Entry, Translation


@dataclass(frozen=True, slots=True)
class Glossary:
    """Entries and what they are from.

    Attributes:
        entries: in the order in which they are written.
        languages: the tags of the source and of the target.
        documents: the files' names.
    """

    entries: Sequence[Entry]
    languages: tuple[str, str]
    documents: Sequence[str]


def remark(entry: Entry, translation: Translation) -> str:
    """Return what a translator is told of an entry in one line: counts, forms, where it stands."""
    parts = [f"{translation.count} of {entry.units}" if entry.units > 1 else "1"]
    if entry.short_for:
        parts.append(f"short for {entry.short_for}")
    if not entry.consistent:
        parts.append(f"also: {_others(entry, translation)}")
    forms = [form.text for form in (*entry.forms[1:], *translation.forms[1:])]
    if forms:
        parts.append(f"forms: {', '.join(forms)}")
    paragraphs = list(dict.fromkeys(item.paragraph for item in entry.examples if item.paragraph))
    if paragraphs:
        parts.append(f"¶ {', '.join(paragraphs)}")
    return "; ".join(parts)


def _others(entry: Entry, translation: Translation) -> str:
    return ", ".join(
        f"{item.text} {item.count}" for item in entry.translations if item is not translation
    )
