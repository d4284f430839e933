"""Packs a unit into a few bytes, for the temporary store, and unpacks it again.

The form is MessagePack: arrays of a noun's fields in their order. It changes when a noun does, so
it is only for what does not outlive the program.
"""

from __future__ import annotations

import msgspec

from tmx.errors import TmxError
from tmx.units import Segment, Unit

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Unit).decode


def pack(unit: Unit) -> bytes:
    """Return a unit as bytes that `unpack` takes.

    Raises:
        TmxError: a text holds half of a surrogate pair, which no encoding has.
    """
    try:
        return _encode(unit)
    except UnicodeEncodeError as error:
        raise TmxError(f"a unit holds half of a surrogate pair: {error}; leave it out") from error


def unpack(data: bytes) -> Unit:
    """Return the unit that was packed."""
    return _decode(data)


def pack_segment(segment: Segment) -> bytes:
    """Return a segment as bytes: different ones where text or tags differ."""
    return _encode(segment)
