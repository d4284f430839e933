"""Moses: two files of lines, one in each language; line n of one translates line n of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import BinaryIO

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices, header_for
from tmx.exchange.columns import count_tags
from tmx.exchange.facts import facts_of
from tmx.exchange.losses import Losses
from tmx.exchange.pairs import count_header, paired_units
from tmx.exchange.text_lines import lines_of
from tmx.languages import canonical
from tmx.text import Repairs, one_line
from tmx.units import Header, Segment, Unit, Variant


def language_of(file_name: str) -> str | None:
    """Return the language that the end of a file's name tells ("train.zh" is zh), or None."""
    ending = file_name.removesuffix(".gz").rpartition(".")[2]
    if ending in ("", "txt", file_name):
        return None
    try:
        return canonical(ending)
    except TmxError:
        return None


def read_moses(
    source: BinaryIO,
    target: BinaryIO,
    names: tuple[str, str],
    choices: Choices = NO_CHOICES,
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory from two files of lines.

    Args:
        source: the bytes of the file in the source language.
        target: the bytes of the other one.
        names: the files' names, for messages and for their languages.
        choices: languages and encoding; without an encoding it is UTF-8.

    Returns:
        The header, and the units as they are asked for. A line that is empty on one side gives
        one variant, and one that is empty on both gives no unit.

    Raises:
        TmxError: a language is not known, a file is in another encoding, or one of them has more
            lines: at once or while the units are read.
    """
    languages = []
    for name, chosen, option in (
        (names[0], choices.source_language, "--source-lang"),
        (names[1], choices.target_language, "--target-lang"),
    ):
        language = chosen or language_of(name)
        if language is None:
            raise TmxError(f"{name}: its name does not end in a language; say {option}")
        languages.append(canonical(language))
    encoding = choices.encoding or "utf-8-sig"
    lines = (lines_of(source, names[0], encoding), lines_of(target, names[1], encoding))
    return header_for(languages[0], "Moses"), _units(lines, names, languages)


def _units(
    lines: tuple[Iterator[str], Iterator[str]], names: tuple[str, str], languages: list[str]
) -> Iterator[Unit]:
    for count, pair in enumerate(zip_longest(*(map(_line_ends, lines)))):
        if None in pair:
            short = pair.index(None)
            raise TmxError(
                f"{names[short]}: it ends after line {count}, and {names[1 - short]} goes on; "
                "the two must have the same number of lines"
            )
        variants = tuple(
            Variant(language, Segment.of(text))
            for language, text in zip(languages, pair, strict=True)
            if text
        )
        if variants:
            yield Unit(variants)


def _line_ends(lines: Iterator[str]) -> Iterator[str]:
    return (line.rstrip("\r\n") for line in lines)


def write_moses(
    source: BinaryIO,
    target: BinaryIO,
    header: Header,
    units: Iterable[Unit],
    languages: tuple[str, str],
    losses: Losses,
) -> int:
    r"""Write a memory as two files of lines, in UTF-8.

    Line breaks inside a segment become a space, or nothing between Chinese characters.

    Args:
        source: takes the bytes of the source language; it is not closed.
        target: takes those of the target language.
        header: that of the memory.
        units: taken one by one.
        languages: both languages.
        losses: told of all that is no plain text, and of units without one of the two.

    Returns:
        How many lines each file has.
    """
    count_header(header, losses)
    repairs = Repairs()
    count = 0
    for unit, *pair in paired_units(units, *languages, losses, whole=True):
        texts = []
        facts = len(facts_of(unit, losses))
        for variant in pair:
            assert variant is not None  # for `whole` leaves such units out
            count_tags(variant.segment, losses)
            facts += len(facts_of(variant, losses))
            texts.append(one_line(repairs.legal(variant.segment.text)))
        losses.add("fact (name, date, note, property)", "facts (names, dates, ...)", facts)
        if not all(texts):
            losses.add("unit with an empty segment", "units with an empty segment")
            continue
        count += 1
        for stream, text in zip((source, target), texts, strict=True):
            stream.write(f"{text}\n".encode())
    repairs.report("the lines")
    return count
