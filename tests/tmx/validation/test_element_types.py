"""The document type element by element, against libxml2's validation of whole trees."""

import io
from importlib import resources

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.tmx.strategies import UNITS
from tmx.units import Header, Unit
from tmx.validation import validate
from tmx.writer import write_tmx

with resources.files("tmx.validation").joinpath("tmx14.dtd").open("rb") as stream:
    DTD = etree.DTD(stream)

HEADER = (
    '<header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="b" adminlang="en"'
    ' srclang="en" datatype="c"/>'
)
NAMES = ["note", "prop", "ude", "map", "tu", "tuv", "seg", "bpt", "it", "ph", "hi", "sub", "vendor"]
FITTING = {
    "tu": ["note", "prop", "tuv"],
    "tuv": ["note", "prop", "seg"],
    "seg": ["bpt", "it", "ph", "hi"],
    "hi": ["bpt", "ph"],
    "ph": ["sub"],
    "sub": ["it"],
}
NEEDED = {"prop": 'type="x-a"', "bpt": 'i="1"', "it": 'pos="begin"', "tuv": 'xml:lang="en"'}
OPTIONAL = ['tuid="a"', 'segtype="block"', 'segtype="word"', 'x="1"', 'vendor="a"', 'n:a="b"']


def elements(name: str, depth: int = 4) -> st.SearchStrategy[str]:
    """An element that is right more often than not."""
    fitting = st.sampled_from(FITTING.get(name, [name]) if depth else NAMES)
    children = st.lists(
        st.one_of(fitting, fitting, fitting, st.sampled_from(NAMES)).flatmap(
            lambda child: elements(child, depth - 1)
        ),
        max_size=3 if depth and name in FITTING else 0,
    ).map("".join)
    needed = st.sampled_from([NEEDED.get(name, "")] * 9 + [""])
    optional = st.sampled_from([""] * 9 + OPTIONAL)
    text = st.sampled_from(["", "", "", "\n", "a"])
    return st.builds(
        lambda first, second, before, inside: f"<{name} {first} {second}>{before}{inside}</{name}>",
        needed,
        optional,
        text,
        children,
    )


def is_valid(data: bytes) -> bool:
    return DTD.validate(etree.parse(io.BytesIO(data)))


@settings(max_examples=100, deadline=None)
@given(st.lists(elements("tu"), max_size=2))
def test_what_libxml2_finds_valid_is_found_valid_and_nothing_else(units: list[str]) -> None:
    body = "".join(units)
    data = f'<tmx version="1.4">{HEADER}<body>{body}</body></tmx>'.replace("n:a", "xml:space")
    assert (validate(io.BytesIO(data.encode())) == ()) == is_valid(data.encode())


@settings(max_examples=40, deadline=None)
@given(st.lists(UNITS, max_size=2))
def test_so_it_is_for_all_that_a_memory_can_hold(units: list[Unit]) -> None:
    written = io.BytesIO()
    write_tmx(written, Header("en", "a", "1"), units, exact=True)
    findings = [found for found in validate(io.BytesIO(written.getvalue())) if found.line > 3]
    assert (findings == []) == is_valid(written.getvalue())
