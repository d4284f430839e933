"""Aligned texts to train on, and copies of them that lack sentences on one side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import numpy as np

from align.links import Link, parse_links

BLOCK = (5, 40)
"""Fewest and most beads of a block that is taken out of one side."""

BEADS_FOR_A_BLOCK = 80


Lines = tuple[set[int], set[int]]
"""Some lines of the two sides."""


class Fault(StrEnum):
    """What is left out at one place."""

    SINGLE = "single"
    """One bead, of one side."""

    DOUBLE = "double"
    """Two beads in a row, of one side."""

    CROSSED = "crossed"
    """One bead of one side, and the next one of the other."""


@dataclass(frozen=True)
class Text:
    """Two versions of a text and their gold links."""

    name: str
    languages: tuple[str, str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    links: tuple[Link, ...]


def read_texts(folder: Path, languages: tuple[str, str]) -> list[Text]:
    """Read all texts of a folder; without a file of links each line belongs to the same one."""
    texts = []
    for path in sorted(folder.glob(f"*.{languages[0]}")):
        sides = [
            path.with_suffix(f".{language}").read_text("utf-8").removesuffix("\n").split("\n")
            for language in languages
        ]
        gold = path.with_suffix(".gold")
        links = (
            parse_links(gold.read_text("utf-8"), path.stem)
            if gold.exists()
            else tuple(Link((place,), (place,)) for place in range(len(sides[0])))
        )
        texts.append(Text(path.stem, languages, tuple(sides[0]), tuple(sides[1]), links))
    return texts


def with_gaps(text: Text, copy: int) -> Text:
    """Take blocks of beads out of one side, by chance; what they were linked to is unlinked."""
    seed = [copy, *text.name.encode()]
    chance = np.random.default_rng(seed)
    gone: Lines = (set(), set())
    links = list(text.links)
    for _ in range(max(1, round(len(links) / BEADS_FOR_A_BLOCK))):
        size = int(chance.integers(BLOCK[0], BLOCK[1] + 1))
        size = min(size, len(links) // 2)  # of a short text something has to be left
        begin = int(chance.integers(0, max(1, len(links) - size)))
        side = int(chance.integers(0, 2))
        for link in links[begin : begin + size]:
            gone[side].update((link.source, link.target)[side])
    return _without(text, gone, f"{text.name}-{copy}")


def with_omissions(text: Text, copy: int, fault: Fault, rate: float) -> tuple[Text, Lines]:
    """Leave single beads out of one side, by chance, with beads between that are whole.

    Args:
        text: the whole text.
        copy: another number gives other places.
        fault: what is left out at each place.
        rate: places for each bead.

    Returns:
        The copy, and the lines of its two sides that have lost their partners.
    """
    chance = np.random.default_rng([copy, *fault.encode(), *text.name.encode()])
    links = text.links
    free = [bool(link.source and link.target) for link in links]
    gone: Lines = (set(), set())
    lost: list[Link] = []
    wanted = max(1, round(rate * len(links)))
    for place in chance.permutation(len(links)).tolist():
        size = 1 if fault is Fault.SINGLE else 2
        here = links[place : place + size]
        if len(here) < size or not all(free[place : place + size]):
            continue
        first = int(chance.integers(0, 2))
        for number, link in enumerate(here):
            side = 1 - first if fault is Fault.CROSSED and number else first
            gone[side].update((link.source, link.target)[side])
        lost += here
        for near in range(max(0, place - 1), min(len(links), place + size + 1)):
            free[near] = False
        wanted -= 1
        if not wanted:
            break
    damaged = _without(text, gone, f"{text.name}-{fault}-{copy}")
    orphans: Lines = (set(), set())
    for side, (lines, place_of) in enumerate(zip(orphans, _places(text, gone), strict=True)):
        for link in lost:
            lines |= {
                place_of[line] for line in (link.source, link.target)[side] if line in place_of
            }
    return damaged, orphans


def _places(text: Text, gone: Lines) -> tuple[dict[int, int], dict[int, int]]:
    """The new number of each line of both sides that is left."""
    source, target = (
        {line: new for new, line in enumerate(sorted(set(range(len(lines))) - gone[side]))}
        for side, lines in enumerate((text.source, text.target))
    )
    return source, target


def _without(text: Text, gone: Lines, name: str) -> Text:
    """Leave lines out of both sides; what a bead has left on one side only is unlinked."""
    places = _places(text, gone)
    relinked: list[Link] = []
    for link in text.links:
        source = tuple(places[0][line] for line in link.source if line in places[0])
        target = tuple(places[1][line] for line in link.target if line in places[1])
        if source and target:
            relinked.append(Link(source, target))
        else:
            relinked += [Link((line,), ()) for line in source]
            relinked += [Link((), (line,)) for line in target]
    return replace(
        text,
        name=name,
        source=tuple(text.source[line] for line in places[0]),
        target=tuple(text.target[line] for line in places[1]),
        links=tuple(relinked),
    )
