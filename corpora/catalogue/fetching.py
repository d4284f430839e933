"""Official documents by their United Nations symbol, from the Official Document System.

The system answers `?s=SYMBOL&l=LANGUAGE&t=FORMAT` with the document itself, by way of redirects.
It has a PDF of every document; asked for a Word file it may send one of Word 97-2003 instead
(nearly always so before 2015), and for a symbol that it does not know an empty answer or a web
page, with status 200 all the same. So the format is told from the content, and what came is
verified before it is kept. Languages have two codes, "zh" and the older "C"; what is not there
under the one is asked for by the other.
"""

from __future__ import annotations

import logging
import re
import tempfile
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

import httpx

from corpora.catalogue.copies import Copy
from corpora.catalogue.downloading import Progress, RefusedError, download
from corpora.catalogue.entries import Edition, Entry
from corpora.catalogue.keeping import Arrival, keep_copies
from corpora.catalogue.shipped import find_shipped, shipped_reason
from corpora.catalogue.verification import bears_symbol, find_faults
from corpora.document import Document
from corpora.errors import DocumentError, UnknownLanguageError
from corpora.reading import read_document

ADDRESS = "https://documents.un.org/api/symbol/access"
READING_ROOM = "https://docs.un.org"
"""Where people find the documents: the page of one has its language and symbol in its address."""

FORMATS = ("docx", "pdf")
LETTERS = {"ar": "A", "en": "E", "es": "S", "fr": "F", "ru": "R", "zh": "C"}
"""The older codes of the official languages."""

MOST_BYTES = 20_000_000
MOST_SECONDS = 120.0
"""For one download as a whole; a server that says nothing is given up much sooner."""

_HEAD = 65_536
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|title|body)\b", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_SHORT_ANSWER = 500
_DOCUMENT_STARTS = (b"%PDF-", b"{\\rtf")
_MOST_WORDS = 60
_log = logging.getLogger(__name__)


def fetch_copy(
    entry: Entry,
    edition: Edition,
    *,
    address: str = ADDRESS,
    most_bytes: int = MOST_BYTES,
    most_seconds: float = MOST_SECONDS,
    progress: Progress | None = None,
    force: bool = False,
) -> Copy:
    """Bring the official text of an edition and keep it in the user's data folder.

    It takes the place of one that was fetched before.

    Args:
        entry: the document.
        edition: the language version.
        address: the server's address, to which symbol, language and format are added.
        most_bytes: a larger answer is refused.
        most_seconds: a download that takes longer is given up.
        progress: told how far the download is.
        force: whether to replace an imported copy that differs, too.

    Raises:
        UnreachableError: there is no network, or the server does not answer.
        DocumentError: the server has no such document, or what came is another document or not
            whole, or another copy was imported; nothing was kept.
    """
    refusals: dict[str, dict[str, None]] = {}
    codes = filter(None, (edition.code, LETTERS.get(edition.code)))
    for code, form in product(codes, FORMATS):
        url = document_url(entry.symbol, code, form, address=address)
        try:
            data = download(url, most_bytes, most_seconds, progress)
            document = _read(data, entry, edition)
        except RefusedError as refusal:
            _log.debug("%s: %s", url, refusal)
            refusals.setdefault(str(refusal), {})[form] = None
        else:
            how = "official" if address == ADDRESS else "fetched"
            arrival = Arrival(edition, data, document, how=how, source=str(url))
            return keep_copies(entry, [arrival], force=force)[0]
    reasons = "; ".join(f"{' and '.join(forms)}: {why}" for why, forms in refusals.items())
    raise DocumentError(
        f"{entry.symbol} ({edition.code}) from {address}: {reasons}; nothing was kept; save the"
        f" document from {READING_ROOM}/{edition.code}/{entry.symbol} with a browser, then call"
        f" duiqi corpora import {entry.name} --{edition.code} FILE"
    )


def document_url(symbol: str, language: str, form: str, *, address: str = ADDRESS) -> httpx.URL:
    """Return the public address of a document by its symbol.

    Args:
        symbol: the document symbol, such as "A/RES/70/1".
        language: the code of the language version, such as "en" or "E".
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


def _read(data: bytes, entry: Entry, edition: Edition) -> Document:
    """Read and verify what came."""
    instead = _instead_of_the_document(data)
    with tempfile.TemporaryDirectory(prefix="duiqi-") as folder:
        path = Path(folder) / "document"
        path.write_bytes(data)
        try:
            document = read_document(path, name=entry.name)
        except UnknownLanguageError as error:
            raise RefusedError(instead or error.reason) from error
        except DocumentError as error:
            reason = f"can't be read: {str(error).removeprefix(f'{path}: ')}"
            raise RefusedError(instead or reason) from error
    borne = any(bears_symbol(paragraph.text, entry.symbol) for paragraph in document.paragraphs)
    if instead and not borne:
        raise RefusedError(instead)
    faults = find_faults(document, entry, edition)
    if faults:
        raise RefusedError("; ".join(faults))
    shipped = find_shipped(document, entry)
    if shipped:
        raise RefusedError(shipped_reason(shipped))
    return document


def _instead_of_the_document(data: bytes) -> str:
    """Say what came if it is a web page or a short message of the server's, otherwise ""."""
    if _PAGE.search(data[:_HEAD]):
        title = _TITLE.search(data)
        words = _words(title.group(1)) if title else ""
        return "a web page came instead of the document" + (f" (“{words}”)" if words else "")
    short = len(data) <= _SHORT_ANSWER and not data.startswith(_DOCUMENT_STARTS)
    words = _words(data) if short else ""
    return f"a short message came instead of the document (“{words}”)" if words else ""


def _words(data: bytes) -> str:
    """Return the first words of a text of the server's; "" for bytes that are no text."""
    try:
        words = " ".join(data.decode("utf-8").split())
    except UnicodeDecodeError:
        return ""
    return words[:_MOST_WORDS] if words.isprintable() else ""
