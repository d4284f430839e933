"""What all commands share: common options, an example, late imports, errors in one line.

Exit codes: 0 done; 1 done, and checks found errors; 2 an error of the user's, told in one line on
standard error; 130 interrupted; 141 whatever read standard output went away.
"""

from __future__ import annotations

import difflib
import errno
import importlib
import logging
import math
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from align.cli.console import Console, print_any_text, set_up_logging
from align.cli.hints import of_extra_arguments, of_misused_option, of_unknown_option
from align.errors import AlignmentError
from corpora.errors import DocumentError
from tmx.errors import TmxError
from tmx.output import STANDARD_OUTPUT

DONE, FINDINGS, USER_ERROR, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141

USER_ERRORS: tuple[type[Exception], ...] = (AlignmentError, DocumentError, TmxError)
"""Errors of the packages, whose message is one line for the user."""

_File = TypeVar("_File")
_log = logging.getLogger(__name__)


class Share(click.ParamType[float]):
    """A number from 0 to 1; "nan", which is in no order with others, is none."""

    name = "number"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number."""
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not 0 <= number <= 1:
            self.fail(f"{value!r} is no number from 0 to 1", param, ctx)
        return number


class WholeNumber(click.IntRange):
    """A whole number, perhaps within bounds."""

    name = "whole number"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what stands for it in the help."""
        return "NUMBER"


pass_console = click.make_pass_decorator(Console, ensure=True)
"""Gives a command the Console, as its first argument."""


def _set_console(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and parameter.name:
        console = context.ensure_object(Console)
        setattr(console, parameter.name, True)
        set_up_logging(console)


def _common_options() -> list[click.Parameter]:
    """Return the options that every command takes, made anew for each."""
    holder = click.Command(None)
    for option in (
        click.version_option(package_name="duiqi", message="duiqi %(version)s"),
        click.option(
            "-v",
            "--verbose",
            is_flag=True,
            expose_value=False,
            callback=_set_console,
            help="Tell on standard error what is being done.",
        ),
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            expose_value=False,
            callback=_set_console,
            help="Say nothing but errors; no progress bar.",
        ),
    ):
        option(holder)
    return list(reversed(holder.params))


