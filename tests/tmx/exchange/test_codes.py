"""Ids of inline codes, and codes that are alone."""

from __future__ import annotations

import pytest

from tmx.exchange.codes import Ids, Numbers, carried, paired
from tmx.exchange.losses import Losses
from tmx.units import Tag


def test_an_id_is_the_x_once_and_otherwise_tells_that_there_is_none() -> None:
    losses = Losses()
    ids = Ids(losses)
    tags = [Tag("ph", x=x) for x in ("1", None, "1", "a b", "_1", "2")]
    assert [ids.of(tag) for tag in tags] == ["1", "_1", "_2", "_3", "_4", "2"]
    assert losses.listed == "3 x of inline tags"


def test_ids_become_numbers_that_no_other_has() -> None:
    numbers = Numbers(["1", "b", "3", "_1"])
    assert [numbers.of(item) for item in ("b", "1", "c", "b", "_1", None, "")] == [
        "2",
        "1",
        "4",
        "2",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (("a", Tag("bpt", i="1")), ("a", Tag("it", pos="begin"))),
        ((Tag("ept", i="1"), Tag("bpt", i="1")), (Tag("it", pos="end"), Tag("it", pos="begin"))),
        (
            (Tag("hi", (Tag("bpt", i="1"),)), Tag("ept", i="1")),
            (Tag("hi", (Tag("bpt", i="1"),)), Tag("ept", i="1")),
        ),
        (
            (Tag("hi", (Tag("ept", i="2"),)), Tag("ph")),
            (Tag("hi", (Tag("it", pos="end"),)), Tag("ph")),
        ),
    ],
)
def test_a_code_that_is_alone_is_isolated(
    content: tuple[str | Tag, ...], expected: tuple[str | Tag, ...]
) -> None:
    assert paired(content) == expected


def test_tags_and_attributes_beyond_tmx_are_left_out_and_counted() -> None:
    losses = Losses()
    content = ("a", Tag("vendor"), "b", Tag("ph", i="1", x="2", extra=(("v", "1"),)))
    assert carried(content, losses) == ("ab", Tag("ph", x="2"))
    assert losses.listed == "1 inline tag beyond TMX, 2 attributes of inline tags"
