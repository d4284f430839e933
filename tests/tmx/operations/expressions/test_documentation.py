"""docs/filtering.md tells of all that there is, and its examples are right."""

from pathlib import Path

import pytest

from tmx.operations.expressions import parse
from tmx.operations.expressions.comparing import OPERATORS
from tmx.operations.expressions.vocabulary import FUNCTIONS, LOOKUPS, NAMES

TEXT = (Path(__file__).parents[4] / "docs" / "filtering.md").read_text("utf-8")
EXAMPLES = [
    line.strip()
    for line in TEXT.splitlines()
    if line.startswith("    ") and not line.strip().startswith("duiqi")
]


@pytest.mark.parametrize("word", [*NAMES, *OPERATORS])
def test_every_name_and_operator_is_described(word: str) -> None:
    assert f"`{word}`" in TEXT


@pytest.mark.parametrize("word", [*FUNCTIONS, *LOOKUPS])
def test_every_function_is_described(word: str) -> None:
    assert f"`{word}(" in TEXT


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_an_expression(example: str) -> None:
    parse(example)
