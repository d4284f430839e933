"""A copy that is there is replaced only when it may be; all that arrive are kept or none."""

from dataclasses import replace

import pytest

from corpora import DocumentError
from corpora.catalogue import Edition, Entry
from corpora.catalogue.copies import Copy, copy_folder, copy_path, find_copy
from corpora.catalogue.keeping import Arrival, keep_copies
from corpora.document import Document


def _arrival(edition: Edition, document: Document, data: bytes, how: str) -> Arrival:
    return Arrival(edition, data, document, how=how, source=f"{how} source")


def _keep(entry: Entry, *arrivals: Arrival, force: bool = False) -> tuple[Copy, ...]:
    return keep_copies(entry, arrivals, force=force)


@pytest.mark.parametrize(
    ("there", "arriving", "replaced"),
    [
        ("imported", "imported", False),
        ("imported", "fetched", False),
        ("imported", "official", False),
        ("official", "imported", False),
        ("fetched", "imported", False),
        ("fetched", "fetched", True),
        ("official", "official", True),
        ("fetched", "official", True),
    ],
)
def test_only_what_was_fetched_is_replaced_unasked_by_what_is_fetched(
    entry: Entry, english: Edition, whole: Document, there: str, arriving: str, replaced: bool
) -> None:
    (older,) = _keep(entry, _arrival(english, whole, b"old", there))
    newer = _arrival(english, whole, b"new", arriving)
    if not replaced:
        with pytest.raises(DocumentError) as caught:
            _keep(entry, newer)
        message = str(caught.value)
        assert message.startswith(f"{copy_folder(entry) / older.file}: there is another en copy")
        assert older.status in message
        assert "--force replaces it" in message
        assert find_copy(entry, english) == older
        assert copy_path(entry, older).read_bytes() == b"old"
    (copy,) = _keep(entry, newer, force=not replaced)
    assert copy.how == arriving
    assert copy_path(entry, copy).read_bytes() == b"new"


@pytest.mark.parametrize(
    ("there", "arriving", "how"),
    [
        ("imported", "imported", "imported"),
        ("official", "imported", "official"),
        ("official", "fetched", "official"),
        ("imported", "fetched", "imported"),
        ("imported", "official", "official"),
        ("fetched", "official", "official"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_the_same_bytes_stay_and_are_called_official_once_they_are(
    entry: Entry,
    english: Edition,
    whole: Document,
    there: str,
    arriving: str,
    how: str,
    force: bool,
) -> None:
    _keep(entry, _arrival(english, whole, b"text", there))
    (copy,) = _keep(entry, _arrival(english, whole, b"text", arriving), force=force)
    assert (copy.how, copy.source) == (how, f"{how} source")
    assert find_copy(entry, english) == copy


def test_the_same_bytes_in_another_encoding_are_another_copy(
    entry: Entry, english: Edition, whole: Document
) -> None:
    _keep(entry, _arrival(english, whole, b"text", "imported"))
    other = _arrival(english, replace(whole, encoding="cp1252"), b"text", "imported")
    with pytest.raises(DocumentError, match="there is another en copy"):
        _keep(entry, other)
    assert _keep(entry, other, force=True)[0].encoding == "cp1252"


@pytest.mark.parametrize("damage", ["record", "file", "no file"])
def test_a_damaged_copy_is_replaced_unasked(
    entry: Entry, english: Edition, whole: Document, damage: str
) -> None:
    (older,) = _keep(entry, _arrival(english, whole, b"old", "imported"))
    if damage == "record":
        (copy_folder(entry) / "en.json").write_text("{")
    elif damage == "file":
        (copy_folder(entry) / older.file).write_bytes(b"other")
    else:
        (copy_folder(entry) / older.file).unlink()
    (copy,) = _keep(entry, _arrival(english, whole, b"new", "imported"))
    assert copy_path(entry, copy).read_bytes() == b"new"


def test_where_one_may_not_be_replaced_none_is_kept(
    entry: Entry, english: Edition, chinese: Edition, whole: Document
) -> None:
    (older,) = _keep(entry, _arrival(english, whole, b"old", "imported"))
    arrivals = [_arrival(edition, whole, b"new", "imported") for edition in (chinese, english)]
    with pytest.raises(DocumentError):
        _keep(entry, *arrivals)
    assert find_copy(entry, chinese) is None
    assert find_copy(entry, english) == older
