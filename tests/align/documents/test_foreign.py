"""Paragraphs in the language of the other document find no partner, and are not lost."""

from __future__ import annotations

from align.documents import align_documents
from align.documents.foreign import without_foreign
from align.explanation.explaining import Uncompared, explain
from align.integrity import find_faults
from corpora import Document, Paragraph
from tests.align.damage import Remembering
from tests.corpora.languages.test_mixture import ABSTRACT, CHINESE, ENGLISH

ENCODER = Remembering()
REFERENCE = "[1] Oke T R. The energetic basis of the urban heat island[J]. Nature, 1982, 108: 1-24."


def document(language: str, *texts: str) -> Document:
    return Document(language, language, tuple(Paragraph(text) for text in texts))


def test_the_abstract_of_the_source_and_not_its_translation_in_it_is_paired() -> None:
    source = document("zh-CN", *CHINESE[:2], ABSTRACT, CHINESE[2], REFERENCE)
    target = document("en", *ENGLISH, REFERENCE)
    alignment = align_documents(source, target, ENCODER)
    assert [(pair.source, pair.target) for pair in alignment.pairs] == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), ()),
        ((3,), (2,)),
        ((4,), (3,)),
    ]
    assert not list(find_faults(alignment))
    assert alignment.source == source
    lone = alignment.pairs[2]
    (explanation,) = explain(alignment, [(lone, lone.beads[0])], ENCODER)
    assert explanation.uncompared is Uncompared.FOREIGN


def test_documents_in_one_language_each_are_left_as_they_are() -> None:
    documents = document("zh-CN", *CHINESE, REFERENCE), document("en", *ENGLISH, REFERENCE)
    assert without_foreign(documents) == documents
