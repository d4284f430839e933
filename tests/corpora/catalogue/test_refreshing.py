"""Where a web page sends a browser on to by itself."""

import httpx
import pytest

from corpora.catalogue.refreshing import refresh_address

PAGE = httpx.URL("https://x.example/a/b?c=d")

# what it is, the answer, where it sends on to
SENT_ON = [
    ("at once", '<meta http-equiv="refresh" content="0; url=/e.pdf">', "https://x.example/e.pdf"),
    (
        "in capitals, the attributes the other way",
        "<META CONTENT='1;URL=e.pdf' HTTP-EQUIV='Refresh'>",
        "https://x.example/a/e.pdf",
    ),
    (
        "to another server, in quotes",
        """<meta http-equiv=refresh content="0; URL='https://y.example/e?f=1&amp;g=2'">""",
        "https://y.example/e?f=1&g=2",
    ),
    (
        "without the word",
        '<meta http-equiv="refresh" content="3, https://y.example/e">',
        "https://y.example/e",
    ),
    ("to itself", '<meta http-equiv="refresh" content="0; url=/a/b?c=d">', None),
    ("after a while", '<meta http-equiv="refresh" content="300; url=/e">', None),
    ("read anew", '<meta http-equiv="refresh" content="5">', None),
    ("another header", '<meta http-equiv="content-type" content="0; url=/e">', None),
    ("no page", "%PDF-1.4 <meta http-equiv=refresh content='0; url=/e'>\0", None),
    ("in a long page", '<meta http-equiv="refresh" content="0; url=/e">' + " " * 70_000, None),
    ("in a comment", '<!-- <meta http-equiv="refresh" content="0; url=/e"> -->', None),
    ("empty", "", None),
]


@pytest.mark.parametrize(
    ("page", "address"), [case[1:] for case in SENT_ON], ids=[case[0] for case in SENT_ON]
)
def test_a_page_sends_on(page: str, address: str | None) -> None:
    found = refresh_address(page.encode(), PAGE)
    assert (str(found) if found else None) == address
