"""What speaks for and against a pair, as numbers: the input of the model."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from align.quality.checking import check_pairs
from align.quality.checks import ALONE
from align.quality.checks.languages import is_rightly_the_same
from align.quality.checks.length import length_deviation, size
from align.quality.checks.names import named_territories
from align.quality.checks.numbers import find_wrong_figures, unsaid_numbers
from align.quality.denials import Denials, count_denials
from align.quality.findings import Finding, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.scoring.evidence import Evidence
from align.quality.scoring.form import compare_forms
from align.quality.scoring.joints import compare_joints
from align.quality.scoring.meaning import Meaning
from align.quality.scoring.words import Values
from align.quality.values.number import Writing
from corpora.characters import HAN

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z]")
PLAIN_SIGNALS = (
    "cosine",
    "cosine, too high",
    "least",
    "mean",
    "first gain",
    "second gain",
    "first unpaired",
    "second unpaired",
    "first unpaired, worst",
    "second unpaired, worst",
    "any unpaired",
    "clauses apart",
    "length",
    "length squared",
    "length ratio",
    "size",
    "first figures unsaid",
    "second figures unsaid",
    "figures unsaid on both sides",
    "first territories unsaid",
    "second territories unsaid",
    "territories",
    "errors",
    "warnings",
    "another language",
    "script missing",
    "negation",
    "marks",
    "names",
    "ends apart",
    "ends differ",
    "one ends",
    "first goes on",
    "second goes on",
    "one goes on",
    "first open",
    "second open",
    "one labelled",
    "cut head",
    "open head",
    "quotes apart",
    "joints",
    "joints apart",
    "joints ratio",
    "joints ratio apart",
    "marks ratio",
    "conjunctions ratio",
    "items ratio",
    "items lost",
    "lists",
    "first denies more",
    "second denies more",
    "first alone denies",
    "second alone denies",
    "nothing denies as the first",
    "nothing denies as the second",
    "first denies more than second may",
    "first surely denies alone",
    "first surely denies more",
    "second surely denies more",
)
"""The signals of any pair by name; the first side is the one that `in_order` puts first.

