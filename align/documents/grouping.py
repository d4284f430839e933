"""Runs of sentences are gathered into groups of whole paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from align.encoders import Floats
from align.search.clauses.search import Run
from align.search.engine import alone
from align.search.side import Ints, Side

Group = list[Run]

Texts = tuple[Sequence[str], Sequence[str]]
"""The texts of the sentences of the source and of the target."""


def group_by_paragraph(runs: Iterable[Run], source: Side, target: Side) -> list[Group]:
    """Gather runs into groups of whole paragraphs.

    A group ends where a run ends at a paragraph's end on both sides. A paragraph of which nothing
    is linked is a group of its own.
    """
    rows, columns = paragraph_numbers(source), paragraph_numbers(target)
    groups: list[Group] = []
    current: Group = []
    for run in runs:
        current.append(run)
        if source.breaks.begins[run.source[1]] and target.breaks.begins[run.target[1]]:
            groups += set_apart(current, rows, columns)
            current = []
    return groups


def set_apart(group: Group, rows: Ints, columns: Ints) -> list[Group]:
    """Split off the paragraphs of which nothing is linked, each a group of its own.

    Args:
        group: some runs.
        rows: the number of the paragraph that each source sentence stands in.
        columns: the same of the target sentences.
    """
    linked = {
        (side, paragraph)
        for run in group
        if not (run.only_source or run.only_target)
        for side, paragraph in _touched(run, rows, columns)
    }
    together: Group = []
    alone: dict[tuple[int, int], Group] = {}
    for run in group:
        first = _touched(run, rows, columns)[0]
        if first in linked:
            together.append(run)
        else:
            alone.setdefault(first, []).append(run)
    return ([together] if together else []) + list(alone.values())


def extent(group: Group) -> tuple[range, range]:
    """The source and the target sentences from the first to the last one of a group.

    Without any, the place where they would stand.
    """
    first = group[0].source[0], group[0].target[0]
    own = [pieces(group, which) or [range(first[which], first[which])] for which in (0, 1)]
    source, target = (range(parts[0].start, parts[-1].stop) for parts in own)
    return source, target


def pieces(group: Group, which: int) -> list[range]:
    """The sentences of the source (0) or target (1) of a group; each that goes on is one piece.

    There are several where a paragraph without partner, a group of its own, stands amid others.
    """
    found: list[range] = []
    for run in group:
        sentences = range(*(run.source, run.target)[which])
        if found and found[-1].stop == sentences.start:
            found[-1] = range(found[-1].start, sentences.stop)
        elif sentences:
            found.append(sentences)
    return found


def group_of_each(groups: Iterable[Group], which: int) -> dict[int, int]:
    """Which group each sentence of the source (0) or target (1) stands in, the first being 0."""
    return {
        place: k
        for k, group in enumerate(groups)
        for piece in pieces(group, which)
        for place in piece
    }


def left_over(
    group: Group,
    place: int,
    gone: tuple[dict[int, float], dict[int, float]],
    source: Side,
    target: Side,
) -> Group:
    """What is left of a group whose one side, or both, got another partner.

    Args:
        group: the group.
        place: its place among the groups.
        gone: the groups whose source got another one, and those whose target did, with its score.
        source: the source.
        target: the target.

    Returns:
        The sentences of its other side, each without partner; none where both sides are gone.
    """
    if place not in gone[0]:
        score = gone[1][place]
        return [alone(k, source, score) for piece in pieces(group, 0) for k in piece]
    if place not in gone[1]:
        score = gone[0][place]
        return [alone(k, target, score).turned() for piece in pieces(group, 1) for k in piece]
    return []


def is_whole(group: Group) -> bool:
    """Whether no paragraph without partner, a group of its own, stands amid those of a group."""
    return max(len(pieces(group, which)) for which in (0, 1)) == 1


def is_linked(group: Group) -> bool:
    """Whether anything of a group is paired: of sentences aligned by themselves nothing may be."""
    return any(not (run.only_source or run.only_target) for run in group)


def one_run(rows: range, columns: range, source: Side, target: Side) -> Run:
    """Pair some sentences for sure, as one bead of sentences and one of clauses.

    Args:
        rows: source sentences, at least one.
        columns: target sentences, at least one.
        source: the source.
        target: the target.
    """
    (first, end), (other_first, other_end) = (
        (int(side.clauses.sentences[own.start]), int(side.clauses.sentences[own.stop]))
        for side, own in ((source, rows), (target, columns))
    )
    clauses = Run((first, end), (other_first, other_end), 1.0)
    return Run((rows.start, rows.stop), (columns.start, columns.stop), 1.0, (clauses,))


def embed_sentences(side: Side, runs: Sequence[range]) -> Floats:
    """Embed runs of adjacent sentences, none of them empty; shape (k, d)."""
    starts = side.clauses.sentences
    return side.clauses.reading.embed(
        np.array([(starts[units.start], starts[units.stop]) for units in runs])
    )


def text_length(side: Side, sentences: range) -> float:
    """How many characters adjacent sentences have, white space left out."""
    starts = side.clauses.sentences
    return float(side.clauses.lengths[starts[sentences.start] : starts[sentences.stop]].sum())


def paragraph_numbers(side: Side) -> Ints:
    """Return the number of the paragraph that each sentence stands in, counted from 1."""
    return np.cumsum(side.breaks.begins)


def _touched(run: Run, rows: Ints, columns: Ints) -> list[tuple[int, int]]:
    """The paragraphs that a run has units of: (0, source paragraph) or (1, target paragraph)."""
    return [(0, int(rows[i])) for i in range(*run.source)] + [
        (1, int(columns[j])) for j in range(*run.target)
    ]
