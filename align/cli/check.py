"""`duiqi check`: what looks wrong in a memory or an alignment."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, TypeVar

import click

from align.alignment import Alignment
from align.alignment_file import alignment_from_json
from align.cli.base import FINDINGS, Command, check_outputs, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import chosen_options, format_option, reading_options
from align.quality.baseline import Baseline, read_baseline
from align.quality.checking import check_pairs
from align.quality.checks import CHECKS, NAMES
from align.quality.checks.terms import terms_check
from align.quality.findings import Check, Finding, Severity
from align.quality.glossary import read_glossary
from align.quality.output.json_form import as_json
from align.quality.output.sarif import as_sarif
from align.quality.output.text import as_text
from align.quality.pairs import UnitPair
from align.quality.scoring.writing import signature_of
from align.quality.settings import Settings, parse_severities, read_settings
from align.quality.sources import open_source
from align.report import report_units, target_places, write_report_of
from align.text_files import read_bytes
from tmx.exchange.choices import Choices
from tmx.operations.stale_scores import current_scores
from tmx.output import STANDARD_OUTPUT, whole_file

_FAILING = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}
_ORDER = tuple(Severity)

_Item = TypeVar("_Item")
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
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How findings are shown: as text, as one JSON object, or as SARIF 2.1.0.",
)
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
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the report: a page that shows what to look at, for any browser.",
)
@click.option("--force", is_flag=True, help="Replace a report that exists.")
@click.option("--list", "listed", is_flag=True, help="List all checks, and look at no file.")
@format_option
@reading_options
@pass_console
def check_command(
    console: Console,
    file: Path | None,
    format_in: str | None,
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
    html: Path | None,
    force: bool,
    listed: bool,
) -> int:
    """Tell what looks wrong in FILE: TMX, XLIFF, PO, TSV, CSV, XLSX, or an alignment (.json).

    An error misleads a reader, a warning is likely to be wrong, an info is good to know. Nothing
    is changed in the file. The exit code is 1 where errors are found, and 0 otherwise.
    """
    made = [*CHECKS, terms_check(read_glossary(terms) if terms else ())]
    in_file = read_settings(Path(), config, NAMES)
    on_the_line = parse_severities(said, NAMES, "--severity")
    settings = Settings({**in_file.severities, **on_the_line})
    if listed:
        _list(console, made, settings)
        return 0
    if file is None:
        raise click.UsageError("name a file, or say --list")
    if update_baseline and baseline_path is None:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    if STANDARD_OUTPUT in (html, baseline_path):
        raise click.UsageError("the findings go to standard output; name a file for the report")
    check_outputs([html, baseline_path], [file, terms, config])
    known, writes = Baseline(), False
    if baseline_path is not None:
        writes = update_baseline or not baseline_path.exists()
        if baseline_path.exists():
            known = read_baseline(baseline_path, anew=update_baseline)
    tally = _Tally(known, writes)
    shown = _ORDER[: _ORDER.index(Severity(show)) + 1]
    checks = settings.chosen(made)
    with ExitStack() as stack:
        baseline = _opened(stack, baseline_path if writes else None, force=True)
        page = _opened(stack, html, force=force)
        report = stack.enter_context(console.progress(f"checking {file.name}"))
        choices = Choices(source_language=source_lang, target_language=target_lang)
        source = stack.enter_context(
            open_source(
                file, choices, format_name=format_in, options=chosen_options(), progress=report
            )
        )
        if page is not None:
            source = replace(source, units=current_scores(source.units, source.name))
        pairs: list[UnitPair] = []
        reported: list[tuple[UnitPair, Finding]] = []
        looked_at = source.pairs() if page is None else _keeping(source.pairs(), pairs)
        new = tally.new(check_pairs(looked_at, checks, settings.said()))
        told = new if page is None else _keeping(new, reported)
        for piece in _as(
            form, str(file), checks, (item for item in told if item[1].severity in shown)
        ):
            sys.stdout.write(piece)
        if baseline is not None:
            baseline.write(tally.known.to_json())
        if page is not None:
            alignment = _alignment(file, format_in)
            places = target_places(alignment) if alignment else {}
            units = report_units(pairs, reported, places=[places.get(pair.name) for pair in pairs])
            write_report_of(
                page,
                units,
                checks,
                title=Path(source.name).name,
                languages=source.languages,
                signature=signature_of(source.header),
                doubts=alignment.doubts if alignment else (),
            )
    _sum_up(console, source.name, tally, shown)
    if writes:
        count = counted(len(tally.known.known), "finding")
        console.say(f"{baseline_path}: {count} set down as known")
        return 0
    return FINDINGS if any(tally.counts[severity] for severity in _FAILING[fail_on]) else 0


class _Tally:
    """Counts findings, and keeps back those that are known or sets them down as known.

    Attributes:
        known: the findings that are known.
        counts: how many new ones there were of each severity.
        silent: how many were known.
    """

    def __init__(self, known: Baseline, writes: bool) -> None:
        self.known, self._writes = known, writes
        self.counts: Counter[Severity] = Counter()
        self.silent = 0

    def new(self, findings: Findings) -> Iterator[tuple[UnitPair, Finding]]:
        """Give on the findings that are not known."""
        for pair, finding in findings:
            if self._writes:
                self.known.add(pair, finding)
            elif self.known.has(pair, finding):
                self.silent += 1
                continue
            self.counts[finding.severity] += 1
            yield pair, finding


def _opened(stack: ExitStack, path: Path | None, *, force: bool) -> BinaryIO | None:
    return stack.enter_context(whole_file(path, force=force)) if path else None


def _alignment(file: Path, format_in: str | None) -> Alignment | None:
    """Return what is checked if it is an alignment, which tells more than its units."""
    if format_in is not None or file.suffix.lower() != ".json":
        return None
    return alignment_from_json(read_bytes(file), str(file))


def _as(form: str, name: str, checks: list[Check], findings: Findings) -> Iterator[str]:
    if form == "json":
        return as_json(name, findings)
    return as_sarif(name, checks, findings) if form == "sarif" else as_text(findings)


def _keeping(items: Iterable[_Item], kept: list[_Item]) -> Iterator[_Item]:
    """Give items on, and keep them."""
    for item in items:
        kept.append(item)
        yield item


def _list(console: Console, made: list[Check], settings: Settings) -> None:
    rows = []
    for check in made:
        severity = settings.severities.get(check.id, check.severity)
        rows.append((check.id, severity or "off", check.why, " / ".join(check.example)))
    console.table(("check", "severity", "why it matters", "example"), rows)


def _sum_up(console: Console, name: str, tally: _Tally, shown: tuple[Severity, ...]) -> None:
    counts = tally.counts
    parts = [counted(counts[severity], severity.value) for severity in _ORDER]
    hidden = sum(count for severity, count in counts.items() if severity not in shown)
    if tally.silent:
        parts.append(f"{tally.silent:,} known")
    if hidden:
        parts.append(f"{hidden:,} not shown (--show info)")
    console.say(f"{name}: {', '.join(parts)}")
