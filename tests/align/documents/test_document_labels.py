"""A paragraph's number stays with its first sentence."""

import pytest

from align.alignment import Level
from align.documents import align_documents
from align.encoders.whole_encoder import WholeEncoder
from corpora import Document, Paragraph
from tests.align.encoders.letters import Letters

PARAGRAPHS = (
    Paragraph("Rz. 1. Alpha, beta.", number="1", label="Rz. 1.", label_length=7),
    Paragraph("No. 2: Eta, theta. Iota.", number="2", label="No. 2:", label_length=7),
    Paragraph("Rz. 3.", number="3", label="Rz. 3.", label_length=6),
)


@pytest.mark.parametrize("level", [Level.SENTENCE, Level.CLAUSE])
def test_no_segment_ends_inside_or_right_behind_a_label(level: Level) -> None:
    document = Document("a", "en", PARAGRAPHS)
    beads = [
        bead
        for pair in align_documents(document, document, WholeEncoder(Letters()), level).pairs
        for bead in pair.beads
    ]
    first = [span for bead in beads for span in bead.source if span.start == 0]
    assert [span.paragraph for span in first] == [0, 1, 2]
    labels = [PARAGRAPHS[span.paragraph].label for span in first]
    assert [document.text_of(span) != label for span, label in zip(first, labels, strict=True)] == [
        True, True, False,
    ]  # fmt: skip
