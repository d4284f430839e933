"""The errors of this package: one, with a kind of it that callers can answer."""


class DocumentError(ValueError):
    """A document can't be taken as it is.

    The message is one line that a user understands: what is wrong, where, and what to do.
    """


class UnknownLanguageError(DocumentError):
    """A document's language can't be told from its text, and nobody said it.

    Attributes:
        reason: why, in a few words, without the file's name.
    """

    def __init__(self, name: str, description: str) -> None:
        self.reason = f"its language can't be told ({description})"
        super().__init__(f"{name}: {self.reason}; say --source-lang or --target-lang")
