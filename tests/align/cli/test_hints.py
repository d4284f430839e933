"""An option that a command lacks: the error says what was meant, or which command has it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from align.cli import main


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("check m.tmx --json", "duiqi check has no option --json; say --format json"),
        ("check m.tmx --sarif", "duiqi check has no option --sarif; say --format sarif"),
        ("tmx convert m.tmx --tsv o", "duiqi tmx convert has no option --tsv; say --to tsv"),
        (
            "score m.tmx --html r.html",
            "duiqi score has no option --html; duiqi align and duiqi check have it",
        ),
        ("tmx filter m.tmx --min-score 1", "; duiqi align and duiqi terms have it"),
        ("align a b --leave-one-out", "; duiqi score has it"),
        ("tmx merge m.tmx --source-lang zh", "and "),
        ("align a b --sorce-lang zh", "duiqi align has no option --sorce-lang; did you mean"),
        ("check m.tmx -o r.html", "duiqi check has no option -o"),
        ("--bibliography", "duiqi has no option --bibliography"),
    ],
)
def test_the_error_hints_at_what_was_meant(line: str, told: str) -> None:
    found = CliRunner().invoke(main, line.split())
    assert found.exit_code == 2
    assert len(found.stderr.splitlines()) == 1
    assert told in found.stderr
    assert found.stderr.rstrip().endswith("--help)")


def test_no_more_than_some_commands_are_named() -> None:
    found = CliRunner().invoke(main, ["tmx", "stats", "--output", "o"])
    assert found.stderr.count("duiqi tmx") <= 6
    assert " more have it" in found.stderr
