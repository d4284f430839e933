"""TBX-Basic (ISO 30042:2019, TermBase eXchange, version 3) in the style DCA.

One <conceptEntry> for each entry, with a <langSec> for each language and a <termSec> for each
form. Of the dialect's data categories context, with its source, and termType are used; what
TBX-Basic has no category for (counts, the score) stands in notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from align.errors import AlignmentError
from align.terms.entries import Entry, Example, Form
from align.terms.output.glossary import Glossary
from tmx.text import Repairs

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_PREFIXES: dict[Any, str] = {None: NAMESPACE}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SCHEMAS = (
    ("TBX_Core_RNG/master/TBXcoreStructV03.rng", "http://relaxng.org/ns/structure/1.0"),
    ("TBX-Basic_dialect/master/DCA/TBX-Basic_DCA.sch", "http://purl.oclc.org/dsdl/schematron"),
)
"""What the published examples name: the grammar of all dialects, and the rules of this one."""

_PLACE = "https://raw.githubusercontent.com/LTAC-Global/"
_ACRONYM = 10  # characters that a short form of capitals has at most, to be an acronym


def write_tbx(glossary: Glossary, stream: BinaryIO) -> None:
    """Write entries as TBX-Basic.

    Raises:
        AlignmentError: there are none; TBX needs at least one.
    """
    if not glossary.entries:
        raise AlignmentError(
            "no terms were found, and TBX needs at least one;"
            " lower --min-count or --min-score, or write another format"
        )
    writer = _Writer()
    root = etree.Element(f"{{{NAMESPACE}}}tbx", nsmap=_PREFIXES)
    root.set("type", "TBX-Basic")
    root.set("style", "dca")
    root.set(_XML_LANG, glossary.languages[0])
    description = _child(_child(root, "tbxHeader"), "fileDesc")
    title = _child(_child(description, "titleStmt"), "title")
    title.text = "Terms extracted by duiqi"
    sources = _child(description, "sourceDesc")
    for name in glossary.documents:
        writer.add(sources, "p", name)
    body = _child(_child(root, "text"), "body")
    for number, entry in enumerate(glossary.entries, start=1):
        writer.add_entry(body, f"c{number}", entry, glossary.languages)
    for name, kind in _SCHEMAS:
        text = f'href="{_PLACE}{name}" type="application/xml" schematypens="{kind}"'
        root.addprevious(etree.ProcessingInstruction("xml-model", text))
    etree.indent(root)
    tree = root.getroottree()
    tree.write(stream, encoding="UTF-8", xml_declaration=True)
    writer.repairs.report("the glossary")


class _Writer:
    """Adds elements, and mends characters that XML lacks.

    Attributes:
        repairs: what was mended.
    """

    def __init__(self) -> None:
        self.repairs = Repairs()

    def add(self, parent: etree._Element, name: str, text: str, kind: str = "") -> etree._Element:
        """Add an element with a text, and with a data category where it has one."""
        made = _child(parent, name, {"type": kind} if kind else {})
        made.text = self.repairs.legal(text)
        return made

    def add_entry(
        self, body: etree._Element, name: str, entry: Entry, languages: tuple[str, str]
    ) -> None:
        """Add an entry."""
        concept = _child(body, "conceptEntry", {"id": name})
        self.add(concept, "note", f"score {entry.score:.4f}")
        if entry.short_for:
            self.add(concept, "note", f"{entry.text}: short for {entry.short_for}")
        if not entry.consistent:
            self.add(concept, "note", f"{entry.text}: {entry.use}")
        example = entry.examples[0]
        section = _child(concept, "langSec", {_XML_LANG: languages[0]})
        for place, form in enumerate(entry.forms):
            self._add_term(section, form, place > 0, entry.short, example, example.source)
        section = _child(concept, "langSec", {_XML_LANG: languages[1]})
        seen: set[str] = set()
        for translation in entry.translations:
            for place, form in enumerate(translation.forms):
                if form.text not in seen:
                    seen.add(form.text)
                    self._add_term(
                        section, form, place > 0, translation.short, example, example.target
                    )

    def _add_term(
        self,
        section: etree._Element,
        form: Form,
        variant: bool,
        short: bool,
        example: Example,
        context: str,
    ) -> None:
        term = _child(section, "termSec")
        self.add(term, "term", form.text)
        for kind in _term_type(form, variant, short):
            self.add(term, "termNote", kind, "termType")
        if not variant and form.text in " ".join(context.split()):
            group = _child(term, "descripGrp")
            self.add(group, "descrip", context, "context")
            self.add(group, "admin", _where(example), "source")
        self.add(term, "note", f"count {form.count}")


def _child(
    parent: etree._Element, name: str, attributes: dict[str, str] | None = None
) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes or {})


def _term_type(form: Form, variant: bool, short: bool) -> Iterator[str]:
    if short:
        acronym = form.text.isupper() and len(form.text) <= _ACRONYM
        yield "acronym" if acronym else "shortForm"
    elif variant:
        yield "variant"


def _where(example: Example) -> str:
    paragraph = f", ¶ {example.paragraph}" if example.paragraph else ""
    return f"{example.document}{paragraph}, {example.unit}"
