"""Quotation marks and brackets are paired; straight ones are told apart."""

import pytest

from corpora.segmentation.marks import Spans, addresses, find_marks


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ('"Go," he said, "now."', [4, 20]),
        ('他说:"走吧!"她笑了。"真的?"', [7, 16]),
        ("'I don't,' she said.", [9]),
        ("the dogs' tails", [8]),
        ("“a ‘b’ c”", [5, 8]),
        ("(a) [b] 《c》", [2, 6, 10]),
        ('He said "go".', [11]),
        ('""""" a', []),
    ],
)
def test_closing_marks_are_told_from_opening_ones(text: str, closing: list[int]) -> None:
    assert sorted(find_marks(text).closing) == closing


def test_a_bracket_of_either_width_closes_one_of_the_other() -> None:
    assert find_marks("（a)b(c）").pairs == {2: 0, 6: 4}


def test_addresses_end_before_the_punctuation_behind_them() -> None:
    text = "see https://example.org/a?b=1, www.example.org. or a.b@example.org!"
    assert [text[a:b] for a, b in addresses(text)] == [
        "https://example.org/a?b=1",
        "www.example.org",
        "a.b@example.org",
    ]


def test_spans_that_overlap_count_as_one() -> None:
    spans = Spans([(6, 8), (1, 3), (2, 5)])
    assert [spans.around(i) for i in range(9)] == [
        None, *[(1, 5)] * 4, None, *[(6, 8)] * 2, None,
    ]  # fmt: skip
