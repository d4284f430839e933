"""What to tell of an option that a command does not have: what was meant, or who has it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import click

MOST_NAMED = 3
"""So many commands that have the option are named."""


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
