"""Longer documents, as files, against the gold pairs that came with them.

The gold holds whole articles. Inside an article the paragraphs translate each other one by one,
except where the counts differ: there nothing but the article as a whole is checked.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.command import Duiqi, succeeded
from tests.end_to_end.resolution import Pair, tight, units_of

_BREAK = " ¶ "
_LABEL = re.compile(r"(?:[一二三四五六七八九十]+、|[(（][子丑寅卯辰巳a-z][)）])\s*")
_CHINESE_HEADING = "第[一二三四五六七八九十百零〇]+条"
_HEADING = re.compile(rf"{_CHINESE_HEADING}|Article \d+")


@dataclass(frozen=True, slots=True)
class Gold:
    """Which paragraphs translate each other, and which articles are of different counts.

    Attributes:
        pairs: paragraphs one by one.
        blocks: the two sides of each article whose counts of paragraphs differ, run together.
    """

    pairs: frozenset[Pair]
    blocks: tuple[Pair, ...]


def _bare(text: str) -> str:
    """A paragraph without its label, which only one side may have, and without white space."""
    return "".join(_LABEL.sub("", text, count=1).split() if _LABEL.match(text) else text.split())


def _gold(path: Path) -> Gold:
    pairs: set[Pair] = set()
    blocks: list[Pair] = []
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            sides = [[_bare(text) for text in row[key].split(_BREAK)] for key in ("zh", "en")]
            if len(sides[0]) == len(sides[1]):
                pairs.update(zip(*sides, strict=True))
            else:
                blocks.append(("".join(sides[0]), "".join(sides[1])))
    return Gold(frozenset(pairs), tuple(blocks))


def _align(duiqi: Duiqi, folder: Path, source: Path, target: Path) -> list[Pair]:
    """The paragraph pairs that the command finds."""
    command = ("align", source, target, "--level", "paragraph", "-o", "out.tmx")
    succeeded(duiqi(*command, cwd=folder))
    return units_of((folder / "out.tmx").read_bytes())


def _paragraphs(units: list[Pair]) -> list[Pair]:
    """Pairs in a form that can be compared, without the headings of articles."""
    assert all(bool(_HEADING.fullmatch(a)) == bool(_HEADING.fullmatch(b)) for a, b in units)
    return [(_bare(a), _bare(b)) for a, b in units if not _HEADING.fullmatch(a)]


def _check(units: list[Pair], gold: Gold) -> list[Pair]:
    """Take the pairs that the gold has one by one out, and return the others."""
    missing = gold.pairs - set(units)
    assert not missing
    return [unit for unit in units if unit not in gold.pairs]


@pytest.fixture(scope="module")
def charter(
    duiqi: Duiqi, shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Pair]:
    folder = shared_data / "un-charter"
    files = [folder / f"un_charter.raw.{side}.txt" for side in ("zh", "en")]
    return _align(duiqi, tmp_path_factory.mktemp("charter"), *files)


def test_the_charter_by_article(charter: list[Pair], shared_data: Path) -> None:
    gold = _gold(shared_data / "un-charter" / "un_charter.by_article.tsv")
    assert len(gold.pairs) > 250
    others = _check(_paragraphs(charter), gold)
    # Article 111 alone is cut differently: three paragraphs against two.
    assert ("".join(a for a, _ in others), "".join(b for _, b in others)) == gold.blocks[0]


def test_the_headings_of_the_charter(charter: list[Pair]) -> None:
    headings = [english for chinese, english in charter if _HEADING.fullmatch(chinese)]
    assert headings == [f"Article {number}" for number in range(1, 112)]


@pytest.fixture(scope="module")
def declaration(
    duiqi: Duiqi, shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Pair], Gold]:
    folder = shared_data / "udhr"
    files = [folder / "udhr.zh-Hans.txt", folder / "udhr.en.txt"]
    units = _paragraphs(_align(duiqi, tmp_path_factory.mktemp("udhr"), *files))
    return units, _gold(folder / "udhr.by_article.zh-Hans_en.tsv")


def test_the_declaration_by_article(declaration: tuple[list[Pair], Gold]) -> None:
    units, gold = declaration
    assert len(gold.pairs) > 45
    others = _check(units, gold)
    preamble = gold.blocks[0]
    titles = ("世界人权宣言", "UniversalDeclarationofHumanRights"), ("序言", "Preamble")
    assert others[:2] == list(titles)
    assert all(a in preamble[0] and b in preamble[1] for a, b in others[2:])
    assert "".join(a for a, _ in others[2:]) == preamble[0]


def test_the_preamble_of_the_declaration_is_whole(declaration: tuple[list[Pair], Gold]) -> None:
    units, gold = declaration
    others = _check(units, gold)[2:]
    assert ("".join(a for a, _ in others), "".join(b for _, b in others)) == gold.blocks[0]


def test_the_declaration_with_labels_on_lines_of_their_own_in_english_only(
    duiqi: Duiqi, shared_data: Path, tmp_path: Path, declaration: tuple[list[Pair], Gold]
) -> None:
    source = (shared_data / "udhr" / "udhr.zh-Hans.txt").read_text(encoding="utf-8")
    joined = re.sub(rf"(?m)^({_CHINESE_HEADING})\s+", r"\1 ", source)
    (tmp_path / "inline.txt").write_text(joined, encoding="utf-8")
    units = _align(duiqi, tmp_path, tmp_path / "inline.txt", shared_data / "udhr" / "udhr.en.txt")
    labels = [_HEADING.match(text) for unit in units for text in unit]
    assert sum(label is not None for label in labels) == 2 * 30
    bare = [(_bare(_HEADING.sub("", a)), _bare(_HEADING.sub("", b))) for a, b in units]
    assert bare == declaration[0]


def test_resolution_55_100(duiqi: Duiqi, shared_data: Path, tmp_path: Path) -> None:
    folder = shared_data / "un-55-100"
    files = [folder / f"A_RES_55_100.{side}.txt" for side in ("zh", "en")]
    gold = (folder / "A_RES_55_100.gold_aligned.tsv").read_text(encoding="utf-8").splitlines()
    expected = [(source, target) for source, target in (line.split("\t") for line in gold)]
    assert tight(_align(duiqi, tmp_path, *files)) == tight(expected)
