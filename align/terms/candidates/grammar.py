"""Light grammar: which runs of words may be terms, by the roles of their words."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from align.terms.candidates.clauses import Clauses, RareClauses
from align.terms.candidates.counting import Level
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import GAP, Flags, Int32s, Ints, Tokens

LINKS_IN_RARE = 2
"""The most linking words in a run that occurs once."""

MOST_JOINS = 2
"""The most words such as "and" in a run: what has more is a list."""


_OR = frozenset(("or", "或"))


class Grammar:
    """Asks of runs whether they begin and end as terms do and hold a noun."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens, self._roles = tokens, tokens.roles
        self._sign = tokens.ends - tokens.starts == 1
        words = tokens.ids != GAP
        self._or = tokens.are(_OR)
        self._clauses = Clauses(tokens)
        self._breaks = _sums(words & (tokens.roles == Role.BREAK))
        self._joins = _sums(words & (tokens.roles == Role.JOIN))
        self._links = _sums(words & ((tokens.roles == Role.LINK) | (tokens.roles == Role.JOIN)))
        self._nouns = _sums(words & (tokens.roles >= Role.QUALIFIER))

    def accepts(self, level: Level) -> Flags:
        """Tell which runs may be terms, by at least half of their occurrences."""
        begin, end = level.places, level.places + level.length
        fits = (self._roles[begin] >= Role.WEAK) & (self._roles[end - 1] >= Role.WEAK)
        fits &= self._breaks[end] == self._breaks[begin]
        fits &= self._nouns[end] > self._nouns[begin]
        # "registered with the Secretariat": what is said of a noun, and no noun
        fits &= (self._roles[begin] != Role.QUALIFIER) | (self._roles[begin + 1] != Role.LINK)
        fits &= self._joins[end] - self._joins[begin] <= MOST_JOINS
        # "alteration or amendment": two words for two things
        fits &= (level.length != 3) | ~self._or[begin + 1]
        fits &= ~self._clauses.cut(begin, end)
        # "international economic", whose noun stands behind, or is another one's as well
        ends_with_noun = self._roles[end - 1] != Role.QUALIFIER
        fits &= ends_with_noun | (level.length == 1)
        few_links = self._links[end] - self._links[begin] <= LINKS_IN_RARE
        once = level.counts[level.runs] == 1
        fits &= (few_links & ends_with_noun) | ~once
        if once.any():
            fits[once] &= ~self._rare_clauses.cut(begin[once], end[once])
        return 2 * np.bincount(level.runs[fits], minlength=len(level.counts)) >= level.counts

    @cached_property
    def _rare_clauses(self) -> RareClauses:
        """What runs that are said once are held against; a large text has none."""
        return RareClauses(self._tokens)

    def inner_words(self, places: Ints, length: Ints | int) -> Ints:
        """Count the words of runs without the linking ones."""
        words: Ints = length - (self._links[places + length] - self._links[places])
        return words

    def weak_ends(self, places: Ints, length: Ints | int) -> Ints:
        """Count the ends of runs that terms seldom have: weak words, and adjectives behind.

        Both ends are such where a run is one general word, or a single letter or character.
        """
        first, last = self._roles[places], self._roles[places + length - 1]
        ends: Ints = (first == Role.WEAK).astype(np.int64) + (last < Role.CONTENT)
        telling_little = (first == Role.GENERAL) | self._sign[places]
        ends += 2 * (telling_little & (length == np.int64(1)))
        return ends


def _sums(flags: Flags) -> Int32s:
    """Return sums of which the difference of two counts the flags between them."""
    sums = np.zeros(len(flags) + 1, np.int32)
    np.cumsum(flags, dtype=np.int32, out=sums[1:])
    return sums
