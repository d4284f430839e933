"""The nouns of a glossary: what was found, as a terminologist writes it down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How an entry stands to the glossary that the user has.

    Attributes:
        NEW: it is not there.
        KNOWN: it is there, with each of its translations.
        DIFFERENT: it is there with another translation.
    """

    NEW = "new"
    KNOWN = "known"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which a term stands in the text.

    Attributes:
        text: the words, with single spaces.
        count: how often they stand there.
    """

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Translation:
    """One way in which a term is translated.

    Attributes:
        forms: its forms (singular and plural, capitals), the most frequent first.
        count: in how many units it translates the term.
        probability: how likely it is that it does, in [0, 1].
        short: whether the text gives it in brackets as short for something longer.
    """

    forms: tuple[Form, ...]
    count: int
    probability: float
    short: bool = False

    @property
    def text(self) -> str:
        """The form to be shown."""
        return self.forms[0].text


@dataclass(frozen=True, slots=True)
class Example:
    """A unit in which a term and its translation stand.

    Attributes:
        document: the file.
        unit: the unit's name there.
        paragraph: the number of its paragraph, or "".
        source: its source.
        target: its target.
        source_span: where the term begins and ends in the source.
        target_span: where the translation begins and ends in the target.
    """

    document: str
    unit: str
    paragraph: str
    source: str
    target: str
    source_span: tuple[int, int]
    target_span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept: a term with its forms and its translations.

    Attributes:
        forms: the term's forms, the most frequent first.
        translations: the most frequent first; several where the text is not consistent.
        count: how often the term stands in the source.
        units: in how many units.
        documents: in how many files.
        score: how likely it is that a terminologist keeps the entry, in [0, 1]; for ranking.
        examples: some of the units, in their order.
        short: whether the text gives the term in brackets as short for something longer.
        short_for: this longer form, or "".
        status: how the entry stands to the glossary that the user has.
    """

    forms: tuple[Form, ...]
    translations: tuple[Translation, ...]
    count: int
    units: int
    documents: int
    score: float
    examples: tuple[Example, ...]
    short: bool = False
    short_for: str = ""
    status: Status = Status.NEW

    @property
    def text(self) -> str:
        """The form to be shown."""
        return self.forms[0].text

    @property
    def consistent(self) -> bool:
        """Whether there is one translation only."""
        return len(self.translations) == 1

    @property
    def use(self) -> str:
        """The translations with their counts: "Programme of Action 38, Action Programme 1"."""
        return ", ".join(f"{item.text} {item.count}" for item in self.translations)
