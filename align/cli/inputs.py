"""What `duiqi align` is given: two files, or one catalogue name, become two Documents."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import langcodes

from align.cli.console import Console, Report, counted, timed
from align.cli.names import names_apart
from align.quality.values.species import is_species
from corpora import Document, Kind
from corpora.catalogue import catalogue_names, open_pair
from corpora.errors import DocumentError, UnknownLanguageError
from corpora.languages import (
    DetectedLanguage,
    base,
    canonical_language,
    detect_language,
    display_name,
    east_asian_share,
    is_technical_value,
    same_language,
)
from corpora.languages.tags import UNDETERMINED
from corpora.reading import read_document, read_lines

_log = logging.getLogger(__name__)

Pair = tuple[Document, Document]
Names = tuple[str, str]

BOTH = (0.35, 0.8)
"""A text with such a share in characters of the other sort holds two languages."""

_EAST_ASIAN = frozenset({"zh", "ja", "ko"})

SURE = 0.8
"""So sure must the characters be before Chinese is said to be of the other form."""

LIKELY = 0.5
"""A language that a text tells with less confidence is said to be a guess."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user said of one side.

    Attributes:
        name: a file, or a catalogue name; None where the other side's name stands for both.
        language: the language it is said to be in, or None.
        encoding: the character encoding it is said to have, or None.
        option: the option that says its language.
    """

    name: str | None
    language: str | None
    encoding: str | None
    option: str


def open_documents(source: Wanted, target: Wanted, *, lines: bool, console: Console) -> Pair:
    """Read both documents, check their languages, and say what was taken.

    Args:
        source: the source, or the catalogue name of both.
        target: the target.
        lines: whether the files hold one sentence a line.
        console: where to say what was taken.

    Raises:
        DocumentError: a document can't be read, or the two are in one language or swapped.
    """
    if "-" in (source.name, target.name):
        raise DocumentError("documents are not read from standard input; save it and name the file")
    if target.name is None:
        with timed(_log, f"{source.name} is read"), console.progress("reading the documents"):
            documents = _from_catalogue(source, target, lines)
    else:
        documents = _read_both(source, target, lines, console)
    _check_languages(documents, (source, target), console)
    for side, document, item in zip(("source", "target"), documents, (source, target), strict=True):
        _log_facts(document, item)
        kept = [item for item in document.paragraphs if item.kind is not Kind.BOILERPLATE]
        facts = [display_name(document.language), document.encoding or document.format]
        left_out = len(document.paragraphs) - len(kept)
        facts.append(counted(len(kept), "line" if lines else "paragraph"))
        if left_out:
            facts.append(f"{left_out} {_whose(document)} left out")
        console.say(f"{side}: {document.name}: {', '.join(facts)}")
        if document.status:
            console.say(f"        {document.status}")
    return documents


def check_alone(name: str) -> None:
    """Refuse a file that is named alone, where only a catalogue name stands for both documents.

    Raises:
        DocumentError: it is a file.
    """
    if name not in catalogue_names() and Path(name).exists():
        raise DocumentError(f"{name}: name the target file too, or a catalogue name alone")


def _from_catalogue(source: Wanted, target: Wanted, lines: bool) -> Pair:
    name = source.name or ""
    check_alone(name)
    if lines:
        raise DocumentError(f"{name}: --lines takes two files with one sentence a line")
    if source.encoding or target.encoding:
        raise DocumentError(f"{name}: its encoding is known; leave --encoding out")
    documents = open_pair(name)
    # Asked for the other way round, the pair is turned.
    said = [
        canonical_language(item.language) if item.language else None for item in (source, target)
    ]
    for pair in (documents, (documents[1], documents[0])):
        if all(
            tag is None or same_language(tag, document.language)
            for tag, document in zip(said, pair, strict=True)
        ):
            return pair
    asked = " and ".join(tag for tag in said if tag)
    known = " and ".join(document.language for document in documents)
    raise DocumentError(f"{name} is in {known}, not in {asked}; leave the language out")


def _read_both(source: Wanted, target: Wanted, lines: bool, console: Console) -> Pair:
    """Read two files; where the text of one hardly tells its language, the other's helps."""

    def read(wanted: Wanted, side: str, beside: str | None) -> Document:
        with console.progress(f"reading the {side}") as report:
            return _read(wanted, lines, report, beside)

    said = canonical_language(target.language) if target.language else None
    try:
        first = read(source, "source", said)
    except UnknownLanguageError:
        second = read(target, "target", None)
        return read(source, "source", second.language), second
    second = read(target, "target", first.language)
    if source.language is None and target.language is None:
        found = detect_language(_words(first), beside=second.language)
        if found.tag not in (UNDETERMINED, first.language):
            first = read(source, "source", second.language)
    return first, second


def _read(wanted: Wanted, lines: bool, report: Report, beside: str | None) -> Document:
    name = wanted.name or ""
    path = Path(name)
    if name in catalogue_names() and not path.exists():
        raise DocumentError(
            f"{name} is a catalogue name and stands for both documents; name it alone"
        )
    with timed(_log, f"{name} is read"):
        if lines:
            return read_lines(
                path, language=wanted.language, beside=beside, encoding=wanted.encoding
            )
        return read_document(
            path,
            language=wanted.language,
            beside=beside,
            encoding=wanted.encoding,
            progress=report,
        )


