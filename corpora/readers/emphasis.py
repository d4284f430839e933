"""Emphasis in Markdown beside Chinese, Japanese and Korean: `**注意：**免费`.

CommonMark has asterisks behind a punctuation mark close only before white space or another mark, as
English is written; where no spaces are, people mean them to close before a letter too, and to open
behind one (`请看**“附件”**`). A mark of these scripts counts as a letter here, and any other mark
may have one of their characters on the asterisks' other side. Only runs of two or more are read so:
one alone is often the sign of a note (`姓名*（必填）`).
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Delimiter, StateInline

from corpora.characters import UNSPACED

_UNSPACED_OR_HANGUL = re.compile(rf"[{UNSPACED}\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_RUN = re.compile(r"\*{2,}")


def unspaced_emphasis(parser: MarkdownIt) -> None:
    """Have a parser read emphasis beside characters that take no spaces; use it as a plugin."""
    parser.inline.ruler.before("emphasis", "unspaced_emphasis", _tokenize)


def _tokenize(state: StateInline, silent: bool) -> bool:
    """Push the asterisks of a run, as the parser's own rule does, if they do more than by that."""
    run = _RUN.match(state.src, state.pos, state.posMax)
    if silent or not run:
        return False
    before = state.src[run.start() - 1] if run.start() else " "
    after = state.src[run.end()] if run.end() < state.posMax else " "
    opens, closes = _is_beside(after, before), _is_beside(before, after)
    if (opens, closes) == state.scanDelims(state.pos, True)[:2]:
        return False
    for _ in run[0]:
        state.push("text", "", 0).content = "*"
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord("*"), len(run[0]), place, -1, opens, closes))
    state.pos = run.end()
    return True


def _is_beside(inside: str, outside: str) -> bool:
    """Whether asterisks may stand between two characters, the first of them emphasised."""
    if isWhiteSpace(ord(inside)):
        return False
    is_mark = isPunctChar(inside) and not _UNSPACED_OR_HANGUL.match(inside)
    return (
        not is_mark
        or isWhiteSpace(ord(outside))
        or isPunctChar(outside)
        or _UNSPACED_OR_HANGUL.match(outside) is not None
    )
