"""How a language is written: a BCP 47 tag in canonical case, such as zh-CN, zh-TW, en or de.

Chinese always bears a region, because translation memories go by it: simplified characters are
zh-CN (or zh-SG, zh-MY), traditional ones zh-TW (or zh-HK, zh-MO).
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

import langcodes
from langcodes.tag_parser import LanguageTagError

from corpora.errors import DocumentError

UNDETERMINED = "und"

_TRADITIONAL_REGIONS = frozenset(("TW", "HK", "MO"))
_SIMPLIFIED_REGIONS = frozenset(("CN", "SG", "MY"))
_TRADITIONAL = frozenset(f"zh-{region}" for region in _TRADITIONAL_REGIONS)
_NO_LANGUAGE = frozenset(("und", "mul", "mis", "zxx"))
_SCRIPTS = {"Latn": "Latin letters", "Cyrl": "Cyrillic letters", "Arab": "Arabic letters"}
_CHINESE_NAMES = {
    "zh-CN": "chs cn hans zhs|simplified chinese|chinese simplified|chinese (simplified)|mandarin"
    "|chinese, simplified characters|汉语|漢語|华语|普通话|简体中文|简体|中文（简体）|中文(简体)",
    "zh-TW": "cht hant zht|traditional chinese|chinese traditional|chinese (traditional)|國語"
    "|chinese, traditional characters|繁體中文|繁体中文|繁體|繁体|正體中文|中文（繁體）|中文(繁體)",
}


def canonical_language(tag: str) -> str:
    """Return the canonical tag of a language that a person wrote.

    Taken are tags in any case, with hyphens or underscores (zh_cn, ZH-Hans-CN, en_US.UTF-8),
    codes of three letters (deu, cmn), and the language's name in English or in itself (German,
    Deutsch, 中文). Chinese without a region or script is taken as simplified, zh-CN.

    Raises:
        DocumentError: no such language is known.
    """
    written = tag.strip()
    if written.lower().startswith("x-"):
        raise _unknown(tag)
    known = _tags_by_name().get(written.casefold())
    if known is not None:
        return known
    try:
        language = langcodes.Language.get(written.split(".")[0].split("@")[0])
    except LanguageTagError:
        raise _unknown(tag) from None
    if language.language in (None, *_NO_LANGUAGE) or not language.is_valid():
        raise _unknown(tag)
    if language.language in ("zh", "cmn"):
        return _chinese(language.script, language.territory)
    return language.simplify_script().to_tag()


def with_region(tag: str, declared: str) -> str:
    """Return the tag of a Chinese text with the region that its file declares.

    What the characters show goes first: a text in simplified ones is not that of Hong Kong.

    Args:
        tag: the language that was found, in canonical form.
        declared: what the file declares, as it is written, or "".
    """
    base_tag, _, region = declared.replace("_", "-").rpartition("-")
    if base(tag) != "zh" or base(base_tag) != "zh":
        return tag
    return _chinese("Hant" if tag in _TRADITIONAL else "Hans", region.upper())


def base(tag: str) -> str:
    """Return the language of a tag without its script and region: zh-CN gives "zh"."""
    return tag.replace("_", "-").split("-")[0].lower()


def same_language(first: str, second: str) -> bool:
    """Tell whether two tags are one language for an aligner: zh-CN and zh-TW are, en and de not.

    A translation memory keeps them apart: there, compare the tags themselves.
    """
    return base(first) == base(second)


def display_name(tag: str) -> str:
    """Return what to call a language when speaking to a person: "Chinese, simplified characters".

    A language that no name is known for is called by its tag.
    """
    if tag == UNDETERMINED:
        return "undetermined"
    language, _, rest = tag.partition("-")
    if language == "zh" and rest:
        traditional = rest in _TRADITIONAL_REGIONS
        name = f"Chinese, {'traditional' if traditional else 'simplified'} characters"
        return name if rest in ("CN", "TW") else f"{name} ({rest})"
    names = _names().get(language)
    if names is None:
        return tag
    return f"{names[0]} ({_SCRIPTS.get(rest, rest)})" if rest else names[0]


def _chinese(script: str | None, region: str | None) -> str:
    """Choose the region that says which characters are used; a script that is given decides."""
    traditional = script == "Hant" if script else region in _TRADITIONAL_REGIONS
    fitting = _TRADITIONAL_REGIONS if traditional else _SIMPLIFIED_REGIONS
    if region in fitting:
        return f"zh-{region}"
    return "zh-TW" if traditional else "zh-CN"


def _unknown(tag: str) -> DocumentError:
    return DocumentError(
        f"unknown language {tag!r}: write a tag (zh-CN, zh-TW, en, de, pt-BR)"
        " or a name (Chinese, German, 中文)"
    )


@cache
def _names() -> dict[str, list[str]]:
    """Read the names of languages: for each tag the English one and, where it differs, its own."""
    path = resources.files("corpora.languages").joinpath("names.json")
    names: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return names


@cache
def _tags_by_name() -> dict[str, str]:
    by_name: dict[str, str] = {}
    for tag, names in _names().items():
        for name in names:
            by_name.setdefault(name.casefold(), "zh-CN" if tag == "zh" else tag)
    for tag, names_of_tag in _CHINESE_NAMES.items():
        codes, _, names_only = names_of_tag.partition("|")
        by_name |= dict.fromkeys((*codes.split(), *names_only.split("|")), tag)
    return by_name
