"""Whether each side is in its language: empty, identical, untranslated, of another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.code import is_code
from align.quality.values.kept_names import without_kept_names
from align.quality.values.references import is_reference
from align.quality.values.species import is_species
from align.quality.values.symbols import Kind, find_symbols
from align.quality.values.technical import is_of_values
from corpora.characters import HAN
from corpora.errors import DocumentError
from corpora.languages import (
    base,
    canonical_language,
    detect_language,
    display_name,
    east_asian_share,
    same_language,
)
from corpora.languages.tags import UNDETERMINED

_SIDES = ("source", "target")
_HAN = re.compile(f"[{HAN}]")
_WITH_MARKS = f"[{HAN}，。；：、！？（）《》“”]"
_HAN_RUN = re.compile(f"{_WITH_MARKS}*[{HAN}]{{2}}{_WITH_MARKS}*")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ]*(?:['’][a-z]+)?")
_IN_BACKTICKS = re.compile(r"(`+)[^`]+\1")
_BETWEEN_ITEMS = re.compile(r"\s*[,;|/，；、]\s+|\s+[|/]\s*|[，；、]")
_NAME_OF_FILE = re.compile(r"[A-Za-z0-9_\-]+(?:[._][A-Za-z0-9_\-]+)+")
"""Names of files, of sites and in code, which stay in every language."""

_AT_HOME = frozenset("着兑悦脱税温户卧葱荆祢")
"""Characters of the mainland's standard that are those of Hong Kong's too, where Taiwan writes
others (著, 稅), and 祢, by which Taiwan calls on God: in traditional text they are at home."""

_ONLY_ENGLISH = (
    "the of and are were be been by with that this its from not have has will shall should may"
    " can which who their all any other our you they he she does did if but than into under"
    " between more also"
)
_FUNCTION_WORDS = frozenset(_ONLY_ENGLISH.split())
"""Words that show a text to be English. (Others, such as "a", "in", "on" and "no", are words of its
neighbours too.)"""

_OTHER_LANGUAGE_LETTERS = 20
"""So many letters a text must have before its language is told by words."""

SURE = 0.9
"""So sure must the detection of another language be."""

FEW_HAN = 0.3
"""A Chinese text has at least this share of Han characters among its letters, a Han character
counting as two letters; names and codes may fill the rest."""

LONG_QUOTE = 12
"""So many Han characters in a row in a text of another language are more than a name."""


_UNLIKE_LATIN = frozenset({"en", "zh", "ja", "ko"})
"""Languages with few words that look like Latin ones, where "Buena vista" is no species."""

_WITHOUT_LATIN = frozenset({"zh", "ja", "ko"})
"""Languages whose own words are not in the Latin alphabet."""

_CAPITALISED = re.compile("[A-Z][a-z]+[,;:]?")
"""What may be the name of a product or a standard beside its values: Bluetooth 5.3."""

_WORD_OF_HAN = 2
"""So many Han characters are a word; fewer may be a sign or a unit."""


def find_empty(pair: UnitPair) -> Iterator[Found]:
    """Find a side without words."""
    for side, name in zip(pair.sides, _SIDES, strict=True):
        if not side.text.strip() and not side.missing:
            yield Found(f"the {name} is empty")


def find_missing(pair: UnitPair) -> Iterator[Found]:
    """Find a unit that is in one of the two languages only."""
    for side, name in zip(pair.sides, _SIDES, strict=True):
        if side.missing:
            yield Found(f"there is no {name}")


def find_identical(pair: UnitPair) -> Iterator[Found]:
    """Find a target that is the source's own text, with words that would be translated.

    Terms and values with their names (Bluetooth 5.3) were not forgotten in a source: Chinese, too,
    leaves them as they are. Where it is the target that has no character of its script, terms
    (info, false), which are mostly identifiers, may have been.
    """
    if pair.source.text.lstrip()[:1] != pair.target.text.lstrip()[:1]:  # as in most pairs
        return
    source, target = (" ".join(side.text.split()) for side in pair.sides)
    if not source or source != target or same_language(*(side.language for side in pair.sides)):
        return
    if _is_kept(pair.source):
        return
    words = _WORD.findall(source)
    if (
        _HAN.search(source)
        or _has_own_script(pair.source)
        or (sum(map(len, words)) >= 3 and not _stays(source) and not _is_species(pair, source))
    ):
        severity = None
        if _is_of_terms(source):
            if base(pair.target.language) in _WITHOUT_LATIN:
                severity = Severity.INFO
        elif any(_is_of_another_script(side) for side in pair.sides):
            severity = Severity.ERROR
        yield Found("the target is the same as the source", _whole(pair), severity)


def is_rightly_the_same(pair: UnitPair) -> bool:
    """Whether the source of a pair whose sides are one text is right as its own translation.

    That is so of what Chinese, too, mostly leaves as it is (terms, code, works, technical values)
    and in a source in Chinese, Japanese or Korean of names beside values, too.
    """
    text = pair.source.text
    return (
        _is_kept(pair.source)
        or _is_of_terms(text)
        or is_code(text)
        or is_reference(text)
        or is_of_values(text)
    )


def _is_kept(side: Side) -> bool:
    """Whether a source in Chinese, Japanese or Korean keeps a text in an alphabet that fits it."""
    if base(side.language) not in _WITHOUT_LATIN or _has_own_script(side):
        return False
    if _is_of_terms(side.text):
        return True
    values = " ".join(word for word in side.text.split() if not _CAPITALISED.fullmatch(word))
    return any(map(str.isdigit, values)) and is_of_values(values)


def _has_own_script(side: Side) -> bool:
    """Whether a text in Chinese, Japanese or Korean has a character of their scripts."""
    return base(side.language) in _WITHOUT_LATIN and east_asian_share(side.text) > 0.0


def _is_of_terms(text: str) -> bool:
    """Whether a text is one word in an alphabet, code between backticks, or a list of such."""
    items = _BETWEEN_ITEMS.split(_IN_BACKTICKS.sub("code", text))
    if _HAN.search(text) or any(len(item.split()) != 1 for item in items):
        return False
    return len(items) == 1 or not any(item.strip()[:1].isupper() for item in items)


def _is_species(pair: UnitPair, text: str) -> bool:
    """Whether a text is the Latin name of a species, and neither language is like Latin."""
    unlike = all(base(side.language) in _UNLIKE_LATIN for side in pair.sides)
    return unlike and is_species(text)


def _is_of_another_script(side: Side) -> bool:
    """Whether a text is Chinese where it should be in an alphabet, or the other way about.

    What a language calls itself (中文) stands in lists of languages everywhere.
    """
    if side.is_chinese:
        return _is_without_han(side.text)
    if base(side.language) in ("ja", "ko"):
        return False
    han, letters = len(_HAN.findall(side.text)), sum(map(str.isalpha, side.text))
    plainly = han >= _WORD_OF_HAN and 2 * han >= letters
    return (plainly or han >= LONG_QUOTE) and not _is_name_of_language(side.text)


def _is_name_of_language(text: str) -> bool:
    try:
        canonical_language(text)
    except DocumentError:
        return False
    return True


def find_untranslated(pair: UnitPair) -> Iterator[Found]:
    """Find a target in the source's language, or a long piece of it, that is not all the same."""
    if pair.source.text.strip() == pair.target.text.strip():
        return
    for side, other, name in (
        (pair.target, pair.source, "target"),
        (pair.source, pair.target, "source"),
    ):
        if not side.text or not other.text or same_language(side.language, other.language):
            continue
        if side.is_chinese:
            if _is_without_han(side.text) and not is_reference(side.text):
                if not _HAN.search(side.text):
                    said = "no Chinese"
                elif _are_kept(_small_words(side.text), other.text):
                    continue
                else:
                    said = "hardly any Chinese"
                yield Found(f"the {name} has {said}", (Place(name, 0, len(side.text)),))
        elif (
            other.is_chinese
            and base(side.language) not in ("ja", "ko")
            and _HAN.search(side.text)  # most texts have none
        ):
            for run in _HAN_RUN.finditer(without_kept_names(side.text, other.text)):
                long = len(run.group()) >= LONG_QUOTE
                if long or len(run.group()) * 4 > len(side.text):
                    yield Found(f"Chinese is left in the {name}", (Place(name, *run.span()),))