The cosine of the whole sides, by how much it is above `TOO_NEAR`, the least and the mean cover of
the clauses of the side that is covered worse, and by how much the cosine grows when a clause is
left out are those of `align.quality.scoring.meaning`; what has no partner when clauses are paired
in their order is of `align.quality.scoring.pairing`; lengths are deviations of
`align.quality.checks.length`, above 0 where the second side is longer; territories are those of
`align.quality.checks.names`; where the sides begin and end is of `align.quality.scoring.form`, and
joints are those of `align.quality.scoring.joints`; words that deny are those of
`align.quality.denials`; the rest counts what the checks find.
"""

WORDS_SIGNALS = tuple(
    f"{side} {name}"
    for side in ("first", "second")
    for name in (
        "words",
        "words against",
        "stretch",
        "long stretch",
        "stretch, log",
        "long stretch, log",
        "odd stretch",
        "odd stretch, log",
        "repeats unsaid",
    )
)
"""Those of Chinese and English pairs: what `align.quality.scoring.evidence` says of each side."""

SIGNALS = (*PLAIN_SIGNALS, *WORDS_SIGNALS)
"""All signals, in the order that a model takes them."""


TOO_NEAR = 0.9
"""A cosine that texts in two languages hardly ever have, and a text and its copy have."""


def in_order(pair: UnitPair) -> UnitPair:
    """Return a pair with its Chinese side first, so that its signals are those of its mirror."""
    if pair.target.is_chinese and not pair.source.is_chinese:
        return replace(pair, source=pair.target, target=pair.source)
    return pair


def plain_signals(pairs: Sequence[UnitPair], meanings: Sequence[Meaning]) -> Values:
    """Return the signals of pairs: one row each, in the order of `PLAIN_SIGNALS`.

    Args:
        pairs: with the source first, none with an empty side. What a translator may leave as it is
            depends on which side that is; all else is told of the pairs in order.
        meanings: of the same pairs in order.
    """
    given = {id(pair): pair for pair in pairs}
    ordered = {key: in_order(pair) for key, pair in given.items()}
    findings: dict[int, list[Finding]] = {id(pair): [] for pair in ordered.values()}
    for pair, finding in check_pairs(ordered.values(), _CHECKS):
        findings[id(pair)].append(finding)
    for pair, finding in check_pairs(given.values(), _DIRECTED_CHECKS):
        if finding.severity is not Severity.INFO:
            findings[id(ordered[id(pair)])].append(finding)
    rows = []
    for pair, meaning in zip(pairs, meanings, strict=True):
        turned = ordered[id(pair)]
        told = findings[id(turned)]
        rows.append(dict(_signals(turned, meaning, told, stays=_stays(pair, told))))
    values = [[row[name] for name in PLAIN_SIGNALS] for row in rows]
    return np.array(values, dtype=np.float64).reshape(-1, len(PLAIN_SIGNALS))


def words_signals(evidence: Iterable[tuple[Evidence, Evidence] | None]) -> Values:
    """Return what the words of pairs say, in the order of `WORDS_SIGNALS`.

    Args:
        evidence: of the words of either side of each pair; None gives a row of NaN.
    """
    rows = [_of_words(*item) if item else [math.nan] * len(WORDS_SIGNALS) for item in evidence]
    return np.array(rows, dtype=np.float64).reshape(-1, len(WORDS_SIGNALS))


_MOST_TERRITORIES = 2
_MOST_REPEATS = 5
_MOST_DENIALS = 3
_LANGUAGE_CHECKS = ("untranslated", "wrong-language", "identical", "mojibake")
_MARK_CHECKS = ("unpaired-marks", "item-lost", "end-mark", "brackets-lost")
_NAME_CHECKS = ("country-differs", "latin-name-differs")
_NOT_COUNTED = ("party-wrong", "part-wrong")
_DIRECTED = ("identical",)
_DIRECTED_CHECKS = tuple(check for check in ALONE if check.id in _DIRECTED)
_CHECKS = tuple(
    replace(check, begin=each(find_wrong_figures)) if check.id == "number-wrong" else check
    for check in ALONE
    if (check.severity is not Severity.INFO or check.id in _MARK_CHECKS)
    and check.id not in (*_NOT_COUNTED, *_DIRECTED)
)
"""Those whose findings count: what is only good to know says nothing against a pair, and what the
weights were not trained with has none."""


def _signals(
    pair: UnitPair, meaning: Meaning, findings: Sequence[Finding], *, stays: bool
) -> Iterator[tuple[str, float]]:
    source, target = meaning.source, meaning.target
    yield "cosine", meaning.cosine
    yield "cosine, too high", 0.0 if stays else max(0.0, meaning.cosine - TOO_NEAR)
    yield "least", min(source.least, target.least)
    yield "mean", min(source.mean, target.mean)
    yield "first gain", max(0.0, source.gain or 0.0)
    yield "second gain", max(0.0, target.gain or 0.0)
    left = meaning.unpaired
    yield "first unpaired", left.first
    yield "second unpaired", left.second
    yield "first unpaired, worst", left.first_worst
    yield "second unpaired, worst", left.second_worst
    yield "any unpaired", math.log1p(left.any_left)
    clauses = source.clauses, target.clauses
    yield "clauses apart", abs(clauses[0] - clauses[1]) / max(clauses)
    sizes = [max(size(side), 1.0) for side in pair.sides]
    deviation = length_deviation(*sizes)
    yield "length", deviation
    yield "length squared", deviation**2
    yield "length ratio", math.log(sizes[1] / sizes[0])
    yield "size", math.log(sum(sizes))
    yield from _of_figures(pair)
    yield from _of_territories(pair)
    yield from _of_checks(findings)
    yield "script missing", float(not stays and any(map(_lacks_script, pair.sides)))
    form = compare_forms(pair)
    yield "ends apart", form.ends_apart
    yield "ends differ", form.ends_differ
    yield "one ends", form.one_ends
    yield "first goes on", form.first_goes_on
    yield "second goes on", form.second_goes_on
    yield "one goes on", form.one_goes_on
    yield "first open", form.first_open
    yield "second open", form.second_open
    yield "one labelled", form.one_labelled
    yield "cut head", form.cut_head
    yield "open head", form.open_head
    yield "quotes apart", form.quotes_apart
    joints = compare_joints(pair)
    yield "joints", joints.apart
    yield "joints apart", abs(joints.apart)
    yield "joints ratio", joints.ratio
    yield "joints ratio apart", abs(joints.ratio)
    yield "marks ratio", joints.marks
    yield "conjunctions ratio", joints.conjunctions
    yield "items ratio", joints.items
    yield "items lost", min(0.0, joints.items)
    yield "lists", joints.lists
    yield from _of_denials(pair)


def _of_words(one: Evidence, other: Evidence) -> list[float]:
    return [
        value
        for side in (one, other)
        for value in (
            side.mean,
            side.against,
            side.stretch,
            side.long_stretch,
            math.log1p(side.stretch),
            math.log1p(side.long_stretch),
            side.odd_stretch,
            math.log1p(side.odd_stretch),
            min(side.repeats_unsaid, _MOST_REPEATS),
        )
    ]


def _of_figures(pair: UnitPair) -> Iterator[tuple[str, float]]:
    source, target = (
        sum(item.writing is Writing.FIGURES for item in items) for items in unsaid_numbers(pair)
    )
    yield "first figures unsaid", min(source, 3)
    yield "second figures unsaid", min(target, 3)
    yield "figures unsaid on both sides", float(bool(source and target))


def _of_territories(pair: UnitPair) -> Iterator[tuple[str, float]]:
    source, target = (set(named_territories(side) or ()) for side in pair.sides)
    yield "first territories unsaid", min(len(source - target), _MOST_TERRITORIES)
    yield "second territories unsaid", min(len(target - source), _MOST_TERRITORIES)
    yield "territories", min(len(source & target), _MOST_TERRITORIES)


def _of_denials(pair: UnitPair) -> Iterator[tuple[str, float]]:
    first, second = count_denials(pair) or _NO_DENIALS
    yield "first denies more", _more(first.plain, second.plain)
    yield "second denies more", _more(second.plain, first.plain)
    yield "first alone denies", first.plain > 0 == second.plain
    yield "second alone denies", second.plain > 0 == first.plain
    yield "nothing denies as the first", first.plain > 0 == second.any
    yield "nothing denies as the second", second.plain > 0 == first.any
    yield "first denies more than second may", _more(first.plain, second.any)
    yield "first surely denies alone", first.sure > 0 == second.plain
    yield "first surely denies more", _more(first.sure, second.plain)
    yield "second surely denies more", _more(second.sure, first.plain)


_NO_DENIALS = Denials(0, 0, 0), Denials(0, 0, 0)


def _more(own: int, other: int) -> int:
    return min(_MOST_DENIALS, max(0, own - other))


def _of_checks(findings: Sequence[Finding]) -> Iterator[tuple[str, float]]:
    found = Counter(finding.check for finding in findings)
    severities = Counter(finding.severity for finding in findings)
    yield "errors", min(severities[Severity.ERROR], 3)
    yield "warnings", min(severities[Severity.WARNING], 3)
    yield "another language", float(any(found[check] for check in _LANGUAGE_CHECKS))
    yield "negation", float(found["negation"] > 0)
    yield "marks", sum(found[check] > 0 for check in _MARK_CHECKS)
    yield "names", float(any(found[check] for check in _NAME_CHECKS))


def _stays(pair: UnitPair, findings: Sequence[Finding]) -> bool:
    """Whether both sides are one text that stays as it is in both languages."""
    source, target = (side.text.split() for side in pair.sides)
    if source != target or any(finding.check == "identical" for finding in findings):
        return False
    return is_rightly_the_same(pair)


def _lacks_script(side: Side) -> bool:
    """Whether a Chinese text has letters and no Han, or an English one the reverse."""
    if side.is_chinese:
        return _HAN.search(side.text) is None and len(_LATIN.findall(side.text)) > 3
    return (
        side.is_english and _LATIN.search(side.text) is None and _HAN.search(side.text) is not None
    )
