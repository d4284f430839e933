"""Language tags in the one form that every tool takes: BCP 47, hyphens, canonical case."""

from __future__ import annotations

import re
from collections.abc import Collection
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


def _primary(tag: str) -> str:
    """Return the tag of a language alone; one of private use stands for itself."""
    return tag if tag.startswith("x-") else tag.partition("-")[0]
