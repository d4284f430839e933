"""What must hold in every alignment."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.integrity import find_faults
from corpora import Document, Mark, Paragraph, Span
from tests.align.alignments import alignments

Change = Callable[[Alignment, ParagraphPair], tuple[ParagraphPair, ...]]
"""Puts other pairs where one stood."""


@given(alignments())
def test_a_sound_alignment_has_no_fault(alignment: Alignment) -> None:
    assert list(find_faults(alignment)) == []


def _rescored(score: float) -> Change:
    def change(_: Alignment, pair: ParagraphPair) -> tuple[ParagraphPair, ...]:
        return (replace(pair, beads=(replace(pair.beads[0], score=score), *pair.beads[1:])),)

    return change


def _judged(quality: float, *, paired: bool = True) -> Change:
    def change(_: Alignment, pair: ParagraphPair) -> tuple[ParagraphPair, ...]:
        first, *others = pair.beads
        target = (first.source or first.target) if paired else ()
        bead = replace(first, source=first.source or first.target, target=target, quality=quality)
        return (replace(pair, beads=(bead, *others)),)

    return change


def _moved(start: int, end: int) -> Change:
    """Move the ends of the first segment that there is."""

    def change(_: Alignment, pair: ParagraphPair) -> tuple[ParagraphPair, ...]:
        bead = pair.beads[0]
        side = "source" if bead.source else "target"
        first, *others = getattr(bead, side)
        moved = Span(first.paragraph, first.start + start, first.end + end)
        return (replace(pair, beads=(replace(bead, **{side: (moved, *others)}), *pair.beads[1:])),)

    return change


DAMAGE: dict[str, Change] = {
    "a pair is missing": lambda _, pair: (),
    "a pair stands twice": lambda _, pair: (pair, pair),
    "a pair without paragraphs": lambda _, pair: (pair, ParagraphPair((), (), ())),
    "a paragraph that the source lacks": lambda whole, pair: (
        replace(pair, source=(*pair.source, len(whole.source.paragraphs))),
    ),
    "a paragraph before the first": lambda _, pair: (replace(pair, target=(-1, *pair.target)),),
    "a bead is missing": lambda _, pair: (replace(pair, beads=pair.beads[1:]),),
    "a bead stands twice": lambda _, pair: (replace(pair, beads=(pair.beads[0], *pair.beads)),),
    "a bead without segments": lambda _, pair: (
        replace(pair, beads=(*pair.beads, Bead((), (), 0.5))),
    ),
    "a score above 1": _rescored(1.01),
    "a score below 0": _rescored(-0.01),
    "a score that is no number": _rescored(float("nan")),
    "a quality above 1": _judged(1.01),
    "a quality below 0": _judged(-0.01),
    "a quality of what has no partner": _judged(0.5, paired=False),
    "a segment too early": _moved(-1, 0),
    "a segment too late": _moved(1, 0),
    "a segment too short": _moved(0, -1),
    "a segment too long": _moved(0, 1),
    "a segment turned round": _moved(100, 0),
}


@pytest.mark.parametrize("what", DAMAGE)
@settings(max_examples=20)
@given(alignment=alignments(), place=st.integers(0, 9))
def test_any_damage_is_found(what: str, alignment: Alignment, place: int) -> None:
    place %= len(alignment.pairs)
    pairs = alignment.pairs
    changed = DAMAGE[what](alignment, pairs[place])
    damaged = replace(alignment, pairs=(*pairs[:place], *changed, *pairs[place + 1 :]))
    assert list(find_faults(damaged))


@settings(max_examples=20)
@given(alignments().filter(lambda alignment: sum(bool(p.source) for p in alignment.pairs) > 1))
def test_pairs_in_another_order_than_the_source_are_found(alignment: Alignment) -> None:
    turned = replace(alignment, pairs=tuple(reversed(alignment.pairs)))
    assert any("not in the source's order" in fault for fault in find_faults(turned))


def _alignment(paragraph: Paragraph, *beads: Bead) -> Alignment:
    pair = ParagraphPair((0,), (), beads)
    documents = Document("a", "zh-CN", (paragraph,)), Document("b", "en", ())
    return Alignment(*documents, (pair,), Level.SENTENCE, "x")


@pytest.mark.parametrize(
    ("paragraph", "fault"),
    [
        (Paragraph("甲乙", label_length=3), "label_length 3 is not within the text's 2 characters"),
        (Paragraph("甲乙", label_length=-1), "label_length -1"),
        (Paragraph("甲乙", marks=(Mark(3, "1"),)), "marks are not in order within the text"),
        (Paragraph("甲乙", marks=(Mark(2, "1"), Mark(1, "2"))), "marks are not in order"),
    ],
)
def test_what_a_paragraph_says_of_its_text_must_be_there(paragraph: Paragraph, fault: str) -> None:
    (found,) = find_faults(_alignment(paragraph, Bead((Span(0, 0, 2),), (), 1.0)))
    assert found.startswith("a, paragraph 0: ")
    assert fault in found


@pytest.mark.parametrize(
    ("spans", "fault"),
    [
        ([(2, 4), (0, 2)], "segment 2 to 4 of paragraph 0 of a does not follow"),
        (
            [(0, 2), (2, 2), (2, 4)],
            "a has no segment 2 to 2 of paragraph 0, which has 4 characters",
        ),
        ([(0, 2)], "characters 2 to 4 of paragraph 0 of a are in no bead"),
        ([], "characters 0 to 4 of paragraph 0 of a are in no bead"),
    ],
)
def test_segments_are_all_of_a_paragraph_in_order(spans: list[tuple[int, int]], fault: str) -> None:
    beads = [Bead((Span(0, *span),), (), 1.0) for span in spans]
    (found,) = find_faults(_alignment(Paragraph("甲乙丙丁"), *beads))
    assert found.startswith("pair 0: ")
    assert fault in found


def test_an_empty_line_is_one_empty_segment() -> None:
    assert list(find_faults(_alignment(Paragraph(""), Bead((Span(0, 0, 0),), (), 1.0)))) == []
    assert list(find_faults(_alignment(Paragraph(""))))
