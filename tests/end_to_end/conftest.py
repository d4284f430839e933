"""What all tests of the command share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.end_to_end.command import Duiqi

EPOCH = "1700000000"


@pytest.fixture(scope="session")
def duiqi(tmp_path_factory: pytest.TempPathFactory) -> Duiqi:
    """The command with an empty data folder of its own and a fixed date."""
    own = {
        "XDG_DATA_HOME": str(tmp_path_factory.mktemp("data")),
        "SOURCE_DATE_EPOCH": EPOCH,
        "PYTHONWARNINGS": "default",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
    }
    return Duiqi({**os.environ, **own})


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The documents beside the repository, with their gold."""
    folder = Path(__file__).parents[3] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the folder shared/data beside the repository is not here")
    return folder
