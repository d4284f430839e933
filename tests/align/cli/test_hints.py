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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "tmx dedupe a.tmx b.tmx -o c.tmx",
            "duiqi tmx dedupe takes MEMORY; left over: b.tmx; call it for each memory, or make"
            " one of them with duiqi tmx merge",
        ),
        ("tmx flip a b c d e f -o g", "left over: b, c, d and 2 more; call it"),
        ("tmx filter a.tmx score = 1 -o c.tmx", "left over: =, 1; put the expression in quotes"),
        ("tmx lookup a.tmdb The General Assembly", "left over: General, Assembly; put the text in"),
        ("tmx diff a b c", "takes OLD NEW; left over: c; call it for each pair of memories"),
        ("align a b c", "takes SOURCE [TARGET]; left over: c; call it for each pair of files"),
        ("check a.tmx b.tmx", "left over: b.tmx; call it for each file"),
        ("score a.tmx b.tmx", "left over: b.tmx; call it for each file"),
        ("evaluate a b c", "left over: c; give two files, or two folders of files"),
        ("corpora show a b", "left over: b; call it for each name"),
        ("corpora list a", "takes no argument; left over: a"),
    ],
)
def test_of_too_many_arguments_it_says_which_and_what_to_do(line: str, told: str) -> None:
    found = CliRunner().invoke(main, line.split())
    assert found.exit_code == 2
    assert len(found.stderr.splitlines()) == 1
    assert told in found.stderr
    assert found.stderr.rstrip().endswith("--help)")


def test_no_more_than_some_commands_are_named() -> None:
    found = CliRunner().invoke(main, ["tmx", "stats", "--output", "o"])
    assert found.stderr.count("duiqi tmx") <= 6
    assert " more have it" in found.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("align a b -o", "duiqi align: -o takes a value: -o PATH"),
        (
            "tmx lang a.tmx -o b.tmx --rename",
            "duiqi tmx lang: --rename takes a value: --rename OLD=NEW",
        ),
        ("align a b --level", "duiqi align: --level takes one of sentence, clause, paragraph"),
        (
            "tmx validate a.tmx --fail-on",
            "duiqi tmx validate: --fail-on takes one of error, warning",
        ),
        ("tmx lookup a.tmdb b --context c", "--context takes 2 values: --context PREV NEXT"),
        ("score a.tmx --threads", "duiqi score: --threads takes a value: --threads NUMBER"),
        ("check a.tmx --list=all", "duiqi check: --list takes no value"),
        ("score a.tmx --quiet=yes", "duiqi score: --quiet takes no value"),
        ("score a.tmx --threads all", "'--threads': 'all' is not a valid whole number"),
    ],
)
def test_of_an_option_that_is_used_wrongly_it_says_what_it_takes(line: str, told: str) -> None:
    found = CliRunner().invoke(main, line.split())
    assert found.exit_code == 2
    assert len(found.stderr.splitlines()) == 1
    assert told in found.stderr
    assert found.stderr.rstrip().endswith("--help)")
