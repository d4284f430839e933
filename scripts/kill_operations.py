#!/usr/bin/env python3
"""Kill `duiqi tmx merge` and `dedupe` at random moments, and look at what they leave.

    scripts/kill_operations.py MEMORY --times 1000

Each run replaces a file that exists, and is ended by SIGKILL at a moment drawn between its start
and a little after its usual end. Whatever the moment, the file must be the old one or the new one,
whole, and the folder for temporary files must be empty. Only where the system has fork().
"""

from __future__ import annotations

import argparse
import importlib
import os
import random
import signal
import tempfile
import time
from collections import Counter
from pathlib import Path

from align.cli import main as duiqi

OLD = b"the old file\n"


def run(arguments: list[str], folder: Path) -> int:
    """Start a command in a process of its own, where everything is imported already."""
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.environ |= {"TMPDIR": str(folder / "temporary"), "SOURCE_DATE_EPOCH": "1700000000"}
        duiqi(["tmx", *arguments, "--force", "-o", str(folder / "out.tmx")])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        os._exit(code)


def kill_often(arguments: list[str], times: int, seed: int = 0) -> Counter[str]:
    """Kill a command many times and count what was there afterwards: "old" or "new".

    Args:
        arguments: those of `duiqi tmx`, without the output.
        times: how often.
        seed: draws the moments.

    Raises:
        AssertionError: something else was there.
    """
    chance = random.Random(seed)
    left: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "temporary").mkdir()
        out = folder / "out.tmx"
        began = time.monotonic()
        _, status = os.waitpid(run(arguments, folder), 0)
        usual = time.monotonic() - began
        if status:
            raise AssertionError(f"{arguments} ends with status {status}")
        new = out.read_bytes()
        for _ in range(times):
            out.write_bytes(OLD)
            began = time.monotonic()
            process = run(arguments, folder)
            time.sleep(chance.uniform(0, 1.2 * usual))
            os.kill(process, signal.SIGKILL)
            _, status = os.waitpid(process, 0)
            if not os.WIFSIGNALED(status):
                usual = 0.8 * usual + 0.2 * (time.monotonic() - began) / 1.1
            found = out.read_bytes()
            if found not in (OLD, new):
                raise AssertionError(f"{arguments} left a file that is neither old nor new")
            left["old" if found == OLD else "new"] += 1
            for path in folder.glob(".duiqi-*.part"):
                left["an unfinished file beside it"] += 1
                path.unlink()
            if {path.name for path in folder.rglob("*")} != {"out.tmx", "temporary"}:
                raise AssertionError(f"{arguments} left other files")
    return left


def main() -> None:
    """Print what was left by each operation."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("memory", help="a memory of some thousand units")
    parser.add_argument("--times", type=int, default=1000)
    options = parser.parse_args()
    for name in ("merge", "dedupe"):
        importlib.import_module(f"align.cli.tmx.{name}")  # so that a run does its work at once
    for arguments in (["merge", options.memory, options.memory], ["dedupe", options.memory]):
        left = kill_often(arguments, options.times)
        print(f"{arguments[0]}: killed {options.times} times; left {dict(left)}", flush=True)


if __name__ == "__main__":
    main()
