"""Entries against the glossary that the user has."""

from __future__ import annotations

import pytest

from align.quality.checks.terms import Term
from align.terms import Status
from align.terms.known import compared
from tests.align.terms.entries import entry


@pytest.mark.parametrize(
    ("glossary", "status"),
    [
        ([], Status.NEW),
        ([Term("其他", ("Programme of Action",))], Status.NEW),
        ([Term("行动纲领", ("programme  of action", "Action Programme"))], Status.KNOWN),
        ([Term("行动纲领", ("Programme of Action",))], Status.DIFFERENT),
        ([Term("行动纲领", ("Action Plan",))], Status.DIFFERENT),
    ],
)
def test_status(glossary: list[Term], status: Status) -> None:
    (found,) = compared([entry("行动纲领", "Programme of Action", "Action Programme")], glossary)
    assert found.status is status
