"""The one error of this package."""


class TmxError(ValueError):
    """A memory can't be read or written as it is.

    The message is one line that a user understands: what is wrong, where, and what to do.
    """
