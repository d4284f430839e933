"""Writes a memory anew with all that can be mended safely, unit by unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from tmx.errors import TmxError
from tmx.validation.checking import Checker
from tmx.validation.decoding import Decoded, without_marks
from tmx.validation.file_checks import SYSTEM
from tmx.validation.findings import TOOLS, Finding, Severity
from tmx.validation.mending import Maker, Mender, mend_characters
from tmx.validation.tree import TEXT, DamageError, Node, Pieces

_ON_LINES = frozenset({"header", "tu", "ude"})
_CHUNK = 1 << 16  # characters gathered before they are encoded and written


class Rewriting:
    """One pass over a file that writes it mended; going through it gives what can't be mended.

    Comments and processing instructions are left out.

    Attributes:
        written: how many units have been written so far.
        dropped: how many units have been left out so far.
    """

    def __init__(
        self,
        read: Callable[[int], bytes],
        output: BinaryIO,
        *,
        seen: Checker,
        maker: Maker,
        tools: Collection[str] = tuple(TOOLS),
        drop: bool = False,
    ) -> None:
        """Take a file that has been looked at from its beginning to its end.

        Args:
            read: gives the file's bytes once more.
            output: takes the new file's bytes; it is not closed.
            seen: what `Validation` has counted in it.
            maker: what the new header says of where the memory comes from.
            tools: those whose demands count for what is given and for what is dropped.
            drop: leave out units that still have findings of severity error.
        """
        self.written = 0
        self.dropped = 0
        self._read = read
        self._output = _Output(output)
        self._seen = seen
        self._checker = Checker()
        self._mender = Mender(seen, maker)
        self._tools = frozenset(tools)
        self._drop = drop
        self._gone: Counter[str] = Counter()

    @property
    def mended(self) -> dict[str, int]:
        """How often each rule was broken and is kept now, once all has been gone through."""
        left = self._checker.counts + self._gone
        return {
            rule: count - left[rule]
            for rule, count in self._seen.counts.items()
            if count > left[rule]
        }

    def __iter__(self) -> Iterator[Finding]:
        """Write the file, and give the findings that stay, with the lines of the old file.

        Raises:
            TmxError: the file can't be read to its end.
        """
        try:
            for finding in self._findings():
                if finding.rule.concerns(self._tools):
                    yield finding
        except DamageError as damage:
            raise TmxError(
                f"line {damage.line}: {damage.what}; correct this place first"
            ) from damage

    def _findings(self) -> Iterator[Finding]:
        decoded = Decoded(self._read)
        pieces = Pieces(decoded.chunks())
        line = 1
        for parent, node in pieces:
            line = node.line
            if not parent:
                self._mender.root(node)
                yield from self._checker.root(node, ("tmx", SYSTEM))
                self._output.root(node)
            else:
                yield from self._piece(parent, node, decoded.marks > 0)
        yield from self._checker.end(line, 0)
        self._output.end()

    def _piece(self, parent: str, node: Node, marked: bool) -> Iterator[Finding]:
        if marked:
            mend_characters(node)
            if node.name == TEXT and not any(str(part).strip() for part in node.content):
                return
        unit = parent == "body" and node.name == "tu"
        if unit:
            self._mender.unit(node)
        elif parent == "tmx" and node.name == "header":
            self._mender.header(node)
        found = list(self._checker.piece(parent, node, marked))
        if unit and self._drop and any(self._refuses(finding) for finding in found):
            self.dropped += 1
            self._gone.update(finding.rule.id for finding in found)
            self._checker.counts.subtract(finding.rule.id for finding in found)
            return
        yield from found
        self.written += unit
        self._output.piece(parent, node)

    def _refuses(self, finding: Finding) -> bool:
        return finding.rule.severity is Severity.ERROR and finding.rule.concerns(self._tools)


class _Output:
    """Writes the pieces of a memory as a file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._chunk: list[str] = []
        self._length = 0
        self._body = False

    def root(self, root: Node) -> None:
        """Write all up to the root's start tag."""
        self._write(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<!DOCTYPE tmx SYSTEM "{SYSTEM}">\n'
            f"<tmx{_attributes(root)}>\n"
        )

    def piece(self, parent: str, node: Node) -> None:
        """Write what stands in <tmx> or <body>."""
        if parent == "tmx" and self._body:
            self._write("</body>\n")
            self._body = False
        if parent == "tmx" and node.name == "body":
            self._write(f"<body{_attributes(node)}>\n")
            self._body = True
        elif node.name == TEXT:
            self._write(_text(node.content))
        else:
            self._write(_markup(node) + "\n")

    def end(self) -> None:
        """Write the end tags."""
        self._write("</body>\n</tmx>\n" if self._body else "</tmx>\n")
        self._flush()

    def _write(self, text: str) -> None:
        self._chunk.append(text)
        self._length += len(text)
        if self._length > _CHUNK:
            self._flush()

    def _flush(self) -> None:
        self._stream.write("".join(self._chunk).encode())
        self._chunk.clear()
        self._length = 0


def _markup(node: Node) -> str:
    inside = _text(node.content, "\n" if node.name in _ON_LINES else "")
    if not inside and node.name not in _ON_LINES:
        return f"<{node.name}{_attributes(node)}/>"
    return f"<{node.name}{_attributes(node)}>{inside}</{node.name}>"


def _text(content: list[str | Node], joint: str = "") -> str:
    pieces = [
        _markup(part) if isinstance(part, Node) else escape(without_marks(part), {"\r": "&#13;"})
        for part in content
    ]
    return "".join(f"{joint}{piece}" for piece in pieces) + (joint if pieces else "")


def _attributes(node: Node) -> str:
    return "".join(f" {name}={_quoted(value)}" for name, value in node.attributes.items())


def _quoted(value: str) -> str:
    return f'"{value}"' if value.isascii() and value.isalnum() else quoteattr(without_marks(value))
