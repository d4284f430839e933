"""A sample of the mutated memories that `scripts/fuzz_memories.py` reads."""

from __future__ import annotations

import logging
import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "fuzz_memories.py"


@pytest.mark.parametrize("seed", [0, 1])
def test_mutated_memories_are_read_or_refused_in_one_line(seed: int) -> None:
    logging.disable(logging.CRITICAL)
    try:
        found = runpy.run_path(str(SCRIPT))["run"](800, seed)
    finally:
        logging.disable(logging.NOTSET)
    assert sum(found.values()) == 800
    assert set(found) == {"read", "recovered", "mended", "refused"}


def test_inputs_that_broke_something_once_do_not_any_more() -> None:
    script = runpy.run_path(str(SCRIPT))
    for seed, number in ((0, 63), (0, 558), (0, 4345), (0, 4784), (1, 133070), (2, 125920)):
        assert sum(script["run"](1, seed, number).values()) == 1
