"""`duiqi check`: what looks wrong in a memory or an alignment."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path

import click

from align.cli.base import FINDINGS, Command, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import chosen_options, reading_options
from align.quality.baseline import Baseline, read_baseline
from align.quality.checking import check_pairs
from align.quality.checks import CHECKS
from align.quality.checks.terms import terms_check
from align.quality.findings import Check, Finding, Severity
from align.quality.glossary import read_glossary
from align.quality.output.json_form import as_json
from align.quality.output.sarif import as_sarif
from align.quality.output.text import as_text
from align.quality.pairs import UnitPair
from align.quality.settings import Settings, parse_severities, read_settings
from align.quality.sources import open_source
from tmx.exchange.choices import Choices
from tmx.output import whole_file

_FAILING = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}
_ORDER = tuple(Severity)

Findings = Iterable[tuple[UnitPair, Finding]]


@click.command(
    "check",
    cls=Command,
    example="duiqi check memory.tmx\n"
    "duiqi check memory.tmx --terms glossary.txt --severity spaces=off --fail-on warning\n"
    "duiqi check memory.tmx --baseline known.json --format sarif > findings.sarif",
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--source-lang", help="The source language, where the file does not tell it.")
@click.option("--target-lang", help="The target language, where the file has several.")
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text")
@click.option(
    "--show",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.WARNING.value,
    show_default=True,
    help="Show findings of this severity and worse ones.",
)
@click.option(
    "--severity",
    "said",
    multiple=True,
    metavar="CHECK=LEVEL",
    help="How bad what a check finds is: error, warning, info or off. May be given several times.",
)
@click.option(
    "--terms",
    type=click.Path(path_type=Path),
    metavar="GLOSSARY",
    help="A glossary, a term and its translation a line: find where it is not kept to.",
)
@click.option(
    "--baseline",
    "baseline_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Findings that are known and not told again. The file is written with all findings of "
    "this run where there is none yet, or with --update-baseline.",
)
@click.option("--update-baseline", is_flag=True, help="Write the baseline anew.")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings. (default: duiqi.toml, or pyproject.toml, in this folder)",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAILING)),
    default="error",
    show_default=True,
    help="What makes the exit code 1.",
)
@click.option("--list", "listed", is_flag=True, help="List all checks, and look at no file.")
@reading_options
@pass_console
def check_command(
    console: Console,
    file: Path | None,
    source_lang: str | None,
    target_lang: str | None,
    form: str,
    show: str,
    said: tuple[str, ...],
    terms: Path | None,
    baseline_path: Path | None,
    update_baseline: bool,
    config: Path | None,
    fail_on: str,
    listed: bool,
) -> int:
    """Tell what looks wrong in FILE: TMX, XLIFF, PO, TSV, CSV, XLSX, or an alignment (.json).

    An error misleads a reader, a warning is likely to be wrong, an info is good to know. Nothing
    is changed in the file. The exit code is 1 where errors are found, and 0 otherwise.
    """
    made = [*CHECKS, terms_check(read_glossary(terms) if terms else ())]
    settings = _settings(config, said, made)
    if listed:
        _list(console, made, settings)
        return 0
    if file is None:
        raise click.UsageError("name a file, or say --list")
    if update_baseline and baseline_path is None:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    writes = baseline_path is not None and (update_baseline or not baseline_path.exists())
    known = Baseline() if baseline_path is None or writes else read_baseline(baseline_path)
    counts: Counter[Severity] = Counter()
    silent = Counter[str]()
    shown = _ORDER[: _ORDER.index(Severity(show)) + 1]
    with ExitStack() as stack:
        new = whole_file(baseline_path, force=True) if baseline_path and writes else nullcontext()
        stream = stack.enter_context(new)
        report = stack.enter_context(console.progress(f"checking {file.name}"))
        choices = Choices(source_language=source_lang, target_language=target_lang)
        source = stack.enter_context(
            open_source(file, choices, options=chosen_options(), progress=report)
        )

        def told(findings: Findings) -> Iterator[tuple[UnitPair, Finding]]:
            for pair, finding in findings:
                if writes:
                    known.add(pair, finding)
                elif known.has(pair, finding):
                    silent["known"] += 1
                    continue
                counts[finding.severity] += 1
                if finding.severity in shown:
                    yield pair, finding

        checks = settings.chosen(made)
        findings = told(check_pairs(source.pairs(), checks, settings.said()))
        pieces = {
            "text": lambda: as_text(findings),
            "json": lambda: as_json(str(file), findings),
            "sarif": lambda: as_sarif(str(file), checks, findings),
        }[form]()
        for piece in pieces:
            sys.stdout.write(piece)
        if stream is not None:
            stream.write(known.to_json())
    _sum_up(console, file, counts, silent["known"], shown)
    if writes:
        console.say(f"{baseline_path}: {counted(len(known.known), 'finding')} set down as known")
        return 0
    return FINDINGS if any(counts[severity] for severity in _FAILING[fail_on]) else 0


def _settings(config: Path | None, said: tuple[str, ...], made: list[Check]) -> Settings:
    known = [check.id for check in made]
    in_file = read_settings(Path(), config, known)
    return Settings({**in_file.severities, **parse_severities(said, known, "--severity")})


def _list(console: Console, made: list[Check], settings: Settings) -> None:
    rows = []
    for check in made:
        severity = settings.severities.get(check.id, check.severity)
        rows.append((check.id, severity or "off", check.why, " / ".join(check.example)))
    console.table(("check", "severity", "why it matters", "example"), rows)


def _sum_up(
    console: Console,
    file: Path,
    counts: Counter[Severity],
    known: int,
    shown: tuple[Severity, ...],
) -> None:
    parts = [counted(counts[severity], severity.value) for severity in _ORDER if severity != "info"]
    parts.append(f"{counts[Severity.INFO]:,} infos")
    hidden = sum(count for severity, count in counts.items() if severity not in shown)
    more = [f"{known:,} known"] if known else []
    if hidden:
        more.append(f"{hidden:,} not shown (--show info)")
    console.say(f"{file}: {', '.join(parts + more)}")
