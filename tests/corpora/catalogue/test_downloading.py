"""A download is whole, or refused in one line that says why and what to do."""

from http.server import BaseHTTPRequestHandler

import httpx
import pytest

from corpora import DocumentError
from corpora.catalogue import downloading
from corpora.catalogue.downloading import RefusedError, UnreachableError, download
from tests.corpora.catalogue.serving import Answer, Server, body, raw


def _download(address: str) -> bytes:
    return download(httpx.URL(address), 100_000, 5.0, None)


def test_what_the_server_sends_is_returned_whole(server: Server) -> None:
    server.answers["pdf"] = body(b"abc")
    assert _download(f"{server.address}?t=pdf") == b"abc"


REFUSED: dict[str, tuple[Answer, str]] = {
    "a browser wanted": (body(b"", status=202), "the server asks for a browser (202)"),
    "login": (body(b"", status=401), "the server asks for a login (401)"),
    "proxy": (body(b"", status=407), "the network's proxy asks for a login (407)"),
    "too many": (body(b"", status=429), "too busy; try again later (429)"),
    "down": (body(b"", status=503), "too busy; try again later (503)"),
    "part": (body(b"abc", status=206), "the server does not send the document (206)"),
    "redirect to nowhere": (body(b"", status=302), "does not send the document (302)"),
    "redirect to a file": (
        body(b"", status=302, Location="file:///etc/hostname"),
        "redirects to what is no web address",
    ),
    "redirect to FTP": (
        body(b"", status=302, Location="ftp://x.example/y"),
        "redirects to what is no web address",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_answer_that_can_be_no_document_is_refused(server: Server, name: str) -> None:
    server.answers["pdf"], reason = REFUSED[name]
    with pytest.raises(RefusedError) as caught:
        _download(f"{server.address}?t=pdf")
    assert str(caught.value).endswith(reason)


BROKEN: dict[str, Answer] = {
    "inside a chunk": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"),
    "before the answer": raw(b""),
    "no HTTP": raw(b"garbage\r\n\r\n"),
    "endless headers": raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000),
    "a length below nothing": raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc"),
    "damaged compression": body(b"not gzip", Content_Encoding="gzip"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_download_that_breaks_off_is_told(server: Server, name: str) -> None:
    server.answers["pdf"] = BROKEN[name]
    with pytest.raises(DocumentError, match="the download broke off; try again") as caught:
        _download(f"{server.address}?t=pdf")
    assert "\n" not in str(caught.value)


def test_a_redirect_to_a_server_that_is_not_there_is_told(server: Server) -> None:
    server.answers["pdf"] = body(b"", status=302, Location="http://127.0.0.1:9/x")
    with pytest.raises(UnreachableError, match=r"can't be reached .* check the network, or import"):
        _download(f"{server.address}?t=pdf")


def test_a_connection_that_is_not_secure_is_told_with_what_to_do(server: Server) -> None:
    address = server.address.replace("http://", "https://")
    message = r"no secure connection \(.*\); check the address and the computer's clock"
    with pytest.raises(UnreachableError, match=message) as caught:
        _download(address)
    assert "_ssl.c" not in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(302, headers={"Location": "http://y.example:80/document"}),
        httpx.Response(
            200, content=b"<meta http-equiv=refresh content='0; url=http://y.example/document'>"
        ),
    ],
    ids=["redirect", "refresh"],
)
def test_a_redirect_away_from_encryption_is_followed_with_encryption(
    monkeypatch: pytest.MonkeyPatch, answer: httpx.Response
) -> None:
    asked: list[str] = []

    def answers(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return answer if request.url.path == "/api" else httpx.Response(200, content=b"abc")

    transport = httpx.MockTransport(answers)
    monkeypatch.setattr(httpx.Client, "_init_transport", lambda *_, **__: transport)
    assert _download("https://x.example/api") == b"abc"
    assert asked == ["https://x.example/api", "https://y.example/document"]


def _refresh(content: str) -> Answer:
    page = f'<html><body><META HTTP-EQUIV="refresh" CONTENT="{content}"></body></html>'
    return body(page.encode(), Content_Type="text/html", Set_Cookie="session=7; path=/")


def test_a_page_that_sends_on_is_followed_with_the_cookie_that_it_sets(server: Server) -> None:
    cookies: list[str | None] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        cookies.append(request.headers["Cookie"])
        body(b"abc")(request)

    server.answers["pdf"] = _refresh("1; URL=/TMP/30.5.html?t=file")
    server.answers["file"] = answer
    assert _download(f"{server.address}?t=pdf") == b"abc"
    assert cookies == ["session=7"]


def test_a_chain_of_redirects_keeps_the_cookies(server: Server) -> None:
    cookies: list[str | None] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        cookies.append(request.headers["Cookie"])
        body(b"abc")(request)

    server.answers["pdf"] = body(b"", status=301, Location="/a?t=two", Set_Cookie="a=1; path=/")
    server.answers["two"] = body(b"", status=307, Location="/a?t=three", Set_Cookie="b=2; path=/")
    server.answers["three"] = answer
    assert _download(f"{server.address}?t=pdf") == b"abc"
    assert cookies == ["a=1; b=2"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("0; url=file:///etc/hostname", "redirects to what is no web address"),
        ("0; url=ftp://x.example/y", "redirects to what is no web address"),
        ("0; url=javascript:run()", "redirects to what is no web address"),
        ("0; url=/api?t=again", "more than 5 redirects"),
    ],
)
def test_a_page_that_sends_on_to_nowhere_is_refused(
    server: Server, content: str, reason: str
) -> None:
    server.answers["pdf"] = _refresh(content)
    server.answers["again"] = _refresh("0; url=/api?t=pdf")
    with pytest.raises(RefusedError, match=reason):
        _download(f"{server.address}?t=pdf")


def _after(failures: list[Answer], answer: Answer) -> Answer:
    """Fail some times, then answer."""
    rest = iter(failures)
    return lambda request: next(rest, answer)(request)


BUSY = body(b"", status=503)


@pytest.mark.parametrize(
    "failures",
    [
        [BUSY],
        [body(b"", status=429, Retry_After="0"), body(b"", status=502)],
        [BROKEN["inside a chunk"], body(b"", status=504)],
    ],
    ids=["busy", "too many and no answer behind it", "broken off and too slow"],
)
def test_a_server_that_can_not_answer_now_is_asked_again(
    server: Server, failures: list[Answer]
) -> None:
    server.answers["pdf"] = _after(failures, body(b"abc"))
    assert _download(f"{server.address}?t=pdf") == b"abc"
    assert len(server.asked) == len(failures) + 1


def test_a_server_that_stays_busy_is_given_up(server: Server) -> None:
    server.answers["pdf"] = BUSY
    with pytest.raises(RefusedError, match=r"too busy; try again later \(503\)"):
        _download(f"{server.address}?t=pdf")
    assert len(server.asked) == 1 + len(downloading.PAUSES)


def test_a_server_that_wants_a_long_pause_is_not_waited_for(server: Server) -> None:
    server.answers["pdf"] = body(b"", status=429, Retry_After="3600")
    with pytest.raises(RefusedError, match=r"too busy; try again later \(429\)"):
        _download(f"{server.address}?t=pdf")
    assert len(server.asked) == 1


def test_settings_of_the_network_that_cannot_be_used_are_named(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/certificates.pem")
    message = "the network settings can't be used .* check HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE"
    with pytest.raises(UnreachableError, match=message):
        _download(server.address)
