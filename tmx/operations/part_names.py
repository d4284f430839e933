"""Names for the files that a memory is cut into: safe on every system, no two the same."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from tmx.errors import TmxError

_FIELD = re.compile(r"\{([^{}]*)\}")
_UNSAFE = re.compile(r"[^\w.\-]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
_MOST_BYTES = 120
"""Of a value in a name; file systems take 255 for a whole name."""

WITHOUT = "without"
"""Stands for a value that is missing."""


class PartNames:
    """Gives one file name after another."""

    def __init__(self, pattern: str, stem: str) -> None:
        """Take the pattern of the names.

        Args:
            pattern: a file name in which {stem}, {number} (with four digits) and {value} are
                replaced.
            stem: the name of the memory that is cut, without its ending.

        Raises:
            TmxError: the pattern holds another field, names a folder, or names nothing that
                differs from part to part.
        """
        fields = set(_FIELD.findall(pattern))
        if unknown := sorted(fields - {"stem", "number", "value"}):
            raise TmxError(
                f"the pattern {pattern!r} has {{{unknown[0]}}}; there are {{stem}}, {{number}} "
                "and {value}"
            )
        if not fields & {"number", "value"}:
            raise TmxError(f"the pattern {pattern!r} needs {{number}} or {{value}}")
        if "/" in pattern or "\\" in pattern:
            raise TmxError(f"the pattern {pattern!r} names a folder; --output does that")
        self._pattern = pattern
        self._stem = stem
        self._number = 0
        self._given: set[str] = set()

    def next(self, value: str | None = None) -> str:
        """Return the name of the next part.

        Args:
            value: what its units have in common, or None.
        """
        self._number += 1
        fields = {
            "stem": self._stem,
            "number": f"{self._number:04}",
            "value": WITHOUT if value is None else safe(value),
        }
        name = _FIELD.sub(lambda match: fields[match[1]], self._pattern)
        if _RESERVED.match(name) or name.startswith("."):
            name = f"_{name}"
        base, count = Path(name), 1
        while name.casefold() in self._given:
            count += 1
            name = f"{base.stem}-{count}{base.suffix}"
        self._given.add(name.casefold())
        return name


def safe(value: str) -> str:
    """Return a value as it can stand in a file's name on every system; never empty."""
    plain = _UNSAFE.sub("-", unicodedata.normalize("NFC", value)).strip("-.")
    cut = plain.encode()[:_MOST_BYTES].decode(errors="ignore")
    return cut or "_"
