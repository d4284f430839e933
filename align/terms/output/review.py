"""A page on which terms are ticked in their contexts, and those that are ticked are saved.

It needs no network and runs no text of the documents: the texts stand in the page as JSON, which
no browser runs, and come into view as text only; a content security policy lets the browser run
the page's own script alone.
"""

from __future__ import annotations

from importlib import resources
from pathlib import PurePath
from typing import BinaryIO

from align.report.embedding import json_in_html, policy_hash
from align.terms.entries import Entry, Example, Status
from align.terms.output.glossary import Glossary, remark
from corpora.languages import display_name
from tmx.dates import stamp


def write_review(glossary: Glossary, stream: BinaryIO) -> None:
    """Write the page."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("align.terms.output", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    folder = resources.files("align.terms.output")
    script = folder.joinpath("review.js").read_text("utf-8")
    style = folder.joinpath("review.css").read_text("utf-8")
    date = stamp()
    data = {"languages": glossary.languages, "entries": [_row(item) for item in glossary.entries]}
    page = environment.get_template("review.html.jinja").render(
        title=", ".join(PurePath(name).name for name in glossary.documents),
        languages=glossary.languages,
        names=[display_name(language) for language in glossary.languages],
        compared=any(item.status is not Status.NEW for item in glossary.entries),
        created=f"{date.day} {date:%B %Y}",
        script=script,
        style=style,
        script_hash=policy_hash(script),
        style_hash=policy_hash(style),
        data=json_in_html(data),
    )
    stream.write(page.encode("utf-8", "replace"))


def _row(entry: Entry) -> list[object]:
    """Return an entry as the page's script reads it; places are counted as JavaScript does."""
    return [
        entry.text,
        [[item.text, item.count] for item in entry.translations],
        entry.score,
        entry.count,
        entry.status.value,
        [_example(example) for example in entry.examples],
        remark(entry, entry.translations[0]),
    ]


def _example(example: Example) -> list[object]:
    paragraph = f"¶ {example.paragraph} · " if example.paragraph else ""
    return [
        f"{paragraph}{example.unit}",
        example.source,
        example.target,
        _utf16(example.source, example.source_span),
        _utf16(example.target, example.target_span),
    ]


def _utf16(text: str, span: tuple[int, int]) -> list[int]:
    """Count places in the UTF-16 units of JavaScript."""
    return [len(text[:place].encode("utf-16-le", "surrogatepass")) // 2 for place in span]
