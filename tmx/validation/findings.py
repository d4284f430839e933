"""What a validation finds, and the table of rules that it holds a memory against."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from types import MappingProxyType

EVERY = "every"
"""Stands in a rule for every tool."""

TOOLS: Mapping[str, str] = MappingProxyType(
    {
        "omegat": "OmegaT",
        "trados": "Trados",
        "memoq": "memoQ",
        "phrase": "Phrase",
        "wordfast": "Wordfast Classic",
        "tmxvalidator": "TMXValidator",
    }
)
"""The tools whose demands are known: the name in commands and the name of the product."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Something is refused, or would be missing after the import."""
    WARNING = "warning"
    """It is imported, and something goes wrong or is lost."""
    INFO = "info"
    """Good to know."""


class Kind(StrEnum):
    """What a rule comes from."""

    XML = "xml"
    """XML 1.0: whether it can be read at all."""
    DTD = "dtd"
    """The document type of TMX 1.4b."""
    IMPORT = "import"
    """What importers in general take for granted."""
    TOOL = "tool"
    """A demand of one tool, or of a few."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: its name.
        kind: what it comes from.
        severity: how much it matters when a memory breaks it.
        why: what happens then, for each tool that it concerns, or for `EVERY` one.
        mend: what to do then.
        mended: whether `tmx.validation.mend` does that.
    """

    id: str
    kind: Kind
    severity: Severity
    why: Mapping[str, str]
    mend: str
    mended: bool

    def concerns(self, tools: Collection[str]) -> bool:
        """Whether it concerns any of the tools."""
        return EVERY in self.why or not self.why.keys().isdisjoint(tools)

    def reason(self, tools: Collection[str] = tuple(TOOLS)) -> str:
        """Return why it matters to these tools, as one line."""
        reasons = [self.why[EVERY]] if EVERY in self.why else []
        reasons += [
            f"{TOOLS[tool]}: {self.why[tool]}" for tool in TOOLS if tool in tools & self.why.keys()
        ]
        return "; ".join(reasons)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a memory breaks a rule.

    Attributes:
        line: the line, the first 1.
        unit: the unit's tuid, or its place in the memory ("#3"); None outside of units.
        rule: the rule.
        what: what is wrong there.
    """

    line: int
    unit: str | None
    rule: Rule
    what: str

    @property
    def message(self) -> str:
        """What is wrong, with the unit's name before it."""
        return self.what if self.unit is None else f"unit {self.unit}: {self.what}"


def _load() -> Mapping[str, Rule]:
    text = resources.files("tmx.validation").joinpath("rules.toml").read_text("utf-8")
    rules = (
        Rule(
            id=name,
            kind=Kind(entry["kind"]),
            severity=Severity(entry["severity"]),
            why=MappingProxyType(entry["why"]),
            mend=entry["mend"],
            mended=entry.get("mended", False),
        )
        for name, entry in tomllib.loads(text).items()
    )
    return MappingProxyType({rule.id: rule for rule in rules})


RULES: Mapping[str, Rule] = _load()
"""All rules by their names, in the order of the table."""
