"""What is left out, in one line."""

import pytest

from tmx.exchange.losses import Losses


def test_kinds_are_counted_and_listed_in_the_order_they_were_met() -> None:
    losses = Losses()
    for _ in range(1200):
        losses.add("date", "dates")
    losses.add("note", "notes", 0)
    losses.add("inline tag", "inline tags")
    assert losses.listed == "1,200 dates, 1 inline tag"


def test_nothing_is_said_of_nothing(caplog: pytest.LogCaptureFixture) -> None:
    Losses().report("a", "left out")
    assert not caplog.records
