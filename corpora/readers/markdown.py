"""Markdown: its blocks, the inline markup stripped, list numbers as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from corpora.errors import DocumentError
from corpora.readers.block import Block, Content, Role
from corpora.readers.building import TextBuilder
from corpora.readers.emphasis import unspaced_emphasis
from corpora.readers.encodings import decode
from corpora.readers.guards import check_text_size
from corpora.readers.html.reading import html_blocks
from corpora.readers.joining import Joiner
from corpora.readers.layout import is_field
from corpora.readers.scripts import Script

_DEEPEST = 100
_SCRIPTS = {
    "<sup>": Script.ABOVE,
    "<sub>": Script.BELOW,
    "</sup>": Script.LINE,
    "</sub>": Script.LINE,
}
_MARKUP_AT_HEAD = {
    "list_item_open": re.compile(r"\[[ xX]\](?:\s+|$)"),
    "blockquote_open": re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE),
}
"""What is no text at the head of an item, or of a quotation: the box of a task, the kind of an
alert. CommonMark does not know them; the sites that show Markdown draw them."""


_ATTRIBUTES = r"\{:?\s*(?:[#.][\w:.-]+|[\w:-]+=(?:\"[^\"]*\"|[^\s{}\"]+)|-)(?:\s+[^{}]*)?\}"
_BEHIND_HEADING = re.compile(rf"\s*{_ATTRIBUTES}\s*\Z")
"""An identifier or a class behind a heading: "Scope {#scope}"."""

_BOX = re.compile(
    rf"\s*(?:\{{[^{{}}]*\}}|[A-Za-z][\w-]*)?\s*(?:\[(.*)\]|(.*?))\s*(?:{_ATTRIBUTES})?\s*"
)
"""What stands behind the colons of a box, ":::tip Title": its kind, its title, attributes."""


@dataclass(slots=True)
class _List:
    number: int | None
    ending: str = "."


@dataclass(slots=True)
class _State:
    lists: list[_List] = field(default_factory=list)
    label: str = ""
    heading: int = 0
    cell: bool = False
    note: str | None = None
    line: int = 0
    rows: int = 0
    opened: str = ""


def read(path: Path, data: bytes, encoding: str | None = None) -> Content:
    """Read Markdown (CommonMark with tables, footnotes and front matter).

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: its character encoding; found when left out.

    Raises:
        DocumentError: it is too large, is no text, or its encoding can't be told.
    """
    check_text_size(path, len(data))
    text, name = decode(path, data, encoding)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False).use(front_matter_plugin)
    parser.use(unspaced_emphasis)
    parser.use(container_plugin, "box", validate=lambda *_: True)
    parser.core.ruler.before("footnote_tail", "unreferenced_footnotes", _keep_unreferenced)
    joiner = Joiner.of(text.splitlines())
    blocks = tuple(_Walker(path, joiner).walk(parser.parse(text)))
    if not any(block.role is not Role.FURNITURE for block in blocks):
        raise DocumentError(f"{path}: holds no text")
    return Content(blocks, "markdown", name)


class _Walker:
    def __init__(self, path: Path, joiner: Joiner) -> None:
        self._path = path
        self._joiner = joiner
        self._state = _State()

    def walk(self, tokens: Sequence[Token]) -> Iterable[Block]:
        for token in tokens:
            if token.map:
                self._state.line = token.map[0] + 1
            if token.type == "inline":
                yield from self._inline(self._without_markup(token.children or []))
            elif token.type == "container_box_open":
                yield from self._title(token.info)
            elif token.type in ("fence", "code_block"):
                yield from self._code(token.content)
            elif token.type == "html_block":
                yield from self._html(token.content)
            elif token.type == "front_matter":
                yield Block(" ".join(token.content.split()), Role.FURNITURE, where=self._where)
            elif token.nesting > 0:
                self._enter(token)
            elif token.nesting < 0:
                self._leave(token)

    @property
    def _where(self) -> str:
        return f"line {self._state.line}" if self._state.line else ""

    def _without_markup(self, children: Sequence[Token]) -> Sequence[Token]:
        """Drop a task's box or an alert's kind in front, and attributes behind a heading."""
        last = children[-1] if children and children[-1].type == "text" else None
        if self._state.heading and last:
            last.content = _BEHIND_HEADING.sub("", last.content)
        pattern = _MARKUP_AT_HEAD.get(self._state.opened)
        self._state.opened = ""
        first = children[0] if children and children[0].type == "text" else None
        if pattern and first and (found := pattern.match(first.content)):
            first.content = first.content[found.end() :]
        return children

    def _enter(self, token: Token) -> None:
        state = self._state
        if token.type in _MARKUP_AT_HEAD:
            state.opened = token.type
        if token.type == "ordered_list_open":
            start = token.attrs.get("start", 1)
            state.lists.append(_List(int(start), token.markup or "."))
        elif token.type == "bullet_list_open":
            state.lists.append(_List(None))
        elif token.type == "list_item_open":
            current = state.lists[-1]
            state.label = ""
            if current.number is not None:
                state.label = f"{current.number}{current.ending}"
                current.number += 1
        elif token.type == "heading_open":
            state.heading = int(token.tag[1])
        elif token.type == "tr_open":
            state.rows += 1
        elif token.type in ("td_open", "th_open"):
            state.cell = True
        elif token.type == "footnote_open":
            state.note = _note_label(token)

    def _leave(self, token: Token) -> None:
        state = self._state
        if token.type in ("ordered_list_close", "bullet_list_close"):
            state.lists.pop()
        elif token.type == "list_item_close":
            state.label = ""
        elif token.type == "heading_close":
            state.heading = 0
        elif token.type in ("td_close", "th_close"):
            state.cell = False
        elif token.type == "footnote_close":
            state.note = None

    def _inline(self, children: Sequence[Token]) -> Iterable[Block]:
        builder = TextBuilder()
        script = Script.LINE
        wrapped = not _are_fields(children)
        for token in children:
            if token.type in ("text", "code_inline"):
                builder.add(token.content, script)
            elif token.type == "softbreak":
                builder.add("\n") if wrapped else builder.break_line()
            elif token.type == "hardbreak":
                builder.break_line()
            elif token.type == "footnote_ref":
                builder.add_mark(_note_label(token))
            elif token.type == "html_inline":
                tag = token.content.lower()
                if tag in _SCRIPTS:
                    script = _SCRIPTS[tag]
                elif tag.startswith("<br"):
                    builder.break_line()
        yield from self._blocks(builder)

    def _blocks(self, builder: TextBuilder) -> Iterable[Block]:
        state = self._state
        role, label, level = Role.BODY, "", 0
        if state.note is not None:
            role, label, state.note = Role.FOOTNOTE, state.note, ""
        elif state.heading:
            role, level = Role.HEADING, state.heading
        elif state.cell:
            role = Role.CELL
        elif state.lists:
            role, level = Role.ITEM, len(state.lists)
            label, state.label = state.label, ""
        row = state.rows if state.cell else 0
        yield from builder.take_blocks(self._joiner, role, label, level, self._where, row)

    def _title(self, info: str) -> Iterable[Block]:
        """Give the title of a box, where it has one."""
        if match := _BOX.fullmatch(info):
            builder = TextBuilder()
            builder.add(match[1] or match[2] or "")
            yield from self._blocks(builder)

    def _code(self, source: str) -> Iterable[Block]:
        """Give the lines of code one by one: each is a text of its own, as in a file of code."""
        for line in source.splitlines():
            builder = TextBuilder()
            builder.add(line)
            yield from self._blocks(builder)

    def _html(self, source: str) -> Iterable[Block]:
        before = self._state.rows
        for block in html_blocks(self._path, source):
            row = before + block.row if block.row else 0
            self._state.rows = max(self._state.rows, row)
            yield replace(block, where=self._where, row=row)


def _are_fields(tokens: Sequence[Token]) -> bool:
    """Whether every line is a field of its own ("Place: Geneva"), as at the head of minutes."""
    lines = [""]
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            lines.append("")
        elif token.type in ("text", "code_inline"):
            lines[-1] += token.content
    return len(lines) > 1 and all(is_field(line.strip()) for line in lines)


def _keep_unreferenced(state: StateCore) -> None:
    """Have the footnotes that no text refers to put behind the others, instead of left out."""
    footnotes = state.env.get("footnotes", {})
    listed = footnotes.setdefault("list", {})
    for name, number in footnotes.get("refs", {}).items():
        if number < 0:
            footnotes["refs"][name] = len(listed)
            listed[len(listed)] = {"label": name.removeprefix(":"), "count": 0}


def _note_label(token: Token) -> str:
    meta = token.meta or {}
    return str(meta.get("label") or meta.get("id", 0) + 1)
