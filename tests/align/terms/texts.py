"""Small memories for the tests of terms, an encoder, and resolution 67/58."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from align.documents import align_documents
from align.encoders import UseMultilingual
from align.quality.pairs import Side, UnitPair
from align.quality.sources import pairs_of_alignment
from align.terms import Entry, Options, Text, extract_terms
from corpora.catalogue import open_pair

GOLD = Path(__file__).parent / "data" / "un-67-58.terms.tsv"

LANGUAGES = ("zh-CN", "en")

SENTENCES = (
    ("裁军事务厅提交报告", "The Office for Disarmament Affairs submits a report"),
    ("各国支持裁军事务厅", "States support the Office for Disarmament Affairs"),
    ("国家报告已经提交", "The national report was submitted"),
    ("他读了国家报告", "He read the national reports"),
    ("临时议程获得通过", "The provisional agenda was adopted"),
)


def pairs(
    texts: tuple[tuple[str, str], ...] = SENTENCES, languages: tuple[str, str] = LANGUAGES
) -> list[UnitPair]:
    """Make pairs of plain texts."""
    return [
        UnitPair(
            number,
            f"unit {number}",
            *(Side(language, text) for language, text in zip(languages, both, strict=True)),
        )
        for number, both in enumerate(texts, start=1)
    ]


@cache
def encoder() -> UseMultilingual:
    """Load the encoder, once."""
    return UseMultilingual(1)


def terms(
    units: list[UnitPair],
    languages: tuple[str, str] = LANGUAGES,
    options: Options | None = None,
) -> list[Entry]:
    """Extract the terms of pairs."""
    text = Text.of(("m.tmx", unit) for unit in units)
    return extract_terms(text, languages, encoder(), options)


@cache
def resolution() -> tuple[UnitPair, ...]:
    """Align resolution 67/58, once."""
    alignment = align_documents(*open_pair("un-67-58"), encoder())
    both = pairs_of_alignment(alignment)
    return tuple(pair for pair in both if pair.source.text and pair.target.text)


@cache
def resolution_terms() -> tuple[Entry, ...]:
    """Extract the terms of 67/58, once."""
    return tuple(terms(list(resolution())))


def gold() -> list[tuple[frozenset[str], frozenset[str]]]:
    """Read the terms that a terminologist would keep from 67/58: forms of both sides."""
    lines = [line for line in GOLD.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    return [
        (frozenset(source.casefold().split(" | ")), frozenset(target.casefold().split(" | ")))
        for _, source, target in rows
    ]


def gold_of(entry: Entry) -> int | None:
    """Tell which of these terms an entry gives, with one of its translations."""
    forms = {form.text.casefold() for form in entry.forms}
    targets = {form.text.casefold() for item in entry.translations for form in item.forms}
    for place, (source, target) in enumerate(gold()):
        if forms & source and targets & target:
            return place
    return None
