"""Explanations in words: what each feature sees, and what kind of choice the other one is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from align.doubts import Reason
from align.explanation.lattice import Stretch
from align.explanation.search import Comparison, Difference

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


class Aspect(StrEnum):
    """What several features look at together."""

    MEANING = "meaning"
    LENGTH = "length"
    COUNT = "number"
    ENDS = "full stops"
    MARKS = "punctuation"
    QUOTATIONS = "quotation marks"
    BREAKS = "paragraphs"
    NUMBERS = "numbers"
    GAP = "left unpaired"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a feature sees, in words that "more" can stand before.

    Attributes:
        aspect: what it looks at.
        words: the words; {source} and {target} stand for the languages, {units} for "clauses" or
            "sentences".
        counted: whether it is counted, so that the opposite of "more" is "fewer", not "less".
    """

    aspect: Aspect
    words: str
    counted: bool


def _counted(aspect: Aspect, words: dict[str, str]) -> dict[str, Phrase]:
    return {name: Phrase(aspect, phrase, True) for name, phrase in words.items()}


def _measured(aspect: Aspect, words: dict[str, str]) -> dict[str, Phrase]:
    return {name: Phrase(aspect, phrase, False) for name, phrase in words.items()}


PHRASES = {
    **_measured(
        Aspect.MEANING,
        {
            "cosine": "likeness of meaning",
            "cosine of many": "likeness of meaning between several {units}",
            "margin over mean": "likeness beyond that of the {units} around",
            "margin over best": "likeness beyond that of the nearest neighbour",
            "gain of source clause": "meaning that the outermost {source} clause brings in",
            "gain of target clause": "meaning that the outermost {target} clause brings in",
            "loss of source clause": "meaning that one more {source} clause would bring in",
            "loss of target clause": "meaning that one more {target} clause would bring in",
        },
    ),
    **_counted(
        Aspect.MEANING,
        {"words in common": "names, figures and other words written alike on both sides"},
    ),
    **_measured(
        Aspect.LENGTH,
        {
            "length squared": "difference between the lengths",
            "length": "difference between the lengths",
            "target longer": "{target} text beyond the length to be expected",
            "variance": "distance from the length to be expected",
            "deviation": "distance from the length to be expected",
            "paired length": "text that has a partner",
        },
    ),
    **_counted(
        Aspect.COUNT,
        {
            "one to one": "{units} paired one to one",
            "more source": "{source} {units} beyond one in a pair",
            "more target": "{target} {units} beyond one in a pair",
            "many to many": "pairs of several {units} with several",
            "imbalance": "{units} on one side than on the other",
        },
    ),
    **_counted(
        Aspect.ENDS,
        {
            "corner": "places where the sentences of both sides end together",
            "source sentence ends": "{source} sentences that end while the {target} one goes on",
            "target sentence ends": "{target} sentences that end while the {source} one goes on",
            "source sentence ends inside": "{source} full stops with none opposite",
            "target sentence ends inside": "{target} full stops with none opposite",
            "sentences end inside": "full stops on both sides with no cut there",
            "more sentences end inside": "further full stops with no cut there",
            "deletion at an end": "{source} sentences whose last clause has no partner",
            "insertion at an end": "{target} sentences whose last clause has no partner",
            "deletion to a corner": "{source} clauses without partner before a common end",
            "insertion to a corner": "{target} clauses without partner before a common end",
        },
    ),
    **_counted(
        Aspect.MARKS,
        {
            "questions on both sides": "questions on both sides",
            "questions on one side": "questions on one side only",
            "questions unpaired": "questions left unpaired",
            "exclamations on both sides": "exclamations on both sides",
            "exclamations on one side": "exclamations on one side only",
            "exclamations unpaired": "exclamations left unpaired",
            "same end mark": "clauses that end with the same mark as their partner",
            "one full stop": "clauses with a full stop against another mark",
            "one colon": "clauses with a colon against another mark",
        },
    ),
    **_counted(
        Aspect.QUOTATIONS,
        {
            "quotations opened on both sides": "quotations that open on both sides",
            "quotations opened on one side": "quotations that open on one side only",
            "quotations opened unpaired": "quotations that open where nothing is paired",
            "quotations closed on both sides": "quotations that close on both sides",
            "quotations closed on one side": "quotations that close on one side only",
            "quotations closed unpaired": "quotations that close where nothing is paired",
            "speech against no speech": "quoted words against words that are not quoted",
            "one quotation goes on": "quotations that go on while the other side's is over",
        },
    ),
    **_counted(
        Aspect.BREAKS,
        {
            "paragraphs end together": "paragraphs that end together",
            "a paragraph begins alone": "paragraphs that begin while the other side's goes on",
            "a paragraph ends alone": "paragraphs that end while the other side's goes on",
            "a break inside one side": "paragraph breaks with none opposite",
            "breaks inside both sides": "paragraph breaks on both sides with no cut there",
            "a paragraph apart inside": "paragraphs joined to one that they can't continue",
            "a paragraph repeated inside": "repeated paragraphs joined to what they repeat",
            "a heading joined to its text": "headings joined to the text of the same number",
            "kinds differ": "paragraphs paired with another kind of paragraph",
            "a numbered heading against none": "numbered headings paired with what is none",
        },
    ),
    **_counted(
        Aspect.NUMBERS,
        {
            "same number": "paragraphs paired with the same number",
            "other number": "paragraphs paired with another number",
        },
    ),
    **_counted(
        Aspect.GAP,
        {
            "deletion": "{source} {units} left unpaired",
            "insertion": "{target} {units} left unpaired",
            "sentence deleted": "whole {source} sentences left unpaired",
            "sentence inserted": "whole {target} sentences left unpaired",
            "gap goes on": "unpaired sentences that follow another one",
            "clauses of it": "clauses in the sentences left unpaired",
            "an unpaired paragraph ends": "paragraphs left unpaired to their end",
            "a repeated paragraph unpaired": "repeated paragraphs left unpaired",
        },
    ),
    **_measured(
        Aspect.GAP,
        {
            "unpaired length": "text left unpaired",
            "unpaired neighbour": "likeness of what is left unpaired to its neighbours",
            "length of it": "text in the sentences left unpaired",
            "nearness of it": "likeness of the sentences left unpaired to their neighbours",
            "nearness in a gap": "likeness of further unpaired sentences to their neighbours",
            "gain of attaching source": "meaning that an unpaired {source} clause would bring in",
            "gain of attaching target": "meaning that an unpaired {target} clause would bring in",
            "gain of attaching it": "meaning that an unpaired sentence would bring in",
        },
    ),
}
"""What each feature of the weights sees."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What spoke for a bead or against it, from one aspect.

    Attributes:
        aspect: the aspect.
        gain: the logarithm of the factor by which it changed the odds; above 0 for the bead.
        words: what counted most of it: "more likeness of meaning". What is left unpaired has none
            of what is compared, so of that it is said what the other choice has more or less of.
    """

    aspect: Aspect
    gain: float
    words: str


