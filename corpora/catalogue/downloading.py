"""One download: bounded in size and time, whole or refused, each failure told in a few words."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from importlib.metadata import version

import httpx

from corpora.errors import DocumentError

MOST_REDIRECTS = 5

Progress = Callable[[int, int | None], None]
"""Called with the bytes that have come and, where the server says so, how many there are."""

_PAUSE_SECONDS = 20.0
_OWN_COPY = "or import a copy of your own"
_STATUS = {
    202: "the server asks for a browser",
    401: "the server asks for a login",
    403: "the server forbids it",
    404: "the server has no such document",
    407: "the network's proxy asks for a login",
    410: "the server has no such document any more",
    429: "the server is too busy; try again later",
    503: "the server is too busy; try again later",
}
_OTHER_STATUS = "the server does not send the document"


class UnreachableError(DocumentError):
    """The server can't be reached or does not answer, so that asking it again is of no use."""


class RefusedError(Exception):
    """This answer is not the document, but another format of it may be there."""


def download(
    url: httpx.URL, most_bytes: int, most_seconds: float, progress: Progress | None
) -> bytes:
    """Return what an address answers.

    Args:
        url: the address.
        most_bytes: a larger answer is refused.
        most_seconds: a download that takes longer is given up; a server that says nothing is
            given up much sooner.
        progress: told how far the download is.

    Raises:
        RefusedError: the server answers, but with nothing that could be the document.
        UnreachableError: there is no network, or the server does not answer.
        DocumentError: the download broke off or took too long.
    """
    deadline = time.monotonic() + most_seconds
    body = bytearray()
    try:
        with _client(most_seconds) as client, client.stream("GET", url) as response:
            _check(url, response)
            announced = response.headers.get("Content-Length", "")
            total = int(announced) if announced.isdecimal() else None
            if total is not None and total > most_bytes:
                raise RefusedError(_too_large(most_bytes))
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > most_bytes:
                    raise RefusedError(_too_large(most_bytes))
                if time.monotonic() > deadline:
                    raise DocumentError(
                        f"{url}: not done after {most_seconds:g} s; try again later"
                    )
                if progress:
                    progress(len(body), total)
    except httpx.TooManyRedirects as error:
        raise RefusedError(f"more than {MOST_REDIRECTS} redirects") from error
    except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
        raise RefusedError("the server redirects to what is no web address") from error
    except httpx.TimeoutException as error:
        raise UnreachableError(f"{url}: the server does not answer; try again later") from error
    except (httpx.RemoteProtocolError, httpx.DecodingError) as error:
        raise DocumentError(f"{url}: the download broke off; try again ({error})") from error
    except (httpx.HTTPError, UnicodeError, OverflowError) as error:
        raise _unreachable(url, error) from error
    if not body:
        raise RefusedError("the answer is empty")
    return bytes(body)


def _client(most_seconds: float) -> httpx.Client:
    """Make a client after the settings of the environment: proxies and certificates."""
    try:
        return httpx.Client(
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
            timeout=min(_PAUSE_SECONDS, most_seconds),
            headers={"User-Agent": f"duiqi/{version('duiqi')}", "Accept-Encoding": "identity"},
        )
    except (ValueError, ImportError, OSError, httpx.InvalidURL) as error:
        raise UnreachableError(
            f"the network settings can't be used ({str(error).rstrip('.')});"
            f" check HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE, {_OWN_COPY}"
        ) from error


def _check(url: httpx.URL, response: httpx.Response) -> None:
    """Refuse an answer that can't be the document by its status or by where it comes from."""
    addresses = [*(earlier.url for earlier in response.history), response.url]
    if url.scheme == "https" and any(address.scheme != "https" for address in addresses):
        raise RefusedError("the server redirects to an address without encryption")
    status = response.status_code
    if status != httpx.codes.OK:
        raise RefusedError(f"{_STATUS.get(status, _OTHER_STATUS)} ({status})")


def _unreachable(url: httpx.URL, error: Exception) -> UnreachableError:
    cause: BaseException | None = error
    while cause and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    reason = str(error) or type(error).__name__
    if cause:
        reason = reason.partition("] ")[2].partition(" (_ssl")[0] or reason
        message = f"no secure connection ({reason}); check the address and the computer's clock"
    else:
        message = f"can't be reached ({reason}); check the network"
    return UnreachableError(f"{url}: {message}, {_OWN_COPY}")


def _too_large(most_bytes: int) -> str:
    return f"larger than {most_bytes / 1e6:g} MB, too large for this document"
