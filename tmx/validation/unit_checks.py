"""Looks at whole units: their languages, their source, their dates."""

from __future__ import annotations

from collections import Counter

from tmx.languages import LanguageTags, same_language
from tmx.validation.decoding import is_undecoded, marks_in, named
from tmx.validation.segments import segment_faults, x_faults
from tmx.validation.structure import Fault, Structure
from tmx.validation.tree import Node
from tmx.validation.values import canonical_or_none, language_of, value_faults

_MOST_TAGS = 1000


class UnitChecks:
    """Looks at the units of one memory.

    Attributes:
        source: the header's srclang as it stands there; None where it names no language.
        first: how many units begin with a language (in canonical form).
        having: how many units have a language.
    """

    def __init__(self, structure: Structure) -> None:
        self.source: str | None = None
        self.first: Counter[str] = Counter()
        self.having: Counter[str] = Counter()
        self._structure = structure
        self._tags = LanguageTags()

    def faults(self, unit: Node) -> list[Fault]:
        """Return the faults of a unit, in no order."""
        faults: list[Fault] = []
        self._structure.check(unit, faults)
        value_faults(unit, faults)
        changed = "changedate" in unit.attributes
        variants: list[Node] = []
        segments: list[Node] = []
        for child in unit.children:
            if child.attributes:
                value_faults(child, faults)
            if child.name != "tuv":
                continue
            variants.append(child)
            changed = changed or "changedate" in child.attributes
            for part in child.children:
                if part.name == "seg":
                    segments.append(part)
                    segment_faults(part, faults)
                elif part.attributes:
                    value_faults(part, faults)
        if not changed:
            faults.append(("changedate-missing", unit.line, "it has no changedate"))
        if any(segment.children for segment in segments):
            x_faults(unit, segments, faults)
        self._check_languages(unit, variants, faults)
        return faults

    def _check_languages(self, unit: Node, variants: list[Node], faults: list[Fault]) -> None:
        tags = [language_of(variant) for variant in variants]
        forms = [form for form in map(canonical_or_none, tags) if form is not None]
        languages = dict.fromkeys(forms)
        self._count(list(languages))
        if len(variants) < 2:
            faults.append(("translation-missing", unit.line, "it has no translation"))
        if len(languages) < len(forms):
            double, _ = Counter(forms).most_common(1)[0]
            faults.append(("language-twice", unit.line, f"it has several variants in {double}"))
        if len(languages) > 2:
            what = f"it has {len(languages)} languages: {', '.join(languages)}"
            faults.append(("several-targets", unit.line, what))
        for language, other in self._tags.admit(list(languages)):
            line = variants[[canonical_or_none(tag) for tag in tags].index(language)].line
            what = f"its language is {language}, and {other} in units before it"
            faults.append(("language-two-tags", line, what))
        if self.source is not None:
            self._check_source(unit, self.source, [tag or "none" for tag in tags], faults)

    def _check_source(self, unit: Node, source: str, tags: list[str], faults: list[Fault]) -> None:
        own = unit.attributes.get("srclang", source)
        if own != source:
            what = f"its srclang is {own}, and the header's is {source}"
            faults.append(("unit-srclang", unit.line, what))
        if source in tags:
            return
        wanted = canonical_or_none(source) or source
        near = [tag for tag in tags if same_language(canonical_or_none(tag) or tag, wanted)]
        if near:
            what = f"srclang is {source}, and its variant is in {near[0]}"
            faults.append(("source-tag", unit.line, what))
        else:
            has = ", ".join(tags) or "none"
            what = f"it has no variant in the source language {source} (it has {has})"
            faults.append(("source-missing", unit.line, what))

    def _count(self, languages: list[str]) -> None:
        if len(self.having) > _MOST_TAGS:
            return
        if languages:
            self.first[languages[0]] += 1
        self.having.update(languages)


def mark_faults(node: Node, faults: list[Fault]) -> int:
    """Add the faults of what the decoding has marked in an element, and return how many marks."""
    texts = [*node.attributes.values(), *(part for part in node.content if isinstance(part, str))]
    marks = [mark for text in texts for mark in marks_in(text)]
    for mark in dict.fromkeys(marks):
        rule = "xml-encoding" if is_undecoded(mark) else "xml-character"
        count = marks.count(mark)
        times = "" if count == 1 else f", {count} times"
        faults.append((rule, node.line, f"<{node.name}> holds {named(mark)}{times}"))
    return len(marks) + sum(mark_faults(child, faults) for child in node.children)
