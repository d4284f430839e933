"""Findings as JSON: an object with the file, the findings, and their number by severity."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.metadata import version

from align.quality.findings import Finding, Severity
from align.quality.pairs import UnitPair

VERSION = 1
"""Grows when a reader of an older version would no longer understand."""


def as_json(name: str, findings: Iterable[tuple[UnitPair, Finding]]) -> Iterator[str]:
    """Give the text of the object piece by piece, a finding a line.

    Args:
        name: the file that was looked at.
        findings: with their pairs.
    """
    head = {"format": "duiqi-findings", "version": VERSION, "creator": f"duiqi {version('duiqi')}"}
    yield f'{json.dumps(head | {"file": name}, ensure_ascii=False)[:-1]}, "findings": ['
    counts = Counter(dict.fromkeys(Severity, 0))
    joint = "\n"
    for pair, finding in findings:
        counts[finding.severity] += 1
        row = asdict(finding) | {"source": pair.source.text, "target": pair.target.text}
        yield joint + json.dumps(row, ensure_ascii=False)
        joint = ",\n"
    yield f'\n], "counts": {json.dumps(counts)}}}\n'
