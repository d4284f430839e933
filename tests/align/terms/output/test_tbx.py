"""TBX-Basic: the structure that ISO 30042:2019 gives it, in the style DCA.

The schema was written for this test after the published ones, the grammar of all dialects
(TBXcoreStructV03.rng) and the rules of this one (TBX-Basic_DCA.sch, 1.2.1). It allows less than
they do, and nothing that they do not: each element has its content in its order; a context and its
source stand in a group in a <termSec>; a term's type is one of six words.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from align.errors import AlignmentError
from align.terms.output.glossary import Glossary, remark
from align.terms.output.tbx import NAMESPACE, write_tbx
from tests.align.terms.entries import EVIL, USUAL, entry, glossary

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

SCHEMA = f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{NAMESPACE}"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="tbx">
    <attribute name="type"><value>TBX-Basic</value></attribute>
    <attribute name="style"><value>dca</value></attribute>
    <attribute name="xml:lang"><data type="language"/></attribute>
    <element name="tbxHeader"><element name="fileDesc">
      <element name="titleStmt"><element name="title"><text/></element></element>
      <element name="sourceDesc"><oneOrMore><element name="p"><text/></element></oneOrMore></element>
    </element></element>
    <element name="text"><element name="body">
      <oneOrMore><ref name="conceptEntry"/></oneOrMore>
    </element></element>
  </element></start>
  <define name="conceptEntry"><element name="conceptEntry">
    <attribute name="id"><data type="ID"/></attribute>
    <zeroOrMore><ref name="note"/></zeroOrMore>
    <oneOrMore><element name="langSec">
      <attribute name="xml:lang"><data type="language"/></attribute>
      <oneOrMore><ref name="termSec"/></oneOrMore>
    </element></oneOrMore>
  </element></define>
  <define name="termSec"><element name="termSec">
    <element name="term"><text/></element>
    <zeroOrMore><element name="termNote">
      <attribute name="type"><value>termType</value></attribute>
      <choice>
        <value>fullForm</value><value>acronym</value><value>abbreviation</value>
        <value>shortForm</value><value>variant</value><value>phrase</value>
      </choice>
    </element></zeroOrMore>
    <zeroOrMore><choice>
      <element name="descripGrp">
        <element name="descrip"><attribute name="type"><value>context</value></attribute><text/></element>
        <zeroOrMore>
          <element name="admin"><attribute name="type"><value>source</value></attribute><text/></element>
        </zeroOrMore>
      </element>
      <ref name="note"/>
    </choice></zeroOrMore>
  </element></define>
  <define name="note"><element name="note"><text/></element></define>
</grammar>
"""  # noqa: E501


def written(made: Glossary) -> etree._Element:
    stream = io.BytesIO()
    write_tbx(made, stream)
    return etree.fromstring(stream.getvalue())


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.iterfind(path, {"": NAMESPACE})
    return [item.text or "" for item in found]


def test_the_structure_is_that_of_the_standard() -> None:
    schema = etree.RelaxNG(etree.fromstring(SCHEMA))
    schema.assertValid(written(USUAL))


@pytest.mark.parametrize(
    ("path", "damage"),
    [
        (".//{*}conceptEntry", lambda found: found.attrib.pop("id")),
        (".//{*}langSec", lambda found: found.attrib.pop(LANGUAGE)),
        (".//{*}term", lambda found: found.getparent().append(found)),
        (".//{*}termNote", lambda found: setattr(found, "text", "synonym")),
        (".//{*}descrip", lambda found: found.set("type", "example")),
        (".//{*}sourceDesc", lambda found: found.getparent().remove(found)),
    ],
)
def test_the_schema_sees_what_the_standard_forbids(
    path: str, damage: Callable[[etree._Element], object]
) -> None:
    root = written(USUAL)
    found = root.find(path)
    assert found is not None
    damage(found)
    assert not etree.RelaxNG(etree.fromstring(SCHEMA)).validate(root)


def test_the_published_schemas_are_named() -> None:
    first = written(USUAL).getprevious()
    assert first is not None
    named = [item.attrib["href"] for item in (first.getprevious(), first) if item is not None]
    assert [name.rpartition("/")[2] for name in named] == [
        "TBXcoreStructV03.rng",
        "TBX-Basic_DCA.sch",
    ]


def test_a_concept_has_both_languages_with_all_forms() -> None:
    concept = written(USUAL).find(".//{*}conceptEntry")
    assert concept is not None
    assert texts(concept, "langSec[1]/termSec/term") == ["行动纲领", "行动纲领2"]
    assert texts(concept, "langSec[2]/termSec/term") == [
        "Programme of Action",
        "Programme of Actions",
        "Action Programme",
        "Action Programmes",
    ]
    assert texts(concept, "note") == [
        "score 0.9123",
        "行动纲领: Programme of Action 5, Action Programme 4",
    ]
    assert texts(concept, "langSec[1]/termSec/descripGrp/admin") == ["m.tmx, ¶ 12, unit 7"]
    assert texts(concept, "langSec/termSec/termNote") == ["variant", "variant", "variant"]


def test_short_forms_are_acronyms_where_they_are_capitals() -> None:
    second = written(USUAL).findall(".//{*}conceptEntry")[1]
    notes = texts(second, "langSec/termSec[1]/termNote")
    assert notes == ["shortForm", "acronym"]


def test_a_short_form_says_what_it_is_short_for() -> None:
    made = replace(entry("世卫组织", "WHO", short=True), short_for="世界卫生组织")
    concept = written(glossary(made)).find(".//{*}conceptEntry")
    assert concept is not None
    assert "世卫组织: short for 世界卫生组织" in texts(concept, "note")
    assert "short for 世界卫生组织" in remark(made, made.translations[0])


def test_signs_of_xml_and_such_as_it_lacks_do_no_harm() -> None:
    third = written(USUAL).findall(".//{*}conceptEntry")[2]
    assert texts(third, "langSec[2]/termSec/term")[0] == f"a\n & <b> {EVIL}"


def test_a_glossary_without_terms_can_not_be_tbx() -> None:
    with pytest.raises(AlignmentError, match="no terms were found"):
        write_tbx(glossary(), io.BytesIO())
