"""What the user has set down about checks: in duiqi.toml, or in pyproject.toml under tool.duiqi."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from align.errors import AlignmentError
from align.quality.findings import Check, Severity
from align.text_files import read_text

OFF = "off"
"""Stands for a severity: the check is left out."""

_CHECK = "check"
_FILES = ("duiqi.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """Which checks are made, and how bad what they find is.

    Attributes:
        severities: by the check's id, where it is not the check's own; None leaves it out.
    """

    severities: Mapping[str, Severity | None] = field(default_factory=dict)

    def chosen(self, checks: Sequence[Check]) -> list[Check]:
        """Return the checks that are not left out."""
        return [check for check in checks if self.severities.get(check.id, check.severity)]

    def said(self) -> dict[str, Severity]:
        """Return the severities that the user says, by the check's id."""
        return {check: severity for check, severity in self.severities.items() if severity}


NO_SETTINGS = Settings()
"""Nothing is set: each check is as bad as it says itself."""


def read_settings(folder: Path, file: Path | None, known: Iterable[str]) -> Settings:
    """Read settings: a table `check` whose keys are checks and whose values are severities.

        [check]                      # in pyproject.toml: [tool.duiqi.check]
        number-missing = "error"
        spaces = "off"

    Args:
        folder: where duiqi.toml or pyproject.toml may lie; the first that there is counts.
        file: one to be read instead.
        known: the ids of all checks.

    Raises:
        AlignmentError: the file can't be read, or says what can't be.
    """
    paths = [file] if file else [folder / name for name in _FILES if (folder / name).is_file()]
    for path in paths:
        table = _table(path)
        if table is not None:
            said = [f"{name}={value}" for name, value in table.items()]
            return Settings(parse_severities(said, known, str(path)))
    return NO_SETTINGS


def parse_severities(
    said: Iterable[str], known: Iterable[str], where: str
) -> dict[str, Severity | None]:
    """Read what is said of checks, each as "check=severity".

    Args:
        said: as the command line has it.
        known: the ids of all checks.
        where: what to name in an error.

    Raises:
        AlignmentError: there is no such check or severity.
    """
    checks = set(known)
    severities: dict[str, Severity | None] = {}
    for item in said:
        check, _, severity = item.partition("=")
        if check not in checks:
            near = difflib.get_close_matches(check, checks, n=2)
            hint = f"did you mean {' or '.join(near)}?" if near else "duiqi check --list shows all"
            raise AlignmentError(f"{where}: there is no check {check!r}; {hint}")
        if severity != OFF and severity not in list(Severity):
            levels = ", ".join((*Severity, OFF))
            raise AlignmentError(f"{where}: {check} can't be {severity!r}; say one of {levels}")
        severities[check] = None if severity == OFF else Severity(severity)
    return severities


def _table(path: Path) -> dict[str, Any] | None:
    text = read_text(path)
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AlignmentError(f"{path}: no TOML: {error}") from error
    where = ""
    if path.name == "pyproject.toml":
        tools = data.get("tool")
        data = tools.get("duiqi", {}) if isinstance(tools, dict) else {}
        where = "tool.duiqi."
    table = data.get(_CHECK) if isinstance(data, dict) else data
    if table is not None and not isinstance(table, dict):
        raise AlignmentError(f"{path}: check must be a table: [{where}{_CHECK}]")
    if other := next((name for name in data if name != _CHECK), None):
        raise AlignmentError(
            f"{path}: there is no setting {where}{other}; what checks find is set in "
            f"the table [{where}{_CHECK}]"
        )
    return table
