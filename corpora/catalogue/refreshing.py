"""Where a web page sends a browser on to by itself, as older servers do instead of a redirect."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import httpx

_LARGEST_PAGE = 65_536
"""A page that does nothing but send on is small."""

_LONGEST_WAIT = 10
"""Seconds; a page that is read anew later is no redirect."""

_CONTENT = re.compile(r"\s*(\d{1,6})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?(.+?)\s*", re.IGNORECASE)


class _Reader(HTMLParser):
    """Finds the first refresh of a page that sends on at once."""

    def __init__(self) -> None:
        super().__init__()
        self.address: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        given = dict(attrs)
        if tag != "meta" or (given.get("http-equiv") or "").strip().lower() != "refresh":
            return
        match = _CONTENT.fullmatch(given.get("content") or "")
        if match and int(match[1]) <= _LONGEST_WAIT and self.address is None:
            self.address = match[2].strip("'\"")


def refresh_address(data: bytes, page: httpx.URL) -> httpx.URL | None:
    """Return where a page sends a browser on to, or None where it is no such page.

    Args:
        data: the answer, of any format.
        page: the address that it came from.

    Raises:
        httpx.InvalidURL: what it sends on to is no address.
    """
    if len(data) > _LARGEST_PAGE or b"<" not in data or b"\0" in data:
        return None
    reader = _Reader()
    reader.feed(data.decode("utf-8", "replace"))
    if not reader.address:
        return None
    address = page.join(reader.address)
    if address.scheme not in ("http", "https") or not address.host:
        raise httpx.InvalidURL(f"{reader.address}: no web address")
    return address if address != page else None
