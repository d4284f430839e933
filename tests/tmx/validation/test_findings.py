"""The table of rules, and the page that shows it."""

from pathlib import Path

import pytest

from tmx.validation import RULES, Rule

PAGE = Path(__file__).parents[3] / "docs" / "validation.md"


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_page_shows_every_rule_as_the_table_has_it(rule: Rule) -> None:
    cells = (
        f"`{rule.id}`",
        rule.severity,
        rule.reason().replace("<", "\\<"),
        rule.mend.replace("<", "\\<"),
        "yes" if rule.mended else "no",
    )
    assert f"| {' | '.join(cells)} |\n" in PAGE.read_text("utf-8")


def test_the_page_shows_nothing_else() -> None:
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert len(rows) == len(RULES)
