"""DOCX: paragraphs, automatic numbers, tables and footnotes, as Word shows them.

The parts are read straight from the container, each within a bound, instead of by python-docx:
it unpacks a whole file first, and passes over text boxes, content controls, insertions and notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from corpora.errors import DocumentError
from corpora.readers.block import Block, Content, Role
from corpora.readers.building import TextBuilder
from corpora.readers.docx.numbering import (
    NUMBER_STYLES,
    ListNumbers,
    ParagraphStyle,
    child,
    local_name,
    read_styles,
    value,
)
from corpora.readers.guards import open_archive, read_xml
from corpora.readers.joining import Joiner
from corpora.readers.numbering import Style, whole_number, write_number
from corpora.readers.scripts import Script

_UNSEEN = frozenset(
    (
        "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "del", "moveFrom", "delText",
        "instrText", "delInstrText", "rt", "footnoteRef", "endnoteRef", "binData",
    )
)  # fmt: skip
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_EMBEDDED = ("altChunk", "subDoc")
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
_OFF = ("0", "false", "off", "none")
_DEEPEST_BASE = 20
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,6}")
_FIRST_SURROGATE = 0xD800


@dataclass(slots=True)
class _Paragraph:
    builder: TextBuilder = field(default_factory=TextBuilder)
    role: Role = Role.BODY
    label: str = ""
    level: int = 0
    row: int = 0
    goes_on: bool = False


@dataclass(slots=True)
class _Note:
    kind: str
    identifier: str
    label: str


def read(path: Path, data: bytes, encoding: str | None = None) -> Content:
    """Read a DOCX.

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: not looked at; a DOCX says its own.

    Raises:
        DocumentError: it is damaged, encrypted, too large unpacked, holds no text, or another
            document that is embedded in it.
    """
    with open_archive(path, data) as archive:
        main = _main_part(path, archive)
        folder = main.rpartition("/")[0]
        root = read_xml(path, archive, main)
        if root is None:
            raise DocumentError(f"{path}: has no document part; it may be damaged")
        if next(root.iter(*(f"{{*}}{name}" for name in _EMBEDDED)), None) is not None:
            message = "has another document embedded in it; open it in Word and save it again"
            raise DocumentError(f"{path}: {message}")
        styles = read_styles(read_xml(path, archive, f"{folder}/styles.xml"))
        numbers = ListNumbers(read_xml(path, archive, f"{folder}/numbering.xml"), styles)
        kinds = ("footnote", "endnote")
        notes = {kind: read_xml(path, archive, f"{folder}/{kind}s.xml") for kind in kinds}
    joiner = Joiner.of(
        ["".join(run.text or "" for run in each.iter("{*}t")) for each in root.iter("{*}p")]
    )
    walker = _Walker(styles, numbers, joiner, _note_styles(root))
    blocks = list(walker.walk(root))
    for note in walker.notes:
        blocks += _note_blocks(note, notes[note.kind], walker)
    if not any(block.role is not Role.FURNITURE for block in blocks):
        raise DocumentError(f"{path}: holds no text")
    return Content(tuple(blocks), "docx")


def _main_part(path: Path, archive: ZipFile) -> str:
    relations = read_xml(path, archive, "_rels/.rels")
    for relation in relations if relations is not None else ():
        if (value(relation, "Type") or "").endswith("/officeDocument"):
            return (value(relation, "Target") or "").lstrip("/")
    return "word/document.xml"


def _note_styles(root: etree._Element) -> dict[str, Style]:
    styles = {"footnote": Style.DECIMAL, "endnote": Style.LOWER_ROMAN}
    for kind in styles:
        for properties in root.iter(f"{{*}}{kind}Pr"):
            written = value(child(properties, "numFmt"))
            if written in NUMBER_STYLES:
                styles[kind] = NUMBER_STYLES[written]
    return styles


def _note_blocks(note: _Note, root: etree._Element | None, walker: _Walker) -> Iterable[Block]:
    label = note.label
    for element in root if root is not None else ():
        if local_name(element) == note.kind and value(element, "id") == note.identifier:
            for block in walker.walk(element):
                if block.role is Role.FURNITURE:
                    yield block
                    continue
                yield Block(block.text, Role.FOOTNOTE, label, 0, block.marks, block.where)
                label = ""


class _Walker:
    def __init__(
        self,
        styles: Mapping[str, ParagraphStyle],
        numbers: ListNumbers,
        joiner: Joiner,
        note_styles: Mapping[str, Style],
    ) -> None:
        self.notes: list[_Note] = []
        self._styles = styles
        self._numbers = numbers
        self._joiner = joiner
        self._note_styles = note_styles
        self._note_counts = {"footnote": 0, "endnote": 0}
        self._open: list[_Paragraph] = []
        self._tables: list[bool] = []
        self._runs: list[tuple[Script, list[str]]] = []
        self._hidden: list[str] = []
        self._count = 0
        self._rows = 0
        self._carried: TextBuilder | None = None

    def walk(self, root: etree._Element) -> Iterable[Block]:
        """Give the blocks under an element, in reading order, without recursion."""
        events = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in events:
            name = local_name(element)
            if event == "start":
                hidden = self._is_hidden(name, element)
                if hidden:
                    self._hidden += _shown_texts(element)
                if hidden or name in _UNSEEN or self._is_unseen(name, element):
                    skipped = element
                    events.skip_subtree()
                else:
                    self._enter(name, element)
            elif element is skipped:
                skipped = None
            else:
                yield from self._leave(name)
        if self._carried is not None:
            yield from self._carried.take_blocks(self._joiner, Role.BODY, "", 0, self._where)
            self._carried = None
        yield from self._take_hidden()

    @property
    def _where(self) -> str:
        return f"paragraph {self._count}"

    def _is_hidden(self, name: str, element: etree._Element) -> bool:
        """Whether Word keeps a text but does not show it."""
        if name == "r":
            return _is_on(child(element, "rPr", "vanish"))
        if name == "tc":
            merged = child(element, "tcPr", "vMerge")
            return merged is not None and value(merged) != "restart"
        return False

    def _is_unseen(self, name: str, element: etree._Element) -> bool:
        if name == "Fallback":
            parent = element.getparent()
            return parent is not None and any(local_name(item) == "Choice" for item in parent)
        return name == "tr" and child(element, "trPr", "del") is not None

    def _take_hidden(self) -> Iterable[Block]:
        """Give the text that is not shown, as furniture."""
        hidden, self._hidden = " ".join(" ".join(self._hidden).split()), []
        if hidden:
            yield Block(hidden, Role.FURNITURE, where=f"{self._where}, hidden")

    def _enter(self, name: str, element: etree._Element) -> None:
        if name == "p":
            self._open.append(self._begin(child(element, "pPr")))
        elif name == "tbl":
            self._tables.append(_is_data(element))
        elif name == "tr" and self._tables and self._tables[-1]:
            self._rows += 1
        elif not self._open:
            return
        elif name == "r":
            self._runs.append((_script(child(element, "rPr")), []))
        elif name == "t":
            self._add(element.text or "")
        elif name in ("br", "cr"):
            self._open[-1].builder.break_line()
        elif name in _SIGNS:
            self._add(_SIGNS[name])
        elif name == "sym":
            self._add(_sign(value(element, "char") or ""))
        elif name in _NOTES:
            self._refer(_NOTES[name], element)

    def _leave(self, name: str) -> Iterable[Block]:
        if name == "p" and self._open:
            paragraph = self._open.pop()
            self._count += 1
            if paragraph.goes_on:
                self._carried = paragraph.builder
                return
            yield from paragraph.builder.take_blocks(
                self._joiner, paragraph.role, paragraph.label, paragraph.level, self._where,
                paragraph.row,
            )  # fmt: skip
            yield from self._take_hidden()
        elif name == "tbl":
            self._tables.pop()
        elif name == "r" and self._open:
            script, texts = self._runs.pop()
            self._open[-1].builder.add("".join(texts), script)

    def _add(self, text: str) -> None:
        script, texts = self._runs[-1] if self._runs else (Script.LINE, [])
        if script is not Script.LINE:
            texts.append(text)
        else:
            self._open[-1].builder.add(text)

    def _refer(self, kind: str, element: etree._Element) -> None:
        label = ""
        if value(element, "customMarkFollows") in (None, *_OFF):
            self._note_counts[kind] += 1
            label = write_number(self._note_counts[kind], self._note_styles[kind])
            self._open[-1].builder.add_mark(label)
        self.notes.append(_Note(kind, value(element, "id") or "", label))

    def _begin(self, properties: etree._Element | None) -> _Paragraph:
        style = value(child(properties, "pStyle")) or ""
        paragraph = _Paragraph(self._carried or TextBuilder())
        self._carried = None
        if child(properties, "rPr", "del") is not None:
            paragraph.goes_on = True
            return paragraph
        place = self._numbers.place(properties, style)
        outline = self._outline(properties, style)
        if place is not None:
            paragraph.label = self._numbers.label(place)
            paragraph.role, paragraph.level = Role.ITEM, place.depth + 1
        if outline is not None:
            paragraph.role, paragraph.level = Role.HEADING, outline + 1
        if self._tables and self._tables[-1]:
            paragraph.row = self._rows
            if not paragraph.label:
                paragraph.role, paragraph.level = Role.CELL, 0
        return paragraph

    def _outline(self, properties: etree._Element | None, style: str) -> int | None:
        own = child(properties, "outlineLvl")
        if own is not None:
            level = whole_number(value(own))
            return level if level is not None and 0 <= level < 9 else None
        for _ in range(_DEEPEST_BASE):
            found = self._styles.get(style)
            if found is None:
                return None
            if found.outline is not None:
                return found.outline if found.outline < 9 else None
            if found.name == "title":
                return 0
            style = found.based_on
        return None


def _shown_texts(element: etree._Element) -> list[str]:
    """Return the runs of text in an element that its own properties hide."""
    return [run.text for run in element.iter("{*}t") if run.text]


def _sign(code: str) -> str:
    """Return the character of a symbol; "" for one that only its own font knows."""
    number = int(code, 16) if _HEXADECIMAL.fullmatch(code) else 0
    return chr(number) if 0 < number < _FIRST_SURROGATE else ""


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and value(element) not in _OFF


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data: it has several rows and columns, and no table inside."""
    rows = [item for item in table if local_name(item) == "tr"]
    cells = [sum(local_name(item) == "tc" for item in row) for row in rows]
    nested = sum(1 for _ in table.iter("{*}tbl")) > 1
    return len(rows) > 1 and max(cells) > 1 and not nested


def _script(properties: etree._Element | None) -> Script:
    position = whole_number(value(child(properties, "position"))) or 0
    named = value(child(properties, "vertAlign"))
    if position > 0 or named == "superscript":
        return Script.ABOVE
    return Script.BELOW if position < 0 or named == "subscript" else Script.LINE
