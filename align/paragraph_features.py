"""What the paragraphs say of a bead: where they begin and end, their kinds, their numbers."""

from __future__ import annotations

import numpy as np

from align.encoders import Floats
from align.lattice import Lattice
from align.side import UNNUMBERED, Flags, Ints, Side

NAMES = (
    "paragraphs end together", "a paragraph ends alone", "a break inside one side",
    "breaks inside both sides", "a paragraph apart inside", "a paragraph repeated inside",
    "a whole paragraph unpaired", "a repeated paragraph unpaired", "kinds differ",
    "a numbered heading against none", "a heading joined to its text", "same number",
    "other number",
)  # fmt: skip

SAME_NUMBER, OTHER_NUMBER = NAMES.index("same number"), NAMES.index("other number")


def paragraph_features(lattice: Lattice, source: Side, target: Side) -> Floats:
    """Compute the features of all edges, in the order of NAMES: shape (edges, features)."""
    (top, left), (bottom, right) = lattice.tails.T, lattice.heads.T
    has_source, has_target = bottom > top, right > left
    paired = has_source & has_target
    source_ends, target_ends = source.begins[bottom], target.begins[right]
    from_break = source.begins[top] & target.begins[left]
    to_break = source_ends & target_ends
    breaks = _inside(source.begins, top, bottom), _inside(target.begins, left, right)
    number, other_number = source.numbers[top], target.numbers[left]
    numbered = paired & from_break & (number != UNNUMBERED) & (other_number != UNNUMBERED)
    same = numbered & (number == other_number)
    headings = source.headings[top], target.headings[left]
    numbered_headings = (
        headings[0] & (number != UNNUMBERED),
        headings[1] & (other_number != UNNUMBERED),
    )
    columns = (
        paired & to_break,
        (has_source & source_ends & ~target_ends) | (has_target & target_ends & ~source_ends),
        np.abs(breaks[0] - breaks[1]),
        np.minimum(*breaks),
        _inside(source.apart, top, bottom) + _inside(target.apart, left, right),
        _inside(source.repeats, top, bottom) + _inside(target.repeats, left, right),
        ~paired & from_break & to_break,
        ~paired
        & from_break
        & to_break
        & ((has_source & source.repeats[top]) | (has_target & target.repeats[left])),
        paired & from_break & ~same & (source.kinds[top] != target.kinds[left]),
        paired & from_break & ~same & (numbered_headings[0] != numbered_headings[1]),
        same & (headings[0] != headings[1]) & (breaks[0] != breaks[1]),
        same,
        numbered & ~same,
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _inside(flags: Flags, first: Ints, end: Ints) -> Ints:
    """How many flags stand strictly inside each run."""
    before = np.append(0, np.cumsum(flags))
    inside: Ints = np.where(end > first, before[end] - before[np.minimum(first + 1, end)], 0)
    return inside
