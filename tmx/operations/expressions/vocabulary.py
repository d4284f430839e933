"""The names and functions of the language of expressions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from tmx.operations.expressions.facts import Facts, tags_of, words_of
from tmx.operations.ranking import number_of
from tmx.operations.words import count_words

Evaluate = Callable[[Facts], Any]
"""Gives what a part of an expression stands for; None where that is missing."""


class Kind(Enum):
    """What a value is; the messages call it so."""

    NUMBER = "a number"
    TEXT = "a text"
    DATE = "a date"
    TRUTH = "true or false"
    LIST = "a list of texts"


@dataclass(frozen=True, slots=True)
class Name:
    """A name that stands for a fact about a unit."""

    kind: Kind
    evaluate: Evaluate


@dataclass(frozen=True, slots=True)
class Function:
    """A function of one value.

    Attributes:
        takes: the kinds that it takes.
        gives: the kind of what it gives.
        apply: gives the result, of a value that is not missing unless `of_missing`.
        of_missing: whether it is also asked of a missing value; else the result is missing then.
    """

    takes: frozenset[Kind]
    gives: Kind
    apply: Callable[[Any], Any]
    of_missing: bool = False


@dataclass(frozen=True, slots=True)
class Lookup:
    """A function of a name in quotation marks, which asks the unit."""

    of: str
    look_up: Callable[[Facts, str], str | None]


def _is_blank(text: str | None) -> bool:
    return text is None or not text.strip()


_ANY = frozenset({Kind.NUMBER, Kind.TEXT, Kind.DATE})
_OF_TEXT = frozenset({Kind.TEXT})
_OF_NUMBER = frozenset({Kind.NUMBER})

NAMES: Mapping[str, Name] = {
    "source": Name(Kind.TEXT, lambda facts: words_of(facts.source)),
    "target": Name(Kind.TEXT, lambda facts: words_of(facts.target)),
    "source_language": Name(
        Kind.TEXT, lambda facts: None if facts.source is None else facts.source.language
    ),
    "target_language": Name(
        Kind.TEXT, lambda facts: None if facts.target is None else facts.target.language
    ),
    "languages": Name(Kind.LIST, lambda facts: [item.language for item in facts.unit.variants]),
    "source_tags": Name(Kind.NUMBER, lambda facts: tags_of(facts.source)),
    "target_tags": Name(Kind.NUMBER, lambda facts: tags_of(facts.target)),
    "tuid": Name(Kind.TEXT, lambda facts: facts.unit.tuid),
    "number": Name(Kind.NUMBER, lambda facts: facts.number),
    "score": Name(Kind.NUMBER, Facts.score),
    "quality": Name(Kind.NUMBER, Facts.quality),
    "note": Name(Kind.TEXT, Facts.notes),
    "segtype": Name(Kind.TEXT, lambda facts: facts.unit.segtype),
    "creationdate": Name(Kind.DATE, lambda facts: facts.latest(lambda record: record.creationdate)),
    "changedate": Name(Kind.DATE, lambda facts: facts.latest(lambda record: record.changedate)),
    "lastusagedate": Name(
        Kind.DATE, lambda facts: facts.latest(lambda record: record.lastusagedate)
    ),
    "usagecount": Name(Kind.NUMBER, lambda facts: facts.unit.record.usagecount),
    "creationid": Name(Kind.TEXT, lambda facts: facts.of_record(lambda record: record.creationid)),
    "changeid": Name(Kind.TEXT, lambda facts: facts.of_record(lambda record: record.changeid)),
    "creationtool": Name(
        Kind.TEXT, lambda facts: facts.of_record(lambda record: record.creationtool)
    ),
    "datatype": Name(Kind.TEXT, lambda facts: facts.of_record(lambda record: record.datatype)),
    "identical": Name(Kind.TRUTH, Facts.is_identical),
    "empty": Name(Kind.TRUTH, Facts.is_empty),
    "tagged": Name(
        Kind.TRUTH, lambda facts: any(tags_of(variant) for variant in facts.unit.variants)
    ),
    "true": Name(Kind.TRUTH, lambda facts: True),
    "false": Name(Kind.TRUTH, lambda facts: False),
}
"""What stands for itself."""

FUNCTIONS: Mapping[str, Function] = {
    "length": Function(_OF_TEXT, Kind.NUMBER, len),
    "words": Function(_OF_TEXT, Kind.NUMBER, count_words),
    "lower": Function(_OF_TEXT, Kind.TEXT, str.lower),
    "number": Function(_OF_TEXT, Kind.NUMBER, number_of),
    "abs": Function(_OF_NUMBER, Kind.NUMBER, abs),
    "empty": Function(_OF_TEXT, Kind.TRUTH, _is_blank, of_missing=True),
    "missing": Function(_ANY, Kind.TRUTH, lambda value: value is None, of_missing=True),
}
"""What is written with a value in brackets behind it."""

LOOKUPS: Mapping[str, Lookup] = {
    "prop": Lookup("the type of a property", Facts.property),
    "text": Lookup("a language", Facts.text_in),
}
"""What is written with a name in quotation marks, in brackets, behind it."""
