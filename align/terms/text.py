"""The units of a text, each once: what the terms are looked for in."""

from __future__ import annotations

import logging
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from align.quality.pairs import UnitPair
from align.terms.candidates.tokens import Int32s, Ints
from align.units import PARAGRAPH

LONGEST_UNIT = 2000
"""The most characters of a side: in longer units anything may stand together with anything."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Text:
    """Units that have two sides, each with its copies.

    What stands in several units in the same words on both sides is one unit here: a sentence that
    is repeated tells no more of what its terms are. It counts as often as it stands there. Only
    what the terms need is kept of each unit, since there may be a million.

    Attributes:
        sides: the sources and the targets, the first of each, as the candidates count them.
        names: what a message calls each of them.
        paragraphs: the number of each one's paragraph, or "".
        files: which files hold a unit and its copies; each such group of files once.
        held_by: of each unit, its place in `files`.
        times: how often it stands there.
    """

    sides: tuple[Sequence[str], Sequence[str]]
    names: Sequence[str]
    paragraphs: Sequence[str]
    files: Sequence[tuple[str, ...]]
    held_by: Ints
    times: Ints

    @classmethod
    def of(cls, units: Iterable[tuple[str, UnitPair]]) -> Text:
        """Gather units, each given with the name of its file; taken one by one."""
        same: dict[tuple[str, str], int] = {}
        names: list[str] = []
        paragraphs: list[str] = []
        files: dict[tuple[str, ...], int] = {}
        groups: list[tuple[str, ...]] = []
        held_by, times = array("q"), array("q")
        long = 0
        for file, pair in units:
            key = pair.source.text, pair.target.text
            if max(map(len, key)) > LONGEST_UNIT:
                long += 1
                continue
            if not all(map(str.strip, key)):
                continue
            place = same.setdefault(key, len(names))
            if place == len(names):
                names.append(pair.name)
                paragraphs.append(pair.properties.get(PARAGRAPH, ""))
                held_by.append(-1)
                times.append(0)
            times[place] += 1
            group = groups[held_by[place]] if held_by[place] >= 0 else ()
            if file not in group:
                group = (*group, file)
                held_by[place] = files.setdefault(group, len(files))
                if len(groups) < len(files):
                    groups.append(group)
        if long:
            _log.warning(
                "units of more than %s characters, whose terms are not looked for: %s; "
                "align them by sentences",
                f"{LONGEST_UNIT:,}",
                f"{long:,}",
            )
        sides = [source for source, _ in same], [target for _, target in same]
        return cls(
            sides, names, paragraphs, groups, np.array(held_by, np.int64), np.array(times, np.int64)
        )

    def __len__(self) -> int:
        return len(self.names)

    def copies(self, units: Ints | Int32s) -> int:
        """Count units with their copies."""
        return int(self.times[units].sum())

    def files_of(self, units: Ints | Int32s) -> int:
        """Count the files that units and their copies are from."""
        groups = np.unique(self.held_by[units]).tolist()
        return len({file for group in groups for file in self.files[group]})

    def file_of(self, unit: int) -> str:
        """Return the file that a unit is from, the first one."""
        return self.files[int(self.held_by[unit])][0]
