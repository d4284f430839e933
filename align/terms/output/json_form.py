"""Entries as JSON, for programs: an object with the languages, the files and the entries."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import BinaryIO

import msgspec

from align.terms.output.glossary import Glossary

VERSION = 1
"""Grows when a reader of an older version would no longer understand."""


def write_json(glossary: Glossary, stream: BinaryIO) -> None:
    """Write entries as JSON, one a line."""
    head = {
        "format": "duiqi-terms",
        "version": VERSION,
        "creator": f"duiqi {version('duiqi')}",
        "source_language": glossary.languages[0],
        "target_language": glossary.languages[1],
        "documents": list(glossary.documents),
    }
    entries = map(msgspec.to_builtins, glossary.entries)
    rows = (json.dumps(entry, ensure_ascii=False) for entry in entries)
    text = f'{json.dumps(head, ensure_ascii=False)[:-1]}, "entries": [\n' + ",\n".join(rows)
    stream.write(f"{text}\n]}}\n".encode("utf-8", "replace"))
