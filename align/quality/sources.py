"""The units to be checked or scored, from a memory in any format or from an alignment."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from align.alignment import Alignment
from align.alignment_file import alignment_from_json
from align.errors import AlignmentError
from align.quality.pairs import UnitPair, pairs_of
from align.text_files import read_bytes
from align.units import KIND, header_of, units_of
from corpora import Kind
from corpora.languages import same_language
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.formats import read_any
from tmx.languages import canonical, nearest_tag
from tmx.reading import Memory, ReadingOptions
from tmx.reading.opening import Progress
from tmx.units import Header, Unit

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be looked at.

    Attributes:
        name: the file's name.
        header: the memory's, or what would be that of the alignment's.
        languages: the source and the target language.
        units: each of them, once.
    """

    name: str
    header: Header
    languages: tuple[str, str]
    units: Iterator[Unit]

    def pairs(self) -> Iterator[UnitPair]:
        """Give the pairs of the units, once."""
        return pairs_of(self.units, *self.languages)


@contextmanager
def open_source(
    path: Path,
    choices: Choices = NO_CHOICES,
    *,
    format_name: str | None = None,
    options: ReadingOptions | None = None,
    progress: Progress | None = None,
) -> Iterator[Source]:
    """Open a memory (TMX, XLIFF, PO, TSV, CSV, XLSX, JSON lines) or an alignment (.json).

    Args:
        path: the file.
        choices: the languages, where the file does not tell them or tells of several.
        format_name: one of `FORMATS`; found from the name and the content when left out.
        options: how a memory is read.
        progress: told how far the file is read.

    Raises:
        TmxError: it is no memory that can be read.
        AlignmentError: it is a damaged alignment, or its languages can't be told.
    """
    if format_name is None and path.suffix.lower() == ".json":
        alignment = alignment_from_json(read_bytes(path), str(path))
        languages = (alignment.source.language, alignment.target.language)
        header = header_of(alignment, "")
        yield Source(str(path), header, languages, _units(alignment))
        return
    with read_any(
        path, format_name=format_name, choices=choices, options=options, progress=progress
    ) as memory:
        languages, units = _languages(memory, choices)
        yield Source(memory.name, memory.header, languages, _watched(units, memory.name, languages))


def pairs_of_alignment(alignment: Alignment) -> Iterator[UnitPair]:
    """Give the pairs of an alignment's units, without what belongs to a site."""
    languages = alignment.source.language, alignment.target.language
    return pairs_of(_units(alignment), *languages)


def _units(alignment: Alignment) -> Iterator[Unit]:
    """Give an alignment's units, without what belongs to a site and not to the document."""
    units = units_of(alignment, unpaired=True)
    return (unit for unit in units if unit.value(KIND) != Kind.BOILERPLATE)


def _watched(units: Iterable[Unit], name: str, languages: tuple[str, str]) -> Iterator[Unit]:
    """Give units, and warn at their end of a language that none of them has."""
    missing = set(languages)
    any_unit = False
    for unit in units:
        any_unit = True
        if missing:
            missing -= {
                language
                for language in missing
                if any(same_language(item.language, language) for item in unit.variants)
            }
        yield unit
    if any_unit and missing:
        _log.warning("%s: no unit has %s", name, " or ".join(sorted(missing)))


def _languages(memory: Memory, choices: Choices) -> tuple[tuple[str, str], Iterator[Unit]]:
    """Tell the languages by what is said, the header and the first unit."""
    source, target = (
        canonical(said) if said else None
        for said in (choices.source_language, choices.target_language)
    )
    first = next(memory.units, None)
    units = memory.units if first is None else chain([first], memory.units)
    held = [item.language for item in first.variants] if first else []
    if source is None:
        named = memory.header.srclang
        source = named if named not in ("", "*all*") else next(iter(held), None)
    if target is None and source is not None:
        ours = nearest_tag(source, held)
        others = list(dict.fromkeys(item for item in held if item != ours))
        if len(others) > 1:  # en-GB beside en-US is no target where there is another one
            others = [item for item in others if not same_language(item, source)] or others
        if len(others) > 1:
            raise AlignmentError(
                f"{memory.name}: beside {source}, its units are in {', '.join(others)};"
                " say which with --target-lang"
            )
        target = next(iter(others), None)
    if source is None or target is None:
        if first is None:
            return (source or "und", target or "und"), iter(())
        raise AlignmentError(
            f"{memory.name}: its languages can't be told;"
            " say them with --source-lang and --target-lang"
        )
    return (source, target), units
