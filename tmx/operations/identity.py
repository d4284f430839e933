"""When two units are one: digests of what they say, for comparing millions of them.

What is compared is languages and segments, with their inline tags. Names, dates, notes and
properties tell where words come from, not what they are, and do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b

from tmx.operations.packing import pack_segment
from tmx.operations.sides import plain_tag, source_of
from tmx.units import Segment, Unit, Variant

Compare = Callable[[str], str]
"""Gives a text as it is compared: `tmx.operations.normalising.normalised`."""

_BYTES = 16  # among 10 million units, two different ones are taken for one by a chance of 1e-25
_TAGGED = b"\0"  # no text of XML holds it


class Identity:
    """Gives the digests of units of one memory."""

    __slots__ = ("_compare", "_srclang")

    def __init__(self, srclang: str, compare: Compare | None = None) -> None:
        """Say how to compare.

        Args:
            srclang: the memory's source language.
            compare: gives a text as it is compared; None compares it as it is.
        """
        self._srclang = srclang
        self._compare = compare

    def digests(self, unit: Unit) -> tuple[bytes, bytes]:
        """Return the digest of all that a unit says, and that of its source.

        Units have the first in common where the source and the targets are the same, whatever
        the order of the targets, and the second where the source is the same and the targets are
        in the same languages. A unit without its source shares the second with nothing but its
        doubles.
        """
        source = source_of(unit, self._srclang)
        targets = [item for item in unit.variants if item is not source]
        written = b"" if source is None else self._written(source)
        whole = _digest([written, *sorted(map(self._written, targets))])
        if source is None:
            return whole, whole
        languages = sorted(plain_tag(item.language).encode() for item in targets)
        return whole, _digest([written, *languages])

    def sources(self, unit: Unit) -> list[bytes]:
        """Return the digests of a unit's source with the language of each target.

        Units have one in common where the same source is translated into the same language. A unit
        without its source shares its own with nothing but its doubles.
        """
        source = source_of(unit, self._srclang)
        if source is None:
            return [self.digests(unit)[0]]
        written = self._written(source)
        languages = {plain_tag(item.language) for item in unit.variants if item is not source}
        return [_digest([written, tag.encode()]) for tag in languages] or [_digest([written])]

    def source(self, unit: Unit) -> bytes | None:
        """Return the digest of the source alone, or None where a unit has none."""
        source = source_of(unit, self._srclang)
        return None if source is None else _digest([self._written(source)])

    def _written(self, variant: Variant) -> bytes:
        return f"{plain_tag(variant.language)}\0".encode() + self._content(variant.segment)

    def _content(self, segment: Segment) -> bytes:
        content = segment.content
        compare = self._compare
        if len(content) == 1 and isinstance(content[0], str):
            return _bytes(compare(content[0]) if compare else content[0])
        if compare is None:
            return _TAGGED + pack_segment(segment) if content else b""
        # Text and tags in turn; what stands inside the tags is compared as it is.
        parts = (
            _bytes(compare(part)) if isinstance(part, str) else pack_segment(Segment((part,)))
            for part in content
        )
        return _TAGGED.join(part for part in parts if part)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _digest(pieces: Iterable[bytes]) -> bytes:
    digest = blake2b(digest_size=_BYTES)
    for piece in pieces:
        digest.update(b"%d:" % len(piece))
        digest.update(piece)
    return digest.digest()
