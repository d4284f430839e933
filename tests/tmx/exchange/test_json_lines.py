"""JSON lines: the model itself."""

from __future__ import annotations

import io
import json

import pytest

from tests.tmx.exchange.memories import HEADER
from tests.tmx.exchange.reading import message, read
from tests.tmx.test_writer import TAGGED
from tmx.errors import TmxError
from tmx.exchange.json_lines import write_json_lines
from tmx.units import Element, Note, Property, Segment, Unit, Variant

HEAD = (
    '{"format":"duiqi-units","version":1,"header":{"srclang":"zh-CN","creationtool":"t",'
    '"creationtoolversion":"1"}}\n'
)
LINE = '{"variants":[{"language":"en","segment":"a"}]}\n'


def written(*units: Unit) -> bytes:
    stream = io.BytesIO()
    write_json_lines(stream, HEADER, units)
    return stream.getvalue()


def test_a_line_holds_what_is_there_and_nothing_else() -> None:
    unit = Unit(
        (Variant("en", Segment.of("a")), Variant("zh-CN", Segment(TAGGED.content[3:5]))),
        annotations=(Note("n"), Property("x-a", "1"), Element("ude", (("name", "b"),))),
    )
    head, line, end = written(unit).split(b"\n")
    assert (json.loads(head)["header"]["srclang"], end) == ("zh-CN", b"")
    assert json.loads(line) == {
        "variants": [
            {"language": "en", "segment": "a"},
            {
                "language": "zh-CN",
                "segment": [
                    {"name": "ept", "content": ["</b>"], "i": "1"},
                    {"name": "it", "content": ["<i>"], "x": "2", "pos": "begin"},
                ],
            },
        ],
        "annotations": [
            {"kind": "note", "text": "n"},
            {"kind": "property", "type": "x-a", "value": "1"},
            {"kind": "element", "name": "ude", "attributes": [["name", "b"]]},
        ],
    }


def test_attributes_of_a_segment_come_back() -> None:
    unit = Unit((Variant("en", Segment(("a",), (("v", "1"),))),))
    assert read("jsonl", written(unit))[1] == [unit]


def test_empty_lines_and_a_byte_order_mark_are_no_matter() -> None:
    assert len(read("jsonl", "\ufeff" + HEAD + "\n" + LINE + "\n" + LINE)[1]) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "a, line 1: no JSON lines of units; they begin with"),
        ("zh-CN\ten\n", "a, line 1: no JSON lines of units"),
        (HEAD.replace("1", "2", 1), "a: format 'duiqi-units', version 2; this duiqi reads"),
        (HEAD.replace("srclang", "src"), "a, line 1: Object contains unknown field `src`"),
        (HEAD + LINE + LINE[:20], "a, line 3: Input data was truncated; the file may be cut off"),
        (HEAD + LINE.replace('"a"', "1"), "a, line 2: Expected `str | array`, got `int`"),
        (HEAD + LINE.replace("segment", "text"), "a, line 2: Object contains unknown field `text`"),
        (HEAD + '{"variants":' + "[" * 100_000, "a, line 2: "),
    ],
)
def test_what_is_broken_is_one_line_with_its_place(text: str, line: str) -> None:
    assert message("jsonl", text).startswith(line)


def test_half_of_a_surrogate_pair_can_not_be_written() -> None:
    with pytest.raises(TmxError, match=r"^unit number 1: half of a surrogate pair"):
        written(Unit.pair(("zh-CN", "\ud800"), ("en", "a")))
