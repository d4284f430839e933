"""Footnotes of the one document that are text in the other find each other."""

from __future__ import annotations

import pytest

from align.alignment import ParagraphPair
from align.documents import align_documents
from align.documents.notes_in_text import put_among
from align.explanation.explaining import explain
from align.integrity import find_faults
from corpora import Document, Kind, Paragraph
from tests.align.damage import Remembering

ENCODER = Remembering()
TEXTS = [
    ("今天早上我走进这个礼堂的时候，下着大雨。", "It was pouring when I came in this morning."),
    ("四年前，你们从全国各地来到这里。", "Four years ago you came from all over the country."),
    ("请常常给父母打电话。", "And ring your parents often."),
]
NOTES = [
    (
        "挪威于2014年撤回了对公约的保留。",
        "Norway withdrew its reservation to it in 2014.",
    ),
    ("合同编号为HY-2209，以下简称“合同”。", 'Contract No. HY-2209, hereinafter "the Contract".'),
]
SOURCE, TARGET = ([pair[side] for pair in TEXTS] for side in (0, 1))
ENGLISH_NOTES = [english for _, english in NOTES]


def document(language: str, *texts: str, notes: tuple[str, ...] = ()) -> Document:
    own = [Paragraph(text) for text in texts]
    return Document(
        language, language, (*own, *(Paragraph(note, Kind.FOOTNOTE, number="1") for note in notes))
    )


def pairs(source: Document, target: Document) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    alignment = align_documents(source, target, ENCODER)
    assert not list(find_faults(alignment))
    return [(pair.source, pair.target) for pair in alignment.pairs]


NOTED = document("zh-CN", *SOURCE, notes=tuple(chinese for chinese, _ in NOTES))
IN_ORDER = [((k,), (k,)) for k in range(5)]


@pytest.mark.parametrize("turned", [False, True])
def test_footnotes_and_the_same_as_paragraphs_at_the_end(turned: bool) -> None:
    plain = document("en", *TARGET, *ENGLISH_NOTES)
    assert pairs(*((plain, NOTED) if turned else (NOTED, plain))) == IN_ORDER


def test_footnotes_of_both_sides() -> None:
    assert pairs(NOTED, document("en", *TARGET, notes=tuple(ENGLISH_NOTES))) == IN_ORDER


def test_footnotes_and_text_that_say_other_things_have_no_partner() -> None:
    other = document("en", *TARGET, "Press the button until the red light goes out.")
    assert pairs(NOTED, other) == [*IN_ORDER[:3], ((), (3,)), ((3,), ()), ((4,), ())]


def test_a_footnote_that_is_text_in_the_other_document_is_explained() -> None:
    alignment = align_documents(NOTED, document("en", *TARGET, *ENGLISH_NOTES), ENCODER)
    noted = alignment.pairs[3]
    (explanation,) = explain(alignment, [(noted, noted.beads[0])], ENCODER)
    assert explanation.comparison
    assert explanation.comparison.gain > 0


def test_pairs_take_the_place_of_what_they_hold_wholly_only() -> None:
    alone = [
        ParagraphPair((0, 1), (), ()),
        ParagraphPair((2,), (), ()),
        ParagraphPair((), (0,), ()),
        ParagraphPair((3,), (1,), ()),
    ]
    found = ParagraphPair((2,), (0,), ())
    assert put_among([found], alone) == [alone[0], alone[3], found]
    for other in (((1,), (0,)), ((2,), (1,)), ((2,), (0, 1))):
        assert put_among([ParagraphPair(*other, ())], alone) == alone
