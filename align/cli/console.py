"""How the commands speak: messages, tables and progress, for a terminal and for a pipe."""

from __future__ import annotations

import io
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

PROGRESS_AFTER_SECONDS = 1.0

Report = Callable[[int, int | None], None]
"""Told how much is done and, where it is known, how much there is to do."""

_OWN_LOGGERS = ("align", "corpora", "tmx")


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: "1 pair", "2 pairs", "1,024 lines"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def print_any_text() -> None:
    """Have both outputs write a character that their encoding lacks as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def timed(log: logging.Logger, done: str) -> Iterator[None]:
    """Log how many seconds the block took, once it ends well.

    Args:
        log: where to.
        done: what is done then: "a.tmx is written".
    """
    began = time.monotonic()
    yield
    log.info("%s: %.2f s", done, time.monotonic() - began)


@dataclass(slots=True)
class Console:
    """The two outputs: results go to standard output, all else to standard error.

    Attributes:
        quiet: say nothing but errors.
        verbose: tell what is being done.
    """

    quiet: bool = False
    verbose: bool = False

    def say(self, message: str) -> None:
        """Tell the user something on standard error, unless quiet."""
        if not self.quiet:
            print(message, file=sys.stderr)

    def warn(self, message: str) -> None:
        """Tell the user on standard error of something that may be wrong, unless quiet."""
        self.say(f"duiqi: warning: {message}")

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print a table: drawn on a terminal, otherwise tab-separated with a head line.

        Args:
            columns: the head of each column; one that ends in ">" is set to the right, and
                the sign is not shown. With empty heads no head line is written.
            rows: the cells.
        """
        heads = [column.removesuffix(">") for column in columns]
        if not sys.stdout.isatty():
            for row in (heads, *rows) if any(heads) else rows:
                print("\t".join(" ".join(cell.split()) for cell in row))
            return
        from rich import box, console, table, text  # slow to import, and of no use in a pipe

        drawn = table.Table(box=box.SIMPLE_HEAD, show_header=any(heads))
        for column, head in zip(columns, heads, strict=True):
            drawn.add_column(
                head, justify="right" if column.endswith(">") else "left", overflow="fold"
            )
        for row in rows:
            drawn.add_row(*(text.Text(cell) for cell in row))
        console.Console(file=sys.stdout).print(drawn)

    @contextmanager
    def progress(self, description: str) -> Iterator[Report]:
        """Show a progress bar on a terminal while the block runs, once it takes over a second.

        Nothing is shown when quiet or when standard error is no terminal.

        Args:
            description: what is being done, shown before the bar.

        Yields:
            A function to call with how much is done and how much there is, or None.
        """
        if self.quiet or not sys.stderr.isatty():
            yield lambda done, total: None
            return
        from rich.console import Console as RichConsole
        from rich.progress import Progress

        bar = Progress(console=RichConsole(stderr=True), transient=True)
        task = bar.add_task(description, total=None)
        delay = threading.Timer(PROGRESS_AFTER_SECONDS, bar.start)
        delay.daemon = True
        delay.start()
        try:
            yield lambda done, total: bar.update(task, completed=done, total=total)
        finally:
            delay.cancel()
            delay.join()
            bar.stop()


class _Line(logging.Formatter):
    """Writes a record as the console speaks: "duiqi: warning: ...".

    Verbose ones name a module of duiqi, and what other libraries say names these.
    """

    def format(self, record: logging.LogRecord) -> str:
        named = record.levelno < logging.WARNING or not _is_own(record)
        where = f"{record.name}: " if named else ""
        # The parent's format adds the traceback, where there is one.
        return f"duiqi: {record.levelname.lower()}: {where}{super().format(record)}"


class _StandardError(logging.Handler):
    """Writes log records to standard error as it is at that moment (a progress bar replaces it).

    What another library says again, such as of each font of a PDF, is written once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        if not _is_own(record):
            if line in self.said:
                return
            self.said.add(line)
        print(line, file=sys.stderr)


def _is_own(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in _OWN_LOGGERS


def set_up_logging(console: Console) -> None:
    """Send log records to standard error: duiqi's from warnings on, other libraries' errors.

    Verbose shows all of duiqi's and the others' warnings; quiet shows errors only.
    """
    root = logging.getLogger()
    handlers = [item for item in root.handlers if isinstance(item, _StandardError)]
    for handler in handlers:
        handler.said.clear()
    if not handlers:
        handler = _StandardError()
        handler.setFormatter(_Line())
        root.addHandler(handler)
        logging.captureWarnings(True)
    root.setLevel(logging.WARNING if console.verbose else logging.ERROR)
    own = logging.WARNING
    if console.verbose:
        own = logging.DEBUG
    elif console.quiet:
        own = logging.ERROR
    for name in _OWN_LOGGERS:
        logging.getLogger(name).setLevel(own)
