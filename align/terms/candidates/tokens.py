"""The words of one side of all units, in flat arrays."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import rjieba

from align.terms.candidates.roles import Role, listed_roles, role_of_ending, role_of_tag
from align.terms.candidates.variants import same_words
from align.terms.general import log_probabilities
from corpora.characters import HAN, UNSPACED, is_han
from corpora.languages import base

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Int32s = npt.NDArray[np.int32]
"""What there is of every word of the text, in half of the memory."""

GAP = -1
"""Stands between words that no term joins: a sign, or the end of a unit."""

_UNSAID = -1  # the role of a word that no list and no ending tells

_FUNCTION_WORD = -8.0
"""Where no words are listed for a language, one of a higher general log-probability links."""

_WORD = re.compile(rf"[{HAN}]|[^\W_{UNSPACED}]+(?:[-'’.&/\u2010\u2011][^\W_{UNSPACED}]+)*")
_CUT = re.compile(f"({_WORD.pattern})")
_NUMBER = re.compile(r"[\d.,/%-]+[a-z]{0,2}\Z", re.IGNORECASE)
_NUMERAL = re.compile(
    r"[第\d〇零一二三四五六七八九十百千万亿萬億两兩]+[届次年月日号號条條个項项周期]?\Z"
)

_CLAUSE = re.compile("(?:所(?![有得属在长])|其|应(?![用急对聘力变])|并(?![购发行列网]))(?!\\Z)")
"""The beginning of what the dictionary takes for one word, and is part of a clause: 所负, 应经."""


_AT_ONCE = 10_000
"""Texts whose words are gathered at once."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and the gaps between them, in the order of the text.

    Attributes:
        ids: what each word is, a place in `words`, the same for its variants; GAP between words
            that no term joins.
        roles: which part each may have in a term, a Role.
        units: in which unit each stands, counted from 0.
        starts: where each begins in its unit's text.
        ends: where each ends there.
        spellings: how each word is spelled, and whether white space stands before it: a number
            that two words share where both are the same.
        words: the words in the form in which they are compared.
    """

    ids: Int32s
    roles: npt.NDArray[np.int8]
    units: Int32s
    starts: Int32s
    ends: Int32s
    spellings: Int32s
    words: list[str]

    @property
    def bounds(self) -> Ints:
        """Where the tokens of each unit begin, and where those of the last one end."""
        count = int(self.units[-1]) + 1 if len(self.units) else 0
        return np.searchsorted(self.units, np.arange(count + 1, dtype=np.int32))

    def are(self, wanted: Container[str]) -> Flags:
        """Tell which tokens are some words."""
        return self.flagged([word in wanted for word in self.words])

    def flagged(self, of_word: Sequence[bool]) -> Flags:
        """Tell which tokens are words that are flagged in the list of all words; a gap is none."""
        flags: Flags = np.array([*of_word, False], np.bool_)[self.ids]
        return flags


def tokenize(texts: Sequence[str], language: str) -> Tokens:
    """Cut texts into words.

    Chinese is cut by jieba's dictionary, so that a term that occurs once can be found; where the
    document's own recurring strings begin and end is seen later. Other languages are cut at what
    is no letter or digit; a character of a script without spaces is a word of its own.

    Args:
        texts: one side of all units.
        language: its tag.
    """
    code = base(language)
    chinese = code == "zh"
    pieces = _Pieces(code, _of_chinese if chinese else _of_spaced)
    parts = []
    for begin in range(0, len(texts), _AT_ONCE):
        numbers, counts = array("i"), array("i")
        for text in texts[begin : begin + _AT_ONCE]:
            cut = rjieba.tag(text) if chinese else _CUT.split(text)
            numbers.extend(map(pieces.__getitem__, cut))
            counts.append(len(cut))
        parts.append(pieces.table(numbers, counts, begin))
    ids, roles, units, starts, ends, spellings = (
        np.concatenate([np.empty(0, np.int32), *columns]).astype(dtype)
        for columns, dtype in zip(
            ([part[at] for part in parts] for at in range(6)),
            (np.int32, np.int8, *(np.int32,) * 4),
            strict=True,
        )
    )
    del parts
    words = list(pieces.words)
    if not pieces.listed:
        likely = np.append(np.array(log_probabilities(words)) > _FUNCTION_WORD, False)
        roles[likely[ids]] = Role.LINK
    same = np.append(same_words(words, code), GAP).astype(np.int32)  # the last is for the gaps
    return Tokens(same[ids], roles, units, starts, ends, spellings, words)


Piece = str | tuple[str, str]
"""What a text is cut into: a word or what stands between two; a Chinese one with its tag."""

Word = tuple[int, int, Role]
"""Where a word begins and ends in its piece, and the role that it would have by itself."""

_SPACE, _SIGN = -2, -1  # what is no word: white space, and anything else


class _Pieces(dict[Piece, int]):
    """The different pieces of texts, each looked at once, by their numbers.

    A piece has segments: words, and what stands before, between and behind them.

    Args:
        language: the language's code.
        cut: finds the words of a piece.

    Attributes:
        words: the different words in lower case, each with its number.
        listed: the roles of the words that are listed for the language.
    """

    def __init__(self, language: str, cut: Callable[..., tuple[str, Iterable[Word]]]) -> None:
        super().__init__()
        self.words: dict[str, int] = {}
        self.listed = listed_roles(language)
        self._english = language == "en"
        self._cut = cut
        self._spellings: dict[str, int] = {}
        self._roles: list[int] = []  # by the number of a word
        self._begins = array("i", [0])
        # Of each segment: its word, or what else it is, its role, its spelling and its length.
        self._segments = array("i", (_SIGN, Role.BREAK, 0, 0))  # the first one ends a text

    def __missing__(self, piece: Piece) -> int:
        text, words = self._cut(piece)
        number = len(self._begins)
        self._begins.append(len(self._segments) // 4)
        before = 0
        for start, end, role in words:
            self._add_between(text[before:start])
            self._add_word(text[start:end], role)
            before = end
        self._add_between(text[before:])
        self[piece] = number
        return number

    def _add_word(self, word: str, role: Role) -> None:
        key = word.lower()
        place = self.words.setdefault(key, len(self.words))
        if place == len(self._roles):
            usual = role_of_ending(key) if self._english else _UNSAID
            self._roles.append(self.listed.get(key, usual))
        said = self._roles[place]
        number = role == Role.BREAK and said >= Role.WEAK
        spelling = self._spellings.setdefault(word, len(self._spellings))
        shown = role if said == _UNSAID or number else said
        self._segments.extend((place, shown, spelling, len(word)))

    def _add_between(self, text: str) -> None:
        if text:
            kind = _SPACE if text.isspace() else _SIGN
            self._segments.extend((kind, Role.BREAK, 0, len(text)))

    def table(self, numbers: array[int], counts: array[int], first: int) -> tuple[Ints, ...]:
        """Return the words and gaps of some texts: the columns of Tokens, but for the variants.

        Args:
            numbers: their pieces, one text behind the other.
            counts: how many pieces each text has.
            first: the number of the first text.
        """
        segments = np.array(self._segments, np.int64).reshape(-1, 4)
        begins = np.append(np.array(self._begins), len(segments))
        pieces_of = np.array(counts, np.int64)
        # Behind each text stands what ends it.
        pieces = np.insert(np.array(numbers, np.int64), np.cumsum(pieces_of), 0)
        how_many = np.diff(begins)[pieces]
        before = np.cumsum(how_many) - how_many
        which = np.arange(int(how_many.sum())) + np.repeat(begins[pieces] - before, how_many)
        unit = np.repeat(np.repeat(np.arange(len(pieces_of)), pieces_of + 1), how_many)
        kinds, lengths = segments[which, 0], segments[which, 3]
        ends = np.cumsum(lengths)
        sizes = np.bincount(unit, lengths, len(pieces_of)).astype(np.int64)
        ends -= (np.cumsum(sizes) - sizes)[unit]
        # All signs between two words are one gap.
        shown = kinds >= 0
        signs = np.flatnonzero(kinds == _SIGN)
        between = np.cumsum(shown)[signs] + unit[signs]
        shown[signs[np.diff(between, prepend=-1) > 0]] = True
        rows = np.flatnonzero(shown)
        which, unit, kinds, ends = which[rows], unit[rows], kinds[rows], ends[rows]
        starts = ends - lengths[rows]
        gaps = np.flatnonzero(kinds == _SIGN)
        alone = np.diff(unit, prepend=-1) > 0  # before it stands no other one in its text
        before = np.where(alone, 0, np.append(0, ends)[:-1])
        behind = np.where(np.append(alone[1:], True), sizes[unit], np.append(starts[1:], 0))
        starts[gaps], ends[gaps] = before[gaps], behind[gaps]
        spaced = starts > np.where(alone, starts, np.append(0, ends)[:-1])
        spellings = 2 * segments[which, 2] + spaced
        spellings[gaps] = GAP
        columns = kinds, segments[which, 1], unit + first, starts, ends, spellings
        return tuple(column.astype(np.int32) for column in columns)


def _spaced(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        number = _NUMBER.match(match[0]) is not None
        yield match.start(), match.end(), Role.BREAK if number else Role.CONTENT


def _of_spaced(piece: str) -> tuple[str, Iterable[Word]]:
    return piece, _spaced(piece)


def _of_chinese(piece: tuple[str, str]) -> tuple[str, Iterable[Word]]:
    """Take a Chinese word; 、 inside a text is a word, which links, as it stands within titles."""
    word, tag = piece
    if word == "、":
        return word, [(0, 1, Role.JOIN)]
    if not is_han(word[0]):
        return word, _spaced(word)
    numeral = _NUMERAL.match(word) is not None
    clause = _CLAUSE.match(word) is not None
    return word, [(0, len(word), Role.BREAK if numeral or clause else role_of_tag(tag))]
