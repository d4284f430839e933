"""`duiqi align --explain`: which beads are asked for, and what is told of each."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.alignment import Alignment, Bead, ParagraphPair
from align.cli.console import Console
from align.encoders import Encoder
from align.errors import AlignmentError
from align.explanation.explaining import Explanation, Uncompared, explain
from align.explanation.words import DOUBTED, decision, grounds, way_of
from align.units import has_words, segment_texts
from align.written_numbers import first_number, full_number, written_numbers
from corpora import Kind, Span
from corpora.languages import base, display_name

LOUDEST = 5
"""Aspects that are told; the others are summed up."""

QUIET = math.log(1.05)
"""What changes the odds by less is not told by itself."""

LONGEST = 100
"""Characters of a segment of the other choice that are shown."""

UNEXPLAINED = 0.05
"""By so much may a score be below what the best other choice alone leaves, and nothing is said."""

_A_PARAGRAPH = re.compile(r"(?:paragraph|para\.?|§|¶)\s*(.+)|第\s*(\d+)\s*段", re.IGNORECASE)


Written = tuple[Sequence[str], Sequence[str]]
"""The numbers of the source's and of the target's paragraphs as they are written."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A bead that the user asked for.

    Attributes:
        count: its number: the row of the table, counted from 1 below the titles.
        unit: its unit's name, as in the table and in the memory.
        pair: its paragraph pair.
        bead: the bead.
    """

    count: int
    unit: str
    pair: ParagraphPair
    bead: Bead


def find_asked(alignment: Alignment, wanted: str) -> list[Asked]:
    """Find the beads that are asked for.

    Args:
        alignment: the alignment.
        wanted: the number of a pair ("12": the row of the table below its titles, unpaired ones
            counted too), its unit ("15.1", "un-67-58:15.1"), or a paragraph by its number, the
            neutral one or as a document writes it ("12(a)", "Article 3", "第三条（二）",
            "paragraph 12").

    Raises:
        AlignmentError: there is no such pair nor paragraph.
    """
    beads = list(_numbered(alignment))
    wanted = wanted.strip()
    if wanted.isascii() and wanted.isdigit():
        if not 1 <= int(wanted) <= len(beads):
            raise AlignmentError(
                f"--explain {wanted}: pairs are numbered from 1 to {len(beads)};"
                f' for a paragraph say "paragraph {wanted}"'
            )
        return [beads[int(wanted) - 1]]
    match = _A_PARAGRAPH.fullmatch(wanted)
    number = _plain((match[1] or match[2]) if match else wanted)
    written = written_numbers(alignment.source), written_numbers(alignment.target)
    found = [item for item in beads if number in _numbers(alignment, item.pair, written)]
    if not match:
        found = found or [item for item in beads if wanted in (item.unit, _short(item.unit))]
    if not found:
        raise AlignmentError(
            f"--explain {wanted}: no paragraph has that number, nor has a unit that name;"
            " both stand in the table that --tsv writes"
        )
    return found


def print_explanations(
    alignment: Alignment,
    asked: Sequence[Asked],
    encoder: Encoder,
    console: Console,
    *,
    lines: bool,
) -> None:
    """Explain beads on standard output.

    Args:
        alignment: the alignment.
        asked: the beads.
        encoder: the encoder that it was made with.
        console: where to print.
        lines: whether it is one of lines.
    """
    written = written_numbers(alignment.source), written_numbers(alignment.target)
    chosen = [(item.pair, item.bead) for item in asked]
    explained = explain(alignment, chosen, encoder, lines=lines)
    for place, (item, explanation) in enumerate(zip(asked, explained, strict=True)):
        if place:
            print()
        print(_head(item, written))
        texts = segment_texts(alignment, item.bead)
        _print_texts(alignment, [texts], console)
        for line in _reasons(alignment, item, explanation, console):
            print(line)


def _numbered(alignment: Alignment) -> Iterator[Asked]:
    count = 0
    for place, pair in enumerate(alignment.pairs, start=1):
        for part, bead in enumerate(pair.beads, start=1):
            if not has_words(alignment, bead):
                continue  # the table has no row of it
            count += 1
            yield Asked(count, f"{alignment.source.name}:{place}.{part}", pair, bead)


def _short(unit: str) -> str:
    return unit.rsplit(":", 1)[-1]


def _plain(number: str) -> str:
    return "".join(unicodedata.normalize("NFKC", number).casefold().split()).rstrip(".、")


def _numbers(alignment: Alignment, pair: ParagraphPair, written: Written) -> set[str]:
    """The numbers and labels that a pair's paragraphs bear, in plain forms."""
    sides = zip(
        (alignment.source, alignment.target), written, (pair.source, pair.target), strict=True
    )
    return {
        _plain(number)
        for document, numbers, indices in sides
        for paragraph, shown in ((document.paragraphs[index], numbers[index]) for index in indices)
        for number in (paragraph.number, paragraph.label, full_number(paragraph), shown)
        if number
    }


