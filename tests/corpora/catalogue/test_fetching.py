"""Fetching, against a server of the tests' own: what is taken, and what is refused and why."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler

import pytest

from corpora import DocumentError
from corpora.catalogue import Edition, Entry, fetching, open_pair
from corpora.catalogue.copies import copy_folder, copy_path, find_copy
from corpora.catalogue.fetching import ADDRESS, document_url, fetch_copy
from corpora.document import Kind
from tests.corpora.catalogue.publications import publication
from tests.corpora.catalogue.serving import Answer, Server, body
from tests.corpora.catalogue.stand_ins import stand_in
from tests.corpora.readers.files import pdf

LOGIN = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Password:</body></html>"


@pytest.fixture
def text(english: Edition) -> bytes:
    """A text that passes for the official one."""
    return stand_in(english).encode()


def _refusal(entry: Entry, edition: Edition, address: str, **settings: float) -> str:
    with pytest.raises(DocumentError) as caught:
        fetch_copy(entry, edition, address=address, **settings)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert find_copy(entry, edition) is None
    assert not copy_folder(entry).exists()
    return str(caught.value)


def test_the_public_address_follows_from_the_symbol() -> None:
    url = document_url("A/RES/67/58", "zh", "pdf")
    assert str(url) == f"{ADDRESS}?s=A/RES/67/58&l=zh&t=pdf"


def test_an_address_may_have_a_query_of_its_own() -> None:
    url = document_url("S/RES/1325 (2000)", "en", "docx", address="http://x.example/d?key=1")
    assert str(url) == "http://x.example/d?key=1&s=S/RES/1325+(2000)&l=en&t=docx"


@pytest.mark.parametrize(
    "address", ["", "documents", "ftp://x.example/", "http://", "http://\x00", "file:///x"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(DocumentError, match="no web address"):
        document_url("A/RES/67/58", "en", "pdf", address=address)


def test_what_passes_is_kept_and_named_from_then_on(
    server: Server, entry: Entry, english: Edition, text: bytes
) -> None:
    server.answers["docx"] = body(text)
    copy = fetch_copy(entry, english, address=server.address)
    assert server.asked == [{"s": "A/RES/67/58", "l": "en", "t": "docx"}]
    assert find_copy(entry, english) == copy
    assert copy_path(entry, copy).read_bytes() == text
    target = open_pair(entry.name)[1]
    assert target.status == f"text fetched {copy.date} from {copy.source}, its wording not checked"
    assert copy.source.startswith(server.address)


def test_the_second_format_is_asked_for_when_the_first_is_of_no_use(
    server: Server, entry: Entry, english: Edition, text: bytes
) -> None:
    server.answers["docx"] = body(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old Word file")
    server.answers["pdf"] = body(text)
    fetch_copy(entry, english, address=server.address)
    assert [query["t"] for query in server.asked] == ["docx", "pdf"]


ABSENT = b"<!DOCTYPE html><html><head><title>Document not found</title></head></html>"


@pytest.mark.parametrize(
    "instead", [body(b""), body(ABSENT), body(b"", status=404)], ids=["nothing", "page", "404"]
)
def test_what_is_not_there_under_a_languages_code_is_asked_for_by_its_letter(
    server: Server, entry: Entry, english: Edition, text: bytes, instead: Answer
) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        (body(text) if "&l=E&" in request.path else instead)(request)

    server.answers["docx"] = server.answers["pdf"] = answer
    fetch_copy(entry, english, address=server.address)
    asked = [(query["l"], query["t"]) for query in server.asked]
    assert asked == [("en", "docx"), ("en", "pdf"), ("E", "docx")]


@pytest.mark.parametrize("code", ["en", "zh"])
def test_a_publication_as_the_united_nations_set_it_is_taken(
    server: Server, entry: Entry, code: str
) -> None:
    edition = entry.edition(code)
    server.answers["docx"] = body(OLD_WORD)
    server.answers["pdf"] = body(publication(edition), Content_Type="application/pdf")
    assert fetch_copy(entry, edition, address=server.address).format == "pdf"
    document = next(item for item in open_pair(entry.name) if item.language == edition.language)
    notes = [item for item in document.paragraphs if item.kind is Kind.FOOTNOTE]
    assert [note.number for note in notes] == [f"Footnote {number}" for number in (1, 2, 3)]


def test_redirects_are_followed(
    server: Server, entry: Entry, english: Edition, text: bytes
) -> None:
    server.answers["docx"] = body(b"", status=302, Location="/file?t=elsewhere")
    server.answers["elsewhere"] = body(text)
    assert fetch_copy(entry, english, address=server.address).format == "text"


def test_progress_is_told_to_the_end(
    server: Server, entry: Entry, english: Edition, text: bytes
) -> None:
    server.answers["docx"] = body(text)
    told: list[tuple[int, int | None]] = []
    fetch_copy(
        entry,
        english,
        address=server.address,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (len(text), len(text))


KEPT_NOTHING = (
    "nothing was kept; save the document from https://docs.un.org/en/A/RES/67/58 with a browser,"
    " then call duiqi corpora import un-67-58 --en FILE"
)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old Word file"
REFUSALS: dict[str, tuple[Answer, str]] = {
    "gone": (body(b"", status=410), "the server has no such document any more (410)"),
    "forbidden": (body(b"", status=403), "the server forbids it (403)"),
    "server error": (body(b"", status=500), "the server does not send the document (500)"),
    "empty": (body(b""), "the answer is empty"),
    "login page": (body(LOGIN.encode()), "a web page came instead of the document (“Sign in”)"),
    "page without words": (body(b"<html></html>"), "a web page came instead of the document"),
    "page with a late head": (
        body(b"<!--" + b"x" * 5000 + b"--><title>Late</title><p>There is no such document."),
        "a web page came instead of the document (“Late”)",
    ),
    "page that shows nothing": (
        body(b"<!DOCTYPE html><div id=root></div><script>run()</script>"),
        "a web page came instead of the document",
    ),
    "short message": (
        body(b'{"error": "Symbol not found"}', Content_Type="application/json"),
        'a short message came instead of the document (“{"error": "Symbol not found"}”)',
    ),
    "cut off": (body(b"%PDF-1.4\n1 0 obj\n<<"), "damaged or cut off: the PDF can't be read"),
    "scan": (body(pdf()), "has no text layer"),
    "an unasked compression": (
        body(b"\x0b\x02\x80abc\x03" * 9, Content_Encoding="br"),
        "can't be read",
    ),
    "binary": (body(b"\x00\x01\x02\x03" * 100), "docx: can't be read: "),
    "old Word file": (body(OLD_WORD), "old binary format"),
    "announced too large": (body(b"x", announced=10**9), "larger than 0.1 MB"),
    "really too large": (
        body(gzip.compress(b"x" * 200_000), Content_Encoding="gzip"),
        "larger than 0.1 MB",
    ),
    "endless redirects": (body(b"", status=302, Location="/api?t=docx"), "more than 5 redirects"),
}


@pytest.mark.parametrize(("answer", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_an_answer_that_is_not_the_document_is_refused_with_the_reason(
    server: Server, entry: Entry, english: Edition, answer: Answer, reason: str
) -> None:
    server.answers["docx"] = answer
    message = _refusal(entry, english, server.address, most_bytes=100_000)
    assert message.startswith(f"A/RES/67/58 (en) from {server.address}: docx: ")
    assert reason in message
    assert message.endswith("pdf: the server has no such document (404); " + KEPT_NOTHING)


MINDFUL = (
    "Mindful of the implementation of the outcomes adopted by the follow-up meetings "
    "on the Programme of Action,"
)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("67/58. The illicit", "68/48. The illicit", "the symbol A/RES/67/58 is not on it"),
        ("\n7. Emphasizes", "\nEmphasizes", "found 20; 7 is missing"),
        (MINDFUL, "", "expected 15 preambular paragraphs, found 14"),
    ],
    ids=["symbol", "operative paragraph", "preambular paragraph"],
)
def test_another_document_or_part_of_it_is_refused(
    server: Server, entry: Entry, english: Edition, text: bytes, old: str, new: str, reason: str
) -> None:
    changed = text.decode().replace(old, new)
    assert changed != text.decode()
    server.answers["docx"] = body(changed.encode())
    assert reason in _refusal(entry, english, server.address)


def test_one_reason_for_all_formats_is_told_once(
    server: Server, entry: Entry, english: Edition
) -> None:
    assert _refusal(entry, english, server.address).endswith(
        ": docx and pdf: the server has no such document (404); " + KEPT_NOTHING
    )


def test_what_the_public_address_sent_is_called_official(
    server: Server, entry: Entry, english: Edition, text: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "ADDRESS", server.address)
    server.answers["docx"] = body(text)
    copy = fetch_copy(entry, english, address=server.address)
    assert copy.status == f"official text, fetched {copy.date} from {copy.source}"


def test_the_text_that_ships_is_refused_from_a_server_too(
    server: Server, entry: Entry, english: Edition
) -> None:
    server.answers["docx"] = body(english.path.read_bytes())
    assert "ships with duiqi already" in _refusal(entry, english, server.address)


def test_another_language_is_refused(
    server: Server, entry: Entry, chinese: Edition, text: bytes
) -> None:
    server.answers["docx"] = body(text)
    reason = "expected the language zh-CN, found en"
    assert reason in _refusal(entry, chinese, server.address)


def test_a_download_that_breaks_off_is_refused(
    server: Server, entry: Entry, english: Edition, text: bytes
) -> None:
    server.answers["docx"] = body(text[:5000], announced=len(text))
    assert "the download broke off; try again" in _refusal(entry, english, server.address)


def test_a_server_that_says_nothing_is_given_up(
    server: Server, entry: Entry, english: Edition
) -> None:
    done = threading.Event()
    server.answers["docx"] = lambda request: bool(done.wait(5)) or None
    message = _refusal(entry, english, server.address, most_seconds=0.1)
    done.set()
    assert "the server does not answer" in message


def test_a_server_that_drips_is_given_up(server: Server, entry: Entry, english: Edition) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        done = threading.Event()
        for _ in range(20):
            request.wfile.write(b"x")
            if done.wait(0.05):
                return

    server.answers["docx"] = drip
    assert "not done after 0.2 s" in _refusal(entry, english, server.address, most_seconds=0.2)


def test_no_network_is_told_with_what_to_do(entry: Entry, english: Edition) -> None:
    message = _refusal(entry, english, "http://127.0.0.1:9/nobody-listens")
    assert "can't be reached" in message
    assert message.endswith("check the network, or import a copy of your own")


def test_a_refused_answer_leaves_the_copy_that_was_there(
    server: Server, entry: Entry, english: Edition, text: bytes
) -> None:
    server.answers["docx"] = body(text)
    copy = fetch_copy(entry, english, address=server.address)
    server.answers["docx"] = body(LOGIN.encode())
    with pytest.raises(DocumentError):
        fetch_copy(entry, english, address=server.address)
    assert find_copy(entry, english) == copy
