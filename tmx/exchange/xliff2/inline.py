"""The inline tags of TMX as those of XLIFF 2.1, both ways.

    TMX        XLIFF 2.1
    bpt, ept   sc, ec; pc is read as well
    it         sc or ec, isolated
    ph, ut     ph
    hi         mrk

Native code stands in <originalData>. A type that XLIFF lacks is a subType: "tmx:ph/TYPE/p" names
the tag, its percent-encoded type and its assoc. Words inside native code (<sub>) stay there as
code. Characters that XML lacks are <cp>.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, unquote

from tmx.exchange.codes import Ids, Numbers, carried, paired, parts_of
from tmx.exchange.losses import Losses
from tmx.exchange.xml_events import Node, children, local_name
from tmx.markup import Markup
from tmx.units import Tag

_OWN = "tmx:"
_SUBTYPES = {
    "bold": ("fmt", "xlf:b"),
    "italic": ("fmt", "xlf:i"),
    "ulined": ("fmt", "xlf:u"),
    "lb": ("fmt", "xlf:lb"),
    "pb": ("fmt", "xlf:pb"),
    "link": ("link", None),
    "image": ("image", None),
}
_TMX_TYPES = {known: kind for kind, known in _SUBTYPES.items()}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def marked_up(text: str, markup: Markup) -> str:
    """Return text as XML, with <cp> for the characters that XML lacks."""
    if text.isprintable():
        return markup.text(text)
    pieces: list[str] = []
    place = 0
    for match in _CONTROL.finditer(text):
        pieces += (markup.text(text[place : match.start()]), f'<cp hex="{ord(match[0]):04X}"/>')
        place = match.end()
    return "".join((*pieces, markup.text(text[place:])))


class OriginalData:
    """The native code of one unit, each piece once.

    Attributes:
        markup: writes it.
    """

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self._ids: dict[str, str] = {}

    def reference(self, code: str) -> str | None:
        """Return the id of a piece of code; None for none."""
        return self._ids.setdefault(code, f"d{len(self._ids) + 1}") if code else None

    def written(self) -> str:
        """Return <originalData>, or "" where there is no code."""
        if not self._ids:
            return ""
        pieces = "".join(
            f'<data id="{identity}">{marked_up(code, self.markup)}</data>\n'
            for code, identity in self._ids.items()
        )
        return f"<originalData>\n{pieces}</originalData>\n"


class InlineWriter:
    """Gives the content of one segment as XLIFF."""

    def __init__(self, data: OriginalData, losses: Losses) -> None:
        self._data = data
        self._markup = data.markup
        self._losses = losses
        self._ids = Ids(losses)
        self._begun: dict[str | None, str] = {}

    def content(self, content: tuple[str | Tag, ...]) -> str:
        """Return what stands in <source> or <target>."""
        if len(content) == 1 and isinstance(content[0], str):
            return marked_up(content[0], self._markup)
        return self._parts(paired(carried(content, self._losses)))

    def _parts(self, content: Iterable[str | Tag]) -> str:
        return "".join(
            marked_up(part, self._markup) if isinstance(part, str) else self._tag(part)
            for part in content
        )

    def _tag(self, tag: Tag) -> str:
        if tag.name == "sub":  # one that stands where TMX allows none
            self._losses.add("text inside an inline tag", "texts inside inline tags")
            return ""
        if tag.name == "ept":
            attributes = [
                ("startRef", self._begun.pop(tag.i, None)),
                ("dataRef", self._data.reference(self._code(tag))),
            ]
            return f"<ec{self._markup.attributes(*attributes)}/>"
        identity = self._ids.of(tag)
        if tag.name == "hi":
            mark = self._markup.attributes(("id", identity), ("type", _mark(tag.type)))
            return f"<mrk{mark}>{self._parts(tag.content)}</mrk>"
        isolated = "yes" if tag.name == "it" else None
        kind, subtype = _types(tag)
        attributes = [
            ("id", identity),
            ("dataRef", self._data.reference(self._code(tag))),
            ("isolated", isolated),
            ("type", kind),
            ("subType", subtype),
        ]
        if tag.name == "bpt":
            self._begun[tag.i] = identity
        name = {"bpt": "sc", "it": "ec" if tag.pos == "end" else "sc"}.get(tag.name, "ph")
        return f"<{name}{self._markup.attributes(*attributes)}/>"

    def _code(self, tag: Tag) -> str:
        """Return the native code of a tag; words inside it lose their tags."""
        pieces = []
        for part in tag.content:
            if isinstance(part, str):
                pieces.append(part)
            else:
                self._losses.add("tag inside an inline tag", "tags inside inline tags")
                pieces.append(self._code(part))
        return "".join(pieces)


def _mark(kind: str | None) -> str:
    return "term" if kind == "term" else f"{_OWN}hi/{quote(kind or '', safe='')}"


def _types(tag: Tag) -> tuple[str | None, str | None]:
    """Return the type and the subType of a tag."""
    if tag.name == "ut":
        return "other", f"{_OWN}ut"
    if tag.type in _SUBTYPES and tag.assoc is None:
        return _SUBTYPES[tag.type]
    if tag.type is None and tag.assoc is None:
        return None, None
    if tag.type is None:
        kind = "/-" if tag.assoc else ""
    else:
        kind = "/%2D" if tag.type == "-" else "/" + quote(tag.type, safe="")
    assoc = f"/{tag.assoc}" if tag.assoc else ""
    return "other", f"{_OWN}{tag.name}{kind}{assoc}"


class InlineReader:
    """Gives the content of the segments of one unit as TMX's."""

    def __init__(self, unit: Node, name: str) -> None:
        """Take a <unit>, and the file's name for messages."""
        self._name = name
        self._data = {
            data.get("id"): self._text(data)
            for original in children(unit, "originalData")
            for data in children(original, "data")
        }
        segments = [*children(unit, "segment")]
        self._numbers = Numbers(
            value
            for segment in segments
            for node in segment.iter()
            if (value := node.get("id")) is not None
        )
        self._pairs: dict[str | None, str] = {}

    def content(self, node: Node) -> tuple[str | Tag, ...]:
        """Return the words and tags inside <source> or <target>."""
        if not len(node):
            return (node.text,) if node.text else ()
        self._pairs = {}
        return paired(tuple(self._parts(node)))

    def _text(self, node: Node) -> str:
        return "".join(part for part in self._parts(node) if isinstance(part, str))

    def _parts(self, node: Node) -> list[str | Tag]:
        return parts_of(node, self._name, self._read)

    def _read(self, node: Node) -> Iterable[str | Tag]:
        name = local_name(node)
        if name == "cp":
            return (_character(node),)
        identity = node.get("id")
        x = self._numbers.of(identity)
        if name == "mrk":
            kind = node.get("type", "generic")
            own = f"{_OWN}hi/"
            known = unquote(kind.removeprefix(own)) or None if kind.startswith(own) else kind
            return (Tag("hi", tuple(self._parts(node)), x=x, type=known),)
        tag_name, kind, assoc = _tmx_types(node, name)
        if name == "ph":
            return (Tag(tag_name, self._code(node, ""), x=x, type=kind, assoc=assoc),)
        if name == "pc":
            pair = self._pair(identity)
            begin = Tag("bpt", self._code(node, "Start"), i=pair, x=x, type=kind)
            end = Tag("ept", self._code(node, "End"), i=pair)
            return (begin, *self._parts(node), end)
        if name in ("sc", "ec"):
            code = self._code(node, "")
            if node.get("isolated") == "yes":
                position = "begin" if name == "sc" else "end"
                return (Tag("it", code, x=x, type=kind, pos=position),)
            if name == "sc":
                return (Tag("bpt", code, i=self._pair(identity), x=x, type=kind),)
            return (Tag("ept", code, i=self._pair(node.get("startRef"))),)
        if name in ("sm", "em"):  # the ends of an annotation that is no element
            return ()
        return self._parts(node)

    def _pair(self, identity: str | None) -> str:
        return self._pairs.setdefault(identity, str(len(self._pairs) + 1))

    def _code(self, node: Node, end: str) -> tuple[str, ...]:
        code = self._data.get(node.get(f"dataRef{end}"))
        code = code or node.get(f"disp{end}") or node.get(f"equiv{end}")
        return (code,) if code else ()


def _tmx_types(node: Node, name: str) -> tuple[str, str | None, str | None]:
    """Return the name of the tag that a code becomes, its type and its assoc."""
    kind, subtype = node.get("type"), node.get("subType")
    if subtype is not None and subtype.startswith(_OWN):
        parts = subtype.removeprefix(_OWN).split("/")
        own = parts[1] if len(parts) > 1 and parts[1] != "-" else None
        tag_name = "ut" if parts[0] == "ut" else "ph"
        return tag_name, None if own is None else unquote(own), parts[2] if parts[2:] else None
    known = _TMX_TYPES.get((kind, subtype))
    return (
        "ph",
        known or (None if kind in (None, "other") and not subtype else subtype or kind),
        None,
    )


def _character(node: Node) -> str:
    try:
        return chr(int(node.get("hex", ""), 16))
    except (ValueError, OverflowError):
        return "\ufffd"
