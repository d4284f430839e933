"""What a user may say of a file in another format, where the file itself does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from tmx.errors import NamelessError, TmxError
from tmx.languages import canonical
from tmx.units import Header, Unit, Variant


@dataclass(frozen=True, slots=True)
class Choices:
    """What is said of a file that is read or written; what is left out is found in the file.

    Attributes:
        source_language: the language that is translated from.
        target_language: the language that is translated into, for formats that hold only one.
        columns: the names of a table's columns, in order; reading, "-" passes one over.
        encoding: the character set of a table or of lines, by Python's names.
        fuzzy: whether to take the translations that a PO file marks as not yet sure.
    """

    source_language: str | None = None
    target_language: str | None = None
    columns: tuple[str, ...] = ()
    encoding: str | None = None
    fuzzy: bool = False


_ANY = ("", "*all*")

NO_CHOICES = Choices()
"""Everything is found in the file."""


def header_for(source: str, memory_format: str, **fields: str) -> Header:
    """Return the header of a memory that was kept in a format without one: of no known tool.

    Args:
        source: its source language.
        memory_format: what the format is called.
        fields: what is known besides.
    """
    known = {"creationtool": "", "creationtoolversion": ""} | fields
    return Header(source, memory_format=memory_format, **known)  # type: ignore[arg-type]


def stated_language(text: str, where: str) -> str:
    """Return the canonical tag of a language that a file names.

    Args:
        text: what the file says.
        where: the file, and the line where one is known.

    Raises:
        TmxError: it is no language tag.
    """
    try:
        return canonical(text.strip())
    except TmxError as error:
        raise TmxError(f"{where}: {error}") from error


def source_of(header: Header, choices: Choices) -> str:
    """Return the source language that was chosen, or the header's.

    Raises:
        TmxError: neither names one.
    """
    named = choices.source_language or header.srclang
    if named in _ANY:
        raise NamelessError("any language may be the source; say which with --source-lang")
    return canonical(named)


def source_if_any(header: Header, choices: Choices) -> str:
    """Return the source language as `source_of` does, or "" where any language may be it.

    Raises:
        TmxError: it is no language tag.
    """
    any_language = choices.source_language is None and header.srclang in _ANY
    return "" if any_language else source_of(header, choices)


def target_of(units: Iterable[Unit], source: str, choices: Choices) -> tuple[str, Iterator[Unit]]:
    """Return the target language that was chosen, or that of the first unit, and all units.

    Raises:
        TmxError: there is none, or there are several to choose from.
    """
    rest = iter(units)
    if choices.target_language is not None:
        return canonical(choices.target_language), rest
    first = next(rest, None)
    if first is None:
        raise NamelessError("it has no units to take the target language from; say --target-lang")
    targets = dict.fromkeys(
        canonical(item.language) for item in first.variants if not is_in(item, source)
    )
    if len(targets) == 1:
        return next(iter(targets)), chain((first,), rest)
    if not targets:
        raise NamelessError(f"its first unit is in {source} alone; say --target-lang")
    listed = ", ".join(targets)
    raise NamelessError(f"its first unit has {listed}; say which with --target-lang")


def is_in(variant: Variant, language: str) -> bool:
    """Tell whether a variant is in a language: en is taken for en-US too, zh-TW not for zh-CN."""
    if variant.language == language:
        return True
    return same_or_closer(canonical(variant.language), language)


def same_or_closer(one: str, other: str) -> bool:
    """Tell whether two canonical tags are the same, or one goes on where the other ends."""
    return one == other or one.startswith(other + "-") or other.startswith(one + "-")


def variant_in(unit: Unit, language: str) -> Variant | None:
    """Return the variant of a unit in a language: one with just its tag, or one that is close."""
    for variant in unit.variants:
        if variant.language == language:
            return variant
    close = [variant for variant in unit.variants if is_in(variant, language)]
    same = [variant for variant in close if canonical(variant.language) == language]
    return next(iter(same or close), None)
