"""Units that are held on disk for a while."""

import pytest

from tests.tmx.test_writer import UNIT
from tmx.errors import TmxError
from tmx.exchange import spool
from tmx.exchange.spool import spooled


def test_all_units_are_taken_and_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_IN_MEMORY", 100)
    units = iter([UNIT] * 10)
    with spooled(units) as again:
        assert list(units) == []
        assert list(again) == [UNIT] * 10


def test_a_full_folder_for_temporary_files_is_one_clear_line() -> None:
    class Full:
        def __init__(self, **_: object) -> None: ...
        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None: ...
        def write(self, _: bytes) -> None:
            raise OSError(28, "No space left on device")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(spool.tempfile, "SpooledTemporaryFile", Full)
        with (
            pytest.raises(TmxError, match=r"can't be written \(No space left.*TMPDIR"),
            spooled([UNIT]),
        ):
            pass
