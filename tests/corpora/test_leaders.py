"""Rows of dots that lead to a number."""

import pytest

from corpora.leaders import leads_to_number


@pytest.mark.parametrize(
    "text",
    [
        "Scope ........ 3",
        "Scope........iii",
        "Scope . . . . . 12",
        "第一章　总则……………………（3）",
        "第一章　总则····第 3 页",
        "Scope ....\t3 ",
        f"{'A long title ' * 9}{'.' * 200} 3",
    ],
)
def test_a_text_that_ends_with_a_leader_and_a_number(text: str) -> None:
    assert leads_to_number(text)


@pytest.mark.parametrize(
    "text", ["He waited... 3", "Scope ........", "Scope 3", "in 1.2.3.4", "", "…… and 3"]
)
def test_other_texts_lead_to_no_number(text: str) -> None:
    assert not leads_to_number(text)
