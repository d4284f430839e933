"""Official documents by their United Nations symbol, from the Official Document System.

The system answers `?s=SYMBOL&l=LANGUAGE&t=FORMAT` with the document itself, by way of redirects.
It has a PDF of every document; asked for a Word file it may send one of Word 97-2003 instead,
and for a symbol that it does not know a web page, with status 200 all the same. So the format
is told from the content, and what came is verified before it is kept.
"""

from __future__ import annotations

import logging
import re
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlencode

import httpx

from corpora.catalogue.copies import Copy, keep_copy
from corpora.catalogue.entries import Edition, Entry
from corpora.catalogue.shipped import find_shipped, shipped_reason
from corpora.catalogue.verification import bears_symbol, find_faults
from corpora.document import Document
from corpora.errors import DocumentError, UnknownLanguageError
from corpora.reading import read_document

ADDRESS = "https://documents.un.org/api/symbol/access"
FORMATS = ("docx", "pdf")
MOST_BYTES = 20_000_000
MOST_REDIRECTS = 5
MOST_SECONDS = 120.0
"""For one download as a whole; a server that says nothing is given up much sooner."""

Progress = Callable[[int, int | None], None]
"""Called with the bytes that have come and, where the server says so, how many there are."""

_PAUSE_SECONDS = 20.0
_HEAD = 4096
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_log = logging.getLogger(__name__)


class UnreachableError(DocumentError):
    """The server can't be reached or does not answer, so that asking it again is of no use."""


class _RefusedError(Exception):
    """This answer is not the document, but another format of it may be there."""


def fetch_copy(
    entry: Entry,
    edition: Edition,
    *,
    address: str = ADDRESS,
    most_bytes: int = MOST_BYTES,
    most_seconds: float = MOST_SECONDS,
    progress: Progress | None = None,
) -> Copy:
    """Bring the official text of an edition and keep it in the user's data folder.

    Args:
        entry: the document.
        edition: the language version.
        address: the server's address, to which symbol, language and format are added.
        most_bytes: a larger answer is refused.
        most_seconds: a download that takes longer is given up.
        progress: told how far the download is.

    Raises:
        UnreachableError: there is no network, or the server does not answer.
        DocumentError: the server has no such document, or what came is another document or not
            whole; nothing was kept.
    """
    refusals: dict[str, list[str]] = {}
    for form in FORMATS:
        url = document_url(entry.symbol, edition.code, form, address=address)
        try:
            data = _download(url, most_bytes, most_seconds, progress)
            document = _read(data, entry, edition)
        except _RefusedError as refusal:
            _log.debug("%s: %s", url, refusal)
            refusals.setdefault(str(refusal), []).append(form)
        else:
            how = "official" if address == ADDRESS else "fetched"
            return keep_copy(entry, edition, data, document, how=how, source=str(url))
    reasons = "; ".join(f"{' and '.join(forms)}: {why}" for why, forms in refusals.items())
    raise DocumentError(
        f"{entry.symbol} ({edition.code}) from {address}: {reasons}; nothing was kept"
    )


def document_url(symbol: str, language: str, form: str, *, address: str = ADDRESS) -> httpx.URL:
    """Return the public address of a document by its symbol.

    Args:
        symbol: the document symbol, such as "A/RES/70/1".
        language: the code of the language version, such as "en".
        form: "docx" or "pdf".
        address: the server's address.

    Raises:
        DocumentError: `address` is no web address.
    """
    try:
        base = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise DocumentError(f"{address}: no web address: {error}") from error
    if base.scheme not in ("http", "https") or not base.host:
        raise DocumentError(f"{address}: no web address; expected one that starts with https://")
    query = urlencode({"s": symbol, "l": language, "t": form}, safe="/()")
    return base.copy_with(query=b"&".join(filter(None, (base.query, query.encode()))))


def _download(
    url: httpx.URL, most_bytes: int, most_seconds: float, progress: Progress | None
) -> bytes:
    deadline = time.monotonic() + most_seconds
    client = httpx.Client(
        follow_redirects=True,
        max_redirects=MOST_REDIRECTS,
        timeout=min(_PAUSE_SECONDS, most_seconds),
        headers={"User-Agent": f"duiqi/{version('duiqi')}", "Accept-Encoding": "identity"},
    )
    body = bytearray()
    try:
        with client, client.stream("GET", url) as response:
            _check_status(response.status_code)
            announced = response.headers.get("Content-Length", "")
            total = int(announced) if announced.isdecimal() else None
            if total is not None and total > most_bytes:
                raise _RefusedError(_too_large(most_bytes))
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > most_bytes:
                    raise _RefusedError(_too_large(most_bytes))
                if time.monotonic() > deadline:
                    raise DocumentError(
                        f"{url}: not done after {most_seconds:g} s; try again later"
                    )
                if progress:
                    progress(len(body), total)
    except httpx.TooManyRedirects as error:
        raise _RefusedError(f"more than {MOST_REDIRECTS} redirects") from error
    except httpx.TimeoutException as error:
        raise UnreachableError(f"{url}: the server does not answer; try again later") from error
    except httpx.RemoteProtocolError as error:
        raise DocumentError(f"{url}: the download broke off; try again ({error})") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, OverflowError) as error:
        reason = str(error) or type(error).__name__
        raise UnreachableError(
            f"{url}: can't be reached ({reason}); check the network, or import a copy of your own"
        ) from error
    if not body:
        raise _RefusedError("the answer is empty")
    return bytes(body)


def _check_status(status: int) -> None:
    if status in (401, 403, 407):
        raise _RefusedError(f"the server asks for a login or forbids it ({status})")
    if status in (404, 410):
        raise _RefusedError(f"the server has no such document ({status})")
    if status != httpx.codes.OK:
        raise _RefusedError(f"the server answers with status {status}")


def _too_large(most_bytes: int) -> str:
    return f"larger than {most_bytes / 1e6:g} MB, too large for this document"


def _read(data: bytes, entry: Entry, edition: Edition) -> Document:
    """Read and verify what came."""
    page = b"<html" in data[:_HEAD].lower()
    with tempfile.TemporaryDirectory(prefix="duiqi-") as folder:
        path = Path(folder) / "document"
        path.write_bytes(data)
        try:
            document = read_document(path, name=entry.name)
        except UnknownLanguageError as error:
            raise _RefusedError(_web_page(data) if page else error.reason) from error
        except DocumentError as error:
            reason = f"can't be read: {str(error).removeprefix(f'{path}: ')}"
            raise _RefusedError(_web_page(data) if page else reason) from error
    borne = any(bears_symbol(paragraph.text, entry.symbol) for paragraph in document.paragraphs)
    if page and not borne:
        raise _RefusedError(_web_page(data))
    faults = find_faults(document, entry, edition)
    if faults:
        raise _RefusedError("; ".join(faults))
    shipped = find_shipped(document, entry)
    if shipped:
        raise _RefusedError(shipped_reason(shipped))
    return document


def _web_page(data: bytes) -> str:
    title = _TITLE.search(data)
    words = " ".join(title.group(1).decode("utf-8", "replace").split())[:60] if title else ""
    return "a web page came instead of the document" + (f" (“{words}”)" if words else "")