def _whose(document: Document) -> str:
    """Say what a document's furniture is: a site's, or running heads, front matter and the like."""
    return "of the site's own" if document.format == "html" else "outside the text"


def _log_facts(document: Document, wanted: Wanted) -> None:
    """Log what a document was read as, and what is in it."""
    kinds = Counter(paragraph.kind.value for paragraph in document.paragraphs)
    marks = sum(len(paragraph.marks) for paragraph in document.paragraphs)
    facts = [
        f"format {document.format}",
        f"encoding {document.encoding or 'of the format'}{' (said)' if wanted.encoding else ''}",
        f"language {document.language}{' (said)' if wanted.language else ''}",
        counted(sum(len(paragraph.text) for paragraph in document.paragraphs), "character"),
        f"{counted(marks, 'footnote mark')} set aside",
        f"paragraphs: {', '.join(f'{count} {kind}' for kind, count in kinds.items())}",
    ]
    _log.info("%s: %s", document.name, "; ".join(facts))


def _check_languages(documents: Pair, wanted: tuple[Wanted, Wanted], console: Console) -> None:
    source, target = (document.language for document in documents)
    names = names_apart(documents, (wanted[0].name, wanted[1].name))
    said = [item.language is not None for item in wanted]
    if source == target:
        # That a file holds both languages is why both seem to be in one.
        reasons = *_mixed(documents, names), _one_language(documents, names, wanted)
        raise DocumentError("; ".join(dict.fromkeys(reasons)))
    # Two forms of one, such as simplified and traditional Chinese, are two languages of a memory.
    both_one = same_language(source, target)
    found = [
        detect_language(_words(document), beside=other)
        for document, other in zip(documents, (target, source), strict=True)
    ]
    tags = [item.tag for item in found]
    turned = same_language(tags[0], target) and same_language(tags[1], source)
    if any(said) and turned and not both_one:
        raise DocumentError(
            f"the documents are swapped: {names[0]} is in {display_name(tags[0])} and"
            f" {names[1]} in {display_name(tags[1])}; give them the other way round"
        )
    if len({base(tag) in _EAST_ASIAN for tag in (source, target)}) > 1:
        for mixed in _mixed(documents, names):
            console.warn(mixed)
    for name, document, detected, item in zip(names, documents, found, wanted, strict=True):
        if item.language and _contradicts(detected, document.language):
            console.warn(
                f"{name} looks like {display_name(detected.tag)}, taken as"
                f" {display_name(document.language)} because {item.option} says so"
            )
        elif not item.language and _hardly_tells(detected, document.language):
            console.warn(
                f"{name} is taken as {display_name(document.language)}, which its text hardly"
                f" tells; say {item.option} {document.language}, or another language"
            )


def _contradicts(found: DetectedLanguage, said: str) -> bool:
    """Whether a text is in another language than is said, or surely in another script."""
    if found.tag == UNDETERMINED:
        return False
    if not same_language(found.tag, said):
        return True
    scripts = {langcodes.get(tag).maximize().script for tag in (found.tag, said)}
    return len(scripts) > 1 and found.confidence >= SURE


def _hardly_tells(found: DetectedLanguage, taken: str) -> bool:
    """Whether a text in an alphabet could as well be in another language than it is taken for."""
    return base(taken) not in _EAST_ASIAN and found.confidence < LIKELY


def _one_language(documents: Pair, names: Names, wanted: tuple[Wanted, Wanted]) -> str:
    """Say that both documents are in one language, and what to do, as far as it is not done."""
    both = " and ".join(names)
    language = display_name(documents[0].language)
    unsaid = [item.option for item in wanted if item.language is None]
    if wanted[0].name == wanted[1].name and wanted[0].name is not None:
        return f"{wanted[0].name} is given twice; give one document in each language"
    for name, document, item in zip(names, documents, wanted, strict=True):
        found = detect_language(_words(document))
        if len(unsaid) == 1 and item.language and _contradicts(found, document.language):
            return (
                f"{both} can't both be in {language}: {name} looks like"
                f" {display_name(found.tag)}; correct {item.option}, or leave it out"
            )
    if not unsaid:
        return (
            f"{both} can't both be in {language}, as {wanted[0].option} and {wanted[1].option}"
            " say; a memory is of two languages"
        )
    return (
        f"{both} are both in {language}; give one document in each language, or correct what was"
        f" found with {' and '.join(unsaid)}"
    )


def _mixed(documents: Pair, names: Names) -> Iterator[str]:
    """Tell which of two documents seem to hold both languages, as bilingual editions do."""
    for name, document in zip(names, documents, strict=True):
        share = east_asian_share("\n".join(filter(_is_of_a_language, _own_texts(document))))
        other, what = share, "Chinese, Japanese or Korean characters"
        if base(document.language) in _EAST_ASIAN:
            other, what = 1 - share, "other letters"
        if BOTH[0] < other < BOTH[1]:
            yield (
                f"{name} seems to hold two languages ({other:.0%} of it is in {what}):"
                " make a file of each"
            )


def _is_of_a_language(text: str) -> bool:
    """Whether a text is no name or value that is the same in every language."""
    return not is_species(text) and not is_technical_value(text)


def _words(document: Document) -> str:
    """Return a document's text without furniture: a site's menus may be in another language."""
    return "\n".join(_own_texts(document))


def _own_texts(document: Document) -> Iterator[str]:
    return (
        paragraph.text
        for paragraph in document.paragraphs
        if paragraph.kind is not Kind.BOILERPLATE
    )
