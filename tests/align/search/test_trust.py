"""How far paragraph breaks can be trusted."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.search.engine import Aligner
from align.search.side import Side, plain_side
from tests.align.damage import resolution

ENCODER = UseMultilingual()
ROWS = resolution()
SENTENCES = tuple(row[0] for row in ROWS), tuple(row[1] for row in ROWS)


def side(texts: Sequence[str], language: str, begins: Sequence[int]) -> Side:
    """Sentences in paragraphs that begin at some of them."""
    plain = plain_side(texts, language, ENCODER)
    flags = np.zeros(len(texts) + 1, dtype=bool)
    flags[[*begins, len(texts)]] = True
    return Side(plain.clauses, replace(plain.breaks, begins=flags))


def trust(begins: Sequence[int], other_begins: Sequence[int]) -> float:
    source = side(SENTENCES[0], "zh", begins)
    target = side(SENTENCES[1], "en", other_begins)
    return Aligner(source, target).pair.trust


EVERY = range(len(ROWS))


@pytest.mark.parametrize("begins", [EVERY, EVERY[::2], [0, 7, 20]])
def test_breaks_that_all_agree_are_trusted(begins: Sequence[int]) -> None:
    assert trust(begins, begins) == 1.0


def test_one_paragraph_divided_costs_no_trust() -> None:
    assert trust([0, *EVERY[2:]], EVERY) == 1.0


def test_breaks_that_agree_by_chance_only_are_not_trusted() -> None:
    assert trust(EVERY[::2], [0, *EVERY[1::2]]) == 0.0


def test_breaks_that_agree_now_and_then_are_trusted_in_part() -> None:
    gone = {5, 11, 17, 22, 27, 32}
    assert 0.0 < trust([unit for unit in EVERY if unit not in gone], EVERY) < 1.0


def test_sentences_that_stand_in_no_paragraphs_have_no_breaks_to_trust() -> None:
    plain = [
        plain_side(texts, tag, ENCODER) for texts, tag in zip(SENTENCES, ("zh", "en"), strict=True)
    ]
    assert Aligner(*plain).pair.trust == 0.0
