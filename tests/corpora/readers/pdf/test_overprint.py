"""Characters that a PDF sets twice in one place."""

from time import process_time
from typing import Any

import pytest
from pdfplumber.utils.text import dedupe_chars

from corpora.readers.pdf.overprint import without_overprint


def character(text: str, x0: float, top: float, **other: object) -> dict[str, Any]:
    own = {"text": text, "x0": x0, "top": top, "doctop": top, "upright": True}
    return {**own, "fontname": "Times", "size": 10.0, **other}


@pytest.mark.parametrize(
    ("characters", "kept"),
    [
        ([("a", 0, 0), ("b", 5, 0)], [0, 1]),
        ([("b", 5, 0), ("a", 0.5, 0), ("a", 0, 0.5)], [0, 1]),
        ([("a", 0, 0), ("a", 0.9, 0), ("a", 1.8, 0)], [0]),
        ([("a", 0, 0), ("a", 1.1, 0)], [0, 1]),
        ([("a", 0, 0), ("a", 0, 1.1)], [0, 1]),
        ([], []),
    ],
    ids=[
        "different ones", "the upper one of two", "three in a chain", "too far across",
        "too far down", "none",
    ],
)  # fmt: skip
def test_of_characters_in_one_place_one_is_kept(
    characters: list[tuple[str, float, float]], kept: list[int]
) -> None:
    made = [character(*item) for item in characters]
    assert without_overprint(made) == [made[number] for number in kept]
    assert without_overprint(made) == dedupe_chars(made)


@pytest.mark.parametrize("other", [{"fontname": "Arial"}, {"size": 11.0}, {"upright": False}])
def test_characters_of_other_looks_are_other_ones(other: dict[str, object]) -> None:
    made = [character("a", 0, 0), character("a", 0, 0, **other)]
    assert without_overprint(made) == made


def test_a_full_page_takes_no_quadratic_time() -> None:
    made = [character("a", 5.0 * (n % 200), 12.0 * (n // 200)) for n in range(40_000)]
    began = process_time()
    assert len(without_overprint(made)) == len(made)
    assert process_time() - began < 3
