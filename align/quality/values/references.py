"""Entries of bibliographies, which stay in the language of the work that they name."""

from __future__ import annotations

import re

from corpora.characters import HAN

_HAN = re.compile(f"[{HAN}]")
_NAME = r"[A-ZÀ-Þ][\w'’\-]*[a-zà-ÿ]"
_AUTHOR = rf"{_NAME} [A-Z]{{1,3}}"
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
_PAGES = r"[A-Za-z]?\d+ ?[\-‐‑‒–—] ?[A-Za-z]?\d+"
_LABEL = r"(?:\[\d{1,3}\] ?|\(?\d{1,3}[.)] )?"
_ENTRY = re.compile(
    # The kind of work by GB/T 7714 behind the title: "Attention is all you need[C]."
    r"\S ?\[(?:[JMCDRPSNZGA]|DB|CP|EB)(?:/(?:OL|CD|MT|DK))?\](?=[.,:]|//)"
    # A year, perhaps a volume and a number, and pages at the end: "2021, 110: 107-115."
    rf"|\b{_YEAR}\)?[,;:] ?(?:(?:vol\. ?)?\d+ ?(?:\(\d+(?:[\-–]\d+)?\))?[,:] ?)?"
    rf"(?:pp?\. ?)?{_PAGES}\.?$"
    # A year, a volume, perhaps a number, and the number of the article: "2017, 12: 053001."
    rf"|\b{_YEAR}\)?[,;:] ?\d+ ?(?:\(\d+(?:[\-–]\d+)?\))?[,:] ?[A-Za-z]?\d{{3,}}\.?$"
    # Volume and pages, and the date at the end: "vol. 110, pp. 107–115, Feb. 2021."
    rf"|\bvol\. ?\d+, (?:no\. ?\d+, )?pp?\. ?{_PAGES}, (?:[A-Z][a-z]+\.? )?{_YEAR}\.?$"
    # An address of the work: "doi:10.1000/182", "arXiv:1706.03762".
    r"|\b(?:(?i:doi): ?|doi\.org/)10\.\d{4,}/\S+$|\barXiv: ?\d{4}\.\d{4,}(?:v\d+)?\.?$"
)
_HEAD = re.compile(
    # Where it was published, by whom and when: "New York: W. W. Norton, 2019."
    rf"(?:[A-Z][\w.'’\-]* ?)+: (?:(?:[A-Z][\w.'’\-]*|&|and|of|for|the|in) ?)+, {_YEAR}\.?$|"
    # Authors, then the year in brackets and the title: "Vaswani, A., & Shazeer, N. (2017). A".
    rf"{_LABEL}(?:{_NAME}, (?:[A-Z]\.[ \-]?)+(?:, )?(?:& )?(?:et al\.,? )?)+\({_YEAR}\)\. \S"
    # Authors alone: "Vaswani A, Shazeer N, et al."
    rf"|{_LABEL}{_AUTHOR}(?:, {_AUTHOR})*(?:, et al)?\.$"
    # The same and the title, by a number in brackets or by several: "[4] Novak P. Cool parks."
    rf"|(?:\[\d{{1,3}}\] ?|{_LABEL}{_AUTHOR}, ){_AUTHOR}(?:, {_AUTHOR})*(?:, et al)?\. [A-Z]"
)


def is_reference(text: str) -> bool:
    """Tell whether a text is an entry of a bibliography, or a sentence of one, in an alphabet.

    Entries by GB/T 7714, APA and IEEE are known by what only they have: the sign of a kind of work,
    initials of authors before a year, a year before volume and pages.
    """
    text = text.strip()
    return not _HAN.search(text) and bool(_ENTRY.search(text) or _HEAD.match(text))
