"""What tells whether a pair of candidates is one that a terminologist keeps."""

from __future__ import annotations

import numpy as np

from align.terms.candidates import Candidates, Mark
from align.terms.candidates.finding import Floats
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import GAP, Flags, Int32s, Ints

_LEAST = 1e-6
"""A probability counts as no nearer to 0 or 1."""

LOWER = ("occurrences", "alone", "free", "quoted")
"""Signals of which the lower one of both sides counts."""

ADDED = (
    "name",
    "title",
    "joins",
    "links",
    "joins once",
    "links once",
    "weak words",
    "general words",
    "only general words",
    "verbs",
    "verb first",
    "verb last",
    "weak first",
    "weak last",
    "adjective last",
    "adjective alone",
    "general alone",
    "word before",
    "word behind",
    "weak before",
    "weak behind",
    "link before",
    "link behind",
    "join beside",
)
"""Signals of which those of both sides are added."""

SIGNALS = ("pair", "single", *LOWER, *ADDED)
"""All signals, in the order of the columns."""


def signals(
    source: Candidates, target: Candidates, left: Ints, right: Ints, probability: Floats
) -> Floats:
    """Return the signals of pairs, a row for each pair.

    Args:
        source: the candidates of the source.
        target: those of the target.
        left: the source of each pair.
        right: the target of each pair.
        probability: how likely each pair is a translation.
    """
    likely = np.clip(probability, _LEAST, 1 - _LEAST)
    single = (source.words[left] == 1) & (target.words[right] == 1)
    columns = {"pair": np.log(likely / (1 - likely)), "single": single.astype(np.float64)}
    here, there = _of_side(source, left), _of_side(target, right)
    columns |= {name: np.minimum(here[name], there[name]) for name in LOWER}
    columns |= {name: here[name] + there[name] for name in ADDED}
    return np.column_stack([columns[name] for name in SIGNALS])


def _of_side(side: Candidates, candidates: Ints) -> dict[str, Floats]:
    """Return the signals of candidates of one side, by their names."""
    chosen, place = np.unique(candidates, return_inverse=True)
    counts, marks = side.counts[chosen], side.marks[chosen]
    several = counts > 1
    values = {
        "occurrences": np.log2(np.maximum(counts, 1)),
        "alone": np.where(several, side.alone[chosen], 1.0),
        "free": np.where(several, side.free[chosen], 1.0),
        "quoted": (marks & Mark.QUOTED) > 0,
        "name": (marks & Mark.NAME) > 0,
        "title": (marks & (Mark.TITLE | Mark.SHORT)) > 0,
    }
    values |= _of_words(side, chosen) | _of_neighbours(side, chosen)
    return {name: np.asarray(value, np.float64)[place] for name, value in values.items()}


def _of_words(side: Candidates, chosen: Ints) -> dict[str, Floats]:
    """Tell what words candidates have, and which ones stand first and last."""
    tokens, first, length = side.tokens, side.place[side.first[chosen]], side.length[chosen]
    which, places = _ranges(first, length)
    ids, roles = tokens.ids[places], tokens.roles[places]
    begins, ends = tokens.roles[first], tokens.roles[first + length - 1]

    def of_role(*wanted: Role) -> Floats:
        flags = np.isin(roles, wanted) & (ids != GAP)
        return _counted(which[flags], len(chosen))

    one = side.words[chosen] == 1
    once = (side.counts[chosen] == 1) & (side.marks[chosen] == Mark.NONE)
    joins, links = of_role(Role.JOIN), of_role(Role.LINK)
    telling = of_role(Role.QUALIFIER, Role.CONTENT, Role.VERB)
    return {
        "joins": joins,
        "links": links,
        "joins once": once * joins,
        "links once": once * links,
        "weak words": of_role(Role.WEAK),
        "general words": of_role(Role.GENERAL),
        "only general words": telling == 0,
        "verbs": of_role(Role.VERB),
        "verb first": (begins == Role.VERB) & ~one,
        "verb last": (ends == Role.VERB) & ~one,
        "weak first": begins == Role.WEAK,
        "weak last": ends == Role.WEAK,
        "adjective last": ends == Role.QUALIFIER,
        "adjective alone": (ends == Role.QUALIFIER) & one,
        "general alone": (begins == Role.GENERAL) & one,
    }


def _of_neighbours(side: Candidates, chosen: Ints) -> dict[str, Floats]:
    """Tell how often what kind of word stands beside candidates: the share of their occurrences."""
    counts = side.counts[chosen]
    which, occurrences = _ranges(side.first[chosen], counts)
    begin = side.place[occurrences]
    before = side.tokens.roles[begin - 1]  # before the first word stands the gap at the end
    behind = side.tokens.roles[begin + side.length[chosen][which]]

    def share(flags: Flags) -> Floats:
        return _counted(which[flags], len(chosen)) / np.maximum(counts, 1)

    return {
        "word before": share(before >= Role.QUALIFIER),
        "word behind": share(behind >= Role.QUALIFIER),
        "weak before": share(before == Role.WEAK),
        "weak behind": share(behind == Role.WEAK),
        "link before": share(before == Role.LINK),
        "link behind": share(behind == Role.LINK),
        "join beside": share(before == Role.JOIN) + share(behind == Role.JOIN),
    }


def _ranges(first: Ints | Int32s, length: Ints) -> tuple[Ints, Ints]:
    """Return of each number in some ranges which range it is of, and the numbers."""
    which = np.repeat(np.arange(len(length)), length)
    before = np.cumsum(length) - length
    return which, np.arange(len(which)) - before[which] + np.asarray(first, np.int64)[which]


def _counted(places: Ints, size: int) -> Floats:
    """Count how often each number below a size is given."""
    return np.bincount(places, minlength=size).astype(np.float64)
