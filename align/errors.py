"""The one error of this package."""


class AlignmentError(ValueError):
    """An alignment can't be read or made; the message is one line that says what, where and why."""