def _head(item: Asked, written: Written) -> str:
    number = first_number(written, (item.pair.source, item.pair.target))
    where = f", paragraph {number}" if number else ""
    quality = "" if item.bead.quality is None else f", quality {item.bead.quality:.4f}"
    return f"Pair {item.count} (unit {item.unit}{where}), score {item.bead.score:.4f}{quality}"


def _print_texts(alignment: Alignment, pairs: Sequence[tuple[str, str]], console: Console) -> None:
    languages = alignment.source.language, alignment.target.language
    rows: list[tuple[str, str]] = []
    for texts in pairs:
        if rows:
            rows.append(("  --", ""))
        rows += (
            (f"  {language}", text or "(nothing)")
            for language, text in zip(languages, texts, strict=True)
        )
    console.table(("", ""), rows)


def _reasons(
    alignment: Alignment, item: Asked, explanation: Explanation, console: Console
) -> Iterator[str]:
    languages = _languages(alignment)
    comparison = explanation.comparison
    if comparison is None:
        yield from _not_compared(alignment, item.bead, explanation, languages)
        if explanation.other:
            _print_texts(alignment, _shown(alignment, explanation.other), console)
        return
    if explanation.turned:
        languages = languages[1], languages[0]
    if explanation.across:
        yield (
            "Paired after the search, which keeps the order of both texts: the two are nearest to"
            " each other by far, name the same (a number, a party, an address), or are paired as"
            " what is like them is."
        )
        yield (
            "Its score weighs being paired against being left unpaired, and how far both are ahead"
            " of all else that they could be paired with."
        )
    yield f"{_capital(decision(comparison.bead, languages))}."
    times = _times(comparison.gain)
    yield f"The best other choice, {times} less likely, is to {way_of(comparison)}:"
    near = [place for place, other in enumerate(comparison.other) if other.touches(comparison.bead)]
    around = slice(max(0, near[0] - 1), near[-1] + 2)
    shown = _shown(alignment, explanation.other[around])
    _print_texts(alignment, shown, console)
    if further := len(explanation.other) - len(shown):
        beads = "pair" if further == 1 else "pairs"
        yield f"(and {further} further {beads} before or behind, too)"
    if not comparison.by_clause:
        yield "A first look, at whole sentences, decided that; their clauses were not compared."
    if comparison.bead.source and comparison.bead.target:
        yield "What made the difference (× for this pair, ÷ for the other choice):"
    else:
        yield "What the other choice would have (× speaks for leaving it unpaired, ÷ against):"
    found = grounds(comparison, languages)
    told = [ground for ground in found[:LOUDEST] if abs(ground.gain) >= QUIET]
    rows = [(f"  {ground.aspect}", _factor(ground.gain), ground.words) for ground in told]
    if rest := sum(ground.gain for ground in found[len(told) :]):
        rows.append(("  all else", _factor(rest), ""))
    rows.append(("  together", _factor(comparison.gain), ""))
    console.table(("", "", ""), rows)
    yield from _doubts(item.bead, _probability(comparison.gain), console)


