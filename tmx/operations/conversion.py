"""Writes Chinese in the other script, by OpenCC, and says so in every variant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from tmx.errors import TmxError
from tmx.operations.scripts import is_chinese
from tmx.operations.stale_scores import with_scores_kept
from tmx.units import Header, Property, Segment, Tag, Unit, Variant

CONVERTED = "x-converted"
"""The type of the property of a variant whose text was converted: by what."""


class Conversion(StrEnum):
    """OpenCC's conversions: s simplified, t traditional, tw Taiwan, hk Hong Kong, p with words."""

    S2T = "s2t"
    S2TW = "s2tw"
    S2TWP = "s2twp"
    S2HK = "s2hk"
    T2S = "t2s"
    TW2S = "tw2s"
    TW2SP = "tw2sp"
    HK2S = "hk2s"

    @property
    def tag(self) -> str:
        """The language tag of what it gives."""
        wanted = self.value.partition("2")[2]
        return {"s": "zh-CN", "sp": "zh-CN", "hk": "zh-HK"}.get(wanted, "zh-TW")


def convert(
    header: Header, units: Iterable[Unit], conversion: Conversion
) -> tuple[Header, Iterator[Unit]]:
    """Write every Chinese variant in another script, and tag it so.

    The words change, also those in <hi> and <sub>; native code does not. A variant whose words
    have changed gets the property "x-converted"; scores stay. Some words have several forms in the
    other script, and OpenCC does not always choose as a person would: read what it gives.

    Args:
        header: that of the memory.
        units: taken one by one.
        conversion: from which script to which.

    Returns:
        The new header and the units.

    Raises:
        TmxError: OpenCC is not installed.
    """
    words = _converter(conversion)
    srclang = conversion.tag if is_chinese(header.srclang) else header.srclang
    given = (_converted(unit, conversion, words) for unit in units)
    return replace(header, srclang=srclang), given


def _converter(conversion: Conversion) -> Callable[[str], str]:
    try:
        from opencc import OpenCC
    except ImportError as error:
        raise TmxError(
            "the conversion is OpenCC's, which is not installed; `pip install 'duiqi[opencc]'`"
        ) from error
    convert: Callable[[str], str] = OpenCC(conversion.value).convert
    return convert


def _converted(unit: Unit, conversion: Conversion, words: Callable[[str], str]) -> Unit:
    variants = tuple(_variant(variant, conversion, words) for variant in unit.variants)
    own = unit.srclang
    if own is not None and is_chinese(own):
        own = conversion.tag
    return with_scores_kept(unit, replace(unit, variants=variants, srclang=own))


def _variant(variant: Variant, conversion: Conversion, words: Callable[[str], str]) -> Variant:
    if not is_chinese(variant.language):
        return variant
    segment = Segment(_content(variant.segment.content, words))
    annotations = variant.annotations
    if segment != variant.segment:
        annotations += (Property(CONVERTED, f"OpenCC {conversion.value}"),)
    return replace(variant, language=conversion.tag, segment=segment, annotations=annotations)


def _content(content: tuple[str | Tag, ...], words: Callable[[str], str]) -> tuple[str | Tag, ...]:
    return tuple(words(part) if isinstance(part, str) else _tag(part, words) for part in content)


def _tag(tag: Tag, words: Callable[[str], str]) -> Tag:
    """Convert words inside a tag: all of a hi or a sub, and the subs in native code."""
    if tag.name in ("hi", "sub"):
        return replace(tag, content=_content(tag.content, words))
    content = tuple(_tag(part, words) if isinstance(part, Tag) else part for part in tag.content)
    return replace(tag, content=content)
