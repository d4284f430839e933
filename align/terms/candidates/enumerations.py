"""Enumerations of names, which their capitals make one: "the Labour Law, Party A and Party B"."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

import numpy as np

from align.terms.candidates.marking import Marked
from align.terms.candidates.names import Mark
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import GAP, Tokens

_PERSONAL = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "professor"))
"""Titles of persons."""


def without_enumerations(tokens: Tokens, marked: Marked) -> Marked:
    """Return marked spans in which names are apart that a comma parts.

    A comma may stand in a name ("Educational, Scientific and Cultural Organization"). It parts two
    where a name of several words behind it stands by itself elsewhere in the text, or is a
    person's, with a title ("Ms Chow, Mr Fong").

    Args:
        tokens: the text.
        marked: its marked spans.
    """
    gaps = np.append(0, np.cumsum(tokens.ids == GAP))
    has_gap = gaps[marked.places + marked.lengths] > gaps[marked.places]
    is_name = marked.marks == Mark.NAME
    commas = np.flatnonzero(is_name & has_gap)
    if not len(commas):
        return marked
    alone, _ = marked.where(np.flatnonzero(is_name & ~has_gap & (marked.lengths > 1))).gathered(
        tokens
    )
    known = {name.tobytes() for name in alone}
    kept = np.ones(len(marked.places), np.bool_)
    parted: list[range] = []
    for which in commas.tolist():
        begin = int(marked.places[which])
        found = _names_in(tokens, range(begin, begin + int(marked.lengths[which])), known)
        kept[which] = not found
        parted += found
    spans = np.array([(span.start, len(span), Mark.NAME) for span in parted], np.int32)
    return Marked.joined([marked.where(np.flatnonzero(kept)), Marked(*spans.reshape(-1, 3).T)])


def _names_in(tokens: Tokens, span: range, known: Container[bytes]) -> list[range]:
    """Return the names that a span enumerates, or none where it is one name."""

    def are_known(names: Sequence[range]) -> bool:
        return all(
            tokens.ids[name.start : name.stop].tobytes() in known
            or tokens.words[tokens.ids[name.start]] in _PERSONAL
            for name in names
        )

    found: list[range] = []
    is_name_before = False
    is_list = False
    for piece in _pieces(tokens, span, lambda place: bool(tokens.ids[place] == GAP)):
        joined = list(_pieces(tokens, piece, lambda place: bool(tokens.roles[place] == Role.JOIN)))
        names = next((names for names in ([piece], joined) if are_known(names)), [])
        is_list |= bool(names and found)
        if names or is_name_before or not found:
            found += names or [piece]
        else:  # "Optics Co., Ltd"
            found[-1] = range(found[-1].start, piece.stop)
        is_name_before = bool(names)
    return found if is_list else []


def _pieces(tokens: Tokens, span: range, parts: Callable[[int], bool]) -> Iterator[range]:
    """Give what is between the parting tokens of a span, without linking words at its beginning."""
    at = [place for place in span if parts(place)]
    starts, stops = (span.start, *(place + 1 for place in at)), (*at, span.stop)
    for start, stop in zip(starts, stops, strict=True):
        while start < stop and tokens.roles[start] < Role.WEAK:
            start += 1
        if start < stop:
            yield range(start, stop)
