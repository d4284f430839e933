"""What to tell of an option or an argument that a command does not take so: what was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

import click

MOST_NAMED = 3
"""So many commands that have the option, or arguments that are too many, are named."""

_ADVICE = {
    "MEMORY": "call it for each memory, or make one of them with duiqi tmx merge",
    "FILE": "call it for each file",
    "TARGET": "call it for each pair of files",
    "GOLD": "give two files, or two folders of files",
    "NEW": "call it for each pair of memories",
    "NAME": "call it for each name",
    "EXPRESSION": "put the expression in quotes",
    "TEXT": "put the text in quotes",
}
"""What to do where a command is given too much, by the last argument that it takes."""


_FORMS = {"--format", "--to"}
"""Options that say in which form a command writes."""


def of_unknown_option(error: click.NoSuchOption) -> str:
    """Return one line for the user, without where to find help."""
    name, context = error.option_name, error.ctx
    if context is None:
        return f"there is no option {name}"
    said = f"{context.command_path} has no option {name}"
    if form := _form(context.command, name.lstrip("-")):
        return f"{said}; say {form} {name.lstrip('-')}"
    if others := list(_having(context.find_root(), name)):
        more = len(others) - MOST_NAMED
        *named, last = [*others[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])]
        return (
            f"{said}; {', '.join(named)} and {last} have it" if named else f"{said}; {last} has it"
        )
    near = difflib.get_close_matches(name, list(_options(context.command)), n=2)
    return f"{said}; did you mean {' or '.join(near)}?" if near else said


def of_misused_option(error: click.BadOptionUsage) -> str:
    """Return one line for the user who gave an option too few values, or a flag any."""
    name, context = error.option_name, error.ctx
    if context is None:
        return error.format_message()
    option = next(
        (each for each in context.command.params if name in (*each.opts, *each.secondary_opts)),
        None,
    )
    if not isinstance(option, click.Option):
        return error.format_message()
    said = f"{context.command_path}: {name} takes"
    if option.is_flag or option.count:
        return f"{said} no value"
    if isinstance(option.type, click.Choice):
        return f"{said} one of {', '.join(map(str, option.type.choices))}"
    metavar = option.make_metavar(context)
    return (
        f"{said} {'a value' if option.nargs == 1 else f'{option.nargs} values'}: {name} {metavar}"
    )


def of_extra_arguments(context: click.Context, extra: Sequence[str]) -> str:
    """Return one line for the user who gave a command more arguments than it takes.

    Args:
        context: the command's.
        extra: what was left over.
    """
    more = len(extra) - MOST_NAMED
    named = ", ".join(extra[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    names = [
        parameter.make_metavar(context)
        for parameter in context.command.params
        if isinstance(parameter, click.Argument)
    ]
    taken = " ".join(names) or "no argument"
    advice = _ADVICE.get(names[-1].strip("[]")) if names else None
    told = f"{context.command_path} takes {taken}; left over: {named}"
    return f"{told}; {advice}" if advice else told


def _form(command: click.Command, value: str) -> str | None:
    """Return the option by which a command writes in a form, such as --format for json."""
    for option in command.params:
        if _FORMS.intersection(option.opts) and isinstance(option.type, click.Choice):
            return option.opts[0] if value in option.type.choices else None
    return None


def _options(command: click.Command) -> Iterator[str]:
    for option in command.params:
        if isinstance(option, click.Option):
            yield from (*option.opts, *option.secondary_opts)


def _having(context: click.Context, name: str) -> Iterator[str]:
    """Give the names of all commands that have a long option; short ones say too little."""
    group = context.command
    if not isinstance(group, click.Group) or not name.startswith("--"):
        return
    for key in group.list_commands(context):
        command = group.get_command(context, key)
        if command is not None:
            inner = click.Context(command, info_name=key, parent=context)
            if name in _options(command):
                yield inner.command_path
            yield from _having(inner, name)
