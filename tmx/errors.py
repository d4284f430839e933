"""The errors of this package."""


class TmxError(ValueError):
    """A memory can't be read or written as it is.

    The message is one line that a user understands: what is wrong, where, and what to do.
    """


class NamelessError(TmxError):
    """An error whose message says "it" of a memory; whoever knows its name puts that before it."""
