"""A pair that is much further from each other than the documents' others is not sure."""

import pytest

from align.documents.aligning import align_documents
from align.documents.nearness import FEWEST
from tests.align.damage import Remembering, Row, document, resolution

ENCODER = Remembering()
ROWS = resolution()
OTHER_TEXTS = [
    (
        24,
        "8. Notes with regret that the trains to the coast were late all through the winter, and"
        " that a great many passengers therefore missed the last ferry to the islands, where their"
        " families were waiting for them in vain;",
    ),
    (
        34,
        "18. Requests the Economic and Social Council to consider at its next session the prices of"
        " wheat, rice and maize, and the effects of the drought on the harvest in the countries"
        " south of the Sahara;",
    ),
]
"""Places in 67/58, and what stands there in English, with the right number before it."""


def scores(rows: list[Row], *, numbers: bool = True) -> dict[tuple[int, int], float]:
    """The scores of paragraphs that are paired one with one."""
    source, target = (
        document([row[side] for row in rows], language, numbers=numbers)
        for side, language in enumerate(("zh-CN", "en"))
    )
    return {
        (pair.source[0], pair.target[0]): pair.score
        for pair in align_documents(source, target, ENCODER).pairs
        if len(pair.source) == len(pair.target) == 1
    }


def with_another_text(place: int, text: str) -> list[Row]:
    return [*ROWS[:place], (ROWS[place][0], text), *ROWS[place + 1 :]]


@pytest.mark.parametrize(("place", "text"), OTHER_TEXTS)
def test_the_same_number_before_another_text_is_no_sure_pair(place: int, text: str) -> None:
    assert scores(with_another_text(place, text))[place, place] < 0.1


@pytest.mark.parametrize(("place", "text"), OTHER_TEXTS)
def test_the_other_pairs_are_as_sure_as_before(place: int, text: str) -> None:
    found = scores(with_another_text(place, text))
    assert all(found[k, k] > 0.9 for k in range(len(ROWS)) if k != place)


@pytest.mark.parametrize("numbers", [True, False], ids=["numbered", "without numbers"])
def test_no_right_pair_of_the_resolution_is_doubted(numbers: bool) -> None:
    found = scores(ROWS, numbers=numbers)
    assert min(found[k, k] for k in range(len(ROWS))) > 0.9


def test_of_a_few_pairs_nothing_can_be_said() -> None:
    place, text = OTHER_TEXTS[1]
    few = with_another_text(place, text)[place - 2 : place - 3 + FEWEST]
    assert len(few) < FEWEST
    assert scores(few)[2, 2] > 0.5
