"""Findings as SARIF 2.1.0, the format that code hosts and editors show.

Static Analysis Results Interchange Format, OASIS 2020. Memories have no lines that a person would
look for, so a finding's place is the unit by its name (a logical location) in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import PurePath

from align.quality.findings import Check, Finding, Severity
from align.quality.output.excerpts import excerpts
from align.quality.pairs import UnitPair

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(
    name: str, checks: Sequence[Check], findings: Iterable[tuple[UnitPair, Finding]]
) -> Iterator[str]:
    """Give the text of the log piece by piece, a result a line.

    Args:
        name: the file that was looked at.
        checks: those that were made.
        findings: with their pairs.
    """
    driver = {
        "name": "duiqi",
        "version": version("duiqi"),
        "rules": [
            {
                "id": check.id,
                "shortDescription": {"text": check.why},
                "defaultConfiguration": {"level": _LEVELS[check.severity]},
            }
            for check in checks
        ],
    }
    yield (
        f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"tool": {{"driver": '
        f'{json.dumps(driver, ensure_ascii=False)}}}, "results": ['
    )
    joint = "\n"
    for pair, finding in findings:
        yield joint + json.dumps(_result(name, pair, finding), ensure_ascii=False)
        joint = ",\n"
    yield "\n]}]}\n"


def _result(name: str, pair: UnitPair, finding: Finding) -> dict[str, object]:
    source, target = excerpts(pair, finding.places)
    location = {
        "physicalLocation": {"artifactLocation": {"uri": PurePath(name).as_posix()}},
        "logicalLocations": [{"name": finding.name, "kind": "element"}],
    }
    return {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.name}: {finding.message}\n{source}\n{target}"},
        "locations": [location],
    }
