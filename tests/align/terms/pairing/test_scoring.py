"""Right pairs are likelier than wrong ones, and pieces of terms less than whole ones."""

from __future__ import annotations

import pytest

from align.terms.candidates import find_candidates
from align.terms.pairing.coherence import coherence
from align.terms.pairing.cooccurrence import pairs_together
from align.terms.pairing.scoring import score
from tests.align.terms.texts import SENTENCES, encoder

SIDES = (
    find_candidates([left for left, _ in SENTENCES], "zh-CN", 1),
    find_candidates([right for _, right in SENTENCES], "en", 1),
)
NAMES = [{side.usual(which): which for which in range(len(side))} for side in SIDES]


def test_a_pair_is_coherent_where_its_words_are_linked_with_each_other() -> None:
    (pairs,) = pairs_together(*SIDES, 1)
    found = coherence(*SIDES, pairs, encoder())
    for values in (found.share, found.linked, found.trust):
        assert values.min() >= 0
        assert values.max() <= 1 + 1e-9

    def of(left: str, right: str) -> int:
        both = (pairs.source == NAMES[0][left]) & (pairs.target == NAMES[1][right])
        return int(both.nonzero()[0][0])

    right, wrong = of("临时议程", "provisional agenda"), of("临时议程", "agenda")
    assert found.share[right] > found.share[wrong]
    assert found.linked[right] > 0.8


def test_an_end_is_bare_where_the_other_side_has_no_word_for_it() -> None:
    (pairs,) = pairs_together(*SIDES, 1)
    found = coherence(*SIDES, pairs, encoder())
    bare = {
        (SIDES[0].usual(left), SIDES[1].usual(right)): value
        for left, right, value in zip(
            pairs.source.tolist(), pairs.target.tolist(), found.bare.tolist(), strict=True
        )
    }
    assert bare["裁军事务厅", "Office for Disarmament Affairs"] < 0.2
    assert bare["支持裁军事务厅", "Office for Disarmament Affairs"] > 0.7


@pytest.mark.parametrize(
    ("term", "right", "wrong"),
    [
        ("裁军事务厅", "Office for Disarmament Affairs", "Disarmament Affairs"),
        ("国家报告", "national report", "report"),
        ("临时议程", "provisional agenda", "agenda"),
    ],
)
def test_whole_terms_are_likelier_than_pieces(term: str, right: str, wrong: str) -> None:
    scored = score(*SIDES, pairs_together(*SIDES, 1), encoder())
    assert 0 <= scored.probability.min() <= scored.probability.max() <= 1
    by_name = {
        (SIDES[0].usual(left), SIDES[1].usual(other)): value
        for left, other, value in zip(
            scored.pairs.source.tolist(),
            scored.pairs.target.tolist(),
            scored.probability.tolist(),
            strict=True,
        )
    }
    assert by_name[term, right] > by_name.get((term, wrong), 0)
    assert by_name[term, right] > 0.5
