"""What is put around a text: a site's menus and names above it, notices of licence below it.

The masthead of a document of the United Nations (its symbol, "Distr.: General", a date, "Original:
English") is furniture too: on the Chinese side it is mostly English, and nothing to translate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpora.readers.block import Block, Role
from corpora.structure.words import Words, words_of

_FIRST = 15
_LAST = 12
_ROWS_OF_A_PAGE = 2
_OF_A_MASTHEAD = re.compile(r"(?:Distr\.?|Original)\s*:.{0,40}", re.IGNORECASE)
"""What no other document has at its head."""


def find_furniture(blocks: Sequence[Block], words: Words) -> list[bool]:
    """Say of each block whether it is a site's furniture.

    A text counts as a saved page only where two of its first blocks are rows that sites have: a
    single one ("Home", "来源：…") may stand in any document, and text taken for furniture is lost
    to the pairing. Then furniture is, above the text, what stands before the last such row, and
    the page's title repeated behind it; its last heading stays, which the row may stand below
    ("15 August 2023, source: ..."); below, all from a notice of licence or the like on,
    within the last blocks and the second half.
    """
    texts = [block.text for block in blocks]
    masthead = _masthead(texts, words)
    furniture = [block.role is Role.FURNITURE or k in masthead for k, block in enumerate(blocks)]
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


def _masthead(texts: Sequence[str], words: Words) -> set[int]:
    """The rows of a masthead of the United Nations, which stand in English in all languages."""
    head = texts[:_FIRST]
    if not any(_OF_A_MASTHEAD.fullmatch(text) for text in head):
        return set()
    known = (words, words_of("en"))
    rows = [k for k, text in enumerate(head) if _fills(text, [w.masthead_row for w in known])]
    last = rows[-1] if rows else -1
    between = [pattern for w in known for pattern in (w.date, w.organ_row)]
    found = {k for k, text in enumerate(head[:last]) if _fills(text, between)}
    is_date_next = _fills("".join(head[last + 1 : last + 2]), [w.date for w in known])
    return found.union(rows, [last + 1] if is_date_next else [])


def _fills(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    return any(pattern.fullmatch(text) for pattern in patterns)
