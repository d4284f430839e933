"""Entries for the tests of what is written."""

from __future__ import annotations

from align.terms import Entry, Example, Form, Translation
from align.terms.output import Glossary

EVIL = "</script><script>window.ran = 1</script>"


def entry(term: str, *translations: str, short: bool = False, paragraph: str = "12") -> Entry:
    """Make an entry; the first translation is the most frequent."""
    source, target = f"《{term}》\U0001f600 {term}", f"the {translations[0]} and"
    example = Example(
        "m.tmx",
        "unit 7",
        paragraph,
        source,
        target,
        (1, 1 + len(term)),
        (4, 4 + len(translations[0])),
    )
    return Entry(
        forms=(Form(term, 5), Form(f"{term}2", 1)),
        translations=tuple(
            Translation((Form(text, 5 - place), Form(f"{text}s", 1)), 5 - place, 0.9, short)
            for place, text in enumerate(translations)
        ),
        count=6,
        units=5,
        documents=1,
        score=0.9123,
        examples=(example,),
        short=short,
    )


def glossary(*entries: Entry) -> Glossary:
    """Make a glossary."""
    return Glossary(entries, ("zh-CN", "en"), ["m.tmx"])


USUAL = glossary(
    entry("行动纲领", "Programme of Action", "Action Programme"),
    entry("世卫组织", "WHO", short=True, paragraph=""),
    entry("甲", f"a\x0b & <b> {EVIL}"),
)
