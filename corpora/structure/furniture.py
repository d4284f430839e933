"""What a site puts around a text: menus and names above it, notices of licence below it."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.readers.block import Block, Role
from corpora.structure.words import Words

_FIRST = 15
_LAST = 12
_ROWS_OF_A_PAGE = 2


def find_furniture(blocks: Sequence[Block], words: Words) -> list[bool]:
    """Say of each block whether it is a site's furniture.

    A text counts as a saved page only where two of its first blocks are rows that sites have: a
    single one ("Home", "来源：…") may stand in any document, and text taken for furniture is lost
    to the pairing. Then furniture is, above the text, what stands before the last such row, and
    the page's title repeated behind it; its last heading stays, which the row may stand below
    ("15 August 2023, source: ..."); below, all from a notice of licence or the like on,
    within the last blocks and the second half.
    """
    furniture = [block.role is Role.FURNITURE for block in blocks]
    texts = [block.text for block in blocks]
    rows = [k for k, text in enumerate(texts[:_FIRST]) if words.site_row.fullmatch(text)]
    if len(rows) < _ROWS_OF_A_PAGE:
        return furniture
    head = rows[-1] + 1
    headings = [k for k in range(head) if blocks[k].role is Role.HEADING]
    for k in range(head):
        furniture[k] = furniture[k] or k not in headings[-1:]
    above = {text for text, ours in zip(texts[:head], furniture, strict=False) if ours}
    while head and head < len(texts) and texts[head] in above:
        furniture[head] = True
        head += 1
    for k in range(max(head, len(texts) // 2, len(texts) - _LAST), len(texts)):
        if not furniture[k] and words.notice.match(texts[k]):
            furniture[k:] = [True] * (len(texts) - k)
            break
    return furniture
