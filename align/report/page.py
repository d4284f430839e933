"""Writes the report as one page that needs no network and runs no text of the documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import BinaryIO

from align.quality.checks.shift import SHIFTED
from align.quality.findings import Check, Severity
from align.quality.scoring.summary import FAIR, GOOD
from align.report.data import (
    LOW,
    WRONG,
    ReportUnit,
    first_to_look_at,
    in_target_order,
    row,
    whys,
)
from align.report.embedding import json_in_html, policy_hash

_SCRIPTS = ("map.js", "report.js")


@dataclass(frozen=True, slots=True)
class Head:
    """What the report says of the whole.

    Attributes:
        title: the file's name.
        languages: the tags of the source and of the target.
        doubts: what speaks against the two documents being versions of one.
        verdict: one line, or "" where none was asked for.
        figures: names and values, in the order in which they are shown.
        signature: what the quality of units depends on, or "".
        looks: how many units there are to look at and why, where the verdict counts fewer, or "".
        meaning: what quality and score tell, in a sentence, or "" where there are none.
        created: the date, as a person reads it.
    """

    title: str
    languages: tuple[str, str]
    doubts: Sequence[str]
    verdict: str
    figures: Sequence[tuple[str, str]]
    looks: str
    signature: str
    meaning: str
    created: str


def write_report(
    stream: BinaryIO, head: Head, units: Sequence[ReportUnit], checks: Sequence[Check]
) -> None:
    """Write a report.

    The documents' text stands in the page as JSON, which no browser runs, and comes into view as
    text only; a content security policy lets the browser run the page's own script alone.

    Args:
        stream: takes the bytes; it is not closed.
        head: what it says of the whole.
        units: all of them, in their order.
        checks: those that were made.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("align.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    folder = resources.files("align.report")
    script = "\n".join(folder.joinpath(name).read_text("utf-8") for name in _SCRIPTS)
    style = folder.joinpath("report.css").read_text("utf-8")
    counts = {
        severity.value: sum(
            any(finding.severity is severity for finding in unit.findings) for unit in units
        )
        for severity in Severity
    }
    data = {
        "languages": head.languages,
        "first": first_to_look_at(units),
        "slipped": SHIFTED,
        "targets": in_target_order(units),
        "low": round(LOW * 1000),
        "wrong": round(WRONG * 1000),
        "whys": whys(checks),
        "units": [row(unit) for unit in units],
    }
    template = environment.get_template("report.html.jinja")
    pieces = template.stream(
        head=head,
        found=_found(counts),
        counts=counts,
        total=len(units),
        told=_told(units),
        moved=any(unit.moved for unit in units),
        low=LOW,
        wrong=WRONG,
        good=GOOD,
        fair=FAIR,
        checks=sorted({finding.check for unit in units for finding in unit.findings}),
        script=script,
        style=style,
        script_hash=policy_hash(script),
        style_hash=policy_hash(style),
        data=json_in_html(data),
    )
    for piece in pieces:
        stream.write(piece.encode("utf-8", "replace"))


def _told(units: Sequence[ReportUnit]) -> str:
    """Return what is told of units: their quality, their score, either, or ""."""
    quality = ["quality"] if any(unit.quality is not None for unit in units) else []
    score = ["score"] if any(unit.score is not None for unit in units) else []
    return " or ".join(quality + score)


def _found(counts: Mapping[str, int]) -> str:
    """Return what was found, in a line that stands where no verdict can."""
    for severity in (Severity.ERROR, Severity.WARNING):
        if count := counts[severity.value]:
            units = "1 unit has" if count == 1 else f"{count:,} units have"
            return f"{units} {severity.value}s"
    return "No errors and no warnings"
