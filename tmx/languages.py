"""Language tags in the one form that every tool takes: BCP 47, hyphens, canonical case."""

from __future__ import annotations

import re
from functools import lru_cache

from tmx.errors import TmxError

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)


@lru_cache(maxsize=4096)
def canonical(tag: str) -> str:
    """Return a tag with hyphens and in canonical case: "zh_cn" as "zh-CN", "ZH-hans" as "zh-Hans".

    Raises:
        TmxError: it is no language tag.
    """
    hyphened = tag.replace("_", "-")
    if _TAG.fullmatch(hyphened) is None:
        raise TmxError(f"{tag!r} is no language tag; write one such as zh-CN or en")
    first, *others = hyphened.lower().split("-")
    done = [first]
    for part in others:
        after_singleton = len(done[-1]) == 1
        if len(part) == 4 and part.isalpha() and not after_singleton:
            done.append(part.capitalize())
        elif len(part) == 2 and part.isalpha() and not after_singleton:
            done.append(part.upper())
        else:
            done.append(part)
    return "-".join(done)
