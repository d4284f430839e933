"""Which languages of an index are meant by a language tag."""

from __future__ import annotations

from functools import lru_cache

from langcodes import Language
from langcodes.tag_parser import LanguageTagError

from tmx.errors import TmxError
from tmx.index.storage import Index


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
    try:
        parsed = Language.get(tag)
        whole = parsed.maximize()
    except LanguageTagError:
        return None
    tells = parsed.script is not None or parsed.territory is not None
    return whole.language or "und", whole.script if tells else None


def languages_meant(index: Index, tag: str | None) -> dict[int, str]:
    """Return the languages of an index that a tag means, as their numbers and tags.

    Args:
        index: the index.
        tag: a BCP 47 tag; None means all of them.

    Raises:
        TmxError: the index has none of them.
    """
    rows = index.connection.execute("SELECT id, tag FROM languages ORDER BY tag").fetchall()
    meant = {number: known for number, known in rows if tag is None or tags_agree(tag, known)}
    if tag is not None and not meant:
        known = ", ".join(known for _, known in rows) or "no language"
        raise TmxError(f"{index.path}: it has nothing in {tag}; it has {known}")
    return meant