def find_wrong_language(pair: UnitPair) -> Iterator[Found]:
    """Find a side in a language that is neither its own nor the other side's."""
    for side, name in zip(pair.sides, _SIDES, strict=True):
        if (found := _other_language(side)) and not same_language(found, _of_other(pair, name)):
            places = (Place(name, 0, len(side.text)),)
            yield Found(
                f"the {name} is in {display_name(found)}, not in {display_name(side.language)}",
                places,
            )


def find_mixed_scripts(pair: UnitPair) -> Iterator[Found]:
    """Find traditional characters in simplified text, and the reverse."""
    for side, name in zip(pair.sides, _SIDES, strict=True):
        if not side.is_chinese:
            continue
        foreign = _only_traditional() if _is_simplified(side.language) else _only_simplified()
        places = [match.start() for match in foreign.finditer(side.text)]
        if places:
            kind = "traditional" if _is_simplified(side.language) else "simplified"
            signs = "".join(dict.fromkeys(side.text[index] for index in places))
            yield Found(
                f"{kind} characters in the {name}: {signs}",
                tuple(Place(name, index, index + 1) for index in places),
            )


def _other_language(side: Side) -> str | None:
    """Return the language of a text that is surely not in its own, or None."""
    text = side.text
    if side.is_english and _is_plainly_english(text):  # nearly all are, so this comes first
        return None
    if side.is_chinese and not _is_without_han(text):
        return None
    if sum(map(str.isalpha, text)) < _OTHER_LANGUAGE_LETTERS:
        return None
    if side.is_english:
        words = [word.lower() for word in _LATIN_WORD.findall(text)]
        known = sum(word in _FUNCTION_WORDS for word in words)
        if words and (known * 10 >= len(words) or len(words) < 5 or text.isupper()):
            return None
    found = detect_language(text)
    if (
        found.tag == UNDETERMINED
        or found.confidence < SURE
        or same_language(found.tag, side.language)
        or is_reference(text)
    ):
        return None
    return found.tag


