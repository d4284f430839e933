"""What may stand in a segment."""

import pytest

from tests.tmx.test_writer import TAGGED
from tmx.errors import TmxError
from tmx.inline import check_tags
from tmx.units import Tag


def test_all_the_tags_of_the_specification_may_stand_in_a_segment() -> None:
    check_tags(TAGGED.content)


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ([Tag("sub", ("b",))], "<sub> can't stand there"),
        ([Tag("hi", (Tag("sub"),))], "<sub> can't stand there"),
        ([Tag("ph", (Tag("ph"),))], "<ph> can't stand there; only sub can"),
        ([Tag("mrk", ("b",))], "<mrk> can't stand there"),
        ([Tag("bpt")], "a <bpt> has no i"),
        ([Tag("bpt", i="1")], "a <bpt> with i 1 has no <ept>"),
        ([Tag("ept", i="1")], "an <ept> with i 1 has no <bpt>"),
        ([Tag("ept", i="1"), Tag("bpt", i="1")], "an <ept> with i 1 has no <bpt>"),
        ([Tag("bpt", i="1"), Tag("bpt", i="1")], "two <bpt> have i 1"),
        ([Tag("it")], "an <it> has pos neither begin nor end"),
        ([Tag("ph", i="1")], "TMX 1.4 has no attribute i of <ph>"),
        ([Tag("ph", extra=(("c", "d"),))], "TMX 1.4 has no attribute c of <ph>"),
    ],
)
def test_a_tag_that_importers_would_refuse_is_refused(tags: list[Tag], reason: str) -> None:
    with pytest.raises(TmxError) as caught:
        check_tags(["a", *tags])
    assert str(caught.value).startswith(reason)
