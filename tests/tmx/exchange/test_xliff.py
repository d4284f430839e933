"""XLIFF 1.2 as CAT tools open it."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.xliff import xlifffile

from tests.tmx.strategies import SAFE_UNITS, SEGMENTS
from tests.tmx.test_writer import TAGGED, UNIT
from tmx.errors import TmxError
from tmx.exchange.xliff import State, write_xliff
from tmx.units import Segment, Unit, Variant

NAMESPACE = "{urn:oasis:names:tc:xliff:document:1.2}"


def written(*units: Unit, target: str = "en", **options: object) -> bytes:
    stream = io.BytesIO()
    options |= {"source_language": "zh_cn", "target_language": target, "original": "un-67-58"}
    assert write_xliff(stream, units, **options) == len(units)  # type: ignore[arg-type]
    return stream.getvalue()


def test_the_whole_file_as_it_stands() -> None:
    assert written(UNIT).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        '<file original="un-67-58" source-language="zh-CN" target-language="en"'
        ' datatype="plaintext" xml:space="preserve">\n'
        "<body>\n"
        '<trans-unit id="1" resname="un-67-58:op3.1">\n'
        "<source>重申其决议，</source>\n"
        '<target state="translated">Reaffirming its resolution,</target>\n'
        '<context-group purpose="information">\n'
        '<context context-type="x-score">0.93</context>\n'
        '<context context-type="x-paragraph">3</context>\n'
        '<context context-type="x-document">un-67-58</context>\n'
        "</context-group>\n"
        "<note>read again</note>\n"
        "</trans-unit>\n"
        "</body>\n"
        "</file>\n"
        "</xliff>\n"
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(SAFE_UNITS, min_size=1, max_size=4))
def test_translate_toolkit_reads_the_same_words(units: list[Unit]) -> None:
    read = xlifffile.parsestring(written(*units)).units
    assert [(unit.source, unit.target) for unit in read] == [
        (unit.variants[0].segment.text, unit.variants[1].segment.text) for unit in units
    ]


@settings(max_examples=30, deadline=None)
@given(SEGMENTS)
def test_any_tags_give_xml_that_can_be_read(segment: Segment) -> None:
    etree.fromstring(written(Unit((Variant("zh-CN", segment), Variant("en", segment)))))


def test_inline_tags_become_those_of_xliff() -> None:
    data = written(Unit((Variant("zh-CN", TAGGED), Variant("en", Segment.of("a")))))
    source = etree.fromstring(data).find(f".//{NAMESPACE}source")
    assert [(node.tag.removeprefix(NAMESPACE), dict(node.attrib)) for node in source.iter()] == [
        ("source", {}),
        ("bpt", {"id": "1", "rid": "1", "ctype": "bold"}),
        ("sub", {"ctype": "x-tmx-title"}),
        ("ept", {"id": "1", "rid": "1"}),
        ("it", {"id": "2", "pos": "open"}),
        ("ph", {"id": "3", "assoc": "preceding"}),
        ("mrk", {"mtype": "term"}),
        ("ph", {"id": "4", "ctype": "x-tmx:ut"}),
    ]
    assert "".join(source.itertext()) == "请<b>提示注意</b><i><br/>词{x}"


@pytest.mark.parametrize(
    ("state", "approved"),
    [(State.NEEDS_REVIEW, None), (State.FINAL, "yes"), (State.SIGNED_OFF, "yes")],
)
def test_the_state_of_a_unit_is_written(state: State, approved: str | None) -> None:
    unit = etree.fromstring(written(UNIT, state=lambda unit: state)).find(
        f".//{NAMESPACE}trans-unit"
    )
    assert unit.find(f"{NAMESPACE}target").get("state") == state
    assert unit.get("approved") == approved


def test_a_unit_without_a_variant_in_the_language_is_named() -> None:
    with pytest.raises(TmxError, match=r"^unit un-67-58:op3\.1: no variant in fr$"):
        written(UNIT, target="fr")
