"""How the commands speak to a terminal and to a pipe."""

import io
import logging
import re
import sys
import time

import pytest

from align.cli import console as module
from align.cli.console import Console, counted, set_up_logging, timed


class Terminal(io.StringIO):
    """Standard output or standard error as a terminal would be."""

    def isatty(self) -> bool:
        return True


def _terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of both outputs; no fixture, as pytest changes them after it."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    return screen


def test_messages_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    Console().say("kept")
    Console().warn("odd")
    assert capsys.readouterr() == ("", "kept\nduiqi: warning: odd\n")


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 pairs"), (1, "1 pair"), (2, "2 pairs"), (1024, "1,024 pairs")]
)
def test_a_number_has_its_noun_in_the_right_form(count: int, said: str) -> None:
    assert counted(count, "pair") == said


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Console(quiet=True).say("kept")
    Console(quiet=True).warn("odd")
    assert capsys.readouterr() == ("", "")


def test_a_table_in_a_pipe_is_tab_separated(capsys: pytest.CaptureFixture[str]) -> None:
    Console().table(("name", "F1>"), [("第一\t章", "0.5"), ("two\nlines", "1.0")])
    assert capsys.readouterr().out == "name\tF1\n第一 章\t0.5\ntwo lines\t1.0\n"


def test_a_table_with_empty_heads_has_no_head_line(capsys: pytest.CaptureFixture[str]) -> None:
    Console().table(("", ""), [("name", "x")])
    assert capsys.readouterr().out == "name\tx\n"


def test_a_table_on_a_terminal_is_drawn_with_its_cells_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = _terminal(monkeypatch)
    Console().table(("name", "F1>"), [("[bold]第一章", "0.5")])
    shown = terminal.getvalue()
    assert "[bold]第一章" in shown
    assert "─" in shown
    assert "\t" not in shown


def test_progress_shows_a_bar_on_a_terminal_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(module, "PROGRESS_AFTER_SECONDS", 0.01)
    with Console().progress("reading") as report:
        report(1, 2)
        time.sleep(0.3)
        assert "reading" in terminal.getvalue()
        assert "50%" in terminal.getvalue()


def test_progress_of_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    with Console().progress("reading") as report:
        report(1, 2)
    assert "reading" not in terminal.getvalue()


@pytest.mark.parametrize(("quiet", "tty"), [(True, True), (False, False)])
def test_progress_shows_nothing_when_quiet_or_piped(
    quiet: bool, tty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Terminal() if tty else io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(module, "PROGRESS_AFTER_SECONDS", 0.0)
    with Console(quiet=quiet).progress("reading") as report:
        report(1, None)
        time.sleep(0.05)
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("console", "shown"),
    [
        (Console(), ["own warning", "own error", "other error"]),
        (Console(quiet=True), ["own error", "other error"]),
        (
            Console(verbose=True),
            ["own debug", "own warning", "own error", "other warning", "other error"],
        ),
    ],
    ids=["as it is", "quiet", "verbose"],
)
def test_log_records_are_shown_as_far_as_they_matter(
    console: Console, shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logging(console)
    for name, logger in (("own", "corpora.x"), ("other", "httpx")):
        for level in ("debug", "warning", "error"):
            getattr(logging.getLogger(logger), level)("%s %s", name, level)
    told = capsys.readouterr().err.splitlines()
    assert [line.rsplit(": ", 1)[1] for line in told] == shown
    set_up_logging(Console())


def test_what_another_library_says_is_told_once_with_its_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logging(Console(verbose=True))
    for font in ("a", "a", "b", "a"):
        logging.getLogger("pdfminer.pdffont").warning("no FontBBox in %s", font)
        logging.getLogger("corpora.x").warning("odd %s", font)
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if "pdfminer" in line] == [
        f"duiqi: warning: pdfminer.pdffont: no FontBBox in {font}" for font in "ab"
    ]
    assert sum("odd" in line for line in told) == 4
    set_up_logging(Console())


def test_logging_is_set_up_only_once(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(Console())
    set_up_logging(Console())
    logging.getLogger("align.x").warning("once")
    assert capsys.readouterr().err == "duiqi: warning: once\n"


def test_seconds_are_logged_once_the_work_is_done(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "align.x")
    with timed(logging.getLogger("align.x"), "a.tmx is written"):
        assert caplog.messages == []
    (message,) = caplog.messages
    assert re.fullmatch(r"a\.tmx is written: \d+\.\d\d s", message)


def test_no_seconds_are_logged_of_work_that_failed(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "align.x")
    with pytest.raises(KeyError), timed(logging.getLogger("align.x"), "a.tmx is written"):
        raise KeyError
    assert caplog.messages == []
