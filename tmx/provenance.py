"""What a memory says of where it comes from, when it is made of other memories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tmx.units import Header, Property

SOURCE = "x-made-from"
"""The type of the header's property that names a memory that this one was made from."""

DOCUMENT = "x-document"
"""The type of the property that names the document that a unit comes from."""


def origin(name: str, header: Header) -> Property:
    """Return the property that names a memory, with the tool that made it where that is known."""
    tool = f"{header.creationtool} {header.creationtoolversion}".strip()
    return Property(SOURCE, f"{name} ({tool})" if header.creationtool else name)


def made_from(header: Header, names: Sequence[str], *, tool_version: str, date: datetime) -> Header:
    """Return the header of a memory that duiqi makes from others.

    The tool is duiqi, the memory is TMX 1.4, it is changed at the date, and a property names each
    memory that it comes from, the first one with the tool that made it. Memories that the header
    names already are not named again, and all else stays as it is.

    Args:
        header: that of the (first) memory.
        names: the file names of the memories, without folders.
        tool_version: the version of duiqi.
        date: when it is made.
    """
    annotations = header.annotations
    for place, name in enumerate(names):
        named = origin(name, header) if place == 0 else Property(SOURCE, name)
        said = {item.value for item in annotations if isinstance(item, Property)}
        if place == 0 or not any(value == name or value.startswith(f"{name} (") for value in said):
            annotations += () if named in annotations else (named,)
    return replace(
        header,
        creationtool="duiqi",
        creationtoolversion=tool_version,
        changedate=date,
        creationdate=header.creationdate or date,
        annotations=annotations,
        version="1.4",
    )
