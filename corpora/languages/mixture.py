"""Which paragraphs of a document are in the language of its translation.

An article in Chinese has an English abstract, a page in two languages has both. Such a paragraph is
no text of the document that its translation could be paired with. It is running text: words in
small letters that end no citation. A name, a reference, an address, a formula or the title of a
work is none, and is the same in every language. Chinese characters in a text in an alphabet are
foreign also where the translation has the same line, however short: it was left untranslated.
Where running text stands, the lines around it
that have no character of the document's own script belong to it: a title, authors, key words. Where
that is much of the document, every line is given in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from corpora.characters import HAN
from corpora.document import Document, Kind, Paragraph
from corpora.languages.detection import detect_language, east_asian_share
from corpora.languages.tags import base

_EAST_ASIAN = frozenset(("zh", "ja", "ko", "yue"))
_ASIDE = frozenset((Kind.FOOTNOTE, Kind.BOILERPLATE))
_FEWEST_WORDS = 12
_SMALL_SHARE = 0.6
"""Of the words of running text the share that begin with a small letter. In German it is .65, in
addresses and lists of authors it is under .4."""
_FEWEST_CHARACTERS = 20
_PARTICLE_SHARE = 0.03
"""Of all Han characters the share of such as grammar is written with: in running text it is .05 and
more, in addresses and names next to none."""
_LIKELY = 0.5
"""So sure must a text itself be of its language: with less, words of computing are English."""
_OWN_SHARE = 0.25
_BILINGUAL_SHARE = 0.2
"""Of all paragraphs the share that are running text of the other language where each is given in
both languages, headings too."""
_ALTERNATE_SHARE = 0.4
"""The same share of lines in Chinese characters in a text in an alphabet."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_CHARACTER = re.compile(f"[{HAN}]")
_PARTICLE = re.compile("[的了是在和与與不有为為对對这這也]")
_CITATION = re.compile(
    r"\b(?:1[89]|20)\d\d[a-z]?\b[^。]{0,40}\d\s?[-–—:：]\s?\d|[\[［][A-Z]{1,2}(?:/[A-Z]{2})?[\]］]"
    r"|\bdoi\b|://|\bet al\b|\bpp?\. ?\d",
)
_FIGURE_OR_ABBREVIATION = re.compile(r"\d|[A-Z]{2}|[a-z][A-Z]|^[A-Z][a-z]-[A-Z][a-z]$")
_MARKS = ",.;:()[]\"'"
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def foreign_paragraphs(document: Document, translation: Document) -> frozenset[int]:
    """Find the paragraphs of a document that are in the language of its translation.

    None are told apart where both languages are written alike, and where hardly anything would be
    left: then the document is in another language than it is said to be.

    Args:
        document: the document.
        translation: the document that it is to be paired with.

    Returns:
        Their indices.
    """
    other = translation.language
    east_asian = base(document.language) in _EAST_ASIAN
    if east_asian == (base(other) in _EAST_ASIAN):
        return frozenset()
    text = [k for k, own in enumerate(document.paragraphs) if own.kind not in _ASIDE]
    paragraphs = [document.paragraphs[k] for k in text]
    lacking = [_lacks(own.text, east_asian=east_asian) for own in paragraphs]
    theirs = set() if east_asian else set(chain.from_iterable(map(_words, translation.paragraphs)))
    found = {
        place
        for place, own in enumerate(paragraphs)
        if (lacking[place] and _is_running(own.text, other))
        or (not theirs.isdisjoint(_words(own)) and east_asian_share(own.text) > 0.5)
    }
    if not found or not _is_enough(paragraphs, found, east_asian=east_asian):
        return frozenset()
    in_both = len(found) >= _BILINGUAL_SHARE * len(paragraphs)
    if in_both or (not east_asian and sum(lacking) > _ALTERNATE_SHARE * len(paragraphs)):
        spread = {
            place
            for place, own in enumerate(paragraphs)
            if lacking[place] and not _cites(own.text)
            if not east_asian or len(_WORD.findall(own.text)) > 1
        }
    else:
        spread = _spread(
            found, [lacking[place] and _may_belong(own) for place, own in enumerate(paragraphs)]
        )
    return frozenset(text[place] for place in found | spread)


def is_technical_value(text: str) -> bool:
    """Tell whether a text in an alphabet is a technical value, or a product's name and type.

    It has a figure or an abbreviation ("63 Wh", "Intel Core i7-1360P", "Wi-Fi + GPS"), and no words
    in small letters one behind the other, as running text has. Such a text is the same in every
    language, and says nothing of the one that its document is in.
    """
    words = [word.strip(_MARKS) for word in text.split()]
    small = [len(word) > 1 and word.isalpha() and word.islower() for word in words]
    return (
        any(map(_FIGURE_OR_ABBREVIATION.search, words))
        and not any(map(all, pairwise(small)))
        and _lacks(text, east_asian=True)
    )


def _lacks(text: str, *, east_asian: bool) -> bool:
    """Whether a text has letters, and none of them in the script of the document."""
    # Most paragraphs are told at first sight.
    if _CHARACTER.search(text) if east_asian else text.isascii():
        return False
    if not any(map(str.isalpha, text)):
        return False
    return east_asian_share(text) == 0.0 if east_asian else east_asian_share(text) > 0.9


def _words(paragraph: Paragraph) -> tuple[str, str]:
    """A paragraph's words for comparing, with and without its label."""
    text = paragraph.text
    return "".join(text.split()), "".join(text[paragraph.label_length :].split())


def _is_running(text: str, language: str) -> bool:
    """Whether a text is running text of a language, and no reference to a work."""
    if _cites(text):
        return False
    if base(language) in _EAST_ASIAN:
        characters = len(_CHARACTER.findall(text))
        particles = len(_PARTICLE.findall(text))
        running = characters >= _FEWEST_CHARACTERS and particles >= _PARTICLE_SHARE * characters
    else:
        words = _WORD.findall(text)
        small = sum(word[0].islower() for word in words)
        running = len(words) >= _FEWEST_WORDS and small >= _SMALL_SHARE * len(words)
    if not running:
        return False
    told = detect_language(text)
    return base(told.tag) == base(language) and told.confidence >= _LIKELY


def _cites(text: str) -> bool:
    return _CITATION.search(text) is not None


def _may_belong(paragraph: Paragraph) -> bool:
    """Whether a line beside running text may belong to it: no number, no reference."""
    unnumbered = paragraph.number is None and not paragraph.label
    text = paragraph.text
    return unnumbered and not text.startswith("[") and not _YEAR.search(text)


def _is_enough(paragraphs: Sequence[Paragraph], found: Iterable[int], *, east_asian: bool) -> bool:
    """Whether enough is left without what was found, and most of it in the document's script."""
    out = set(found)
    left = "\n".join(own.text for place, own in enumerate(paragraphs) if place not in out)
    taken = sum(len(paragraphs[place].text) for place in out)
    share = east_asian_share(left)
    weight = len(left) * (3 if east_asian else 1)
    in_script = share > 0.5 if east_asian else share < 0.5
    return in_script and weight > _OWN_SHARE * taken


def _spread(found: Iterable[int], around: Sequence[bool]) -> set[int]:
    """Return what may belong to some paragraphs and stands in a row before or behind them."""
    spread: set[int] = set()
    for place in found:
        for step in (-1, 1):
            beside = place + step
            while 0 <= beside < len(around) and around[beside]:
                spread.add(beside)
                beside += step
    return spread
