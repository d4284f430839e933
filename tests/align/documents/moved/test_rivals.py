"""Translations are ahead of their rivals by more than by chance, and strangers are not."""

from statistics import fmean

import numpy as np
import pytest

from align.alignment import Alignment
from align.documents import align_documents
from align.documents.moved.rivals import LEAD, Rivals, share_of_translations
from align.encoders import Floats
from corpora import Document
from corpora.readers.block import Block
from corpora.reading import read_document
from corpora.structure import find_structure
from tests.align.damage import SHARED, Remembering, resolution

ENCODER = Remembering()
LONGER_THAN_LABELS = 14
"""A pair of which the shorter side has fewer characters may be a label that is the same."""

HARBOUR = """\
The harbour of the island was built by fishermen from the south.
Every spring the ferries are painted blue before the season begins.
The lighthouse keeper writes down each ship that passes at night.
In the old market hall, onions and salted fish are sold until noon.
A storm in 1911 carried away the pier and two of the boathouses.
Children learn to swim behind the breakwater, where the sea is calm.
The bakery opens at four, since the boats leave before dawn.
No one has counted the gulls that nest under the roof of the customs house.
On Sundays the brass band plays by the fountain, unless it rains.
Tourists ask for maps, but the lanes change faster than the printers.
The mayor keeps goats, and is not ashamed of it.
A cable brings electricity from the mainland, and sometimes it fails.
Letters are delivered by bicycle in the town and by donkey in the hills.
The school has eleven pupils and one piano that is out of tune.
Grapes ripen late here and the wine is sour, yet everybody drinks it.
After the last ferry the quay belongs to the cats.""".splitlines()
"""A text that says nothing about small arms."""


def document(lines: list[str], language: str) -> Document:
    blocks = [Block(line) for line in lines]
    return Document(language, language, find_structure(blocks, language))


def scores(alignment: Alignment) -> list[float]:
    """The scores of the pairs that are longer than a label on both sides."""
    documents = alignment.source, alignment.target
    return [
        bead.score
        for bead in alignment.beads()
        if all(
            sum(len(document.text_of(span).strip()) for span in spans) >= LONGER_THAN_LABELS
            for document, spans in zip(documents, (bead.source, bead.target), strict=True)
        )
    ]


@pytest.mark.parametrize("numbers", [True, False], ids=["numbered", "without numbers"])
def test_no_pair_of_a_resolution_with_another_text_is_sure(numbers: bool) -> None:
    """The resolution's own numbers before the other text's lines make no pairs of translations."""
    chinese = [chinese for chinese, _ in resolution()]
    english = [
        f"{number}. {line}" if numbers else line for number, line in enumerate(HARBOUR, start=1)
    ]
    found = scores(align_documents(document(chinese, "zh-CN"), document(english, "en"), ENCODER))
    assert fmean(found) < 0.2
    assert max(found) < 0.6


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the folder shared/data beside the repository is not here"
)
@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("udhr/udhr.zh-Hans.txt", "un-67-58/en.working.txt"),
        ("udhr/udhr.zh-Hant.txt", "un-55-100/A_RES_55_100.en.txt"),
        ("un-67-58/zh.wikisource.txt", "udhr/udhr.en.txt"),
    ],
)
def test_lines_of_different_documents_paired_across_are_not_sure(
    chinese: str, english: str
) -> None:
    """What stands in another order than its partner shows in pairs that cross others."""
    found = align_documents(
        read_document(SHARED / chinese), read_document(SHARED / english), ENCODER
    )
    paired = [bead for bead in found.beads() if bead.source and bead.target]
    targets = [bead.target[0].paragraph for bead in paired]
    crossing = [
        bead.score
        for place, bead in enumerate(paired)
        if targets[place] < max(targets[:place], default=0)
        or targets[place] > min(targets[place + 1 :], default=targets[place])
    ]
    assert all(score < 0.5 for score in crossing)


