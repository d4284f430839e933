"""What a memory says of where it comes from, when it is made of other memories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tmx.units import Header, Property

SOURCE = "x-made-from"
"""The type of the header's property that names a memory that this one was made from."""


def made_from(header: Header, names: Sequence[str], *, tool_version: str, date: datetime) -> Header:
    """Return the header of a memory that duiqi makes from others.

    The tool is duiqi, the memory is TMX 1.4, it is changed at the date, and a property names each
    memory that it comes from with the tool that made that. All else stays as it is.

    Args:
        header: that of the (first) memory.
        names: the file names of the memories, without folders.
        tool_version: the version of duiqi.
        date: when it is made.
    """
    known = tuple(item for item in header.annotations)
    had = f" ({header.creationtool} {header.creationtoolversion})".replace(" )", ")")
    sources = tuple(
        Property(SOURCE, name + (had if place == 0 and header.creationtool else ""))
        for place, name in enumerate(names)
    )
    return replace(
        header,
        creationtool="duiqi",
        creationtoolversion=tool_version,
        changedate=date,
        creationdate=header.creationdate or date,
        annotations=known + tuple(item for item in sources if item not in known),
        version="1.4",
    )
