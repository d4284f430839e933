"""RTF: paragraphs, list labels, table cells and footnotes.

The libraries for RTF give one flat text without its footnotes and list numbers, so the blocks are
built here from the tokens; nothing but the text and what sets it apart is interpreted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from corpora.errors import DocumentError
from corpora.readers.block import Block, Content, Role
from corpora.readers.guards import check_text_size
from corpora.readers.joining import SPACE, Joiner
from corpora.readers.numbering import Style, write_number
from corpora.readers.rtf.flow import Flow
from corpora.readers.rtf.tokens import (
    WESTERN,
    Token,
    charset_encoding,
    decode_bytes,
    page_encoding,
    tokens,
)
from corpora.readers.scripts import Script

_UNSEEN = frozenset(
    (
        "colortbl", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl",
        "footerr", "footerf", "listtable", "listoverridetable", "fldinst", "nonshppict", "xe",
        "tc", "rxe", "txe", "private", "filetbl", "revtbl", "rsidtbl", "generator", "objdata",
        "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "template", "themedata",
        "bkmkstart", "bkmkend", "pn", "pnseclvl", "atnid", "atnauthor", "annotation", "panose",
        "shprslt", "sp", "background",
    )
)  # fmt: skip
_SEEN_OPTIONAL = frozenset(("shpinst", "shptxt", "do", "dptxbxtext", "footnote", "ud"))
_BOXES = frozenset(("shptxt", "dptxbxtext"))
_BREAKS = frozenset(("line", "page", "column", "softline"))
_SIGNS = {
    "tab": "\t", "~": "\u00a0", "_": "-", "-": "", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
    "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
_FOOTNOTES, _ENDNOTES = "ftn", "aftn"
_NOTE_STYLES = {
    f"{section}{sort}n{style}": (sort, written)
    for section in ("", "s")
    for sort in (_FOOTNOTES, _ENDNOTES)
    for style, written in {
        "ar": Style.DECIMAL, "alc": Style.LOWER_LETTER, "auc": Style.UPPER_LETTER,
        "rlc": Style.LOWER_ROMAN, "ruc": Style.UPPER_ROMAN, "cnum": Style.CIRCLED,
        "dbnum": Style.CHINESE,
    }.items()
}  # fmt: skip
"""How the notes of a document or of a section are numbered: "aftnnrlc" is endnotes i, ii."""
_SCRIPTS = {
    "super": Script.ABOVE, "up": Script.ABOVE, "sub": Script.BELOW, "dn": Script.BELOW,
    "nosupersub": Script.LINE,
}  # fmt: skip
_HEADING_STYLE = re.compile(r"(?:heading|标题|標題) ?([1-9])|title;", re.IGNORECASE)
_ENDS = frozenset(("par", "sect", "cell", "nestcell"))


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a group; a closing brace restores what held before it."""

    place: str = "text"
    skip: int = 1
    font: int | None = None
    hidden: bool = False
    deleted: bool = False
    script: Script = Script.LINE


