"""The one error of this package."""


class DocumentError(ValueError):
    """A document can't be taken as it is.

    The message is one line that a user understands: what is wrong, where, and what to do.
    """
