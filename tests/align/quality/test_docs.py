"""docs/quality.md lists every check as it is."""

from pathlib import Path

import pytest

from align.quality.checks import CHECKS
from align.quality.checks.terms import terms_check
from align.quality.findings import Check

PAGE = (Path(__file__).parents[3] / "docs/quality.md").read_text("utf-8")


@pytest.mark.parametrize("check", [*CHECKS, terms_check(())], ids=lambda check: check.id)
def test_the_page_tells_severity_and_why_of_each_check(check: Check) -> None:
    assert f"| `{check.id}` | {check.severity} | {check.why} |" in PAGE


def test_the_page_tells_of_no_other_check() -> None:
    assert PAGE.count("\n| `") == len(CHECKS) + 1
