"""No feature is forgotten: each that has a weight has cases of its own, which tell it from zero."""

from pathlib import Path

import pytest

from align.explanation.words import PHRASES
from align.search.weights import OF_ANY, OF_THESE, read_file
from tests.align.search.clauses import (
    test_clause_features,
    test_gain_features,
    test_gap_features,
    test_punctuation_features,
    test_structure_features,
)
from tests.align.search.feature_cases import Cases
from tests.align.search.sentences import test_paragraph_features
from tests.align.search.test_features import LENGTHS, MEANING, TYPES

DOCUMENTATION = Path(__file__).parents[3] / "docs" / "aligner.md"

OF_DOCUMENTS = {"same number", "other number"}
"""Features whose weights the documents give (`align.search.numbering`)."""

CASES: Cases = {
    **TYPES,
    **LENGTHS,
    **MEANING,
    **test_gain_features.CASES,
    **test_structure_features.CASES,
    **test_punctuation_features.CASES,
    **test_gap_features.CASES,
    **test_clause_features.CASES,
    **test_paragraph_features.CASES,
}


@pytest.mark.parametrize("kind", [OF_THESE, OF_ANY])
def test_every_feature_that_has_a_weight_has_cases_and_no_other_has(kind: str) -> None:
    weights = read_file()
    named = {*weights[kind]["sentences"], *weights[kind]["clauses"], *weights["paragraphs"]}
    assert named | OF_DOCUMENTS == CASES.keys() == PHRASES.keys()


@pytest.mark.parametrize("feature", CASES)
def test_the_documentation_tells_of_each(feature: str) -> None:
    assert f"`{feature}`" in DOCUMENTATION.read_text("utf-8")


@pytest.mark.parametrize("feature", CASES)
def test_the_cases_of_a_feature_show_where_it_is_zero_and_where_not(feature: str) -> None:
    values = [value for _, _, value in CASES[feature]]
    assert any(values)
    assert not all(values)
