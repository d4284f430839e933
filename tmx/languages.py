"""Language tags in the one form that every tool takes: BCP 47, hyphens, canonical case."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from tmx.errors import TmxError

_TAG = re.compile(r"([A-Za-z]{2,8}|x(?=-))(-[A-Za-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)


@lru_cache(maxsize=4096)
def canonical(tag: str) -> str:
    """Return a tag with hyphens and in canonical case: "zh_cn" as "zh-CN", "ZH-hans" as "zh-Hans".

    Raises:
        TmxError: it is no language tag.
    """
    hyphened = tag.replace("_", "-")
    if _TAG.fullmatch(hyphened) is None:
        raise TmxError(f"{tag!r} is no language tag; write one such as zh-CN or en")
    first, *others = hyphened.lower().split("-")
    done = [first]
    for part in others:
        after_singleton = len(done[-1]) == 1
        if len(part) == 4 and part.isalpha() and not after_singleton:
            done.append(part.capitalize())
        elif len(part) == 2 and part.isalpha() and not after_singleton:
            done.append(part.upper())
        else:
            done.append(part)
    return "-".join(done)


class LanguageTags:
    """The tags of one memory: a language should have one, unless a unit holds varieties of it."""

    def __init__(self) -> None:
        self._tags: dict[str, set[str]] = {}

    def admit(self, languages: Collection[str]) -> list[tuple[str, str]]:
        """Take the tags of a unit, in canonical form.

        Returns:
            The tags whose language has had another tag so far, with that; they are not taken.
        """
        unit = set(languages)
        clashes: list[tuple[str, str]] = []
        for language in languages:
            known = self._tags.setdefault(_primary(language), set())
            if language in known:
                continue
            if not known or not known.isdisjoint(unit):
                known.add(language)
            else:
                clashes.append((language, min(known)))
        return clashes

    def __contains__(self, language: str) -> bool:
        """Whether a tag has been taken."""
        return language in self._tags.get(_primary(language), ())


def same_language(one: str, other: str) -> bool:
    """Whether two tags in canonical form are of one language, whatever script or region."""
    return _primary(one) == _primary(other)


@lru_cache(maxsize=1024)
def tags_agree(one: str, other: str) -> bool:
    """Whether two tags may name one language: en and en-GB, zh-CN and zh-Hans, but not zh-TW.

    The scripts must be the same where both tags tell it, by a script or by a country (zh-TW is
    written in Hant); countries may differ, as between en-GB and en-US.
    """
    if one.lower() == other.lower():
        return True
    sides = [_language_and_script(tag) for tag in (one, other)]
    if None in sides:
        return False
    (language, script), (other_language, other_script) = (side or ("", None) for side in sides)
    return language == other_language and (
        script is None or other_script is None or script == other_script
    )


def _language_and_script(tag: str) -> tuple[str, str | None] | None:
    from langcodes import Language  # slow to import
    from langcodes.tag_parser import LanguageTagError

    try:
        parsed = Language.get(tag)
        whole = parsed.maximize()
    except LanguageTagError:
        return None
    tells = parsed.script is not None or parsed.territory is not None
    return whole.language or "und", whole.script if tells else None


def nearest_tag(language: str, tags: Iterable[str]) -> str | None:
    """Return the tag that is a language, or else comes nearest to it, as it is written; or None.

    Nearest is the same tag in another case, then one that `tags_agree` takes for the same, then
    one of the same language in another script.
    """
    held = list(tags)
    for is_near in (_same_but_for_case, tags_agree, _same_primary):
        for tag in held:
            if is_near(tag, language):
                return tag
    return None


def _same_but_for_case(one: str, other: str) -> bool:
    return one.lower() == other.lower()


def _same_primary(one: str, other: str) -> bool:
    return same_language(*(tag.replace("_", "-").lower() for tag in (one, other)))


def _primary(tag: str) -> str:
    """Return the tag of a language alone; one of private use stands for itself."""
    return tag if tag.startswith("x-") else tag.partition("-")[0]
