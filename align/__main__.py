"""The program `duiqi`, from its first moment: an interrupt ends it without a traceback.

Python raises KeyboardInterrupt wherever it stands; while modules are imported, or while the program
ends, nothing could take it. So there an interrupt ends the process at once: it has begun nothing
yet, or has written everything. In between, the command line takes it (`align.cli.base`).

Nothing is imported here but `os` and `signal`, so that this holds before the long imports.
"""

import os
import signal
from types import FrameType

_INTERRUPTED = 130
"""The exit code, as shells count: 128 and the signal's number."""


def main() -> None:
    """Run the command line and exit with its code.

    Where whoever started the program has it ignore interrupts, it does.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)
    from align.cli import main as command_line

    at_start = signal.getsignal(signal.SIGINT)
    if at_start is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        command_line()
    finally:
        signal.signal(signal.SIGINT, at_start)


def _leave(number: int, frame: FrameType | None) -> None:
    """Leave at once."""
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
