"""Pairs of Chinese and English texts: right ones, and ones that people have judged."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
from training_texts import read_texts

from align.quality.pairs import Side, UnitPair, pairs_of
from tmx.reading import open_memory

Flags = npt.NDArray[np.bool_]
Values = npt.NDArray[np.float64]

_PARAGRAPH = re.compile(r"\s*(\d{1,2})\. (?=\S)")
_WRONG_PARAGRAPHS = frozenset({6})
"""Of 67/58: there the Chinese text has a wrong year."""


def read_pairs(folder: Path) -> dict[str, list[UnitPair]]:
    """Read the right pairs of a folder of shared documents, by the document that they are from."""
    found: dict[str, list[UnitPair]] = {}
    rows = (folder / "unpc-dev/UNv1.0.devset.by_document.tsv").read_text("utf-8").splitlines()[1:]
    for row in rows:
        document, _, _, chinese, english = row.split("\t")
        found.setdefault(document, []).append(pair_of(chinese, english, len(found)))
    for name, path, sides in (
        ("charter", "un-charter/un_charter.by_article.tsv", (3, 4)),
        ("udhr", "udhr/udhr.by_article.zh-Hans_en.tsv", (1, 2)),
    ):
        for row in (folder / path).read_text("utf-8").splitlines()[1:]:
            cells = row.split("\t")
            texts = [cells[side].split(" ¶ ") for side in sides]
            if len(texts[0]) == len(texts[1]):
                here = found.setdefault(f"{name}-{cells[0]}", [])
                here += [pair_of(*both, len(here)) for both in zip(texts[0], texts[1], strict=True)]
    rows = (folder / "un-55-100/A_RES_55_100.gold_aligned.tsv").read_text("utf-8").splitlines()
    lines = [row.split("\t") for row in rows]
    found["55-100"] = [pair_of(chinese, english, at) for at, (chinese, english) in enumerate(lines)]
    own, other = (
        _numbered(folder / "un-67-58" / name) for name in ("zh.wikisource.txt", "en.working.txt")
    )
    found["67-58"] = [
        pair_of(own[number], other[number], number)
        for number in sorted(own.keys() & other.keys() - _WRONG_PARAGRAPHS)
    ]
    return found


def _numbered(path: Path) -> dict[int, str]:
    """Return the operative paragraphs of a resolution by number, the first of each."""
    paragraphs: dict[int, str] = {}
    for line in path.read_text("utf-8").splitlines():
        if label := _PARAGRAPH.match(line):
            paragraphs.setdefault(int(label[1]), line.strip())
    return paragraphs


def read_memory(path: Path) -> list[UnitPair]:
    """Read the pairs of a memory, Chinese first."""
    with open_memory(path) as memory:
        return list(pairs_of(memory.units, "zh-CN", "en"))


def read_chapters(folder: Path, *, chinese_first: bool = True) -> list[UnitPair]:
    """Read the gold beads with two sides of a folder of aligned texts; the pairs are Chinese first.

    Args:
        folder: holds texts and links.
        chinese_first: whether the links name the Chinese lines before the English ones.
    """
    languages = ("zh", "en") if chinese_first else ("en", "zh")
    pairs: list[UnitPair] = []
    for text in read_texts(folder, languages):
        for link in text.links:
            sides = [(text.source, link.source), (text.target, link.target)]
            chinese, english = sides if chinese_first else sides[::-1]
            if link.source and link.target:
                source = "".join(chinese[0][line] for line in chinese[1])
                target = " ".join(english[0][line] for line in english[1])
                pairs.append(pair_of(source, target, len(pairs)))
    return pairs


def read_judged(path: Path) -> tuple[list[UnitPair], Flags]:
    """Read machine translations, and whether most of three people have called each wrong."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    pairs = [_translated(row[1], row[2], at) for at, row in enumerate(rows)]
    return pairs, np.array([row[4] == "ERR" for row in rows])


def read_shares(path: Path) -> Values:
    """Read what share of three people has called each translation wrong."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return np.array([np.mean([verdict == 1 for verdict in json.loads(row[3])]) for row in rows])


def read_marked(path: Path) -> tuple[list[UnitPair], Values]:
    """Read machine translations and people's mean mark of each, from 0 to 100."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = [_translated(row["original"], row["translation"], at) for at, row in enumerate(rows)]
    return pairs, np.array([float(row["mean"]) for row in rows])


def _translated(source: str, target: str, number: int) -> UnitPair:
    """Make a pair from English; the spaces that a tokeniser set between characters go."""
    return pair_of(source, "".join(target.split()), number, ("en", "zh-CN"))


def pair_of(
    source: str, target: str, number: int, languages: tuple[str, str] = ("zh-CN", "en")
) -> UnitPair:
    """Make a pair of two plain texts; the number counts from 0."""
    one, other = (
        Side(tag, text, (text,)) for tag, text in zip(languages, (source, target), strict=True)
    )
    return UnitPair(number + 1, f"unit number {number + 1}", one, other)
