"""Read and written again, a memory is the same: canonical XML is compared."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.tmx.documents import canonical, documents
from tests.tmx.reading.memories import memory
from tmx.reading import read_tmx
from tmx.writer import write_tmx


def again(data: bytes) -> bytes:
    header, units = read_tmx(io.BytesIO(data))
    stream = io.BytesIO()
    write_tmx(stream, header, units, exact=True)
    return stream.getvalue()


@settings(max_examples=60, deadline=None)
@given(documents(), st.sampled_from(["utf-8", "utf-16", "us-ascii"]), st.booleans())
def test_all_that_the_document_types_allow_comes_back(
    root: etree._Element, encoding: str, pretty: bool
) -> None:
    data = etree.tostring(root, encoding=encoding, xml_declaration=True, pretty_print=pretty)
    written = again(data)
    assert canonical(written) == canonical(data)
    assert again(written) == written


def test_cdata_comes_back_as_text_and_comments_do_not() -> None:
    body = (
        "<tu><!-- a --><tuv xml:lang='en'><seg>a<![CDATA[<&]]>b<!-- c --><?d e?></seg></tuv></tu>"
    )
    written = again(memory(body)).decode()
    assert "<seg>a&lt;&amp;b</seg>" in written
    assert "<!--" not in written
    assert "<?d" not in written


@pytest.mark.parametrize("space", ["  a  b  ", "\n a \n", "\t", " "])
def test_white_space_in_a_segment_is_kept(space: str) -> None:
    data = memory(f"<tu><tuv xml:lang='en'><seg>{space}</seg></tuv></tu>")
    assert f"<seg>{space}</seg>" in again(data).decode()


@pytest.mark.parametrize(
    ("version", "written"), [("1.1", '<tuv lang="ZH">'), ("1.4", '<tuv xml:lang="ZH">')]
)
def test_lang_becomes_xml_lang_only_where_tmx_demands_it(version: str, written: str) -> None:
    data = memory('<tu><tuv lang="ZH"><seg>a</seg></tuv></tu>', version=version)
    assert re.findall("<tuv.*?>", again(data).decode()) == [written]
