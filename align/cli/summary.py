"""What `duiqi align` says of its result: how much was paired, and what to look at."""

from __future__ import annotations

from align.alignment import Alignment
from align.cli.console import Console, counted
from align.encoders import Encoder
from align.mismatch import find_doubts
from align.order import moved_beads
from corpora import Kind

LOW_SCORE = 0.5
"""Beads with a lower score are counted as doubtful."""


def summarise(alignment: Alignment, console: Console, encoder: Encoder) -> None:
    """Tell in a few lines what was paired, what was not, and what is doubtful.

    Args:
        alignment: the result.
        console: where it is told.
        encoder: what tells meaning.
    """
    beads = [bead for bead in alignment.beads() if not bead.one_sided]
    doubtful = sum(bead.score < LOW_SCORE for bead in beads)
    console.say(
        f"{counted(len(beads), 'pair')}, {doubtful} of them doubtful (score below {LOW_SCORE})"
    )
    if moved := sum(1 for _ in moved_beads(alignment)):
        stand = "stands" if moved == 1 else "stand"
        console.say(f"{counted(moved, 'pair')} {stand} in another order")
    for side, document in (("source", alignment.source), ("target", alignment.target)):
        lone = [
            span
            for bead in alignment.beads()
            if bead.one_sided
            for span in bead.source + bead.target
            if (bead.source and side == "source") or (bead.target and side == "target")
            if document.paragraphs[span.paragraph].kind is not Kind.BOILERPLATE
        ]
        if lone:
            size = sum(span.end - span.start for span in lone)
            whole = sum(
                len(item.text) for item in document.paragraphs if item.kind is not Kind.BOILERPLATE
            )
            share = size / max(1, whole)
            amount = "under 1%" if share < 0.01 else f"{share:.0%}"
            console.say(f"unpaired on the {side} side: {len(lone)} ({amount} of the text)")
    if doubts := list(find_doubts(alignment, encoder)):
        console.warn(
            f"{alignment.source.name} and {alignment.target.name} may not be versions of one"
            f" document: {'; '.join(doubts)}"
        )
