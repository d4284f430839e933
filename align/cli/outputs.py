"""The files that `duiqi align` writes, each in its format; all of them whole, or none."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from align.alignment import Alignment
from align.alignment_file import alignment_to_json
from align.cli.base import check_outputs
from align.cli.console import timed
from align.links import Link, format_links
from align.quality.settings import NO_SETTINGS, Settings
from align.units import KIND, PARAGRAPH, SCORE, header_of, units_of
from tmx.exchange.tables import Column, write_tsv
from tmx.exchange.xliff import State, write_xliff
from tmx.operations.ranking import QUALITY
from tmx.operations.stale_scores import CHECKSUM
from tmx.output import whole_file
from tmx.provenance import DOCUMENT
from tmx.units import Unit
from tmx.writer import write_tmx

_log = logging.getLogger(__name__)

Writer = Callable[[Alignment, BinaryIO], None]
"""Writes an alignment to a stream."""

REVIEW_BELOW = 0.5
"""XLIFF says of units with a lower score or quality that they need a review."""

COLUMNS = (
    Column("score", SCORE, number=True, width=8),
    Column("quality", QUALITY, number=True, width=8),
    Column("paragraph", PARAGRAPH, width=12),
    Column("kind", KIND),
    Column("document", DOCUMENT),
    Column("unit", "tuid"),
    Column("checksum", CHECKSUM, hidden=True),
)
"""What stands behind the two texts in a table."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: its path ("-" is standard output) and what writes its format."""

    path: Path
    write: Writer


def tmx_writer(min_score: float) -> Writer:
    """Return what writes the beads with two sides and at least a score and quality as TMX."""
    return partial(_write_tmx, min_score)


def _write_tmx(min_score: float, alignment: Alignment, stream: BinaryIO) -> None:
    units = units_of(alignment, min_score=min_score)
    write_tmx(stream, header_of(alignment, version("duiqi")), units)


def write_json(alignment: Alignment, stream: BinaryIO) -> None:
    """Write the whole alignment as an alignment file."""
    stream.write(alignment_to_json(alignment))


def write_table(alignment: Alignment, stream: BinaryIO) -> None:
    """Write all beads as tab-separated text; unpaired ones have one text only, and no score."""
    write_tsv(
        stream,
        units_of(alignment, unpaired=True),
        source_language=alignment.source.language,
        target_language=alignment.target.language,
        columns=COLUMNS,
    )


def write_workbook(alignment: Alignment, stream: BinaryIO) -> None:
    """Write all beads as a spreadsheet; unpaired ones have one text only, and no score."""
    from tmx.exchange.spreadsheet import write_xlsx  # slow to import, and seldom asked for

    write_xlsx(
        stream,
        units_of(alignment, unpaired=True),
        source_language=alignment.source.language,
        target_language=alignment.target.language,
        columns=COLUMNS,
        title=alignment.source.name,
    )


def write_bilingual(alignment: Alignment, stream: BinaryIO) -> None:
    """Write the beads with two sides as XLIFF."""
    write_xliff(
        stream,
        units_of(alignment),
        source_language=alignment.source.language,
        target_language=alignment.target.language,
        original=alignment.source.name,
        state=_state,
    )


def page_writer(severities: Settings) -> Writer:
    """Return what writes the report, with what the checks find as bad as the settings say."""
    return partial(write_page, severities=severities)


def write_page(alignment: Alignment, stream: BinaryIO, severities: Settings = NO_SETTINGS) -> None:
    """Write the report of all beads, with their quality and what the checks find in them.

    What belongs to a site and not to the document is left out.
    """
    # Slow to import, and seldom asked for.
    from align.quality.checking import check_pairs
    from align.quality.checks import CHECKS
    from align.quality.sources import pairs_of_alignment
    from align.report import report_units, target_places, write_report_of

    checks = severities.chosen(CHECKS)
    places = target_places(alignment)
    pairs = list(pairs_of_alignment(alignment))
    findings = check_pairs(pairs, checks, severities.said())
    names = dict.fromkeys((alignment.source.name, alignment.target.name))
    write_report_of(
        stream,
        report_units(pairs, findings, [places[pair.name] for pair in pairs]),
        checks,
        title=" and ".join(names),
        languages=(alignment.source.language, alignment.target.language),
        signature=alignment.scorer,
        doubts=alignment.doubts,
    )


def write_links(alignment: Alignment, stream: BinaryIO) -> None:
    """Write the pairs as links of paragraphs, which are lines here, counted from 0."""
    links = (Link(pair.source, pair.target) for pair in alignment.pairs)
    stream.write(format_links(links).encode())


@contextmanager
def opened(
    outputs: Sequence[Output], inputs: Sequence[Path], *, force: bool
) -> Iterator[Callable[[Alignment], None]]:
    """Open all outputs before the work begins, so that nothing stands in the way after it.

    The files take their names when the block ends well; otherwise none does.

    Args:
        outputs: what to write.
        inputs: files that no output may replace.
        force: whether to replace files that exist.

    Yields:
        What writes an alignment to all of them.

    Raises:
        TmxError: two outputs are the same file, one of them is an input, exists or can't be
            written.
    """
    check_outputs([output.path for output in outputs], inputs)
    with ExitStack() as stack:
        streams = [stack.enter_context(whole_file(output.path, force=force)) for output in outputs]

        def write(alignment: Alignment) -> None:
            for output, stream in zip(outputs, streams, strict=True):
                with timed(_log, f"{output.path} is written"):
                    output.write(alignment, stream)

        yield write


def _state(unit: Unit) -> State:
    told = [float(value) for kind in (SCORE, QUALITY) if (value := unit.value(kind))]
    return State.TRANSLATED if min(told) >= REVIEW_BELOW else State.NEEDS_REVIEW
