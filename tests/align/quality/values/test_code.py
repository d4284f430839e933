"""Lines of code, and sentences that look a little like them."""

import time

import pytest

from align.quality.values.code import is_code


@pytest.mark.parametrize(
    "text",
    [
        "manage-bde -status C:",
        "$ tar -xzf a.tar.gz",
        "x += 1;",
        "a = b;",
        "user_name",
        "from os import path",
        "$ git log",
        "a@b.org, c@d.org",
    ],
)
def test_code_is_known(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "Make the bed; then sleep.",
        "The cat (a pet) sleeps.",
        "from time to time",
        "Update the list from the menu",
        "McDonald",
        "the committee - all of it - met",
        "the long-term well-being of all",
        "Write to a@b.org",
        "Prices rose 3 - 5 per cent; wages fell.",
    ],
)
def test_sentences_and_names_are_no_code(text: str) -> None:
    assert not is_code(text)


def test_a_very_long_text_is_looked_at_in_a_moment() -> None:
    began = time.process_time()
    assert not is_code("a - " * 100_000)
    assert time.process_time() - began < 1
