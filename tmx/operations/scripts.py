"""Tells simplified from traditional Chinese, by tag and by characters, and tags it so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from tmx.languages import canonical
from tmx.operations.packing import pack, unpack
from tmx.operations.sides import plain_tag, source_of
from tmx.operations.store import Store
from tmx.units import Header, Unit, Variant

_LAYOUT = "CREATE TABLE unit (place INTEGER PRIMARY KEY, data BLOB);"


class Script(StrEnum):
    """How Chinese is written."""

    HANS = "Hans"
    HANT = "Hant"


_SCRIPTS = {
    **dict.fromkeys(("hans", "cn", "sg", "my"), Script.HANS),
    **dict.fromkeys(("hant", "tw", "hk", "mo"), Script.HANT),
}


def is_chinese(tag: str) -> bool:
    """Tell whether a language tag is one of Chinese (zh, cmn)."""
    return plain_tag(tag).partition("-")[0] in ("zh", "cmn")


def script_of_tag(tag: str) -> Script | None:
    """Return the script that a tag of Chinese names, or that its region uses; None: neither."""
    parts = plain_tag(tag).split("-")[1:]
    return next((_SCRIPTS[part] for part in parts if part in _SCRIPTS), None)


def script_of_text(text: str) -> Script | None:
    """Return the script of a text by the characters that only one of the two has.

    That of most of them; None where there are as many of either, or none.
    """
    simplified, traditional = _characters()
    difference = sum((character in simplified) - (character in traditional) for character in text)
    if difference == 0:
        return None
    return Script.HANS if difference > 0 else Script.HANT


@cache
def _characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that are only simplified, and those that are only traditional."""
    from hanzidentifier import helpers  # it reads a dictionary, which takes a while

    simplified, traditional = helpers.SIMPLIFIED_CHARACTERS, helpers.TRADITIONAL_CHARACTERS
    return frozenset(simplified - traditional), frozenset(traditional - simplified)


@dataclass(slots=True)
class Tagged:
    """A memory whose Chinese bears the tag of its script.

    Attributes:
        header: the new header.
        units: the units; they can be gone through once.
        changed: how many variants had each old and now have each new tag, as (old, new).
    """

    header: Header
    units: Iterator[Unit]
    changed: Counter[tuple[str, str]] = field(default_factory=Counter)


@contextmanager
def tagged_by_script(
    header: Header, units: Iterable[Unit], *, hans: str = "zh-CN", hant: str = "zh-TW"
) -> Iterator[Tagged]:
    """Give every Chinese variant a tag that fits its characters; no text is altered.

    A tag that fits stays: zh-HK for traditional characters. Text that could be either keeps a tag
    that says which, and is taken for simplified under one that does not (zh). The header's
    srclang becomes the tag that most sources have; a unit whose source has another says so.

    Args:
        header: that of the memory.
        units: taken one by one, and kept on disk until all are there.
        hans: the tag of simplified Chinese.
        hant: the tag of traditional Chinese.

    Raises:
        TmxError: hans or hant is no language tag, or the disk for temporary files is full.
    """
    tags = {Script.HANS: canonical(hans), Script.HANT: canonical(hant)}
    changed: Counter[tuple[str, str]] = Counter()
    sources: Counter[str] = Counter()

    def tagged(unit: Unit) -> Unit:
        source = source_of(unit, header.srclang)
        variants = tuple(_tagged(variant, tags) for variant in unit.variants)
        srclang = unit.srclang
        for old, new in zip(unit.variants, variants, strict=True):
            if new.language != old.language:
                changed[old.language, new.language] += 1
            if old is source and is_chinese(new.language):
                sources[new.language] += 1
                srclang = new.language
        return replace(unit, variants=variants, srclang=srclang)

    with Store(_LAYOUT) as store:
        store.put("INSERT INTO unit (data) VALUES (?)", ((pack(tagged(unit)),) for unit in units))
        if sources:
            # Of tags as frequent the one met first.
            header = replace(header, srclang=sources.most_common(1)[0][0])
        rows = store.rows("SELECT data FROM unit ORDER BY place")
        given = (_without_srclang(unpack(data), header.srclang) for (data,) in rows)
        yield Tagged(header, given, changed)


def _tagged(variant: Variant, tags: dict[Script, str]) -> Variant:
    if not is_chinese(variant.language):
        return variant
    said = script_of_tag(variant.language)
    script = script_of_text(variant.segment.text) or said or Script.HANS
    return variant if script is said else replace(variant, language=tags[script])


def _without_srclang(unit: Unit, srclang: str) -> Unit:
    return replace(unit, srclang=None) if unit.srclang == srclang else unit
