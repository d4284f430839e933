"""Lines of code, commands, identifiers, formulas and addresses, which stay in every language."""

from __future__ import annotations

import re

from align.quality.values.symbols import Kind, find_symbols

_COMMANDS = (
    "sudo|git|npm|npx|pip3?|docker|apt|apt-get|curl|wget|conda|kubectl|ssh|scp|mkdir|chmod|chown"
    "|cd|ls|grep|sed|awk"
)
"""Commands whose names are no words of English."""

_LONGEST = 1000
"""No line of code is longer; a long text would take long to look through."""

_CODE = re.compile(
    # Options, names with underscores, calls without arguments, braces.
    r"(?:^|\s)--[a-z]|[a-z]_[a-z]|\w\(\)|[{}\\]"
    # Calls of methods, operators that only code has.
    r"|[A-Za-z_]\w*\.[a-z]\w*\(|==|!=|&&|\|\||=>|:=|[+\-*]=|\S\[\d+\]\s*="
    # A statement: a value is set, or something is computed, up to a semicolon.
    r"|^\s*[\w.\s]*=[^;]+;\s*$|^\s*[a-z]+ [^;]*\s[+\-*/%<>]\s[^;]*;\s*$"
    # A function's definition, a call, a module that is imported.
    r"|^\s*\w+\([\w\s,.\"'*+/\-]*\)\s*[;:=]|\w\(\w+\):\s*\w+\(|^\s*import [\w.]+(?: as \w+)?;?\s*$"
    r"|^\s*from [\w.]+ import [\w, *]+$"
    # A formula: a name, perhaps with its arguments, and what it equals, of names and operators.
    r"|^\s*[A-Za-z]\w*\s*=\s*[\w.]+(?:\s*[\^*/+\-]\s*[\w.]+)*\s*$"
    # One identifier: getUserName; a path: /usr/bin, ./a.sh.
    r"|^\s*[a-z]+\d*(?:[A-Z][a-z\d]*)+\s*$|^\s*(?:~|\.{0,2})/\S+\s*$"
    # A command and its option of one hyphen: manage-bde -status C:
    r"|^\s*(?:\$ )?[a-z][\w.\-]*(?: [^\s-]\S*){0,3} -[A-Za-z][\w\-]*(?=[\s=:]|$)"
    rf"|^\s*(?:\$ )?(?:{_COMMANDS})\s+\S"
    r"|^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE) .*(?:\b(?:FROM|VALUES|SET)\b|\()"
)


def is_code(text: str) -> bool:
    """Tell whether a text is plainly code, a command, an identifier, a formula or an address."""
    if len(text) > _LONGEST:
        return False
    if _CODE.search(text):
        return True
    addresses = [item for item in find_symbols(text) if item.kind in (Kind.URL, Kind.MAIL)]
    for item in reversed(addresses):
        text = text[: item.start] + text[item.end :]
    return bool(addresses) and not any(map(str.isalpha, text))
