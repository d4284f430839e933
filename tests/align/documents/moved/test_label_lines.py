"""Labels on lines of their own that stand at each other's place, told apart by their numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from align.documents import align_documents
from align.documents.moved.swaps import DOUBTFUL
from tests.align.damage import Remembering
from tests.align.documents.moved.test_swaps import paired
from tests.align.documents.test_bare_labels import TEXTS, pair_of

ENCODER = Remembering()
LABELS = {
    "chapters": [("第一章", "Chapter I"), ("第二章", "Chapter II"), ("第三章", "Chapter III")],
    "articles": [("第一条", "Article 1"), ("第二条", "Article 2"), ("第三条", "Article 3")],
    "annexes": [("附件一", "Annex I"), ("附件二", "Annex II"), ("附件三", "Annex III")],
    "sections": [("第一节", "Section 1"), ("第二节", "Section 2"), ("第三节", "Section 3")],
}


def found_of(
    labels: Sequence[tuple[str, str]], there: tuple[Sequence[int], Sequence[int]]
) -> dict[tuple[str, str], float]:
    """Align label lines with their texts of which each side has some."""
    sides = tuple(
        [line for k in own for line in (labels[k][side], TEXTS[k + 2][side])]
        for side, own in enumerate(there)
    )
    return paired(align_documents(*pair_of(*sides), ENCODER))


@pytest.mark.parametrize("labels", LABELS.values(), ids=LABELS)
@pytest.mark.parametrize(
    "there", [((0, 1), (1, 2)), ((1, 2), (0, 1)), ((0, 1, 2), (1, 2)), ((0, 2), (1, 2))]
)
def test_a_label_is_paired_with_that_of_its_own_number(
    labels: list[tuple[str, str]], there: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    found = found_of(labels, there)
    both = set(there[0]) & set(there[1])
    assert found.keys() & {*labels} == {labels[k] for k in both}
    others = {pair: score for pair, score in found.items() if pair not in labels}
    assert all(score <= DOUBTFUL for pair, score in others.items() if pair[0].startswith("第"))


@pytest.mark.parametrize("labels", LABELS.values(), ids=LABELS)
def test_a_label_of_another_number_that_finds_none_of_its_own_is_doubtful(
    labels: list[tuple[str, str]],
) -> None:
    found = found_of(labels, ((0,), (1,)))
    assert found.get((labels[0][0], labels[1][1]), 0.0) <= DOUBTFUL


def test_labels_that_were_all_numbered_anew_stay_with_their_texts() -> None:
    chinese = [line for n in (1, 2, 3, 4) for line in (f"第{n}条", TEXTS[n][0])]
    english = [line for n in (1, 2, 3, 4) for line in (f"Article {n + 1}", TEXTS[n][1])]
    found = paired(align_documents(*pair_of(chinese, english), ENCODER))
    assert {TEXTS[n] for n in (1, 2, 3, 4)} <= found.keys()
    labels = {pair: score for pair, score in found.items() if pair[0].startswith("第")}
    assert labels.keys() == {(f"第{n}条", f"Article {n + 1}") for n in (1, 2, 3, 4)}
    assert max(labels.values()) <= DOUBTFUL
