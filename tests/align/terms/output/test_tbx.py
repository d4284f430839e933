"""TBX-Basic: the structure that ISO 30042:2019 gives it, in the style DCA.

The schema is a selection, written for this test, of what the standard allows: each element with
its content in its order, and the dialect's data categories.
"""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from lxml import etree

from align.errors import AlignmentError
from align.terms.output.glossary import Glossary, remark
from align.terms.output.tbx import NAMESPACE, write_tbx
from tests.align.terms.entries import EVIL, USUAL, entry, glossary

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
      <choice><value>acronym</value><value>shortForm</value><value>variant</value></choice>
    </element></zeroOrMore>
    <zeroOrMore><choice>
      <element name="descrip"><attribute name="type"><value>context</value></attribute><text/></element>
      <element name="admin"><attribute name="type"><value>source</value></attribute><text/></element>
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
    assert texts(concept, "langSec[1]/termSec/admin") == ["m.tmx, ¶ 12, unit 7"]
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
