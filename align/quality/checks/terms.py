"""A glossary's terms: where the source has one, the target must have its translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from corpora.characters import is_unspaced


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a glossary.

    Attributes:
        source: the term in the source language.
        targets: its translations, any of which will do.
    """

    source: str
    targets: tuple[str, ...]


def terms_check(terms: Iterable[Term]) -> Check:
    """Make the check that a glossary's terms are used.

    A term of letters stands between word boundaries, in any case, and may bear a plural's ending.
    Of two terms one inside the other, the longer one counts.

    Args:
        terms: the glossary.
    """
    entries = {_folded(term.source): term for term in terms if term.source.strip()}
    listed = "|".join(_pattern(source) for source in sorted(entries, key=len, reverse=True))
    pattern = re.compile(listed, re.IGNORECASE) if entries else None

    def find(pair: UnitPair) -> Iterator[Found]:
        if pattern is None or not pair.target.text:
            return
        for match in pattern.finditer(pair.source.text):
            term = entries.get(_folded(match[0])) or entries[_singular(_folded(match[0]), entries)]
            if not any(_has(pair.target, target) for target in term.targets):
                wanted = " or ".join(term.targets)
                yield Found(
                    f"{match[0]}: the target does not have {wanted}",
                    (Place("source", *match.span()),),
                )

    return Check(
        "term",
        Severity.WARNING,
        "A term that is not used as the glossary says makes a text hard to follow.",
        ("行动纲领", "Action Plan"),
        each(find),
    )


def _has(side: Side, term: str) -> bool:
    return re.search(_pattern(_folded(term)), side.text, re.IGNORECASE) is not None


def _pattern(term: str) -> str:
    escaped = r"\s+".join(map(re.escape, term.split()))
    before = "" if is_unspaced(term[:1]) else r"(?<!\w)"
    after = "" if is_unspaced(term[-1:]) else r"(?:s|es)?(?!\w)"
    return before + escaped + after


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _singular(word: str, entries: dict[str, Term]) -> str:
    return next(
        form for form in (word.removesuffix("s"), word.removesuffix("es")) if form in entries
    )
