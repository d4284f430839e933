"""The plain form of sentence links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import AlignmentError
from align.links import Link, format_links, parse_links

NUMBERS = st.lists(st.integers(0, 10**6), max_size=5, unique=True).map(lambda n: tuple(sorted(n)))
LINKS = st.builds(Link, NUMBERS, NUMBERS).filter(lambda link: bool(link.source or link.target))


@given(st.lists(LINKS))
def test_what_is_written_is_read_back(links: list[Link]) -> None:
    assert list(parse_links(format_links(links))) == links


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("[0, 1]:[2]", Link((0, 1), (2,))),
        ("[1,2]:[1,2,3]", Link((1, 2), (1, 2, 3))),
        ("[3]:[]", Link((3,), ())),
        ("[]:[7]", Link((), (7,))),
        ("[4]:[5]:0.312", Link((4,), (5,))),
    ],
)
def test_the_forms_in_use_are_read(line: str, link: Link) -> None:
    assert parse_links(line) == (link,)


@pytest.mark.parametrize("line", ["0:0", "[a]:[0]", "[0]", "[]:[]"])
def test_a_line_that_is_no_link_is_named_by_file_and_line(line: str) -> None:
    with pytest.raises(AlignmentError, match=r"^x\.align, line 2: "):
        parse_links(f"[0]:[0]\n{line}\n", "x.align")
