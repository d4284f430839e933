"""The blocks of an HTML tree, in reading order, by one walk without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from corpora.readers.block import Block, Role
from corpora.readers.building import Built, TextBuilder
from corpora.readers.html.furniture import (
    BLOCK_TAGS,
    find_link_rows,
    hidden_texts,
    is_furniture,
    is_hidden,
)
from corpora.readers.html.notes import NOTE_LISTS, is_note, own_label, reference_mark
from corpora.readers.joining import Joiner
from corpora.readers.numbering import Style, whole_number, write_number
from corpora.readers.scripts import Script

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SCRIPTS = {"sup": Script.ABOVE, "sub": Script.BELOW}
_STYLES = {
    "a": Style.LOWER_LETTER,
    "A": Style.UPPER_LETTER,
    "i": Style.LOWER_ROMAN,
    "I": Style.UPPER_ROMAN,
    "1": Style.DECIMAL,
}
_CSS_STYLES = {
    "lower-alpha": Style.LOWER_LETTER,
    "lower-latin": Style.LOWER_LETTER,
    "upper-alpha": Style.UPPER_LETTER,
    "upper-latin": Style.UPPER_LETTER,
    "lower-roman": Style.LOWER_ROMAN,
    "upper-roman": Style.UPPER_ROMAN,
    "decimal": Style.DECIMAL,
    "decimal-leading-zero": Style.DECIMAL_ZERO,
    "cjk-ideographic": Style.CHINESE,
    "simp-chinese-informal": Style.CHINESE,
    "trad-chinese-informal": Style.CHINESE,
    "cjk-heavenly-stem": Style.STEM,
    "cjk-earthly-branch": Style.BRANCH,
    "none": Style.NONE,
}
_CHINESE_MARKED = (Style.CHINESE, Style.STEM, Style.BRANCH)
_CSS_LIST = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z]+(?:-[a-z]+)*)", re.IGNORECASE)


@dataclass(slots=True)
class _List:
    style: Style
    counter: int
    step: int
    notes: bool


@dataclass(slots=True)
class _State:
    """Where in the tree the walk is."""

    lists: list[_List | None] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tables: list[bool] = field(default_factory=list)
    heading: int = 0
    pre: int = 0
    furniture: int = 0
    cell: int = 0
    scripts: list[tuple[etree._Element, Script]] = field(default_factory=list)
    rows: int = 0


def walk(root: etree._Element, content: etree._Element, joiner: Joiner) -> Iterable[Block]:
    """Give the blocks of a page.

    Args:
        root: the page.
        content: the element that holds its text; all outside it is furniture, but for the
            page's main heading.
        joiner: joins the lines inside a block.
    """
    walker = _Walker(content, joiner)
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            yield from walker.leave(element)
            walker.text(element.tail if element is not root else None)
        elif not isinstance(element.tag, str):
            events.skip_subtree()
        elif is_hidden(element):
            walker.set_hidden_aside(element)
            events.skip_subtree()
        else:
            mark = reference_mark(element, walker.line.tail)
            if mark is not None:
                walker.line.add_mark(mark)
                events.skip_subtree()
                continue
            if element.tag not in BLOCK_TAGS and is_furniture(element):
                walker.set_aside(element)
                events.skip_subtree()
                continue
            yield from walker.enter(element)
            walker.text(element.text)
    yield from walker.flush()


class _Walker:
    def __init__(self, content: etree._Element, joiner: Joiner) -> None:
        self.line = TextBuilder(collapse=True)
        self._aside: list[Block] = []
        self._ruby: list[str] = []
        self._joiner = joiner
        self._content = content
        self._link_rows = find_link_rows(content)
        self._inside = False
        self._state = _State()
        self._furniture: set[etree._Element] = set()
        self._noted: set[etree._Element] = set()
        self._where = 0

    def text(self, text: str | None) -> None:
        if text:
            scripts = self._state.scripts
            self.line.add(text, scripts[-1][1] if scripts else Script.LINE, marks=False)

    def enter(self, element: etree._Element) -> Iterable[Block]:
        state = self._state
        tag = str(element.tag)
        if tag == "br":
            self.line.break_line()
            return
        if tag in BLOCK_TAGS or element is self._content:
            yield from self.flush()
            if isinstance(element.sourceline, int):
                self._where = element.sourceline
        if element is self._content:
            self._inside = True
        if is_furniture(element) or element in self._link_rows:
            self._furniture.add(element)
            state.furniture += 1
        if tag in ("ol", "ul", "menu"):
            state.lists.append(_list_of(element) if tag == "ol" else None)
        elif tag == "li":
            self._enter_item(element)
        elif tag in _HEADINGS:
            state.heading = int(tag[1])
        elif tag == "pre":
            state.pre += 1
        elif tag in _SCRIPTS:
            state.scripts.append((element, _SCRIPTS[tag]))
        elif tag == "table":
            state.tables.append(_is_data(element))
        elif tag == "tr" and state.tables and state.tables[-1]:
            state.rows += 1
        elif tag in ("td", "th") and state.tables and state.tables[-1]:
            state.cell += 1
        if tag not in ("li", "a", "sup", "span") and is_note(element):
            self._noted.add(element)
            state.notes.append("")

    def leave(self, element: etree._Element) -> Iterable[Block]:
        state = self._state
        tag = element.tag
        if not isinstance(tag, str) or tag == "br" or is_hidden(element):
            return
        if tag in BLOCK_TAGS or element is self._content:
            yield from self.flush()
        if element is self._content:
            self._inside = False
        if element in self._furniture:
            self._furniture.discard(element)
            state.furniture -= 1
        if element in self._noted:
            self._noted.discard(element)
            state.notes.pop()
        if tag in ("ol", "ul", "menu") and state.lists:
            state.lists.pop()
        elif tag == "li" and state.labels:
            state.labels.pop()
        elif tag in _HEADINGS:
            state.heading = 0
        elif tag == "pre":
            state.pre -= 1
        elif state.scripts and state.scripts[-1][0] is element:
            state.scripts.pop()
        elif tag == "table" and state.tables:
            state.tables.pop()
        elif tag in ("td", "th") and state.tables and state.tables[-1]:
            state.cell -= 1

    def flush(self) -> Iterable[Block]:
        """Give the blocks that were gathered since the last border."""
        whole = bool(self._state.heading)
        for built in self.line.take_paragraphs(self._joiner, whole=whole):
            yield self._block(built)
        if self._ruby:
            self._aside.append(Block(" ".join(self._ruby), Role.FURNITURE, where=self._place))
        yield from self._aside
        self._aside, self._ruby = [], []

    def set_aside(self, element: etree._Element) -> None:
        """Keep furniture that stands inside a line for behind the block."""
        text = " ".join(hidden_texts(element))
        if text:
            self._aside.append(Block(text, Role.FURNITURE, where=self._place))

    def set_hidden_aside(self, element: etree._Element) -> None:
        """Keep text that the page does not show for behind the block, as furniture too."""
        texts = hidden_texts(element)
        if element.tag == "rt":
            self._ruby += texts
            return
        where = f"line {element.sourceline}, hidden" if element.sourceline else "hidden"
        self._aside += (Block(text, Role.FURNITURE, where=where) for text in texts)

    @property
    def _place(self) -> str:
        return f"line {self._where}" if self._where else ""

    def _enter_item(self, element: etree._Element) -> None:
        state = self._state
        current = state.lists[-1] if state.lists else None
        label = ""
        if current is not None:
            value = whole_number(element.get("value"))
            if value is not None:
                current.counter = value
            number = write_number(current.counter, _own_style(element, current.style))
            ending = "、" if current.style in _CHINESE_MARKED else "."
            label = number if current.notes else number + (ending if number else "")
            current.counter += current.step
        if is_note(element) or (current is not None and current.notes):
            self._noted.add(element)
            state.notes.append(label.rstrip("."))
        state.labels.append(label)

    def _block(self, built: Built) -> Block:
        state = self._state
        role, label, level = Role.BODY, "", 0
        title = state.heading == 1 and not state.furniture
        if (state.furniture or not self._inside) and not title:
            role = Role.FURNITURE
        elif state.notes:
            role, label = Role.FOOTNOTE, state.notes[-1]
            if not label:
                built, label = own_label(built)
            state.notes[-1] = ""
        elif state.heading:
            role, level = Role.HEADING, state.heading
        elif state.labels:
            label = state.labels[-1]
            role, level = Role.ITEM, len(state.labels)
            state.labels[-1] = ""
        if state.cell and role in (Role.BODY, Role.ITEM) and not label:
            role, level = Role.CELL, 0
        row = state.rows if state.cell else 0
        return Block(built.text, role, label, level, built.marks, self._place, row)


def _list_of(element: etree._Element) -> _List:
    items = sum(child.tag == "li" for child in element)
    reverse = element.get("reversed") is not None
    start = whole_number(element.get("start"))
    first = start if start is not None else items if reverse else 1
    notes = bool(NOTE_LISTS & set(element.get("class", "").lower().split()))
    notes = notes or any(is_note(child) for child in element)
    style = _own_style(element, Style.DECIMAL)
    return _List(style, first, -1 if reverse else 1, notes)


def _own_style(element: etree._Element, inherited: Style) -> Style:
    named = _CSS_LIST.search(element.get("style", ""))
    if named and named.group(1).lower() in _CSS_STYLES:
        return _CSS_STYLES[named.group(1).lower()]
    return _STYLES.get(element.get("type", ""), inherited)


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data: not one that only lays out a page."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    rows = list(table.iter("tr"))
    cells = sum(1 for row in rows for cell in row if cell.tag in ("td", "th"))
    return cells >= 2 * max(len(rows), 1) - 1 and cells > 1 and len(rows) > 1
