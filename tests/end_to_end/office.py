"""Both texts of resolution 67/58 as documents that LibreOffice writes."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.end_to_end.command import program
from tests.end_to_end.resolution import CHINESE, ENGLISH, lines_of, without_label

TEXTS = {"zh": CHINESE, "en": ENGLISH}
CONVERSIONS = {
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt:writer8",
    "rtf": "rtf:Rich Text Format",
    "pdf": "pdf:writer_pdf_Export",
    "html": "html:HTML (StarWriter)",
}
LISTED = ("docx", "odt")
"""Formats that are also made with the numbers of automatic lists."""

_NUMBERED = re.compile(r"\d+\. ")
_MARKED = re.compile(r"(?<=[,)])(\d)(?= )")
_SECONDS = 120


def page(lines: Iterable[str], language: str, *, lists: bool = False) -> str:
    """A plain HTML page.

    Args:
        lines: its paragraphs.
        language: its language.
        lists: whether runs of numbered paragraphs become lists, which number themselves, and
            footnote marks superscripts.
    """
    body: list[str] = []
    for line in lines:
        words = html.escape(line, quote=False)
        if not (lists and _NUMBERED.match(line)):
            body.append(f"<p>{_MARKED.sub(_superscript, words) if lists else words}</p>")
            continue
        item = f"<li>{without_label(words)}</li></ol>"
        if body and body[-1].endswith("</ol>"):
            body[-1] = body[-1].removesuffix("</ol>")
            body.append(item)
        else:
            body.append(f"<ol>{item}")
    head = f'<html lang="{language}"><head><meta charset="utf-8"><title>67/58</title></head>'
    return f"<!DOCTYPE html>{head}<body>{chr(10).join(body)}</body></html>"


def _superscript(mark: re.Match[str]) -> str:
    return f"<sup>{mark.group(1)}</sup>"


def convert(folder: Path) -> None:
    """Write zh.X and en.X for every format X, and list.zh.X and list.en.X for those `LISTED`."""
    office = program("soffice", "libreoffice")
    for language, text in TEXTS.items():
        lines = lines_of(text)
        (folder / f"{language}.source.html").write_text(page(lines, language), encoding="utf-8")
        (folder / f"list.{language}.source.html").write_text(
            page(lines, language, lists=True), encoding="utf-8"
        )
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda suffix: _convert_to(suffix, office, folder), CONVERSIONS))


def _convert_to(suffix: str, office: str, folder: Path) -> None:
    names = [*TEXTS, *(f"list.{language}" for language in TEXTS if suffix in LISTED)]
    made = folder / suffix
    command = [
        office,
        f"-env:UserInstallation={(folder / f'profile.{suffix}').as_uri()}",
        "--headless",
        "--infilter=HTML (StarWriter)",
        "--convert-to",
        CONVERSIONS[suffix],
        "--outdir",
        str(made),
        *(str(folder / f"{name}.source.html") for name in names),
    ]
    done = subprocess.run(command, capture_output=True, timeout=_SECONDS)
    for name in names:
        result = made / f"{name}.source.{suffix}"
        assert result.exists(), done.stderr.decode()
        result.rename(folder / f"{name}.{suffix}")
