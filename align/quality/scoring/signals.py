"""What speaks for and against a pair, as numbers: the input of the model."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from align.quality.checking import check_pairs
from align.quality.checks import ALONE
from align.quality.checks.length import length_deviation, size
from align.quality.checks.numbers import unsaid_numbers
from align.quality.findings import Severity
from align.quality.pairs import Side, UnitPair
from align.quality.scoring.meaning import Meaning, SideMeaning
from align.quality.values.number import Writing
from align.quality.values.reading import read_values
from corpora.characters import HAN
from corpora.languages import same_language

Values = npt.NDArray[np.float64]

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z]")
_SINGLE = -0.3
"""Stands for the gain of a side that has but one clause: nothing can be left out."""

_LOW = 0.5
"""Below this a clause is covered badly; what is above makes less difference."""


def signals(pairs: Sequence[UnitPair], meanings: Sequence[Meaning]) -> Values:
    """Return the signals of pairs: one row each, in the order of `SIGNALS`.

    Args:
        pairs: none with an empty side.
        meanings: of the same pairs.
    """
    rows = [dict(_signals(pair, meaning)) for pair, meaning in zip(pairs, meanings, strict=True)]
    return np.array([[row[name] for name in SIGNALS] for row in rows]).reshape(-1, len(SIGNALS))


SIGNALS = (
    "cosine",
    "cosine squared",
    "source least",
    "target least",
    "least",
    "source least, low",
    "target least, low",
    "source mean",
    "target mean",
    "source gain",
    "target gain",
    "source gain, positive",
    "target gain, positive",
    "gain",
    "length",
    "length apart",
    "length squared",
    "target short",
    "clauses apart",
    "source figures unsaid",
    "target figures unsaid",
    "source words unsaid",
    "target words unsaid",
    "figures unsaid on both sides",
    "numbers agree",
    "errors",
    "warnings",
    "another language",
    "same text",
    "script missing",
    "negation",
    "marks",
    "names",
    "size",
)
"""The signals by name.

Cosines and gains are those of `align.quality.scoring.meaning`; lengths are deviations of
`align.quality.checks.length`; the rest counts what the checks find.
"""

_LANGUAGE_CHECKS = ("untranslated", "wrong-language", "identical", "mojibake")
_MARK_CHECKS = ("unpaired-marks", "item-lost", "end-mark", "brackets-lost")
_NAME_CHECKS = ("country-differs", "latin-name-differs")


def _signals(pair: UnitPair, meaning: Meaning) -> Iterator[tuple[str, float]]:
    yield "cosine", meaning.cosine
    yield "cosine squared", meaning.cosine**2
    yield from _of_parts(meaning.source, "source")
    yield from _of_parts(meaning.target, "target")
    yield "least", min(meaning.source.least, meaning.target.least)
    yield "gain", max(_gain(meaning.source), _gain(meaning.target))
    yield from _of_lengths(pair)
    counts = meaning.source.clauses, meaning.target.clauses
    yield "clauses apart", abs(counts[0] - counts[1]) / max(counts)
    yield from _of_numbers(pair)
    yield from _of_checks(pair)
    yield "same text", float(_plain(pair.source) == _plain(pair.target) and not _one_language(pair))
    yield "script missing", float(any(map(_lacks_script, pair.sides)))


def _of_parts(side: SideMeaning, name: str) -> Iterator[tuple[str, float]]:
    yield f"{name} least", side.least
    yield f"{name} least, low", min(side.least, _LOW)
    yield f"{name} mean", side.mean
    yield f"{name} gain", _gain(side)
    yield f"{name} gain, positive", max(0.0, _gain(side))


def _gain(side: SideMeaning) -> float:
    return _SINGLE if side.gain is None else side.gain


def _of_lengths(pair: UnitPair) -> Iterator[tuple[str, float]]:
    sizes = [max(size(side), 1.0) for side in pair.sides]
    deviation = length_deviation(*sizes)
    yield "length", deviation
    yield "length apart", abs(deviation)
    yield "length squared", deviation**2
    yield "target short", min(0.0, deviation)
    yield "size", math.log(sum(sizes))


def _of_numbers(pair: UnitPair) -> Iterator[tuple[str, float]]:
    unsaid = unsaid_numbers(pair)
    figures = [sum(item.writing is Writing.FIGURES for item in items) for items in unsaid]
    words = [len(items) - count for items, count in zip(unsaid, figures, strict=True)]
    yield "source figures unsaid", min(figures[0], 3)
    yield "target figures unsaid", min(figures[1], 3)
    yield "source words unsaid", min(words[0], 3)
    yield "target words unsaid", min(words[1], 3)
    yield "figures unsaid on both sides", float(all(figures))
    numbers = read_values(pair.source.text, pair.source.language).numbers
    sure = sum(item.writing is not Writing.LOOSE for item in numbers)
    yield "numbers agree", math.log1p(max(0, sure - len(unsaid[0])))


def _of_checks(pair: UnitPair) -> Iterator[tuple[str, float]]:
    findings = [finding for _, finding in check_pairs([pair], ALONE)]
    found = Counter(finding.check for finding in findings)
    severities = Counter(finding.severity for finding in findings)
    yield "errors", min(severities[Severity.ERROR], 3)
    yield "warnings", min(severities[Severity.WARNING], 3)
    yield "another language", float(any(found[check] for check in _LANGUAGE_CHECKS))
    yield "negation", float(found["negation"] > 0)
    yield "marks", sum(found[check] > 0 for check in _MARK_CHECKS)
    yield "names", float(any(found[check] for check in _NAME_CHECKS))


def _plain(side: Side) -> str:
    return "".join(side.text.split()).casefold()


def _one_language(pair: UnitPair) -> bool:
    return same_language(pair.source.language, pair.target.language)


def _lacks_script(side: Side) -> bool:
    """Whether a Chinese text has letters and no Han, or an English one the reverse."""
    if side.is_chinese:
        return _HAN.search(side.text) is None and len(_LATIN.findall(side.text)) > 3
    return (
        side.is_english and _LATIN.search(side.text) is None and _HAN.search(side.text) is not None
    )
