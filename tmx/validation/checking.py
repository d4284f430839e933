"""Holds a memory of any size against the rules, unit by unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from tmx.validation.decoding import Decoded
from tmx.validation.file_checks import file_faults, header_faults, root_faults
from tmx.validation.findings import RULES, TOOLS, Finding
from tmx.validation.structure import Fault, Structure
from tmx.validation.tree import TEXT, DamageError, Node, Pieces
from tmx.validation.unit_checks import UnitChecks, mark_faults

_LONGEST = 300  # characters of a message


class Checker:
    """Looks at the pieces of one memory.

    Attributes:
        counts: how often each rule has been broken so far.
        units: how many units it has seen so far.
        checks: what is known of the units' languages.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.units = 0
        self._structure = Structure()
        self.checks = UnitChecks(self._structure)
        self._marks = 0
        self._children: list[str] = []

    def file(self, decoded: Decoded) -> Iterator[Finding]:
        """Look at the encoding and the XML declaration."""
        yield from self._findings(file_faults(decoded))

    def root(self, root: Node, doctype: tuple[str, str | None] | None) -> Iterator[Finding]:
        """Look at the document type declaration and the root's start tag.

        Raises:
            DamageError: it is no TMX.
        """
        if root.name != "tmx":
            raise DamageError(root.line, "no-tmx", f"the root element is <{root.name}>")
        self._structure.version = root.attributes.get("version")
        yield from self._findings(root_faults(root, doctype))

    def piece(self, parent: str, node: Node, marked: bool) -> Iterator[Finding]:
        """Look at what stands in <tmx> or <body>.

        Args:
            parent: "tmx" or "body".
            node: the element.
            marked: whether the decoding may have set marks in it.
        """
        faults: list[Fault] = []
        if parent == "body" and node.name == "tu":
            self.units += 1
            faults = self.checks.faults(node)
        elif parent == "tmx" and node.name in ("header", "body"):
            faults = self._part(node)
        elif node.name == TEXT:
            faults.append(
                ("text-place", node.line, f"text stands between the elements of <{parent}>")
            )
        else:
            self._structure.check(node, faults)
            if not any(rule == "element-unknown" for rule, _, _ in faults):
                faults.append(
                    ("element-place", node.line, f"<{node.name}> can't stand in <{parent}>")
                )
        if marked:
            self._marks += mark_faults(node, faults)
        if faults:
            yield from self._findings(faults, node if node.name == "tu" else None)

    def end(self, line: int, marks: int) -> Iterator[Finding]:
        """Look at what is missing.

        Args:
            line: the last line that is known.
            marks: how many marks the decoding has set.
        """
        missing = (name for name in ("header", "body") if name not in self._children)
        faults = [("element-place", line, f"<tmx> has no <{name}>") for name in missing]
        if marks > self._marks:
            what = f"{marks - self._marks} of the characters outside of elements XML lacks"
            faults.append(("xml-character", line, what))
        yield from self._findings(faults)

    def damage(self, damage: DamageError) -> Iterator[Finding]:
        """Give the finding of what can't be read any further."""
        yield from self._findings([(damage.rule, damage.line, damage.what)])

    def _part(self, node: Node) -> list[Fault]:
        faults: list[Fault] = []
        if self._children != ([] if node.name == "header" else ["header"]):
            faults.append(("element-place", node.line, f"<{node.name}> stands in the wrong place"))
        if len(self._children) < 10:
            self._children.append(node.name)
        if node.name == "header":
            source = node.attributes.get("srclang", "")
            self.checks.source = source if source not in ("", "*all*") else None
            faults += header_faults(node, self._structure)
        else:
            self._structure.check(node, faults)
        return faults

    def _findings(self, faults: Iterable[Fault], unit: Node | None = None) -> Iterator[Finding]:
        for rule, line, what in sorted(faults, key=lambda fault: fault[1]):
            self.counts[rule] += 1
            yield Finding(line, self._name(unit), RULES[rule], _one_line(what))

    def _name(self, unit: Node | None) -> str | None:
        if unit is None:
            return None
        tuid = unit.attributes.get("tuid")
        if not tuid:
            return f"#{self.units}"
        return _one_line(tuid)


class Validation:
    """One pass over a file; going through it gives the findings.

    Attributes:
        checker: what has been counted so far.
        damage: why the file could not be read to its end, or None.
    """

    def __init__(self, read: Callable[[int], bytes], tools: Collection[str] = tuple(TOOLS)) -> None:
        """Take a file.

        Args:
            read: gives the file's next bytes, at most so many, none only at the end; they may be in
                any encoding.
            tools: the tools, of `TOOLS`, whose demands count beside what every tool wants.
        """
        self.checker = Checker()
        self.damage: DamageError | None = None
        self._read = read
        self._tools = frozenset(tools)

    def __iter__(self) -> Iterator[Finding]:
        """Give the findings, unit by unit as they are met."""
        for finding in self._findings():
            if finding.rule.concerns(self._tools):
                yield finding

    def _findings(self) -> Iterator[Finding]:
        try:
            decoded = Decoded(self._read)
            if not decoded.may_be_xml:
                raise DamageError(1, "no-tmx", "it is no XML")
            yield from self.checker.file(decoded)
            yield from self._pieces(decoded)
        except DamageError as damage:
            self.damage = damage
            yield from self.checker.damage(damage)

    def _pieces(self, decoded: Decoded) -> Iterator[Finding]:
        pieces = Pieces(decoded.chunks())
        line = 1
        for parent, node in pieces:
            line = node.line
            if parent:
                yield from self.checker.piece(parent, node, decoded.marks > 0)
            else:
                yield from self.checker.root(node, pieces.doctype)
        yield from self.checker.end(line, decoded.marks)


def _one_line(text: str) -> str:
    """Return a text that a message can hold: on one line, and cut where it is long."""
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