def _is_plainly_english(text: str) -> bool:
    words = text.split()
    return sum(map(_FUNCTION_WORDS.__contains__, words)) * 10 > len(words)


def _of_other(pair: UnitPair, name: str) -> str:
    return (pair.target if name == "source" else pair.source).language


def _is_without_han(text: str) -> bool:
    """Whether a text that should be Chinese is not: letters of an alphabet, hardly any Han."""
    words = _small_words(text)
    if len(words) < 3:  # as in most Chinese texts
        return False
    words = _small_words(_NAME_OF_FILE.sub(" ", _without_addresses(text)))
    if len(words) < 3:
        return False
    han, letters = len(_HAN.findall(text)), sum(map(len, words))
    return 2 * han < FEW_HAN * (2 * han + letters)


def _small_words(text: str) -> list[str]:
    return [word for word in _LATIN_WORD.findall(text) if word.islower()]


def _are_kept(words: Iterable[str], other: str) -> bool:
    """Whether words stay as they are: the other side has them too, and they make no sentence."""
    kept = set(words)
    return kept.isdisjoint(_FUNCTION_WORDS) and kept <= set(_LATIN_WORD.findall(other))


def _without_addresses(text: str) -> str:
    for symbol in reversed(find_symbols(text)):
        if symbol.kind in (Kind.URL, Kind.MAIL):
            text = f"{text[: symbol.start]} {text[symbol.end :]}"
    return text


def _stays(text: str) -> bool:
    """Whether a text stays in every language: a name, code, a work that is cited, values."""
    return _is_name(text) or is_code(text) or is_reference(text) or is_of_values(text)


def _is_name(text: str) -> bool:
    """Whether a text is a name, a code or a title that stays as it is in every language."""
    words = text.split()
    return len(words) <= 4 and all(not word[:1].islower() for word in words)


@lru_cache(maxsize=1024)
def _is_simplified(language: str) -> bool:
    tag = language.lower()
    return not any(part in tag for part in ("-hant", "-tw", "-hk", "-mo"))


@cache
def _only_traditional() -> re.Pattern[str]:
    from hanzidentifier import helpers

    signs = set(helpers.TRADITIONAL_CHARACTERS) - set(helpers.SIMPLIFIED_CHARACTERS)
    return _any_sign(signs)


@cache
def _only_simplified() -> re.Pattern[str]:
    from hanzidentifier import helpers

    signs = set(helpers.SIMPLIFIED_CHARACTERS) - set(helpers.TRADITIONAL_CHARACTERS)
    signs -= _AT_HOME
    return _any_sign(signs)


def _any_sign(signs: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(signs)))}]")


def _whole(pair: UnitPair) -> tuple[Place, ...]:
    return tuple(
        Place(name, 0, len(side.text)) for name, side in zip(_SIDES, pair.sides, strict=True)
    )


CHECKS = (
    Check(
        "empty",
        Severity.ERROR,
        "A unit without a translation fills segments with nothing.",
        ("大会", ""),
        each(find_empty),
    ),
    Check(
        "unpaired",
        Severity.WARNING,
        "Text on one side only was not translated, or its translation was not found.",
        ("大会", ""),
        each(find_missing),
    ),
    Check(
        "identical",
        Severity.WARNING,
        "A target that is the source's own text is a translation that was forgotten.",
        ("大会决定如下", "大会决定如下"),
        each(find_identical),
    ),
    Check(
        "untranslated",
        Severity.ERROR,
        "Text of the source's language in the target was left untranslated.",
        ("大会决定设立一个特别委员会", "The Assembly decides to 设立一个特别委员会以审查此事"),
        each(find_untranslated),
    ),
    Check(
        "wrong-language",
        Severity.ERROR,
        "A third language in a memory comes up in translations where nobody can read it.",
        ("大会决定如下各项", "L'Assemblée générale décide ce qui suit dans sa résolution"),
        each(find_wrong_language),
    ),
    Check(
        "mixed-scripts",
        Severity.WARNING,
        "Simplified and traditional characters in one text look careless, and searches miss them.",
        ("聯合国大会", "The General Assembly of the United Nations"),
        each(find_mixed_scripts),
    ),
)
