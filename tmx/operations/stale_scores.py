"""Scores that are of other texts than their unit has now: a translator has corrected it since.

What scores a unit sets a checksum of the two texts beside the score. A unit whose texts give
another one was changed since, and its scores count as absent. Scores without a checksum, such as
those of other tools, are taken as they are.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from itertools import combinations
from typing import TypeVar

from tmx.operations.ranking import SCORES
from tmx.text import Repairs
from tmx.units import Annotation, Property, Unit, Variant

CHECKSUM = "x-checksum"
"""The type of the property that tells which texts the scores beside it are of."""

_LOG = logging.getLogger(__name__)
_Holder = TypeVar("_Holder", Unit, Variant)

_LETTERS = "bcdfghjklmnpqrstvwxz"
"""Consonants spell no word, no number and no date, whatever a spreadsheet takes a cell for."""

_LENGTH = 8  # letters: 34 bits, so that one change in some 25 billion stays unseen
_LETTER_OF_BYTE = bytes(ord(_LETTERS[byte % len(_LETTERS)]) for byte in range(256))
_FORM = re.compile(f"[{_LETTERS}]{{{_LENGTH}}}")
_MOST_VARIANTS = 100
"""Scores of a unit with more are taken as they are: each two texts of one are looked at."""

_MARKS = {mark: unicodedata.normalize("NFKC", mark) for mark in "，：；？！（）…"}
"""What most Chinese texts have: without these, most are known to be in their plain form at once."""

_OF_NO_WORDS = frozenset({"Cc", "Cf"})


def checksum(one: str, other: str) -> str:
    """Return the checksum of two texts: eight letters.

    It is the same for both orders, and whatever the white space, the control and format characters
    and the compatibility forms (full-width letters, ligatures) are; so neither what CAT tools do
    to a text on its way nor turning the memory round changes it.

    Args:
        one: the words of a segment, without native code.
        other: those of the other one.
    """
    return _checksum_of_words(_words(one), _words(other))


def without_stale_scores(unit: Unit) -> Unit:
    """Return a unit without scores that are of other texts, and without their checksum.

    A score of a unit with several targets is of two of its texts: it stays while these are there.
    What joining has made a score of one variant is of that variant and another one.

    Args:
        unit: any unit.

    Returns:
        The very same unit, where there are none.
    """
    holders: tuple[Unit | Variant, ...] = (unit, *unit.variants)
    said = [_said(holder.annotations) for holder in holders]
    if not any(said) or len(unit.variants) > _MOST_VARIANTS:
        return unit
    pairs = _pairs(unit)
    whole = not said[0] or said[0] in pairs.values()
    kept = [
        not theirs or any(theirs == it for pair, it in pairs.items() if place in pair)
        for place, theirs in enumerate(said[1:])
    ]
    if whole and all(kept):
        return unit
    variants = tuple(
        variant if fits else _without_scores(variant)
        for variant, fits in zip(unit.variants, kept, strict=True)
    )
    return replace(unit if whole else _without_scores(unit), variants=variants)


def with_scores_kept(before: Unit, after: Unit) -> Unit:
    """Return a unit whose texts say the same in another form, with scores that stay.

    Scores that are stale before are so behind.

    Args:
        before: the unit as it was.
        after: the unit with its texts in the new form, all else as it was.
    """
    if len(before.variants) > _MOST_VARIANTS or not _has_checksum(before):
        return after
    old, new = _pairs(before), _pairs(after)
    renewed = {old[pair]: new[pair] for pair in old}
    variants = tuple(_renewed(variant, renewed) for variant in after.variants)
    return replace(_renewed(after, renewed), variants=variants)


def current_scores(units: Iterable[Unit], name: str) -> Iterator[Unit]:
    """Give units without stale scores, and warn at their end of how many were changed.

    Args:
        units: taken one by one.
        name: what the warning calls their memory.
    """
    changed = 0
    for unit in units:
        current = without_stale_scores(unit)
        changed += current is not unit and _scores(current) < _scores(unit)
        yield current
    if changed:
        single = "1 unit was changed since it was scored; its scores are left out"
        several = (
            f"{changed:,} units were changed since they were scored; their scores are left out"
        )
        _LOG.warning("%s: %s", name, single if changed == 1 else several)


def _pairs(unit: Unit) -> dict[tuple[int, int], str]:
    """Return the checksum of each two texts of a unit, by their places."""
    words = [_words(item.segment.text) for item in unit.variants]
    if len(words) == 1:
        words.append("")  # a side that is missing is an empty one
    return {
        (k, m): _checksum_of_words(words[k], words[m])
        for k, m in combinations(range(len(words)), 2)
    }


def _checksum_of_words(one: str, other: str) -> str:
    both = f"{one}\0{other}" if one <= other else f"{other}\0{one}"
    return blake2b(both.encode(), digest_size=_LENGTH).digest().translate(_LETTER_OF_BYTE).decode()


def _words(text: str) -> str:
    """Return a text in the form that is compared."""
    words = text.replace(" ", "")
    if not words.isprintable():  # all other white space is among what is not
        legal = "".join(Repairs().legal(words).split())
        words = "".join(it for it in legal if unicodedata.category(it) not in _OF_NO_WORDS)
    if words.isascii():
        return words
    for mark in _MARKS:
        words = words.replace(mark, _MARKS[mark])
    # The compatibility form of an accent that stands by itself has a space.
    return unicodedata.normalize("NFKC", words).replace(" ", "")


def _said(annotations: tuple[Annotation, ...]) -> str:
    """Return the checksum that annotations hold, or "" where they hold none."""
    for item in annotations:
        if isinstance(item, Property) and item.type == CHECKSUM and _FORM.fullmatch(item.value):
            return item.value
    return ""


def _scores(unit: Unit) -> int:
    """Return how many scores a unit and its variants have."""
    holders: tuple[Unit | Variant, ...] = (unit, *unit.variants)
    said = (item for holder in holders for item in holder.annotations)
    return sum(isinstance(item, Property) and item.type in SCORES for item in said)


def _has_checksum(unit: Unit) -> bool:
    holders: tuple[Unit | Variant, ...] = (unit, *unit.variants)
    return any(_said(holder.annotations) for holder in holders)


def _renewed(holder: _Holder, renewed: Mapping[str, str]) -> _Holder:
    """Return a unit or a variant with other checksums in the place of those that it has."""
    told = _said(holder.annotations)
    if told not in renewed:
        return holder
    return replace(
        holder,
        annotations=tuple(
            replace(it, value=renewed[told])
            if isinstance(it, Property) and (it.type, it.value) == (CHECKSUM, told)
            else it
            for it in holder.annotations
        ),
    )


def _without_scores(holder: _Holder) -> _Holder:
    gone = (*SCORES, CHECKSUM)
    return replace(
        holder,
        annotations=tuple(
            it for it in holder.annotations if not (isinstance(it, Property) and it.type in gone)
        ),
    )
