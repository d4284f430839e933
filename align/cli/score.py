"""`duiqi score`: how far a memory or an alignment can be trusted, unit by unit and as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from heapq import heappush, heapreplace
from pathlib import Path

import click

from align.alignment_file import alignment_from_json
from align.cli.base import Command, WholeNumber, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import chosen_options, format_option, reading_options, write_made_from
from align.cli.translations import score_translations
from align.encoders import Encoder, open_encoder
from align.encoders.opening import DEFAULT, KINDS
from align.quality.checks import NAMES
from align.quality.output.excerpts import excerpts
from align.quality.scoring import Score, score_pairs, signature
from align.quality.scoring.critical import CriticalErrors, shipped_critical_errors
from align.quality.scoring.summary import AlignmentFigures, Summary, alignment_figures
from align.quality.scoring.writing import (
    CRITICAL_SIGNATURE,
    with_checksum,
    with_critical_error,
    with_quality,
    with_signature,
)
from align.quality.settings import Settings, read_settings
from align.quality.sources import Source, open_source
from align.units import QUALITY_SIGNATURE, SCORE
from tmx.exchange.choices import Choices
from tmx.operations.stale_scores import current_scores
from tmx.output import STANDARD_OUTPUT
from tmx.units import Unit

LOWEST = 20
"""So many units with the lowest scores are shown."""


@click.command(
    "score",
    cls=Command,
    example="duiqi score memory.tmx\n"
    "duiqi score memory.tmx -o scored.tmx\n"
    "duiqi score translated.tmx --critical-errors\n"
    "duiqi score memory.tmx --hypothesis mt.txt",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source-lang", help="The source language, where the file does not tell it.")
@click.option("--target-lang", help="The target language, where the file has several.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "tsv"]),
    default="text",
    show_default=True,
    help="What is shown: the units with the lowest scores and the figures of all (text), each unit "
    "as an object a line and then the figures (json), or each unit in a line: score, name and both "
    "texts (tsv).",
)
@click.option(
    "--lowest",
    type=WholeNumber(0),
    default=LOWEST,
    show_default=True,
    help="How many units with the lowest scores are shown as text.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a memory (TMX) whose units bear their scores as x-quality.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option(
    "--hypothesis",
    "hypotheses",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Machine translations, a line for each unit: score them against the targets with BLEU, "
    "chrF, chrF++ and TER. Given twice, the two are compared.",
)
@click.option(
    "--leave-one-out",
    is_flag=True,
    help="Score the first target of each source with several against its other targets.",
)
@click.option(
    "--critical-errors",
    "critical_errors",
    is_flag=True,
    help="Take the targets for machine translations and tell, too, how likely each holds an error "
    "that could do harm (with -o as x-critical-error); the likeliest are shown.",
)
@click.option("--encoder", default=DEFAULT, show_default=True, help=f"What tells meaning: {KINDS}.")
@click.option("--threads", type=WholeNumber(1), help="Cores to use. (default: all)")
@format_option
@reading_options
@pass_console
def score_command(
    console: Console,
    file: Path,
    format_in: str | None,
    source_lang: str | None,
    target_lang: str | None,
    form: str,
    lowest: int,
    output: Path | None,
    force: bool,
    hypotheses: tuple[Path, ...],
    leave_one_out: bool,
    critical_errors: bool,
    encoder: str,
    threads: int | None,
) -> None:
    """Score the units of FILE: TMX, XLIFF, PO, TSV, CSV, XLSX, or an alignment (.json).

    A unit's score is the probability that its two sides say the same, wholly. The verdict says how
    many units can be used as they are: those with a score of at least .5, and an x-score of the
    aligner, where they have one, of as much, in which no check finds an error, as duiqi.toml in
    this folder has it. With --hypothesis or --leave-one-out translations are scored instead.
    """
    choices = Choices(source_language=source_lang, target_language=target_lang)
    settings = read_settings(Path(), None, NAMES)
    with ExitStack() as stack:
        report = stack.enter_context(console.progress(f"scoring {file.name}"))
        source = stack.enter_context(
            open_source(
                file, choices, format_name=format_in, options=chosen_options(), progress=report
            )
        )
        source = replace(source, units=current_scores(source.units, source.name))
        if hypotheses or leave_one_out:
            others = output or critical_errors or (hypotheses and leave_one_out)
            if others or len(hypotheses) > 2:
                raise click.UsageError("give --hypothesis once or twice, or --leave-one-out, alone")
            score_translations(source, hypotheses, form, console)
            return
        shown = "" if output == STANDARD_OUTPUT else form  # the memory alone goes there
        critical = shipped_critical_errors() if critical_errors else None
        opened = open_encoder(encoder, threads=threads)
        run = _Run(source, opened, critical, settings, lowest, shown)
        if output is None:
            for _ in run.units():
                pass
        else:
            header = source.header
            for kind, signed in run.signatures.items():
                header = with_signature(header, signed, kind)
            count = write_made_from(output, header, run.units(), sources=[file], force=force)
            console.say(f"{output}: {counted(count, 'unit')}")
    is_alignment = format_in is None and file.suffix.lower() == ".json"
    run.sum_up(console, file, alignment_too=is_alignment)


class _Run:
    """One pass over the units: scores them, shows them, and gives them on with their scores."""

    def __init__(
        self,
        source: Source,
        encoder: Encoder,
        critical: CriticalErrors | None,
        settings: Settings,
        lowest: int,
        form: str,
    ) -> None:
        self._source, self._encoder = source, encoder
        self._critical, self._settings = critical, settings
        self._most, self._form = lowest, form
        self._summary = Summary()
        self._likely = 0
        self._shown: list[tuple[float, int, Score]] = []
        self.signatures = {QUALITY_SIGNATURE: signature(encoder)}
        if critical is not None:
            self.signatures[CRITICAL_SIGNATURE] = critical.signature(encoder)

    def units(self) -> Iterator[Unit]:
        """Give the units with their scores; one without a pair is given as it is."""
        held: list[Unit] = []

        def passing() -> Iterator[Unit]:
            for unit in self._source.units:
                held.append(unit)
                yield unit

        targets: list[Score] = []
        place = 0
        pairs = Source(
            self._source.name, self._source.header, self._source.languages, passing()
        ).pairs()
        for score in score_pairs(
            pairs, self._encoder, critical=self._critical, settings=self._settings
        ):
            while place < score.pair.number - 1:
                yield _scored(held.pop(0), targets)
                targets, place = [], place + 1
            self._take(score)
            targets.append(score)
        while held:
            yield _scored(held.pop(0), targets)
            targets = []

    def _take(self, score: Score) -> None:
        self._summary.add(score)
        if self._critical is None:
            self._show(score, -score.trust)
        elif score.critical is not None:
            self._likely += score.critical >= self._critical.threshold
            self._show(score, score.critical)
        if self._form == "tsv":
            print(_row(score, with_risk=self._critical is not None))
        elif self._form == "json":
            print(json.dumps(_object(score), ensure_ascii=False))

    def _show(self, score: Score, worse: float) -> None:
        """Keep a unit where it is among the worst ones so far."""
        entry = (worse, -self._summary.units, score)  # the place tells units apart
        if len(self._shown) < self._most:
            heappush(self._shown, entry)
        elif self._most and entry > self._shown[0]:
            heapreplace(self._shown, entry)

    def sum_up(self, console: Console, file: Path, *, alignment_too: bool) -> None:
        """Show the lowest scores and the figures of the whole, of an alignment more of them."""
        summary = self._summary
        figures = {
            "units": summary.units,
            "mean": round(summary.mean, 4),
            **{f"below {level}": count for level, count in summary.below.items()},
            "with errors": summary.errors,
            "usable": summary.usable,
            "verdict": summary.verdict,
            "signature": self.signatures[QUALITY_SIGNATURE],
        }
        if self._critical is not None:
            figures["critical errors, likely"] = self._likely
            figures["critical errors, signature"] = self.signatures[CRITICAL_SIGNATURE]
        own = (
            alignment_figures(alignment_from_json(file.read_bytes(), str(file)))
            if alignment_too
            else None
        )
        if self._form == "json":
            more = asdict(own) if own else {}
            figures |= {f"alignment: {name.replace('_', ' ')}": more[name] for name in more}
            print(json.dumps({"summary": figures}, ensure_ascii=False))
            return
        if self._form == "text":
            for _, _, score in sorted(self._shown, reverse=True):
                source, target = excerpts(score.pair, ())
                value = score.value if score.critical is None else score.critical
                doubted = score.critical is None and score.trust < score.value
                aligned = f" ({SCORE} {score.posterior:.3f})" if doubted else ""
                print(f"{value:.3f} {score.pair.name}{aligned}\n    {source}\n    {target}")
            rows = [(name, str(value)) for name, value in figures.items()]
            console.table(("", ""), rows + (_in_words(own) if own else []))
            return
        console.say(f"{file}: {summary.verdict}")


def _in_words(figures: AlignmentFigures) -> list[tuple[str, str]]:
    source, target = figures.coverage
    anchors = "no paragraph has one" if figures.anchors is None else f"{figures.anchors:.1%}"
    return [
        ("found a partner", f"{source:.1%} of the source, {target:.1%} of the target"),
        ("paragraph numbers that agree", anchors),
        ("pairs in the source's order", f"{figures.order:.1%}"),
        ("expected F1 of the alignment", f"{figures.expected_f1:.3f}"),
    ]


def _scored(unit: Unit, targets: Sequence[Score]) -> Unit:
    """Return a unit with what is found of the worst of its targets; as it is without any."""
    if targets:
        unit = with_quality(unit, min(score.value for score in targets))
    risks = [score.critical for score in targets if score.critical is not None]
    unit = with_critical_error(unit, max(risks)) if risks else unit
    if len(targets) == 1:
        pair = targets[0].pair
        unit = with_checksum(unit, pair.source.text, pair.target.text)
    return unit


def _row(score: Score, *, with_risk: bool) -> str:
    values = (score.value, score.critical) if with_risk else (score.value,)
    texts = (score.pair.name, *(side.text for side in score.pair.sides))
    cells = (*("" if value is None else f"{value:.4f}" for value in values), *texts)
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _object(score: Score) -> dict[str, object]:
    pair = score.pair
    risk = {} if score.critical is None else {"critical error": round(score.critical, 4)}
    return {
        "number": pair.number,
        "name": pair.name,
        "score": round(score.value, 4),
        **risk,
        "source": pair.source.text,
        "target": pair.target.text,
    }
