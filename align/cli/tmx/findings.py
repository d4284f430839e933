"""How findings are shown: as text for people, as JSON for programs; both as they come."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from align.cli.console import counted
from tmx.validation import RULES, Finding, Rule, Severity


@dataclass(slots=True)
class Outcome:
    """What is known once all findings have been shown.

    Attributes:
        units: how many units have been looked at.
        mended: how often each rule was broken and is kept now, where a memory was mended.
        dropped: how many units were left out.
    """

    units: int = 0
    mended: Mapping[str, int] | None = None
    dropped: int = 0


@dataclass(slots=True)
class Shown:
    """What has been shown so far.

    Attributes:
        memory: the file.
        tools: the tools whose demands count.
        most: how many findings of one rule are shown; None for all.
        to_error: whether to standard error, rather than to standard output.
        lead: what is written before the first of it.
        counts: how many findings there are of each rule.
    """

    memory: Path
    tools: Collection[str]
    most: int | None
    to_error: bool
    lead: str = ""
    counts: Counter[str] = field(default_factory=Counter)

    def write(self, text: str) -> None:
        """Write text, to the stream as it is at that moment (a progress bar replaces it)."""
        print(self.lead + text, end="", file=sys.stderr if self.to_error else sys.stdout)
        self.lead = ""

    def takes(self, finding: Finding) -> bool:
        """Count a finding, and return whether it is to be shown."""
        name = finding.rule.id
        self.counts[name] += 1
        return self.most is None or self.counts[name] <= self.most

    def of(self, severity: Severity) -> int:
        """Return how many findings of a severity there are."""
        return sum(n for name, n in self.counts.items() if RULES[name].severity is severity)

    def by_rule(self) -> list[tuple[Rule, int]]:
        """Return the rules that are broken and how often, errors first, then the most frequent."""
        order = list(Severity)
        return sorted(
            ((RULES[name], count) for name, count in self.counts.items()),
            key=lambda item: (order.index(item[0].severity), -item[1], item[0].id),
        )


class Reporter(Protocol):
    """Shows findings."""

    def __call__(self, findings: Iterable[Finding], shown: Shown, outcome: Outcome) -> None:
        """Show findings as they come, and a summary behind them.

        Args:
            findings: taken one by one.
            shown: where to, and what is counted.
            outcome: filled in by whoever gives the findings, before the last one is taken.
        """


def show_text(findings: Iterable[Finding], shown: Shown, outcome: Outcome) -> None:
    """Show findings as text, each with its line as compilers do it (see `Reporter`)."""
    for finding in findings:
        if not shown.takes(finding):
            continue
        rule = finding.rule
        where = f"{shown.memory}:{finding.line}: {rule.severity}"
        shown.write(f"{where}: {finding.message} [{rule.id}]\n")
        shown.write(f"    why: {rule.reason(shown.tools)}\n")
        shown.write(f"    mend: {_mend(rule)}\n")
    _text_summary(shown, outcome)


def _text_summary(shown: Shown, outcome: Outcome) -> None:
    def say(line: str) -> None:
        shown.write(line + "\n")

    rules = shown.by_rule()
    if rules:
        say("")
        width = max(len(f"{count:,}") for _, count in rules)
        for rule, count in rules:
            hidden = 0 if shown.most is None else max(0, count - shown.most)
            more = f" ({hidden:,} not shown; --all shows them)" if hidden else ""
            say(f"{count:>{width},}  {rule.severity:7}  {rule.id}{more}")
    for name, count in sorted((outcome.mended or {}).items()):
        say(f"mended: {count:,} {name}")
    if outcome.dropped:
        say(f"dropped: {counted(outcome.dropped, 'unit')}")
    errors, warnings = shown.of(Severity.ERROR), shown.of(Severity.WARNING)
    infos = shown.of(Severity.INFO)
    where = shown.memory if outcome.mended is None else "left"
    say(
        f"{where}: {counted(outcome.units, 'unit')}, {counted(errors, 'error')}, "
        f"{counted(warnings, 'warning')}, {counted(infos, 'info')}"
    )


def show_json(findings: Iterable[Finding], shown: Shown, outcome: Outcome) -> None:
    """Show findings as one JSON object, written as they come (see `Reporter`)."""
    head = {"memory": str(shown.memory), "tools": list(shown.tools)}
    shown.write(f'{_json(head)[:-1]}, "findings": [')
    joint = "\n"
    for finding in findings:
        if shown.takes(finding):
            shown.write(joint + _json(_finding(finding, shown.tools)))
            joint = ",\n"
    tail: dict[str, Any] = {
        "summary": [
            {"rule": rule.id, "severity": rule.severity, "count": count}
            for rule, count in shown.by_rule()
        ],
        "units": outcome.units,
        "errors": shown.of(Severity.ERROR),
        "warnings": shown.of(Severity.WARNING),
        "infos": shown.of(Severity.INFO),
    }
    if outcome.mended is not None:
        tail |= {"mended": dict(sorted(outcome.mended.items())), "dropped": outcome.dropped}
    shown.write(f"\n], {_json(tail)[1:]}\n")


def _finding(finding: Finding, tools: Collection[str]) -> dict[str, Any]:
    rule = finding.rule
    return {
        "line": finding.line,
        "unit": finding.unit,
        "rule": rule.id,
        "kind": rule.kind,
        "severity": rule.severity,
        "what": finding.what,
        "why": rule.reason(tools),
        "mend": rule.mend,
        "mended_by_fix": rule.mended,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _mend(rule: Rule) -> str:
    return f"{rule.mend} (--fix does it)" if rule.mended and "--fix" not in rule.mend else rule.mend
