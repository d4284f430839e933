"""Reads the XML of a memory piece by piece, as it stands: nothing is put in order or interpreted.

A reader normalises some of what validation has to see (where a property stands, `lang` for
`xml:lang`), and the trees of libxml2 give no exact line beyond the 65,535th. So this is expat:
every element with its line, and never more than one unit in memory. No entity is expanded, and
nothing is read but the stream.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.parsers import expat

MOST_DEPTH = 100
"""The deepest nesting of elements that is read."""

MOST_BYTES = 1 << 26
"""The most bytes that one unit may take: 64 MiB."""

TEXT = "#text"
"""The name of text that stands in <tmx> or <body>."""

STRUCTURE = frozenset({"tmx", "header", "body", "tu", "tuv", "ude"})
"""The elements that hold elements only; white space between these says nothing."""

_UNDEFINED_ENTITY = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
_NO_ELEMENT = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]


@dataclass(slots=True)
class Node:
    """An element as it stands in the file.

    Attributes:
        name: its name; text outside of all elements that may hold it is called
            `TEXT`.
        line: the line that its start tag begins on, the first 1.
        attributes: as they stand, names with their prefixes.
        content: text and elements in their order, without the white space between elements.
    """

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[str | Node] = field(default_factory=list)

    @property
    def children(self) -> list[Node]:
        """The elements in it."""
        return [part for part in self.content if isinstance(part, Node)]


Piece: TypeAlias = tuple[str, Node]
"""The name of the parent ("" for the root) and the element.

The root and <body> come when they begin, and without content; all else when it ends.
"""


class DamageError(Exception):
    """The XML can't be read any further.

    Attributes:
        line: where.
        rule: the name of the rule that it breaks.
        what: what is wrong.
    """

    def __init__(self, line: int, rule: str, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.rule = rule
        self.what = what


class Pieces:
    """The pieces of one file.

    Attributes:
        doctype: what follows <!DOCTYPE, as (name, system identifier), or None; known once the
            root has been given.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        """Take the bytes, in UTF-8 and with `standalone="yes"`, so that no entity is skipped."""
        self.doctype: tuple[str, str | None] | None = None
        self._chunks = chunks
        self._done: list[Piece] = []
        self._open: list[Node] = []
        self._begun = 0
        parser = self._parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = 1 << 20
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity

    def __iter__(self) -> Iterator[Piece]:
        """Give the pieces in their order.

        Raises:
            DamageError: the XML can't be read any further.
        """
        read = 0
        for chunk in self._chunks:
            read += len(chunk)
            yield from self._parsed(chunk, final=False)
            if read - self._begun > MOST_BYTES:
                line = self._open[-1].line if self._open else self._parser.CurrentLineNumber
                raise DamageError(line, "too-large", f"more than {MOST_BYTES:,} bytes")
        yield from self._parsed(b"", final=True)

    def _parsed(self, chunk: bytes, final: bool) -> Iterator[Piece]:
        """Parse a chunk, and give what has been done even where it is damaged."""
        damage: DamageError | None = None
        try:
            self._parse(chunk, final)
        except DamageError as error:
            damage = error
        yield from self._done
        self._done.clear()
        if damage is not None:
            raise damage

    def _parse(self, chunk: bytes, final: bool) -> None:
        try:
            self._parser.Parse(chunk, final)
        except expat.ExpatError as error:
            if error.code == _UNDEFINED_ENTITY:
                what = "an entity that is none of XML's own"
                raise DamageError(error.lineno, "xml-entity", what) from error
            if error.code == _NO_ELEMENT:
                within = "".join(f"<{node.name}>" for node in self._open)
                what = f"it ends within {within}" if within else "the file is empty"
                raise DamageError(error.lineno, "xml-damaged", what) from error
            what = expat.ErrorString(error.code)
            where = f"the XML is damaged: {what}, column {error.offset + 1}"
            raise DamageError(error.lineno, "xml-damaged", where) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        node = Node(name, self._parser.CurrentLineNumber, attributes)
        depth = len(self._open)
        if depth > 2 or (depth == 2 and self._open[1].name != "body"):
            self._open[-1].content.append(node)
        elif depth == 0 or (depth == 1 and name == "body"):
            self._done.append((self._open[-1].name if depth else "", node))
        self._open.append(node)
        if depth > MOST_DEPTH:
            raise DamageError(
                node.line, "too-large", f"more than {MOST_DEPTH} elements in each other"
            )

    def _end(self, name: str) -> None:
        node = self._open.pop()
        depth = len(self._open)
        if (depth == 1 and name != "body") or (depth == 2 and self._open[1].name == "body"):
            self._done.append((self._open[-1].name, node))
            self._begun = self._parser.CurrentByteIndex

    def _text(self, text: str) -> None:
        parent = self._open[-1]
        if parent.name in STRUCTURE and text.isspace():
            return
        if len(self._open) == 1 or (parent is self._open[1] and parent.name == "body"):
            # The parser tells of text where it ends.
            line = self._parser.CurrentLineNumber - text.lstrip().count("\n")
            self._done.append((parent.name, Node(TEXT, line, content=[text])))
        elif parent.content and isinstance(parent.content[-1], str):
            parent.content[-1] += text
        else:
            parent.content.append(text)

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        self.doctype = name, system

    def _entity(self, name: str, *_: object) -> None:
        what = f"the entity {name} is declared, which could stand for anything"
        raise DamageError(self._parser.CurrentLineNumber, "xml-entity", what)