def grounds(comparison: Comparison, languages: tuple[str, str]) -> list[Ground]:
    """Gather what the features said by aspect, what spoke loudest first.

    Args:
        comparison: the bead against the best other choice.
        languages: what the source and the target language are called.
    """
    by_aspect: dict[Aspect, list[Difference]] = {}
    for difference in comparison.differences:
        by_aspect.setdefault(PHRASES[difference.feature].aspect, []).append(difference)
    found = []
    for aspect, differences in by_aspect.items():
        gain = sum(difference.gain for difference in differences)
        loudest = max(differences, key=lambda difference: difference.gain * (1 if gain > 0 else -1))
        units = "clauses" if comparison.by_clause else "sentences"
        if not (comparison.bead.source and comparison.bead.target):
            loudest = replace(loudest, here=loudest.there, there=loudest.here)
        found.append(Ground(aspect, gain, _words(loudest, languages, units)))
    return sorted(found, key=lambda ground: -abs(ground.gain))


def _words(difference: Difference, languages: tuple[str, str], units: str) -> str:
    phrase = PHRASES[difference.feature]
    words = phrase.words.format(source=languages[0], target=languages[1], units=units)
    if difference.here > difference.there:
        return f"more {words}"
    return f"{'fewer' if phrase.counted else 'less'} {words}"


