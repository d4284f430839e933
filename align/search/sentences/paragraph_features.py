"""What the paragraphs say of a bead: where they begin and end, their kinds, their numbers."""

from __future__ import annotations

import numpy as np

from align.search.features import Ends, Group
from align.search.side import UNNUMBERED, Breaks, Flags, Ints


def paragraph_features(ends: Ends, corners: Flags, source: Breaks, target: Breaks) -> Group:
    """Compute the features of beads of sentences, or of clauses.

    A break that a bead reaches while the other side is still inside a sentence counts as one
    inside the bead: so the clauses of a sentence bead bear together what it would bear itself.

    Args:
        ends: the beads.
        corners: shape (2, k), whether both sides are between sentences where each bead begins,
            and where it ends.
        source: what begins at each source unit.
        target: what begins at each target unit.
    """
    top, bottom, left, right = ends.top, ends.bottom, ends.left, ends.right
    has_source, has_target = bottom > top, right > left
    paired = has_source & has_target
    from_corner, at_corner = corners
    source_begins, target_begins = source.begins[top], target.begins[left]
    source_ends, target_ends = source.begins[bottom], target.begins[right]
    from_break, to_break = source_begins & target_begins, source_ends & target_ends

    def inside(flags: tuple[Flags, Flags]) -> tuple[Ints, Ints]:
        return (
            _inside(flags[0], top, bottom, ~at_corner),
            _inside(flags[1], left, right, ~at_corner),
        )

    strictly = (
        _inside(source.begins, top, bottom, np.zeros_like(at_corner)),
        _inside(target.begins, left, right, np.zeros_like(at_corner)),
    )
    breaks = inside((source.begins, target.begins))
    number, other_number = source.numbers[top], target.numbers[left]
    numbered = paired & from_break & (number != UNNUMBERED) & (other_number != UNNUMBERED)
    same = numbered & (number == other_number)
    headings = source.headings[top], target.headings[left]
    numbered_headings = (
        headings[0] & (number != UNNUMBERED),
        headings[1] & (other_number != UNNUMBERED),
    )
    unpaired = has_source ^ has_target
    whole = unpaired & from_break & to_break
    return {
        "paragraphs end together": paired & to_break,
        "a paragraph begins alone": from_corner
        & (
            (has_source & source_begins & ~target_begins)
            | (has_target & target_begins & ~source_begins)
        ),
        "a paragraph ends alone": (has_source & source_ends & ~target_ends)
        | (has_target & target_ends & ~source_ends),
        "a break inside one side": np.abs(strictly[0] - strictly[1]),
        "breaks inside both sides": np.minimum(*strictly),
        "a paragraph apart inside": sum(inside((source.apart, target.apart))),
        "a paragraph repeated inside": sum(inside((source.repeats, target.repeats))),
        "an unpaired paragraph ends": unpaired & to_break,
        "a repeated paragraph unpaired": whole
        & ((has_source & source.repeats[top]) | (has_target & target.repeats[left])),
        "kinds differ": paired & from_break & ~same & (source.kinds[top] != target.kinds[left]),
        "a numbered heading against none": paired
        & from_break
        & ~same
        & (numbered_headings[0] != numbered_headings[1]),
        "a heading joined to its text": same
        & (headings[0] != headings[1])
        & (breaks[0] != breaks[1]),
        "same number": same,
        "other number": numbered & ~same,
    }


def _inside(flags: Flags, first: Ints, end: Ints, or_at_end: Flags) -> Ints:
    """How many flags stand strictly inside each run, for some runs also at its end."""
    before = np.append(0, np.cumsum(flags))
    last = np.where(or_at_end, end + 1, end)
    inside: Ints = np.where(end > first, before[last] - before[np.minimum(first + 1, end)], 0)
    return inside
