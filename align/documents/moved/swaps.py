"""Short lines that stand at each other's place: told apart by what they name, not what they mean.

"Party A (seal):" and "Party B (seal):", or two telephone numbers, are alike in length and, to an
encoder, in meaning. Where the closing lines of two versions stand in another order, a path pairs
such lines as they stand, or some of them together, and is sure of it. So what short paragraphs name
(`align.documents.moved.named`: parties, figures, addresses, fields of a form) is compared. Lines
that were put together are parted; what contradicts its partner gets the one that names the same, if
that is not less alike; what is left of both sides then is paired by meaning. A pair that speaks of
other parties or fields on either side, and finds none better, is doubtful.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np

from align.documents.grouping import Group, Texts, embed_sentences, extent, is_linked, is_whole
from align.documents.moved.named import Named
from align.documents.same_parties import SameParties
from align.doubts import Reason
from align.encoders import Floats
from align.search.clauses.search import Run
from align.search.engine import Aligner, alone
from align.search.side import Side

SHORT = 100
"""Characters of a line at most."""

TOLERANCE = 0.1
"""How much less alike in meaning than its partner what names the same may be, as a cosine."""

ALIKE = 0.4
"""The cosine of two lines that are paired since they are left."""

DOUBTFUL = 0.3
"""What the score of a pair is multiplied by that speaks of other parties or fields on either side,
or of other numbers (`align.documents.moved.label_lines`)."""

_NOTHING = Named.of("")


@dataclass(frozen=True, slots=True)
class _Lines:
    """The short lines of one side that may get another partner.

    Attributes:
        groups: the group that each stands in.
        sentences: its sentences.
        named: what it names.
        vectors: shape (k, d), their embeddings.
    """

    groups: list[int]
    sentences: list[range]
    named: list[Named]
    vectors: Floats


def settle_swaps(
    aligner: Aligner,
    groups: Sequence[Group],
    texts: Texts,
    source: Side,
    target: Side,
    same: SameParties,
) -> list[Group]:
    """Give short paragraphs that contradict their partner the one that names what they name.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs.
        texts: the texts of all sentences, without labels: the numbers of paragraphs may all have
            been shifted by one.
        source: the source, in paragraphs.
        target: the target, in paragraphs.
        same: the names that mean one party in these documents.

    Returns:
        The groups as they are then; the scores of pairs that still speak of other parties on
        either side are lowered.
    """
    parted = [_parted(aligner, group, texts, source, target, same) for group in groups]
    groups = [part for parts in parted for part in parts]
    extents = [extent(group) for group in groups]
    words = [
        tuple("".join(texts[side][i] for i in ends[side]) for side in (0, 1)) for ends in extents
    ]
    short = [
        max(map(len, both)) <= SHORT and is_whole(group)
        for both, group in zip(words, groups, strict=True)
    ]
    named = [
        (Named.of(one, same), Named.of(other, same)) if is_short else (_NOTHING, _NOTHING)
        for (one, other), is_short in zip(words, short, strict=True)
    ]
    broken = {
        k
        for k, (one, other) in enumerate(named)
        if short[k] and all(extents[k]) and (one.contradicts(other) or one.misses(other))
    }
    loose = [len(parts) > 1 for parts in parted for _ in parts]
    broken |= {k for k, ends in enumerate(extents) if loose[k] and not all(ends)}
    settled = list(groups)
    if broken:
        lines = [
            _lines(side, which, extents, named, [
                k for k, ends in enumerate(extents)
                if ends[which] and short[k] and (k in broken or not ends[1 - which])
            ])
            for which, side in enumerate((source, target))
        ]  # fmt: skip
        if all(side.groups for side in lines):
            settled = _settled(
                aligner, settled, extents, (lines[0], lines[1]), (source, target), broken
            )
    return _doubted(settled, texts, same)


def _parted(
    aligner: Aligner, group: Group, texts: Texts, source: Side, target: Side, same: SameParties
) -> list[Group]:
    """Part short lines that were put together, if each names the same as another or contradicts it.

    Where all contradict each other, they may say the same in another way, such as an amount. Where
    each has beads of its own, a paragraph of the other side is cut in several here.

    Returns:
        The pairs that name the same, and the other lines, each alone; or the group as it is.
    """
    sides = (source, target)
    lines = [_paragraphs(side, run) for side, run in zip(sides, extent(group), strict=True)]
    if not all(lines) or len(lines[0]) + len(lines[1]) < 3 or not is_whole(group):
        return [group]
    words = [["".join(texts[k][i] for i in line) for line in lines[k]] for k in (0, 1)]
    if max(len(text) for own in words for text in own) > SHORT or _have_beads(lines, group):
        return [group]
    left, right = ([Named.of(text, same) for text in own] for own in words)
    shared = {(i, j): one.shared(other) for i, one in enumerate(left)
              for j, other in enumerate(right) if not one.contradicts(other)}  # fmt: skip
    pairs = _best_first([(count, 0.0, i, j) for (i, j), count in shared.items()], set(), set())
    if not pairs or not all(shared.values()) or len(shared) > len(pairs):
        return [group]
    made = [aligner.align_parts(lines[0][i], lines[1][j]) for i, j in pairs]
    if not all(map(is_linked, made)):
        return [group]
    score = min(run.score for run in group)
    for i, line in enumerate(lines[0]):
        if i not in {pair[0] for pair in pairs}:
            made.append([alone(sentence, source, score) for sentence in line])
    for j, line in enumerate(lines[1]):
        if j not in {pair[1] for pair in pairs}:
            made.append([alone(sentence, target, score).turned() for sentence in line])
    return made


def _have_beads(lines: Sequence[Sequence[range]], group: Group) -> bool:
    """Whether no bead of a group is one-sided, or holds sentences of two lines of a side."""
    within = [{place: k for k, line in enumerate(own) for place in line} for own in lines]
    return all(
        len({within[which][place] for place in range(*ends)}) == 1
        for run in group
        for which, ends in enumerate((run.source, run.target))
    )


def _paragraphs(side: Side, sentences: range) -> list[range]:
    """Return the sentences of each paragraph among some adjacent ones, which begin one."""
    begins = [i for i in sentences if side.breaks.begins[i]]
    return [range(*ends) for ends in pairwise([*begins, sentences.stop])] if begins else []


def _doubted(groups: Sequence[Group], texts: Texts, same: SameParties) -> list[Group]:
    """Lower the scores of short beads that speak of other parties on either side.

    So are those lowered that tell other dates, times or long figures, where what one side tells is
    told by another line too that has no partner, or no better one.
    """
    named = {
        (run.source, run.target): (Named.of(words[0], same), Named.of(words[1], same))
        for group in groups
        for run in group
        for words in (_words(run, texts),)
        if max(map(len, words)) <= SHORT
    }
    wanting = [
        both
        for (row, column), both in named.items()
        if row[0] == row[1] or column[0] == column[1] or both[0].tells_others(both[1])
    ]
    told = [{both[side].told for both in wanting} - {frozenset()} for side in (0, 1)]

    def doubted(run: Run) -> Run:
        one, other = named.get((run.source, run.target), (_NOTHING, _NOTHING))
        reason = _why_doubtful(one, other, told)
        return run.times(DOUBTFUL, reason) if reason else run

    return [[doubted(run) for run in group] for group in groups]


def _why_doubtful(
    one: Named, other: Named, told: Sequence[Collection[frozenset[str]]]
) -> Reason | None:
    """Return why a pair is doubtful that names this on either side; None where it is not.

    Args:
        one: what its source names.
        other: what its target names.
        told: of both sides what lines tell that have no partner, or no better one.
    """
    if one.names_other_parties(other):
        return Reason.PARTIES
    if one.names_other_fields(other):
        return Reason.FIELDS
    if one.tells_others(other) and (one.told in told[1] or other.told in told[0]):
        return Reason.FIGURES
    return None


def _words(run: Run, texts: Texts) -> tuple[str, str]:
    return "".join(texts[0][slice(*run.source)]), "".join(texts[1][slice(*run.target)])


def _lines(
    side: Side,
    which: int,
    extents: Sequence[tuple[range, range]],
    named: Sequence[tuple[Named, Named]],
    groups: list[int],
) -> _Lines:
    sentences = [extents[k][which] for k in groups]
    vectors = embed_sentences(side, sentences) if groups else np.empty((0, 0), dtype=np.float32)
    return _Lines(groups, sentences, [named[k][which] for k in groups], vectors)


def _settled(
    aligner: Aligner,
    groups: list[Group],
    extents: Sequence[tuple[range, range]],
    lines: tuple[_Lines, _Lines],
    sides: tuple[Side, Side],
    broken: set[int],
) -> list[Group]:
    """Pair what names the same, and then what is left of the pairs that were broken up for it."""
    left, right = lines
    own = _own_cosines(left, right)
    alike = [
        (i, j)
        for i, j in _naming_the_same(left, right)
        if left.groups[i] != right.groups[j]
        and (left.groups[i] in broken or right.groups[j] in broken)
    ]
    found = [
        (left.named[i].shared(right.named[j]), cosine, i, j)
        for i, j, cosine in _compared(alike, left, right)
        if cosine >= max(own.get(left.groups[i], 0.0), own.get(right.groups[j], 0.0)) - TOLERANCE
    ]
    pairs = _best_first(found, set(), set())
    touched = {left.groups[i] for i, _ in pairs} | {right.groups[j] for _, j in pairs}
    rows, columns = ({pair[side] for pair in pairs} for side in (0, 1))
    free_rows, free_columns = (
        [
            k
            for k, group in enumerate(side.groups)
            if k not in taken and (group in touched or not all(extents[group]))
        ]
        for side, taken in ((left, rows), (right, columns))
    )
    near = [i for i in free_rows if left.groups[i] in touched]
    opposite = [j for j in free_columns if right.groups[j] in touched]
    rest = {*product(near, free_columns), *product(free_rows, opposite)}
    left_over = [(0, cosine, i, j) for i, j, cosine in _compared(rest, left, right)]
    pairs += _best_first([pair for pair in left_over if pair[1] >= ALIKE], rows, columns)
    return _rebuilt(aligner, groups, extents, lines, sides, pairs)


def _naming_the_same(left: _Lines, right: _Lines) -> set[tuple[int, int]]:
    """The pairs of lines that name a party, or a figure, in common."""
    places: dict[str, list[int]] = {}
    for j, named in enumerate(right.named):
        for name in named.names:
            places.setdefault(name, []).append(j)
    return {
        (i, j)
        for i, named in enumerate(left.named)
        for name in named.names
        for j in places.get(name, ())
    }


def _compared(
    pairs: Collection[tuple[int, int]], left: _Lines, right: _Lines
) -> list[tuple[int, int, float]]:
    """The pairs that don't contradict each other, each with its cosine."""
    kept = [(i, j) for i, j in sorted(pairs) if not left.named[i].contradicts(right.named[j])]
    if not kept:
        return []
    rows, columns = (list(side) for side in zip(*kept, strict=True))
    cosines = np.vecdot(left.vectors[rows], right.vectors[columns]).tolist()
    return [(i, j, cosine) for (i, j), cosine in zip(kept, cosines, strict=True)]