def decision(bead: Stretch, languages: tuple[str, str]) -> str:
    """What was decided of a bead, and what that means: "merged: ..."."""
    source, target = languages
    if not bead.target:
        return f"left unpaired: no {target} sentence was found to say the same"
    if not bead.source:
        return f"left unpaired: no {source} sentence was found to say the same"
    if bead.source == bead.target == 1:
        return "paired one to one: both sentences begin and end together"
    nth, other_nth = ORDINALS[bead.source - 1], ORDINALS[bead.target - 1]
    if bead.source == 1:
        return f"merged: the {source} sentence ends only after the {other_nth} {target} one"
    if bead.target == 1:
        return f"merged: the {target} sentence ends only after the {nth} {source} one"
    return (
        f"merged: sentences of both sides end together only after the {nth} {source} and the"
        f" {other_nth} {target} one"
    )


DOUBTED = {
    Reason.PARTIES: "the sides name other parties, as far as the documents tell who is who",
    Reason.FIELDS: "the sides fill in other fields of a form",
    Reason.FIGURES: "the sides tell other dates, times or figures, which other lines tell, too",
    Reason.LABELS: "the sides are labels with other numbers",
    Reason.NUMBERS: "the paragraphs have other numbers, and those around them the same",
    Reason.NEARER: "a line of it is clearly nearer to another line of the list",
    Reason.MEANING: "the sides are further apart than the pairs of these documents are",
    Reason.PLACE: "only their place speaks for lines as short as these: in meaning, words and"
    " figures they have too little in common",
    Reason.ACROSS: "two texts that stand at other places may be alike by chance",
    Reason.CROSSED: "sentences that seem to stand the other way round may be alike by chance",
    Reason.OTHER_PAIR: "it was paired for another pair's sake, and is no surer than that",
}
"""Each reason why a bead is doubted, in words."""


class Way(StrEnum):
    """What the other choice would do with a bead."""

    UNPAIRED = "leave it all unpaired"
    SPLIT = "split it"
    PARTLY_UNPAIRED = "leave a part of it unpaired"
    MERGED_BEFORE = "merge it with what stands before it"
    MERGED_AFTER = "merge it with what stands behind it"
    MERGED_AROUND = "merge it with what stands before and behind it"
    MOVED_START = "move the border with what stands before it"
    MOVED_END = "move the border with what stands behind it"
    PAIRED = "give it a partner"
    OTHERWISE = "cut both texts at other places"


def way_of(comparison: Comparison) -> Way:
    """Say what the other choice would do with a bead."""
    bead = comparison.bead
    touching = [stretch for stretch in comparison.other if stretch.touches(bead)]
    paired = [stretch for stretch in touching if stretch.source and stretch.target]
    both_sides = bool(bead.source and bead.target)
    if not paired:
        return Way.UNPAIRED
    if all(bead.covers(stretch) for stretch in touching):
        return Way.SPLIT if len(paired) == len(touching) else Way.PARTLY_UNPAIRED
    if len(touching) == 1 and (merged := _merged(touching[0], comparison)):
        return merged
    if not both_sides:
        return Way.PAIRED
    begins = any((x.top, x.left) == (bead.top, bead.left) for x in touching)
    ends = any((x.bottom, x.right) == (bead.bottom, bead.right) for x in touching)
    if begins and not ends:
        return Way.MOVED_END
    return Way.MOVED_START if ends and not begins else Way.OTHERWISE


def _merged(whole: Stretch, comparison: Comparison) -> Way | None:
    """Which beads a larger one is made of, where it is made of whole ones."""
    parts = [stretch for stretch in comparison.chosen if whole.covers(stretch)]
    bead = comparison.bead
    begins = (parts[0].top, parts[0].left) == (whole.top, whole.left) if parts else False
    ends = (parts[-1].bottom, parts[-1].right) == (whole.bottom, whole.right) if parts else False
    if bead not in parts or not (begins and ends):
        return None
    if bead == parts[-1]:
        return Way.MERGED_BEFORE
    return Way.MERGED_AFTER if bead == parts[0] else Way.MERGED_AROUND