def read(path: Path, data: bytes, encoding: str | None = None) -> Content:
    """Read an RTF file.

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: not looked at; an RTF says its own.

    Raises:
        DocumentError: it is too large, cut off, or holds no text.
    """
    check_text_size(path, len(data) // 4)
    reader = _Reader()
    for token in tokens(data):
        reader.take(token)
    if reader.depth > 0:
        raise DocumentError(f"{path}: cut off: the RTF does not end; get the whole file again")
    blocks = reader.finish()
    if not any(block.role is not Role.FURNITURE for block in blocks):
        raise DocumentError(f"{path}: holds no text")
    return Content(tuple(blocks), "rtf")


class _Reader:
    def __init__(self) -> None:
        self._group = _Group()
        self._stack: list[_Group] = []
        self._flows = [Flow()]
        self._rows = 0
        self._bytes = bytearray()
        self._units: list[int] = []
        self._unread = 0
        self._optional = False
        self._page = WESTERN
        self._charsets: dict[int | None, int | None] = {}
        self._styles: dict[int, int] = {}
        self._style: int | None = None
        self._notes: list[Block] = []
        self._note_styles = {_FOOTNOTES: Style.DECIMAL, _ENDNOTES: Style.LOWER_ROMAN}
        self._note_counts = Counter[str]()
        self._numbered = False
        self._label: list[str] = []
        self._scripted: list[str] = []
        self._script = Script.LINE
        self._joiner = Joiner()

    @property
    def depth(self) -> int:
        """How many groups are open."""
        return len(self._stack)

    def take(self, token: Token) -> None:
        """Interpret one token."""
        if token.kind == "bytes":
            self._take_bytes(token.data)
            return
        if token.kind == "word" and self._unread and token.word not in ("u", "uc"):
            self._unread -= 1
            return
        if token.word != "u" or self._bytes:
            self._flush()
        if token.kind == "open":
            self._stack.append(self._group)
            self._unread = 0
        elif token.kind == "close":
            self._close()
        else:
            self._word(token.word, token.number)

    def finish(self) -> list[Block]:
        """Return all blocks."""
        self._flush()
        self._end_paragraph("par")
        return [*self._flows[0].all_blocks, *self._notes]

    def _take_bytes(self, data: bytes) -> None:
        if self._unread:
            dropped = min(self._unread, len(data))
            self._unread -= dropped
            data = data[dropped:]
        if data:
            self._flush_units()
            self._optional = False
            self._bytes += data

    def _close(self) -> None:
        self._unread = 0
        if not self._stack:
            return
        left, self._group = self._group, self._stack.pop()
        if left.script is not self._group.script:
            self._end_script()
        if left.place == self._group.place:
            return
        if left.place == "footnote":
            self._end_note()
        elif left.place == "box":
            self._end_box()
        elif left.place == "listtext":
            self._flows[-1].label = "".join(self._label).strip(SPACE)
            self._label = []

    def _word(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, word == "*"
        group = self._group
        if word in _UNSEEN or (optional and word not in _SEEN_OPTIONAL):
            self._group = replace(group, place="unseen")
        elif group.place == "unseen":
            return
        elif word in ("fonttbl", "stylesheet"):
            self._group = replace(group, place=word)
        elif word in ("listtext", "pntext"):
            self._group = replace(group, place="listtext")
        elif word == "footnote":
            self._begin_flow("footnote")
        elif word in _BOXES and group.place != "box":
            self._begin_flow("box")
        elif word == "upr":
            self._group = replace(group, place="twice")
        elif word == "ud":
            self._group = replace(group, place="text")
        elif word == "u" and number is not None:
            self._units.append(number & 0xFFFF)
            self._unread = group.skip
        elif word == "uc":
            self._group = replace(group, skip=max(number or 0, 0))
        elif word == "ansicpg":
            self._page = page_encoding(number)
        elif word in ("f", "v", "deleted", "plain", *_SCRIPTS):
            self._character_property(word, number)
        elif group.place == "fonttbl":
            if word == "fcharset":
                self._charsets[group.font] = number
        elif group.place == "stylesheet":
            self._style_property(word, number)
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif group.place != "listtext":
            self._paragraph_property(word, number)

    def _character_property(self, word: str, number: int | None) -> None:
        on = number != 0
        if word == "f":
            self._group = replace(self._group, font=number)
        elif word == "v":
            self._group = replace(self._group, hidden=on)
        elif word == "deleted":
            self._group = replace(self._group, deleted=on)
        elif word in _SCRIPTS:
            self._end_script()
            self._group = replace(self._group, script=_SCRIPTS[word] if on else Script.LINE)
        else:
            self._end_script()
            plain = word == "plain"
            hidden, deleted = self._group.hidden and not plain, self._group.deleted and not plain
            self._group = replace(self._group, script=Script.LINE, hidden=hidden, deleted=deleted)

    def _style_property(self, word: str, number: int | None) -> None:
        if word == "s":
            self._style = number
        elif word == "outlinelevel" and self._style is not None and number is not None:
            self._styles[self._style] = number

    def _name_style(self, name: str) -> None:
        heading = _HEADING_STYLE.match(name.strip())
        if heading and self._style is not None:
            self._styles.setdefault(self._style, int(heading[1] or 1) - 1)

    def _paragraph_property(self, word: str, number: int | None) -> None:
        flow = self._flows[-1]
        if word in _ENDS:
            self._end_paragraph(word)
        elif word == "row":
            self._rows += 1
            flow.end_row(self._rows)
        elif word in _BREAKS:
            self._end_script()
            flow.builder.break_line()
        elif word == "pard":
            flow.outline, flow.in_table, flow.level = None, False, 0
        elif word == "intbl":
            flow.in_table = True
        elif word == "ilvl":
            flow.level = number or 0
        elif word == "outlinelevel":
            flow.outline = number
        elif word == "s" and number in self._styles:
            flow.outline = self._styles[number]
        elif word == "chftn":
            self._refer()
        elif word == "ftnalt":
            flow.is_endnote = True
        elif word in _NOTE_STYLES:
            sort, style = _NOTE_STYLES[word]
            self._note_styles[sort] = style

    def _flush(self) -> None:
        self._flush_units()
        if self._bytes:
            charset = self._charsets.get(self._group.font, 1)
            font = charset_encoding(charset, self._page)
            text = decode_bytes(bytes(self._bytes), font, self._page)
            self._bytes.clear()
            self._add(text)

    def _flush_units(self) -> None:
        if not self._units:
            return
        data = b"".join(unit.to_bytes(2, "little") for unit in self._units)
        self._units = []
        self._add(data.decode("utf-16-le", "replace"))

    def _add(self, text: str) -> None:
        group = self._group
        if group.place == "stylesheet":
            self._name_style(text)
        if group.deleted or group.place in ("unseen", "fonttbl", "stylesheet", "twice"):
            return
        if group.hidden:
            self._flows[-1].hidden.append(text)
            return
        if group.place == "listtext":
            self._label.append(text)
        elif group.script is not Script.LINE:
            self._script = group.script
            self._scripted.append(text)
        else:
            self._end_script()
            self._flows[-1].builder.add(text)

    def _end_script(self) -> None:
        if self._scripted:
            self._flows[-1].builder.add("".join(self._scripted), self._script)
            self._scripted = []

    def _refer(self) -> None:
        """Note that the next footnote has an automatic mark; its own copy of it is no text."""
        shown = not (self._group.hidden or self._group.deleted)
        if self._group.place != "footnote" and shown:
            self._numbered = True

    def _begin_flow(self, place: str) -> None:
        self._end_script()
        self._group = replace(self._group, place=place, script=Script.LINE)
        self._flows.append(Flow())

    def _end_box(self) -> None:
        """Give the paragraphs of a text box in front of the one that it is anchored to."""
        self._end_script()
        self._end_paragraph("par")
        box = self._flows.pop()
        flow = self._flows[-1]
        flow.current.extend(box.all_blocks)

    def _end_note(self) -> None:
        self._end_script()
        self._end_paragraph("par")
        flow = self._flows.pop()
        label = ""
        if self._numbered:
            sort = _ENDNOTES if flow.is_endnote else _FOOTNOTES
            self._note_counts[sort] += 1
            label = write_number(self._note_counts[sort], self._note_styles[sort])
            self._flows[-1].builder.add_mark(label)
            self._numbered = False
        for block in flow.all_blocks:
            if block.role is Role.FURNITURE:
                self._notes.append(block)
                continue
            self._notes.append(replace(block, role=Role.FOOTNOTE, label=label, level=0))
            label = ""

    def _end_paragraph(self, word: str) -> None:
        self._end_script()
        self._flows[-1].end_paragraph(self._joiner, cell=word in ("cell", "nestcell"))
