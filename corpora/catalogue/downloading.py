"""One download: bounded in size and time, whole or refused, each failure told in a few words.

Redirects are followed, those that a page asks of a browser ("refresh") as well, with the cookies
that the server sets on the way. A server that is busy, or breaks off, is asked again.
"""

from __future__ import annotations

import logging
import ssl
import time
from collections.abc import Callable
from importlib.metadata import version

import httpx

from corpora.catalogue.refreshing import refresh_address
from corpora.errors import DocumentError

MOST_REDIRECTS = 5

Progress = Callable[[int, int | None], None]
"""Called with the bytes that have come and, where the server says so, how many there are."""

PAUSES = (1.0, 4.0)
"""Seconds until a busy server is asked again; it may say itself how many."""

_LONGEST_PAUSE = 30.0
_PASSING = frozenset({429, 502, 503, 504})
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
    **dict.fromkeys((502, 503, 504), "the server is too busy; try again later"),
}
_log = logging.getLogger(__name__)
_OTHER_STATUS = "the server does not send the document"


class UnreachableError(DocumentError):
    """The server can't be reached or does not answer, so that asking it again is of no use."""


class RefusedError(Exception):
    """This answer is not the document, but another format of it may be there."""


class _PassingError(Exception):
    """What may pass: the error to raise where it does not, and when to ask again."""

    def __init__(self, failure: Exception, seconds: float = 0.0) -> None:
        super().__init__(str(failure))
        self.failure = failure
        self.seconds = seconds


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
    pauses = iter(PAUSES)
    while True:
        try:
            return _attempt(url, most_bytes, most_seconds, deadline, progress)
        except _PassingError as passing:
            pause = next(pauses, None)
            wait = max(pause or 0.0, passing.seconds)
            if pause is None or wait > _LONGEST_PAUSE or time.monotonic() + wait > deadline:
                raise passing.failure from passing
            _log.debug("%s: %s; asked again in %g s", url, passing, wait)
            time.sleep(wait)


def _attempt(
    url: httpx.URL,
    most_bytes: int,
    most_seconds: float,
    deadline: float,
    progress: Progress | None,
) -> bytes:
    """Ask once, and go where the answers redirect to."""

    def read(response: httpx.Response) -> bytes:
        announced = response.headers.get("Content-Length", "")
        total = int(announced) if announced.isdecimal() else None
        if total is not None and total > most_bytes:
            raise RefusedError(_too_large(most_bytes))
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > most_bytes:
                raise RefusedError(_too_large(most_bytes))
            if time.monotonic() > deadline:
                raise DocumentError(f"{url}: not done after {most_seconds:g} s; try again later")
            if progress:
                progress(len(body), total)
        return bytes(body)

    try:
        with _client(most_seconds) as client:
            request = client.build_request("GET", url)
            for _ in range(MOST_REDIRECTS + 1):
                response = client.send(request, stream=True)
                try:
                    if response.next_request is None:
                        _check(response)
                        body = read(response)
                finally:
                    response.close()
                following = response.next_request
                if following is None:
                    elsewhere = refresh_address(body, response.url)
                    if elsewhere is None:
                        break
                    following = client.build_request("GET", elsewhere)
                request = _with_encryption(following, url)
            else:
                raise RefusedError(f"more than {MOST_REDIRECTS} redirects")
    except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
        raise RefusedError("the server redirects to what is no web address") from error
    except httpx.TimeoutException as error:
        raise UnreachableError(f"{url}: the server does not answer; try again later") from error
    except (httpx.RemoteProtocolError, httpx.DecodingError) as error:
        failure = DocumentError(f"{url}: the download broke off; try again ({error})")
        raise _PassingError(failure) from error
    except (httpx.HTTPError, UnicodeError, OverflowError) as error:
        raise _unreachable(url, error) from error
    if not body:
        raise RefusedError("the answer is empty")
    return body


def _client(most_seconds: float) -> httpx.Client:
    """Make a client after the settings of the environment: proxies and certificates."""
    try:
        return httpx.Client(
            timeout=min(_PAUSE_SECONDS, most_seconds),
            headers={"User-Agent": f"duiqi/{version('duiqi')}", "Accept-Encoding": "identity"},
        )
    except (ValueError, ImportError, OSError, httpx.InvalidURL) as error:
        raise UnreachableError(
            f"the network settings can't be used ({str(error).rstrip('.')});"
            f" check HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE, {_OWN_COPY}"
        ) from error


def _with_encryption(request: httpx.Request, url: httpx.URL) -> httpx.Request:
    """Ask with encryption wherever the first address has it, as browsers do of known servers."""
    if url.scheme == "https" and request.url.scheme == "http":
        request.url = request.url.copy_with(scheme="https", port=None)
    return request


def _check(response: httpx.Response) -> None:
    """Refuse an answer that can't be the document by its status."""
    status = response.status_code
    if status == httpx.codes.OK:
        return
    refusal = RefusedError(f"{_STATUS.get(status, _OTHER_STATUS)} ({status})")
    if status not in _PASSING:
        raise refusal
    after = response.headers.get("Retry-After", "")
    raise _PassingError(refusal, float(after) if after.isdecimal() else 0.0)


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