def _own_cosines(left: _Lines, right: _Lines) -> dict[int, float]:
    """The cosine of each group that has both its sides among the lines."""
    place = {group: j for j, group in enumerate(right.groups)}
    return {
        group: float(left.vectors[i] @ right.vectors[place[group]])
        for i, group in enumerate(left.groups)
        if group in place
    }


def _best_first(
    found: Sequence[tuple[int, float, int, int]], rows: set[int], columns: set[int]
) -> list[tuple[int, int]]:
    """Take pairs, best first, none of whose lines is taken already."""
    rows, columns = set(rows), set(columns)
    taken: list[tuple[int, int]] = []
    for _, _, i, j in sorted(found, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3])):
        if i not in rows and j not in columns:
            taken.append((i, j))
            rows.add(i)
            columns.add(j)
    return taken


def _rebuilt(
    aligner: Aligner,
    groups: list[Group],
    extents: Sequence[tuple[range, range]],
    lines: tuple[_Lines, _Lines],
    sides: tuple[Side, Side],
    pairs: Sequence[tuple[int, int]],
) -> list[Group]:
    """Put new pairs in the place of those that were broken up; what they leave is unpaired."""
    gone: tuple[set[int], set[int]] = (set(), set())
    made: list[Group] = []
    for i, j in pairs:
        group = aligner.align_parts(lines[0].sentences[i], lines[1].sentences[j])
        if is_linked(group):
            made.append(group)
            gone[0].add(lines[0].groups[i])
            gone[1].add(lines[1].groups[j])
    kept = [group for k, group in enumerate(groups) if k not in gone[0] | gone[1]]
    score = min((run.score for group in made for run in group), default=1.0)
    source, target = sides
    for k in sorted(gone[1] - gone[0]):
        kept += [[alone(sentence, source, score) for sentence in extents[k][0]]]
    for k in sorted(gone[0] - gone[1]):
        kept += [[alone(sentence, target, score).turned() for sentence in extents[k][1]]]
    return [group for group in kept if group] + made
