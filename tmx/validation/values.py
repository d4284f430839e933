"""Looks at values that tools read: language tags, dates, numbers, types of properties."""

from __future__ import annotations

import re
from functools import lru_cache

import langcodes

from tmx.dates import parse_date
from tmx.errors import TmxError
from tmx.languages import canonical
from tmx.rules import PROPERTY_TYPE, SHORT_TAG
from tmx.validation.structure import Fault
from tmx.validation.tree import Node

DATES = ("creationdate", "changedate", "lastusagedate")
"""The attributes that hold a date."""

NUMBERS = ("usagecount", "i", "x")
"""The attributes that hold a number."""

LANGUAGES = ("xml:lang", "lang", "adminlang", "srclang")
"""The attributes that hold a language tag."""

_FIELDS = ("srclang", "adminlang")  # that they are empty is a rule of its own
_LONGEST = 60  # characters of a tag or a date: longer ones are none, and stay in no cache
_NUMBER = re.compile(r"[0-9]{1,18}")


def language_of(node: Node) -> str | None:
    """Return the language of a <tuv>, <prop> or <note> as it stands there, or None."""
    language = node.attributes.get("xml:lang")
    return node.attributes.get("lang") if language is None else language


def canonical_or_none(tag: str | None) -> str | None:
    """Return a language tag in canonical form, or None if it is no tag."""
    if tag is None or len(tag) > _LONGEST:
        return None
    try:
        return canonical(tag)
    except TmxError:
        return None


def value_faults(node: Node, faults: list[Fault]) -> None:
    """Add the faults of an element's attributes; the document type says nothing of these."""
    for name, value in node.attributes.items():
        if name in DATES:
            if len(value) > _LONGEST or parse_date(value) is None:
                faults.append(("date-form", node.line, f"{name} is {value!r}"))
        elif name in NUMBERS:
            if _NUMBER.fullmatch(value) is None:
                what = f"{name} of <{node.name}> is {value!r}"
                faults.append(("number-form", node.line, what))
        elif name in LANGUAGES:
            if value != "*all*" or name != "srclang":
                tag = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
                faults += [(rule, node.line, what) for rule, what in _tag_faults(name, tag)]
        elif name == "type" and node.name == "prop" and PROPERTY_TYPE.fullmatch(value) is None:
            faults.append(("property-type", node.line, f"the type of <prop> is {value!r}"))


@lru_cache(maxsize=4096)
def _tag_faults(name: str, tag: str) -> tuple[tuple[str, str], ...]:
    form = canonical_or_none(tag)
    if form is None:
        return (
            ()
            if name in _FIELDS and not tag.strip()
            else (("language-form", f"{name} is {tag!r}"),)
        )
    faults = []
    if "_" in tag:
        faults.append(("language-underscore", f"{name} is {tag}"))
    elif tag != form:
        faults.append(("language-case", f"{name} is {tag}; the canonical form is {form}"))
    if not langcodes.tag_is_valid(form):
        faults.append(("language-unknown", f"{name} is {tag}"))
    if len(form) > SHORT_TAG and name in ("xml:lang", "lang"):
        faults.append(("language-length", f"{name} is {tag}, {len(form)} characters"))
    return tuple(faults)
