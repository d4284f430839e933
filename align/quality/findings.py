"""The nouns of checking: Severity, Place, Finding, Check and the watcher that does its work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from align.quality.pairs import UnitPair


class Severity(StrEnum):
    """How bad a finding is.

    An ERROR is wrong, and a reader of the translation is misled by it; a WARNING is likely to be
    wrong; an INFO is good to know.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the offending text stands.

    Attributes:
        side: "source" or "target".
        start: the first character of that side's text, counted from 0.
        end: the character after the last one.
    """

    side: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has found in one pair.

    Attributes:
        check: the check's id.
        severity: how bad it is.
        message: what is wrong, in a few words for a person.
        number: the place of the unit in the memory, the first 1.
        name: what a message calls the unit.
        places: the offending text, on one side or on both.
    """

    check: str
    severity: Severity
    message: str
    number: int
    name: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a watcher tells; with its check it becomes a Finding.

    Attributes:
        message: what is wrong.
        places: the offending text.
        severity: where it is not the check's own.
        pair: where it is not the one that was looked at last.
    """

    message: str
    places: tuple[Place, ...] = ()
    severity: Severity | None = None
    pair: UnitPair | None = None


Find = Callable[[UnitPair], Iterable[Found]]
"""Looks at one pair by itself."""


class Watcher(Protocol):
    """Looks at the pairs of one memory, one after the other."""

    @property
    def look(self) -> Find:
        """What looks at the next pair; what it tells may concern one before it."""

    def end(self) -> Iterable[Found]:
        """Tell what is known only at the end."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that may be wrong.

    Attributes:
        id: its name, in lower case with hyphens.
        severity: how bad it is where the user says nothing else.
        why: one sentence that says why it matters.
        example: a source and a target in which it is found.
        begin: makes the watcher for one memory.
    """

    id: str
    severity: Severity
    why: str
    example: tuple[str, str]
    begin: Callable[[], Watcher]


def each(find: Find) -> Callable[[], Watcher]:
    """Make a check's `begin` of a function that looks at every pair by itself."""
    return lambda: _Each(find)


class _Each:
    def __init__(self, find: Find) -> None:
        self.look = find

    def end(self) -> Iterable[Found]:
        return ()
