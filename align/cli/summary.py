"""What `duiqi align` says of its result: how much was paired, and what to look at."""

from __future__ import annotations

from align.alignment import Alignment
from align.cli.console import Console, counted
from align.order import moved_beads
from align.units import paired_beads
from corpora import Kind
from corpora.languages import base, display_name, foreign_paragraphs

LOW_SCORE = 0.5
"""Beads with a lower score or quality are counted as doubtful."""


def summarise(alignment: Alignment, console: Console, names: tuple[str, str]) -> None:
    """Tell in a few lines what was paired, what was not, and what is doubtful.

    Args:
        alignment: the result.
        console: where it is told.
        names: what the documents are called.
    """
    beads = list(paired_beads(alignment))
    doubtful = sum(bead.trust < LOW_SCORE for bead in beads)
    named = "score or quality" if alignment.scorer else "score"
    console.say(
        f"{counted(len(beads), 'pair')}, {doubtful} of them doubtful ({named} below {LOW_SCORE})"
    )
    if moved := sum(1 for _ in moved_beads(alignment)):
        stand = "stands" if moved == 1 else "stand"
        console.say(f"{counted(moved, 'pair')} {stand} in another order")
    _tell_unpaired(alignment, console, is_source=True)
    _tell_unpaired(alignment, console, is_source=False)
    if doubts := "; ".join(alignment.doubts):
        console.warn(f"{names[0]} and {names[1]} may not be versions of one document: {doubts}")


def _tell_unpaired(alignment: Alignment, console: Console, *, is_source: bool) -> None:
    """Tell how much of a side's text found no partner, and how much could have none."""
    document, other = alignment.source, alignment.target
    if not is_source:
        document, other = other, document
    foreign = foreign_paragraphs(document, other)
    if foreign:
        own, theirs = (display_name(base(item.language)) for item in (document, other))
        console.say(
            f"{counted(len(foreign), 'paragraph')} of the {own} document"
            f" {'is' if len(foreign) == 1 else 'are'} in {theirs}: left unpaired"
        )
    text = {
        index: len(paragraph.text)
        for index, paragraph in enumerate(document.paragraphs)
        if paragraph.kind is not Kind.BOILERPLATE and index not in foreign
    }
    lone = [
        span
        for bead in alignment.beads()
        if bead.one_sided
        for span in (bead.source if is_source else bead.target)
        if span.paragraph in text
    ]
    if lone:
        share = sum(span.end - span.start for span in lone) / max(1, sum(text.values()))
        amount = "under 1%" if share < 0.01 else f"{share:.0%}"
        side = "source" if is_source else "target"
        console.say(f"unpaired on the {side} side: {len(lone)} ({amount} of the text)")
