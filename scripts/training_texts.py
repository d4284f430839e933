"""Aligned texts to train on, and copies of them that lack blocks of sentences on one side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from align.links import Link, parse_links

BLOCK = (5, 40)
"""Fewest and most beads of a block that is taken out of one side."""

BEADS_FOR_A_BLOCK = 80


@dataclass(frozen=True)
class Text:
    """Two versions of a text and their gold links."""

    name: str
    languages: tuple[str, str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    links: tuple[Link, ...]


def read_texts(folder: Path, languages: tuple[str, str]) -> list[Text]:
    """Read all texts of a folder."""
    texts = []
    for path in sorted(folder.glob(f"*.{languages[0]}")):
        sides = [
            path.with_suffix(f".{language}").read_text("utf-8").removesuffix("\n").split("\n")
            for language in languages
        ]
        links = parse_links(path.with_suffix(".gold").read_text("utf-8"), path.stem)
        texts.append(Text(path.stem, languages, tuple(sides[0]), tuple(sides[1]), links))
    return texts


def with_gaps(text: Text, copy: int) -> Text:
    """Take blocks of beads out of one side, by chance; what they were linked to is unlinked."""
    seed = [copy, *text.name.encode()]
    chance = np.random.default_rng(seed)
    gone: tuple[set[int], set[int]] = (set(), set())
    links = list(text.links)
    for _ in range(max(1, round(len(links) / BEADS_FOR_A_BLOCK))):
        size = int(chance.integers(BLOCK[0], BLOCK[1] + 1))
        size = min(size, len(links) // 2)  # of a short text something has to be left
        begin = int(chance.integers(0, max(1, len(links) - size)))
        side = int(chance.integers(0, 2))
        for link in links[begin : begin + size]:
            gone[side].update((link.source, link.target)[side])
    kept = [
        [line for line in range(len(lines)) if line not in gone[side]]
        for side, lines in enumerate((text.source, text.target))
    ]
    place = [{line: new for new, line in enumerate(lines)} for lines in kept]
    relinked: list[Link] = []
    for link in links:
        source = tuple(place[0][line] for line in link.source if line in place[0])
        target = tuple(place[1][line] for line in link.target if line in place[1])
        if source and target:
            relinked.append(Link(source, target))
        else:
            relinked += [Link((line,), ()) for line in source]
            relinked += [Link((), (line,)) for line in target]
    return replace(
        text,
        name=f"{text.name}-{copy}",
        source=tuple(text.source[line] for line in kept[0]),
        target=tuple(text.target[line] for line in kept[1]),
        links=tuple(relinked),
    )