def test_a_resolution_sorted_another_way_is_still_paired() -> None:
    """What the search can't pair in order is many pairs across, each ahead of its rivals."""
    rows = resolution()
    chinese = [chinese for chinese, _ in rows[1:13]]
    english = [english for _, english in rows[1:13]]
    order = [*range(6, 12), *range(6)]
    found = align_documents(
        document(chinese, "zh-CN"), document([english[k] for k in order], "en"), ENCODER
    )
    pairs = [(pair.source, pair.target) for pair in found.pairs if pair.source and pair.target]
    right = [(row, column) for (row, *_), (column, *_) in pairs if order[column] == row]
    assert len(right) >= 9
    assert len(pairs) - len(right) <= 1


def unit(*rows: list[float]) -> Floats:
    vectors = np.array(rows, dtype=np.float32)
    lengths: Floats = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / lengths


def test_the_lead_is_over_the_nearest_rival_of_either_side() -> None:
    rows = unit([1, 0, 0, 0], [0.8, 0.6, 0, 0])
    columns = unit([1, 0, 0, 0], [0, 0, 1, 0], [0.28, 0, 0, 0.96])
    rivals = Rivals(rows, columns, 0.05)
    # Its rivals: the third column, .28, and the second row, .8.
    assert rivals.leads(rows[:1], columns[:1]) == pytest.approx([0.2], abs=1e-5)
    assert rivals.leads(rows[1:], columns[:1]) == pytest.approx([-0.2], abs=1e-5)


def test_what_says_the_same_is_no_rival() -> None:
    rows = unit([1, 0, 0], [1, 0.01, 0], [0, 1, 0])
    columns = unit([0.8, 0.6, 0], [0.8, 0.6, 0.01], [0, 0, 1])
    lead = Rivals(rows, columns, 0.05).leads(rows[:1], columns[:1])
    assert lead == pytest.approx([0.2], abs=1e-5)


def test_without_any_rival_the_lead_is_the_most_that_can_be() -> None:
    rows = unit([1, 0])
    assert Rivals(rows, rows, 0.05).leads(rows, rows) == pytest.approx([2.0], abs=1e-5)


def test_the_greater_the_lead_the_likelier_a_translation() -> None:
    rivals = Rivals(unit([1, 0]), unit([1, 0]), 0.05)
    odds = rivals.odds_of_pairs(np.array([-0.1, 0.02, 0.1, 0.2]))
    assert (np.diff(odds) > 0).all()
    assert odds[0] < 1 < odds[2]


@pytest.mark.parametrize("seed", range(3))
def test_the_mean_lead_by_chance_is_read_off_the_rivals(seed: int) -> None:
    """Of random likenesses, the first is ahead of the second as the spacings behind say."""
    draw = np.random.default_rng(seed)
    rows, columns = (unit(*draw.normal(size=(200, 16)).tolist()) for _ in range(2))
    cosines = np.sort(rows @ columns.T, axis=1)
    leads = cosines[:, -1] - cosines[:, -2]
    chance = Rivals.of_vectors(rows, columns).chance
    assert chance == pytest.approx(leads.mean(), rel=0.35)
    assert chance < LEAD / 2


@pytest.mark.parametrize(
    ("odds", "strangers", "low", "high"),
    [
        ([50.0] * 40, 0, 0.97, 1.0),
        ([0.1] * 40, 0, 0.0, 0.1),
        ([50.0] * 20 + [0.02] * 20, 0, 0.45, 0.6),
        ([50.0] * 10, 30, 0.25, 0.35),
        ([], 0, 0.97, 0.99),
        ([], 30, 0.0, 0.1),
    ],
)
def test_the_share_of_translations_is_that_of_likely_pairs(
    odds: list[float], strangers: int, low: float, high: float
) -> None:
    assert low <= share_of_translations(np.array(odds), strangers) <= high
