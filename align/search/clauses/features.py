"""The features of the second search, over clauses.

Besides type, length and meaning they know which clauses make a sentence, the punctuation, and
what it would gain to attach a clause that has no partner to a neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.search.clause_marks import EndMark
from align.search.clauses.lattice import ClauseLattice
from align.search.common_words import CommonWords
from align.search.cosines import Cosines
from align.search.features import (
    Ends,
    Group,
    Pace,
    Values,
    length_features,
    meaning_features,
    type_features,
)
from align.search.side import Clauses, Flags, Ints


@dataclass(frozen=True, slots=True)
class Sight:
    """What the features of a clause lattice are computed from.

    Attributes:
        source: the source clauses.
        target: the target clauses.
        pace: how fast the target goes.
        clauses: the cosines of runs of clauses.
        sentences: the cosines of runs of sentences.
        words: the words that both sides have.
    """

    source: Clauses
    target: Clauses
    pace: Pace
    clauses: Cosines
    sentences: Cosines
    words: CommonWords


def clause_features(lattice: ClauseLattice, sight: Sight) -> Group:
    """Compute the features of all edges of a lattice of clauses."""
    ends = Ends.of(lattice.lattice)
    whole = lattice.whole
    others = np.flatnonzero(whole | ((ends.source == 0) & (ends.target == 0)))
    source, target = sight.source, sight.target

    def by_clause(group: Group) -> Group:
        for values in group.values():
            values[others] = 0
        return group

    # Each part knows nothing of the others, so several threads may compute them at once.
    gains, meaning, lengths, types, structure, punctuation, words, gaps = (
        source.reading.workers.results(
            (
                lambda: by_clause(gain_features(ends, sight.clauses)),
                lambda: by_clause(meaning_features(ends, sight.clauses)),
                lambda: by_clause(
                    length_features(ends, source.lengths, target.lengths, sight.pace)
                ),
                lambda: by_clause(_balanced(type_features(ends), ends, sight.pace)),
                lambda: structure_features(ends, whole, source.sentences, target.sentences),
                lambda: punctuation_features(ends, source, target),
                lambda: {"words in common": sight.words.shared(ends)},
                lambda: gap_features(lattice, ends, sight),
            )
        )
    )
    parts = (types, lengths, meaning, gains, structure, punctuation, words, gaps)
    return {name: values for part in parts for name, values in part.items()}


def _balanced(group: Group, ends: Ends, pace: Pace) -> Group:
    p, q = ends.source, ends.target
    root = np.sqrt(pace.units)
    imbalance = np.where((p > 0) & (q > 0), np.abs(q / root - p * root), 0)
    return {**group, "imbalance": imbalance}


def gain_features(ends: Ends, table: Cosines) -> Group:
    """What a clause at a bead's edge adds to its cosine, and what an unpaired one would add.

    The cosine of a bead with a clause too many falls where the clause is taken away; that of a
    bead with a clause too few rises where it is taken in.
    """
    p, q = ends.source, ends.target
    own = ends.cosines(table)
    without_source = np.fmax(ends.cosines(table, top=1), ends.cosines(table, bottom=-1))
    without_target = np.fmax(ends.cosines(table, left=1), ends.cosines(table, right=-1))
    with_source = np.fmax(ends.cosines(table, top=-1), ends.cosines(table, bottom=1))
    with_target = np.fmax(ends.cosines(table, left=-1), ends.cosines(table, right=1))
    attached_source, attached_target = np.zeros((2, len(p)))
    deleted, inserted = ends.chosen(q == 0), ends.chosen(p == 0)
    attached_source[q == 0] = np.fmax(
        _gain(deleted, table, target=(-1, 0), bead=(-1, 0)),
        _gain(deleted, table, target=(0, 1), bead=(0, 1)),
    )
    attached_target[p == 0] = np.fmax(
        _gain_of_target(inserted, table, source=(-1, 0), bead=(-1, 0)),
        _gain_of_target(inserted, table, source=(0, 1), bead=(0, 1)),
    )
    return {
        "gain of source clause": np.where(p > 1, np.nan_to_num(own - without_source), 0),
        "gain of target clause": np.where(q > 1, np.nan_to_num(own - without_target), 0),
        "loss of source clause": np.nan_to_num(with_source - own),
        "loss of target clause": np.nan_to_num(with_target - own),
        "gain of attaching source": np.nan_to_num(attached_source),
        "gain of attaching target": np.nan_to_num(attached_target),
    }


def _gain(ends: Ends, table: Cosines, target: tuple[int, int], bead: tuple[int, int]) -> Values:
    """What an unpaired source clause adds to the pair of clauses beside it."""
    left, right = ends.left + target[0], ends.right + target[1]
    with_it = table.between(ends.top + bead[0], ends.bottom + bead[1], left, right)
    top = ends.top - 1 if bead[0] else ends.bottom
    return with_it - table.between(top, top + 1, left, right)


def _gain_of_target(
    ends: Ends, table: Cosines, source: tuple[int, int], bead: tuple[int, int]
) -> Values:
    """What an unpaired target clause adds to the pair of clauses beside it."""
    top, bottom = ends.top + source[0], ends.bottom + source[1]
    with_it = table.between(top, bottom, ends.left + bead[0], ends.right + bead[1])
    left = ends.left - 1 if bead[0] else ends.right
    return with_it - table.between(top, bottom, left, left + 1)


def structure_features(ends: Ends, whole: Flags, source: Ints, target: Ints) -> Group:
    """Where the sentences end: at the bead's end on both sides (a corner), on one, inside.

    Args:
        ends: the beads.
        whole: those that leave out a whole sentence.
        source: the first clause of each source sentence, and the end.
        target: the same for the target.
    """
    paired = (ends.source > 0) & (ends.target > 0)
    at_source, at_target = _marked(source)[ends.bottom], _marked(target)[ends.right]
    inside_source = _inside(source, ends.top, ends.bottom)
    inside_target = _inside(target, ends.left, ends.right)
    deleted, inserted = (
        (ends.target == 0) & (ends.source > 0),
        (ends.source == 0) & (ends.target > 0),
    )
    return {
        "corner": paired & at_source & at_target,
        "source sentence ends": paired & at_source & ~at_target,
        "target sentence ends": paired & at_target & ~at_source,
        "source sentence ends inside": paired & (inside_source > 0) & (inside_target == 0),
        "target sentence ends inside": paired & (inside_target > 0) & (inside_source == 0),
        "sentences end inside": paired & (inside_source > 0) & (inside_target > 0),
        "more sentences end inside": np.where(
            paired, np.maximum(inside_source + inside_target - 2, 0), 0
        ),
        "deletion at an end": deleted & at_source & ~whole,
        "insertion at an end": inserted & at_target & ~whole,
        "deletion to a corner": deleted & at_source & at_target & ~whole,
        "insertion to a corner": inserted & at_source & at_target & ~whole,
    }


def punctuation_features(ends: Ends, source: Clauses, target: Clauses) -> Group:
    """Whether both sides have the same marks: those that end clauses, and quotations."""
    paired = (ends.source > 0) & (ends.target > 0)
    group: dict[str, npt.NDArray[np.generic]] = {}
    for name, (marks, others) in {
        "questions": _which(EndMark.QUESTION, source, target),
        "exclamations": _which(EndMark.EXCLAMATION, source, target),
        "quotations opened": (source.marks.opened, target.marks.opened),
        "quotations closed": (source.marks.closed, target.marks.closed),
    }.items():
        one, other = _sum(marks, ends.top, ends.bottom), _sum(others, ends.left, ends.right)
        group[f"{name} on both sides"] = np.minimum(one, other)
        group[f"{name} on one side"] = np.where(paired, np.abs(one - other), 0)
        group[f"{name} unpaired"] = np.where(paired, 0, one + other)
    last_source, last_target = np.maximum(ends.bottom - 1, 0), np.maximum(ends.right - 1, 0)
    end, other_end = source.marks.ends[last_source], target.marks.ends[last_target]
    speech = np.abs(
        _share(source.marks.speech, source.lengths, ends.top, ends.bottom)
        - _share(target.marks.speech, target.lengths, ends.left, ends.right)
    )
    inside = source.marks.inside[last_source] != target.marks.inside[last_target]
    return {
        **group,
        "same end mark": paired & (end == other_end),
        "one full stop": paired & ((end == EndMark.STOP) != (other_end == EndMark.STOP)),
        "one colon": paired & ((end == EndMark.COLON) != (other_end == EndMark.COLON)),
        "speech against no speech": np.where(paired, speech, 0),
        "one quotation goes on": paired & inside,
    }


def _which(mark: EndMark, source: Clauses, target: Clauses) -> tuple[Flags, Flags]:
    """Which clauses of both sides end with a mark."""
    return source.marks.ends == mark, target.marks.ends == mark


def gap_features(lattice: ClauseLattice, ends: Ends, sight: Sight) -> Group:
    """Whole sentences without a partner, and the gap that several of them make."""
    whole, further = lattice.whole, lattice.inside_gap
    deleted, inserted = whole & (ends.target == 0), whole & (ends.source == 0)
    of_whole = ends.chosen(whole)
    in_source, in_target = sight.source.sentences, sight.target.sentences
    of_sentences = Ends(
        np.searchsorted(in_source, of_whole.top),
        np.searchsorted(in_source, of_whole.bottom),
        np.searchsorted(in_target, of_whole.left),
        np.searchsorted(in_target, of_whole.right),
    )
    gains = gain_features(of_sentences, sight.sentences)
    lengths = length_features(of_whole, sight.source.lengths, sight.target.lengths, sight.pace)
    clauses, length, nearness, gain = np.zeros((4, len(whole)))
    clauses[whole] = np.log(of_whole.source + of_whole.target + 1e-9)
    length[whole] = lengths["unpaired length"]
    nearness[whole] = meaning_features(of_sentences, sight.sentences)["unpaired neighbour"]
    gain[whole] = np.add(gains["gain of attaching source"], gains["gain of attaching target"])
    return {
        "sentence deleted": deleted,
        "sentence inserted": inserted,
        "gap goes on": further,
        "clauses of it": clauses,
        "length of it": length,
        "nearness of it": nearness,
        "gain of attaching it": gain,
        "nearness in a gap": np.where(further, nearness, 0),
    }


def _marked(sentences: Ints) -> Flags:
    flags = np.zeros(int(sentences[-1]) + 1, dtype=bool)
    flags[sentences] = True
    return flags


def _inside(sentences: Ints, first: Ints, end: Ints) -> Ints:
    """How many sentences end strictly inside each run of clauses."""
    before = np.cumsum(_marked(sentences))
    inside: Ints = np.where(end > first, before[np.maximum(end - 1, 0)] - before[first], 0)
    return inside


def _sum(values: npt.NDArray[np.generic], first: Ints, end: Ints) -> Ints:
    """The sum of each run of clauses."""
    before = np.append(0, np.cumsum(values, dtype=np.int64))
    total: Ints = before[end] - before[first]
    return total


def _share(parts: Values, lengths: Values, first: Ints, end: Ints) -> Values:
    """The share of a run's characters that are inside something, given each clause's share."""
    total, part = np.append(0, np.cumsum(lengths)), np.append(0, np.cumsum(parts * lengths))
    share: Values = (part[end] - part[first]) / np.maximum(total[end] - total[first], 1)
    return share
