"""The plain form of sentence links: "[0, 1]:[2]", one bead a line, counted from 0.

It is the form of vecalign and Bertalign and of their gold data. A side without a sentence is
written "[]": "[3]:[]" is a source sentence that has no translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from align.errors import AlignmentError

_LINE = re.compile(r"\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]")


@dataclass(frozen=True, slots=True)
class Link:
    """The sentences of one bead by their numbers, counted from 0.

    Attributes:
        source: source sentence numbers, ascending; empty where the target side has no source.
        target: target sentence numbers, ascending; empty where the source is untranslated.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]

    @property
    def one_sided(self) -> bool:
        """Whether one side is empty: a deletion (1-0) or an insertion (0-1)."""
        return not (self.source and self.target)


def parse_links(text: str, name: str = "links") -> tuple[Link, ...]:
    """Read links, one a line; empty lines are passed over.

    What follows the second bracket (vecalign writes ":cost" there) is not read.

    Args:
        text: the lines.
        name: the file's name, for the message of an error.

    Raises:
        AlignmentError: a line is no link, or links nothing to nothing.
    """
    links: list[Link] = []
    for count, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        match = _LINE.match(line.strip())
        sides = [_numbers(side) for side in match.groups()] if match else []
        if not any(sides):
            message = f"{name}, line {count}: expected a link such as [0, 1]:[2], found {line!r}"
            raise AlignmentError(message)
        links.append(Link(sides[0], sides[1]))
    return tuple(links)


def format_links(links: Iterable[Link]) -> str:
    """Write links in the form that `parse_links` reads, one a line."""
    return "".join(f"{list(link.source)}:{list(link.target)}\n" for link in links)


def _numbers(side: str) -> tuple[int, ...]:
    return tuple(sorted({int(number) for number in re.findall(r"\d+", side)}))