class Command(click.Command):
    """A command with the common options and an example.

    Args:
        example: command lines that work as they stand, shown at the end of the help.
    """

    def __init__(self, *args: Any, example: str, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.example = example
        self.params += _common_options()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; of too many, tell how many it takes and what to do."""
        ctx.allow_extra_args = True
        try:
            extra = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = error.ctx or ctx
            raise
        if extra and not ctx.resilient_parsing:
            raise click.UsageError(of_extra_arguments(ctx, extra), ctx)
        return extra

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example below the options."""
        _write_example(self.example, formatter)


class Group(click.Group):
    """A group of commands, with the common options and an example; its commands are `Command`s."""

    command_class = Command

    def __init__(self, *args: Any, example: str, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.example = example
        self.params += _common_options()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example below the commands."""
        _write_example(self.example, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; where there is none of that name, suggest near ones."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            known = self.list_commands(ctx)
            near = difflib.get_close_matches(name, known)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
            raise click.UsageError(f"there is no command {name!r}; {hint}", ctx)
        return super().resolve_command(ctx, args)


def _write_example(example: str, formatter: click.HelpFormatter) -> None:
    with formatter.section("Example"):
        for line in example.splitlines():
            formatter.write(f"{'':{formatter.current_indent}}{line}\n")


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """A command that is imported only when it is called.

    Attributes:
        target: where it is, "module:name".
        help: its line in the list of commands.
    """

    target: str
    help: str

    def load(self) -> click.Command:
        """Import the command."""
        module, _, name = self.target.partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


class LazyGroup(Group):
    """A group whose commands are imported only when they are called."""

    def __init__(self, *, lazy_commands: Mapping[str, LazyCommand], **settings: Any) -> None:
        super().__init__(**settings)
        self.lazy_commands = lazy_commands

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order that they were given in."""
        return list(self.lazy_commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or return None where there is none of that name."""
        lazy = self.lazy_commands.get(cmd_name)
        return lazy.load() if lazy else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, lazy.help) for name, lazy in self.lazy_commands.items()])


class Program(LazyGroup):
    """The outermost group: the program itself, which tells the user's errors in one line."""

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the command line and exit, as the console script does.

        Errors of the user's are told in one line, and never with a traceback; any other exception
        is a fault of duiqi's and is let through. The arguments are those of `click.Command.main`.
        """
        run: Callable[..., Any] = super().main
        if not settings.pop("standalone_mode", True):
            return run(*args, standalone_mode=False, **settings)
        print_any_text()
        set_up_logging(Console())
        settings["prog_name"] = self.name
        sys.exit(_run(lambda: run(*args, standalone_mode=False, **settings)))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and write out all that it printed while errors can still be told."""
        try:
            value = super().invoke(ctx)
            sys.stdout.flush()
        except (BrokenPipeError, TmxError) as error:
            if not (isinstance(error, OSError) or isinstance(error.__cause__, BrokenPipeError)):
                raise
            _drop_standard_output()
            ctx.exit(PIPE_CLOSED)
        except (KeyboardInterrupt, RuntimeError) as error:
            if not _is_interrupt(error):
                raise
            _tell("interrupted", error)
            ctx.exit(INTERRUPTED)
        return value


def check_outputs(outputs: Iterable[Path | None], inputs: Iterable[Path | None]) -> None:
    """Refuse outputs that would replace an input or one another, whatever is to be forced.

    Args:
        outputs: the files that a command writes; "-" is standard output.
        inputs: the files that it reads; "-" is standard input.

    Raises:
        TmxError: one is named twice.
    """
    taken = {path.resolve() for path in inputs if path}
    for output in outputs:
        if output is None:
            continue
        place = output if output == STANDARD_OUTPUT else output.resolve()
        if place in taken:
            raise TmxError(f"{output}: named twice in this command; choose another name")
        taken.add(place)


def _is_interrupt(error: BaseException) -> bool:
    """Whether an error is an interrupt; one that meets a class being made comes wrapped in 3.11."""
    return isinstance(error, KeyboardInterrupt) or isinstance(error.__cause__, KeyboardInterrupt)


def _run(command_line: Callable[[], Any]) -> int:
    """Run a command line and return its exit code; tell errors of the user's."""
    try:
        code = command_line()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USER_ERROR
    except click.UsageError as error:
        message = error.format_message()
        if isinstance(error, click.NoSuchOption):
            message = of_unknown_option(error)
        if isinstance(error, click.BadOptionUsage):
            message = of_misused_option(error)
        hint = f" (see {error.ctx.command_path} --help)" if error.ctx else ""
        return _tell(f"{message}{hint}", error)
    except click.ClickException as error:
        return _tell(error.format_message(), error)
    except click.Abort as error:
        _tell("interrupted", error)
        return INTERRUPTED
    except OSError as error:
        _drop_standard_output()
        return _tell(os_error_line(error), error)
    except USER_ERRORS as error:
        return _tell(str(error), error)
    return code if isinstance(code, int) else DONE


def _tell(message: str, error: BaseException) -> int:
    _log.debug("%s", type(error).__name__, exc_info=error)
    print(f"duiqi: {' '.join(message.splitlines())}", file=sys.stderr)
    return USER_ERROR


def for_each(files: Sequence[_File], work: Callable[[_File], None]) -> None:
    """Do a work for each of some files; one that can't be read keeps none of the others from it.

    Args:
        files: the files, or what is known of each.
        work: called with each of them.

    Raises:
        TmxError: some can't be read; told in one line, once all the others are done.
    """
    if len(files) == 1:
        work(files[0])
        return
    failures: list[str] = []
    for file in files:
        try:
            work(file)
        except (OSError, AlignmentError, DocumentError, TmxError) as error:
            if isinstance(error, BrokenPipeError) or isinstance(error.__cause__, BrokenPipeError):
                raise
            _log.debug("%s", type(error).__name__, exc_info=error)
            failures.append(os_error_line(error) if isinstance(error, OSError) else str(error))
    if failures:
        raise TmxError("; ".join(failures))


def os_error_line(error: OSError) -> str:
    """Tell an error of the system's in one line."""
    reason = error.strerror or str(error)
    if error.filename:
        return f"{os.fsdecode(error.filename)}: {reason}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{reason}: make room where standard output and temporary files are kept"
    return reason


def _drop_standard_output() -> None:
    """Send what standard output could not take nowhere, so that Python does not retry at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
