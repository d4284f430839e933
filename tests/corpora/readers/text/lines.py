"""How the tests of plain text read and wrap it."""

import textwrap

from corpora.readers.text.reading import text_blocks


def texts(source: str) -> list[str]:
    """The paragraphs of a text."""
    return [block.text for block in text_blocks(source)]


def wrap(paragraph: str, chinese: bool) -> list[str]:
    """The lines of a paragraph that was wrapped."""
    if chinese:
        return [paragraph[at : at + 36] for at in range(0, len(paragraph), 36)]
    return textwrap.wrap(paragraph, 72)