def _doubts(bead: Bead, probability: float, console: Console) -> Iterator[str]:
    """Why a score is lower than the best other choice alone leaves it."""
    told = [doubt for doubt in bead.doubts if doubt.factor < 1 - UNEXPLAINED]
    if told:
        yield "After the search its score was multiplied, since there is doubt about it:"
        rows = [(f"  {doubt.reason}", f"× {doubt.factor:.2f}", DOUBTED[doubt.reason])
                for doubt in told]  # fmt: skip
        console.table(("", "", ""), rows)
    doubted = probability * math.prod(doubt.factor for doubt in bead.doubts)
    if bead.score < doubted - UNEXPLAINED:
        further = "still lower" if told else "lower than that"
        yield (
            f"The score is {further}, because of doubt about what stands beside it: with its"
            " neighbours paired otherwise, it would not be paired like this."
        )


def _languages(alignment: Alignment) -> tuple[str, str]:
    """What the languages are called: without script and country, where they differ without."""
    tags = alignment.source.language, alignment.target.language
    if base(tags[0]) != base(tags[1]):
        tags = base(tags[0]), base(tags[1])
    return display_name(tags[0]), display_name(tags[1])


def _not_compared(
    alignment: Alignment, bead: Bead, explanation: Explanation, languages: tuple[str, str]
) -> Iterator[str]:
    """Why a bead is as it is, where that was no choice of the search."""
    document, span, other = (
        (alignment.source, bead.source[0], languages[1])
        if bead.source
        else (alignment.target, bead.target[0], languages[0])
    )
    match explanation.uncompared:
        case Uncompared.FURNITURE:
            yield (
                "Left out: it is no part of the text, but of the site that the text was taken from."
            )
        case Uncompared.FOREIGN:
            yield (
                "Left unpaired: it is in the language of the other text, and no text of its own"
                " document to be paired."
            )
        case Uncompared.LONE_TITLE:
            yield f"It is a title, or holds one, of an article that has none in the {other} text."
        case Uncompared.NOTHING_OPPOSITE:
            is_note = document.paragraphs[span.paragraph].kind is Kind.FOOTNOTE
            yield (
                f"Left unpaired: there is no {other} {'footnote' if is_note else 'text'} that it"
                " could be paired with."
            )
        case Uncompared.NO_OTHER_CHOICE:
            yield (
                f"Left unpaired: the {other} text has nothing at this place, and what stands around"
                " it there is surely paired with other text."
            )
        case _:
            yield (
                f"Left unpaired after the search: the {other} text opposite is paired with what it"
                " is clearly nearer to."
            )
            yield "The search, in order of the texts, had paired them like this:"


def _shown(
    alignment: Alignment, beads: Sequence[tuple[Sequence[Span], Sequence[Span]]]
) -> list[tuple[str, str]]:
    """The texts of beads, long ones shortened."""
    return [
        (_shortened(alignment, 0, source), _shortened(alignment, 1, target))
        for source, target in beads
    ]


def _shortened(alignment: Alignment, side: int, spans: Sequence[Span]) -> str:
    """The text of adjacent segments; of a long one its beginning and its end."""
    document = (alignment.source, alignment.target)[side]
    text = " ".join(document.text_of(span) for span in spans)
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _probability(gain: float) -> float:
    """How likely a pair would be, were the other choice the only one."""
    return 1 / (1 + math.exp(-gain))


def _times(gain: float) -> str:
    return f"{_number(gain)} times"


def _factor(gain: float) -> str:
    """A factor of the odds: "x 12" for the pair, "/ 12" against it."""
    return f"{'×' if gain >= 0 else '÷'} {_number(abs(gain))}"


def _number(gain: float) -> str:
    if gain > math.log(1e6):
        return "over a million"
    factor = math.exp(gain)
    return f"{factor:.1f}" if factor < 10 else f"{factor:,.0f}"
