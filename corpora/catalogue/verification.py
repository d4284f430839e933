"""Whether a document is the one that a catalogue entry describes, whole and in its language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpora.catalogue.entries import Edition, Entry
from corpora.document import Document, Kind, Paragraph

_CITING = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.FOOTNOTE})
"""Kinds of paragraphs that cite other documents, so that a symbol there says nothing."""

_ANY_SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/.])(?:[A-Z]{1,4}/(?:[A-Z0-9.]+/)*)?\d+/[A-Z.]*\d+(?![\d/])"
)
_CLOSED = r"""[”’"'»」』)\]]*(?:\s*\[?(?:\d{1,2}|[*†‡])\]?)*"""
"""Quotes and brackets that close behind an end, and footnote marks there."""

_LAST_END = re.compile(rf"[.。]{_CLOSED}$")
_END = re.compile(
    rf"[,;.。?!…]{_CLOSED}(?:\s*(?:and(?:/or)?|or|以及|并且|而且|和|与|及|并|或))?$", re.IGNORECASE
)
_WITHIN = frozenset({Kind.BODY, Kind.SUBPARAGRAPH})
"""Kinds that carry a paragraph of a resolution on."""

_OUTSIDE = frozenset({Kind.FOOTNOTE, Kind.BOILERPLATE})
_TAIL = 30


def find_faults(document: Document, entry: Entry, edition: Edition) -> tuple[str, ...]:
    """Check language, symbol and paragraphs against what the entry expects.

    Args:
        document: what was read.
        entry: the document that it should be.
        edition: the language version that it should be.

    Returns:
        What speaks against it, each a few words for a message; nothing where it is the document.
    """
    return (
        *_language_faults(document, edition),
        *_symbol_faults(document.paragraphs, entry.symbol),
        *_count_faults(document.paragraphs, entry),
    )


def bears_symbol(text: str, symbol: str) -> bool:
    """Tell whether a text bears a document symbol, in any form that documents print.

    "A/RES/67/58", "67/58." and "第 67/58 号决议" all bear the symbol "A/RES/67/58", also with white
    space around the strokes or in full-width signs; "A/67/58", "67/580" and "67/58/Add.1" do not.
    """
    forms = {symbol, symbol.partition("/RES/")[2]} - {""}
    plain = unicodedata.normalize("NFKC", text)
    return any(_form(form).search(plain) for form in forms)


def _form(form: str) -> re.Pattern[str]:
    loose = r"\s*/\s*".join(re.escape(part) for part in form.split("/"))
    behind = r"(?!\d|\s*/|\s?[A-Z](?![A-Za-z]))"
    return re.compile(rf"(?<![A-Za-z0-9./])(?<!/\s){loose}{behind}")


def _language_faults(document: Document, edition: Edition) -> Iterator[str]:
    if _primary(document.language) != _primary(edition.language):
        yield f"expected the language {edition.language}, found {document.language}"


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _symbol_faults(paragraphs: Sequence[Paragraph], symbol: str) -> Iterator[str]:
    own = [paragraph.text for paragraph in paragraphs if paragraph.kind not in _CITING]
    if any(bears_symbol(text, symbol) for text in own):
        return
    others = (_ANY_SYMBOL.search(unicodedata.normalize("NFKC", text)) for text in own)
    found = next((match.group() for match in others if match), None)
    yield f"the symbol {symbol} is not on it" + (f" (found {found})" if found else "")


def _count_faults(paragraphs: Sequence[Paragraph], entry: Entry) -> Iterator[str]:
    kinds: dict[Kind, list[Paragraph]] = {Kind.PREAMBULAR: [], Kind.OPERATIVE: []}
    for paragraph in paragraphs:
        if paragraph.kind in kinds:
            kinds[paragraph.kind].append(paragraph)
    preambular, operative = kinds[Kind.PREAMBULAR], kinds[Kind.OPERATIVE]
    if len(preambular) != entry.preambular:
        yield _expected("preambular", entry.preambular, len(preambular))
    numbers = [paragraph.number or "without a number" for paragraph in operative]
    wanted = [str(number) for number in range(1, entry.operative + 1)]
    if len(numbers) != len(wanted):
        yield _expected("operative", len(wanted), len(numbers))
    yield from _number_faults(numbers, wanted)
    if numbers == wanted and len(preambular) == entry.preambular:
        yield from _end_faults(paragraphs)


def _end_faults(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Name the paragraphs that stop without a mark of an end, as far as that can be told."""
    places = {
        kind: [place for place, paragraph in enumerate(paragraphs) if paragraph.kind is kind]
        for kind in (Kind.PREAMBULAR, Kind.OPERATIVE)
    }
    last = places[Kind.OPERATIVE][-1]
    for kind, found in places.items():
        broken = {
            str(number): paragraphs[place]
            for number, place in enumerate(found, start=1)
            if not (
                _LAST_END.search(_plain(paragraphs[place]))
                if place == last
                else _ends(paragraphs[place:])
            )
        }
        if broken:
            several = len(broken) > 1
            yield (
                f"{kind} {'paragraphs' if several else 'paragraph'} {_listed(list(broken))}"
                f" {'break' if several else 'breaks'} off"
                f"{', the first' if several else ''} after {_tail(next(iter(broken.values())))}"
            )


def _ends(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the first paragraph, or what carries it on, has a mark of an end."""
    first, *others = paragraphs
    inside = takewhile(lambda paragraph: paragraph.kind in _WITHIN | _OUTSIDE, others)
    own = (first, *(paragraph for paragraph in inside if paragraph.kind in _WITHIN))
    return any(_END.search(_plain(paragraph)) for paragraph in own)


def _plain(paragraph: Paragraph) -> str:
    return unicodedata.normalize("NFKC", paragraph.text).rstrip()


def _tail(paragraph: Paragraph) -> str:
    """Quote the last words of a paragraph."""
    text = paragraph.text.rstrip()
    if len(text) <= _TAIL:
        return f"“{text}”"
    piece = text[-_TAIL:]
    return f"“…{piece.partition(' ')[2] or piece}”"


def _expected(kind: str, wanted: int, found: int) -> str:
    return f"expected {wanted} {kind} paragraphs, found {found}"


def _number_faults(numbers: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    if not numbers:
        return
    count = Counter(numbers)
    missing = [number for number in wanted if number not in count]
    repeated = [number for number in wanted if count[number] > 1]
    strange = [number for number in count if number not in wanted]
    if missing:
        yield f"{_listed(missing)} {'is' if len(missing) == 1 else 'are'} missing"
    if repeated:
        yield f"{_listed(repeated)} more than once"
    if strange:
        yield f"{_listed(strange)} not expected"
    if not (missing or repeated or strange) and list(numbers) != list(wanted):
        pairs = zip(numbers, wanted, strict=True)
        yield f"out of order: {next(f'{a} stands where {b} should' for a, b in pairs if a != b)}"


def _listed(numbers: Sequence[str]) -> str:
    """Join numbers for a message; of more than six only the first five."""
    if len(numbers) > 6:
        return f"{', '.join(numbers[:5])} and {len(numbers) - 5} more"
    return ", ".join(numbers)
