"""Which languages of an index are meant by a language tag."""

from __future__ import annotations

from tmx.errors import TmxError
from tmx.index.storage import Index
from tmx.languages import tags_agree


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
