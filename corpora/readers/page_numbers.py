"""Whether a line is the number of a page and no more: "12", "- 12 -", "Page 3 of 12", "第 3 页"."""

from __future__ import annotations

import re

_PAGE_NUMBER = re.compile(
    r"[\s\W]*(?:第\s*)?(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*页|\s*頁)?"
    r"(?:[\s,，]*(?:/|of|共)\s*\d{1,4}(?:\s*页|\s*頁)?)?[\s\W]*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*(?:\d{1,4}|[ivxl]{1,6})\s*[.．、]\s*", re.IGNORECASE)
_BRACKETS = str.maketrans("（）［］【】", "()[][]")


def is_page_number(text: str) -> bool:
    """Whether a line can be a page's number.

    One with a bracket that it only opens or closes is none, nor is a label such as "3.".
    """
    plain = text.translate(_BRACKETS)
    whole = plain.count("(") == plain.count(")") and plain.count("[") == plain.count("]")
    return bool(whole and _PAGE_NUMBER.fullmatch(text) and not _LABEL.fullmatch(text))
