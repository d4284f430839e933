"""ODT: paragraphs, list labels, outline numbers, tables and notes, as an office shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from corpora.errors import DocumentError
from corpora.readers.block import Block, Content, Role
from corpora.readers.building import TextBuilder
from corpora.readers.guards import open_archive, read_xml
from corpora.readers.joining import Joiner
from corpora.readers.multilevel import Counters
from corpora.readers.numbering import whole_number
from corpora.readers.odt.lists import ListStyles, Numbered, attribute, name_of
from corpora.readers.scripts import Script

_UNSEEN = frozenset(
    (
        "text:tracked-changes", "text:ruby-text", "office:annotation", "office:annotation-end",
        "text:note-citation", "text:sequence-decls", "office:forms",
        "text:variable-decls", "text:user-field-decls", "svg:title", "svg:desc",
        "table:table-columns", "text:index-title-template",
        "text:table-of-content-source",
    )
)  # fmt: skip
_HIDDEN = frozenset(("table:covered-table-cell", "text:hidden-text", "text:hidden-paragraph"))
_MOST_SPACES = 1000


@dataclass(slots=True)
class _Paragraph:
    builder: TextBuilder = field(default_factory=TextBuilder)
    role: Role = Role.BODY
    label: str = ""
    level: int = 0
    row: int = 0


@dataclass(slots=True)
class _List:
    style: str
    counters: Counters
    start: int | None = None


def read(path: Path, data: bytes, encoding: str | None = None) -> Content:
    """Read an ODT.

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: not looked at; an ODT says its own.

    Raises:
        DocumentError: it is damaged, encrypted, too large unpacked, or holds no text.
    """
    with open_archive(path, data) as archive:
        manifest = read_xml(path, archive, "META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
            raise DocumentError(f"{path}: is protected by a password; save a copy without one")
        root = read_xml(path, archive, "content.xml")
        styles = read_xml(path, archive, "styles.xml")
    if root is None:
        raise DocumentError(f"{path}: has no content part; it may be damaged")
    body = next(root.iter("{*}text"), None)
    joiner = Joiner.of(["".join(_strings(element)) for element in root.iter("{*}p", "{*}h")])
    walker = _Walker(ListStyles(root, styles), joiner)
    blocks = list(walker.walk(body)) if body is not None else []
    blocks += walker.notes
    if not any(block.role is not Role.FURNITURE for block in blocks):
        raise DocumentError(f"{path}: holds no text")
    return Content(tuple(blocks), "odt")


def _strings(element: etree._Element) -> Iterable[str]:
    return (piece for piece in element.itertext() if isinstance(piece, str))


class _Walker:
    def __init__(self, styles: ListStyles, joiner: Joiner) -> None:
        self.notes: list[Block] = []
        self._styles = styles
        self._joiner = joiner
        self._open: list[_Paragraph] = []
        self._lists: list[_List] = []
        self._labels: list[str] = []
        self._tables: list[bool] = []
        self._spans: list[Script] = []
        self._note: str | None = None
        self._known: dict[str, Counters] = {}
        self._by_style: dict[str, Counters] = {}
        self._hidden: list[str] = []
        self._outline = Counters()
        self._count = 0
        self._rows = 0

    def walk(self, root: etree._Element) -> Iterable[Block]:
        """Give the blocks under an element, in reading order, without recursion."""
        events = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in events:
            name = name_of(element)
            if event == "start":
                hidden = self._is_hidden(name, element)
                if hidden:
                    self._hidden.append("".join(_strings(element)))
                if hidden or name in _UNSEEN:
                    skipped = element
                    events.skip_subtree()
                else:
                    self._enter(name, element)
                continue
            if element is skipped:
                skipped = None
            else:
                yield from self._leave(name)
            if not self._open:
                yield from self._take_hidden()
            elif element is not root:
                self._add(element.tail)

    def _is_hidden(self, name: str, element: etree._Element) -> bool:
        """Whether an office keeps a text but does not show it."""
        if name == "text:section":
            return attribute(element, "text:display") == "none"
        styled = name in ("text:span", "text:p", "text:h")
        return name in _HIDDEN or (styled and self._styles.is_hidden(element))

    def _take_hidden(self) -> Iterable[Block]:
        """Give the text that is not shown, as furniture."""
        hidden, self._hidden = " ".join(" ".join(self._hidden).split()), []
        if hidden:
            yield Block(hidden, Role.FURNITURE, where=f"paragraph {self._count}, hidden")

    def _enter(self, name: str, element: etree._Element) -> None:
        if name in ("text:p", "text:h"):
            self._open.append(self._begin(name, element))
            self._add(element.text)
        elif name == "text:list":
            self._lists.append(self._begin_list(element))
        elif name in ("text:list-item", "text:list-header"):
            self._labels.append(self._count_item(name, element))
        elif name == "table:table":
            self._tables.append(_is_data(element))
        elif name == "table:table-row" and self._tables and self._tables[-1]:
            self._rows += 1
        elif name == "text:note":
            self._refer(element)
        elif self._open:
            self._enter_inline(name, element)

    def _enter_inline(self, name: str, element: etree._Element) -> None:
        if name == "text:s":
            count = whole_number(attribute(element, "text:c")) or 1
            self._add(" " * max(1, min(count, _MOST_SPACES)))
        elif name == "text:tab":
            self._add("\t")
        elif name == "text:line-break":
            self._open[-1].builder.break_line()
        else:
            if name == "text:span":
                self._spans.append(self._styles.script(element))
            self._add(element.text)

    def _leave(self, name: str) -> Iterable[Block]:
        if name in ("text:p", "text:h"):
            paragraph = self._open.pop()
            self._count += 1
            where = f"paragraph {self._count}"
            if self._note is None:
                yield from paragraph.builder.take_blocks(
                    self._joiner, paragraph.role, paragraph.label, paragraph.level, where,
                    paragraph.row,
                )  # fmt: skip
                return
            role = Role.FOOTNOTE
            self.notes += paragraph.builder.take_blocks(self._joiner, role, self._note, 0, where)
            self._note = ""
        elif name == "text:list":
            self._lists.pop()
        elif name in ("text:list-item", "text:list-header"):
            self._labels.pop()
        elif name == "table:table":
            self._tables.pop()
        elif name == "text:note":
            self._note = None
        elif name == "text:span" and self._spans:
            self._spans.pop()

    def _add(self, text: str | None) -> None:
        if not text or not self._open:
            return
        words = " ".join(text.split(" ")).replace("\n", " ")
        self._open[-1].builder.add(words, self._spans[-1] if self._spans else Script.LINE)

    def _refer(self, element: etree._Element) -> None:
        citation = next((item for item in element if name_of(item) == "text:note-citation"), None)
        mark = "".join(_strings(citation)).strip() if citation is not None else ""
        if self._open:
            self._open[-1].builder.add_mark(mark)
        self._note = mark

    def _begin(self, name: str, element: etree._Element) -> _Paragraph:
        paragraph = _Paragraph()
        if name == "text:h":
            depth = whole_number(attribute(element, "text:outline-level")) or 1
            paragraph.role, paragraph.level = Role.HEADING, depth
            levels = self._styles.outline
            if not self._lists and paragraph.level - 1 in levels:
                paragraph.label = self._outline.label(paragraph.level - 1, levels)
        if self._labels:
            paragraph.label, self._labels[-1] = self._labels[-1], ""
            if name == "text:p":
                paragraph.role, paragraph.level = Role.ITEM, len(self._lists)
        if self._tables and self._tables[-1]:
            paragraph.row = self._rows
            if not paragraph.label:
                paragraph.role, paragraph.level = Role.CELL, 0
        return paragraph

    def _begin_list(self, element: etree._Element) -> _List:
        outer = self._lists[-1] if self._lists else None
        if outer is not None:
            return _List(attribute(element, "text:style-name") or outer.style, outer.counters)
        style = attribute(element, "text:style-name") or ""
        continued = attribute(element, "text:continue-list")
        if continued in self._known:
            counters = self._known[continued]
        elif attribute(element, "text:continue-numbering") == "true" and style in self._by_style:
            counters = self._by_style[style]
        else:
            counters = Counters()
        identifier = attribute(element, "xml:id")
        if identifier:
            self._known[identifier] = counters
        self._by_style[style] = counters
        return _List(style, counters)

    def _count_item(self, name: str, element: etree._Element) -> str:
        current = self._lists[-1]
        depth = len(self._lists) - 1
        levels: Numbered = self._styles.levels(current.style)
        children = [name_of(item) for item in element]
        if name == "text:list-header" or depth not in levels or children[:1] == ["text:list"]:
            return ""
        start = whole_number(attribute(element, "text:start-value"))
        return current.counters.label(depth, levels, start).strip()


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data: it has several rows and columns, and no table inside."""
    rows = list(table.iter("{*}table-row"))
    cells = [sum(name_of(cell) == "table:table-cell" for cell in row) for row in rows]
    nested = sum(1 for _ in table.iter("{*}table")) > 1
    return len(rows) > 1 and max(cells) > 1 and not nested
