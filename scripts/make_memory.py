#!/usr/bin/env python3
"""Make a memory of any number of units that is about as diverse as real text, for measuring.

    scripts/make_memory.py MEMORY... --units 1000000 -o million.tsv

Whole sentences that are only repeated make each of their runs of words frequent, and bring no new
word, which no real text does. So each unit is two of the shorter half of the memories' units, by
lot, in which some of the words that are linked with one word of the other side give way to other
such words, and some to names, old ones and ever new ones. The same each time.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path

from align.encoders import UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.sources import open_source
from align.terms.words import align_words, tokenise

SEED = 1
SURE = 0.8  # the probability of a link whose words may be exchanged
EXCHANGED, NAMED = 0.35, 0.02  # of these words, the shares that give way to others, and to names
NEW = 0.2  # of the names, the share that are new

CHINESE = (
    "巴贝比博布达德迪多杜法菲费弗富加格吉戈古哈赫希霍胡卡科基克库拉莱里洛卢马梅米莫穆"
    "纳内尼诺努帕佩皮波普拉雷利罗鲁萨塞西索苏塔特提托图"
)
"""The signs of syllables in names, as they are written for one of `SYLLABLES` each."""

SYLLABLES = [*map("".join, product("bdfghklmnprst", "aeiou"))]

Word = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A pair cut where words may be exchanged.

    Attributes:
        sides: of each side the pieces of text between these words, one more than there are words.
        places: of each side, which of the words stands there.
        words: the words, of both sides.
    """

    sides: tuple[list[str], list[str]]
    places: tuple[list[int], list[int]]
    words: list[Word]

    def text(self, side: int, words: Sequence[Word]) -> str:
        """Return the text of a side with other words."""
        between, places = self.sides[side], self.places[side]
        parts = (
            part
            for text, at in zip(between, places, strict=False)
            for part in (text, words[at][side])
        )
        return "".join(chain(parts, between[-1:]))


def pieces_of(pairs: Sequence[UnitPair]) -> Iterator[Piece]:
    """Cut pairs at the words that are linked one to one."""
    spans = [[tokenise(side.text, side.language) for side in pair.sides] for pair in pairs]
    words = [
        (
            [pair.source.text[a:b] for a, b in both[0]],
            [pair.target.text[a:b] for a, b in both[1]],
        )
        for pair, both in zip(pairs, spans, strict=True)
    ]
    links = align_words(words, UseMultilingual(1)).links()
    for pair, both, texts, found in zip(pairs, spans, words, links, strict=True):
        sure = [
            (item.source, item.target)
            for item in found
            if item.probability >= SURE
            and texts[0][item.source].isalpha()
            and texts[1][item.target].isalpha()
            and sum(item.source == other.source for other in found) == 1
            and sum(item.target == other.target for other in found) == 1
        ]
        sides, places = [], []
        for at, (side, cut) in enumerate(zip(pair.sides, both, strict=True)):
            order = sorted(range(len(sure)), key=lambda which: sure[which][at])
            bounds = [0, *(end for which in order for end in cut[sure[which][at]]), len(side.text)]
            sides.append([side.text[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)])
            places.append(order)
        yield Piece(
            (sides[0], sides[1]),
            (places[0], places[1]),
            [(texts[0][one], texts[1][other]) for one, other in sure],
        )


class Exchange:
    """Gives other words for words: of the same memories, and names.

    Args:
        words: all words that may be exchanged, each as often as it stands there.
        lot: what draws them.
    """

    def __init__(self, words: Sequence[Word], lot: random.Random) -> None:
        self._words, self._lot = words, lot
        self._names: list[Word] = []

    def another(self, word: Word) -> Word:
        """Return what stands for a word: mostly the word itself."""
        draw = self._lot.random()
        if draw < NAMED:
            return self._name()
        return self._lot.choice(self._words) if draw < NAMED + EXCHANGED else word

    def _name(self) -> Word:
        """Return a name: a new one, or one of those before, the older ones more often."""
        if self._names and self._lot.random() >= NEW:
            return self._names[int(len(self._names) * self._lot.random() ** 3)]
        places = self._lot.choices(range(len(SYLLABLES)), k=self._lot.randint(2, 4))
        made = ["".join(signs[at] for at in places) for signs in (CHINESE, SYLLABLES)]
        self._names.append((made[0], made[1].capitalize()))
        return self._names[-1]


def units(pairs: Sequence[UnitPair], count: int) -> Iterator[tuple[str, str]]:
    """Give the two sides of units."""
    lot = random.Random(SEED)
    short = sorted(pairs, key=lambda pair: len(pair.source.text))[: len(pairs) // 2 + 1]
    pieces = list(pieces_of(short))
    exchange = Exchange([word for piece in pieces for word in piece.words], lot)
    for _ in range(count):
        two = [(it, [*map(exchange.another, it.words)]) for it in lot.choices(pieces, k=2)]
        source, target = (" ".join(it.text(at, new) for it, new in two) for at in (0, 1))
        yield source, target


def main() -> None:
    """Write the memory."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("memories", type=Path, nargs="+")
    parser.add_argument("--units", type=int, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    pairs: list[UnitPair] = []
    for path in options.memories:
        with open_source(path) as source:
            languages = source.languages
            pairs += (pair for pair in source.pairs() if pair.source.text and pair.target.text)
    with options.output.open("w", encoding="utf-8") as stream:
        stream.write("\t".join(languages) + "\n")
        stream.writelines(f"{one}\t{other}\n" for one, other in units(pairs, options.units))


if __name__ == "__main__":
    main()
