"""The inline tags of TMX as those of XLIFF 1.2, both ways.

    TMX        XLIFF 1.2
    bpt, ept   bpt, ept: the same id, and rid for i
    it, ph     it, ph: pos open or close, assoc in whole words
    ut         ph of the ctype x-tmx:ut
    hi         mrk, with its x in the mtype where it has one (x-tmx:hi/5)
    sub        sub

g, bx and ex become bpt and ept (it where one is alone), x becomes ph. A type that XLIFF lacks is
written x-tmx-TYPE, percent-encoded.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, unquote

from tmx.exchange.codes import Ids, Numbers, carried, paired, parts_of
from tmx.exchange.losses import Losses
from tmx.exchange.xml_events import Node, local_name
from tmx.markup import Markup
from tmx.units import Tag

_TYPE = "x-tmx-"
_UT = "x-tmx:ut"
_HI = "x-tmx:hi"
_PAIRED_TYPES = {"bold": "bold", "italic": "italic", "ulined": "underlined", "link": "link"}
_SINGLE_TYPES = {"image": "image", "pb": "pb", "lb": "lb"}
_MARKS = frozenset({"term", "name", "phrase", "protected", "abbrev", "acronym", "collocation"})
_TMX_TYPES = {"underlined": "ulined"}
_ASSOC = {"p": "preceding", "f": "following", "b": "both"}
_TMX_ASSOC = {long: short for short, long in _ASSOC.items()}


class InlineWriter:
    """Gives the content of one segment as XLIFF."""

    def __init__(self, markup: Markup, losses: Losses) -> None:
        self._markup = markup
        self._losses = losses
        self._ids = Ids(losses)
        self._begun: dict[str | None, str] = {}

    def content(self, content: tuple[str | Tag, ...]) -> str:
        """Return what stands in <source> or <target>."""
        if len(content) == 1 and isinstance(content[0], str):
            return self._markup.text(content[0])
        return self._parts(carried(content, self._losses))

    def _parts(self, content: Iterable[str | Tag]) -> str:
        return "".join(
            self._markup.text(part) if isinstance(part, str) else self._tag(part)
            for part in content
        )

    def _tag(self, tag: Tag) -> str:
        name = "ph" if tag.name == "ut" else tag.name
        attributes: list[tuple[str, str | None]]
        if name == "hi":
            name = "mrk"
            attributes = [("mtype", _mark(tag))]
        elif name == "sub":
            attributes = [("datatype", tag.datatype), ("ctype", _ctype(tag.type, {}))]
        elif name == "ept":
            identity = self._begun.pop(tag.i, None) or self._ids.of(tag)
            attributes = [("id", identity), ("rid", tag.i)]
        else:
            identity = self._ids.of(tag)
            if name == "bpt":
                self._begun[tag.i] = identity
                attributes = [("id", identity), ("rid", tag.i)]
                attributes.append(("ctype", _ctype(tag.type, _PAIRED_TYPES)))
            elif name == "it":
                position = "close" if tag.pos == "end" else "open"
                attributes = [("id", identity), ("pos", position)]
                attributes.append(("ctype", _ctype(tag.type, _PAIRED_TYPES | _SINGLE_TYPES)))
            else:
                kind = _UT if tag.name == "ut" else _ctype(tag.type, _SINGLE_TYPES)
                assoc = _ASSOC.get(tag.assoc or "")
                attributes = [("id", identity), ("ctype", kind), ("assoc", assoc)]
        inside = self._parts(tag.content)
        return f"<{name}{self._markup.attributes(*attributes)}>{inside}</{name}>"


def _ctype(kind: str | None, known: dict[str, str]) -> str | None:
    if kind is None:
        return None
    own = kind.startswith("x-") and not kind.startswith("x-tmx") and len(kind) > 2
    if own and len(kind.split()) == 1 and kind == kind.strip():
        return kind
    return known.get(kind) or _TYPE + quote(kind, safe="")


def _mark(tag: Tag) -> str:
    """Return the mtype of a hi; its x stands in it too, for a mid must be that of a segment."""
    if tag.x is None and tag.type is not None:
        return _ctype(tag.type, {name: name for name in _MARKS}) or _HI
    known = [] if tag.x is None else [quote(tag.x, safe="")]
    known += [] if tag.type is None else [quote(tag.type, safe="")]
    return "/".join([_HI, *known])


def _highlight(kind: str | None, content: tuple[str | Tag, ...]) -> Tag:
    """Return the hi that a mrk is."""
    name, *known = (kind or _HI).split("/")
    if name != _HI:
        return Tag("hi", content, type=_tmx_type(kind))
    x, kind = (*map(unquote, known), None, None)[:2]
    return Tag("hi", content, x=x, type=kind)


def _tmx_type(kind: str | None) -> str | None:
    if kind is not None and kind.startswith(_TYPE):
        return unquote(kind.removeprefix(_TYPE))
    return None if kind is None else _TMX_TYPES.get(kind, kind)


class InlineReader:
    """Gives the content of <source> and <target> of one unit as TMX's."""

    def __init__(self, nodes: Iterable[Node], name: str) -> None:
        """Take the elements of one unit, and the file's name for messages."""
        self._name = name
        ids = (
            value
            for node in nodes
            for inside in node.iter()
            for key in ("id", "rid")
            if (value := inside.get(key)) is not None
        )
        self._numbers = Numbers(ids)

    def content(self, node: Node) -> tuple[str | Tag, ...]:
        """Return the words and tags inside an element."""
        if not len(node):
            return (node.text,) if node.text else ()
        return paired(tuple(self._parts(node)))

    def _parts(self, node: Node) -> list[str | Tag]:
        return parts_of(node, self._name, self._read)

    def _read(self, node: Node) -> Iterable[str | Tag]:
        name = local_name(node)
        x = self._numbers.of(node.get("id"))
        kind = node.get("ctype")
        if name in ("g", "bx", "ex"):
            return self._paired(node, name, x)
        if name == "x":
            code = node.get("equiv-text")
            return (Tag("ph", (code,) if code else (), x=x, type=_tmx_type(kind)),)
        inside = tuple(self._parts(node))
        if name == "bpt":
            return (Tag("bpt", inside, i=self._pair(node), x=x, type=_tmx_type(kind)),)
        if name == "ept":
            return (Tag("ept", inside, i=self._pair(node)),)
        if name == "it":
            position = "end" if node.get("pos") == "close" else "begin"
            return (Tag("it", inside, x=x, type=_tmx_type(kind), pos=position),)
        if name == "ph":
            if kind == _UT:
                return (Tag("ut", inside, x=x),)
            assoc = _TMX_ASSOC.get(node.get("assoc", ""))
            return (Tag("ph", inside, x=x, type=_tmx_type(kind), assoc=assoc),)
        if name == "sub":
            return (Tag("sub", inside, type=_tmx_type(kind), datatype=node.get("datatype")),)
        if name == "mrk":
            return (_highlight(node.get("mtype"), inside),)
        return inside  # what an extension holds counts as words of the segment

    def _paired(self, node: Node, name: str, x: str | None) -> Iterable[str | Tag]:
        pair = self._pair(node)
        code = node.get("equiv-text")
        content = (code,) if code else ()
        if name == "ex":
            return (Tag("ept", content, i=pair),)
        begin = Tag("bpt", content, i=pair, x=x, type=_tmx_type(node.get("ctype")))
        if name == "bx":
            return (begin,)
        return (begin, *self._parts(node), Tag("ept", i=pair))

    def _pair(self, node: Node) -> str | None:
        identity = node.get("rid") or node.get("id")
        return None if identity is None else self._numbers.sure(identity)
