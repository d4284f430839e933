"""What `duiqi align` says of its result."""

import pytest

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.cli.console import Console
from align.cli.summary import summarise
from align.documents import align_documents
from corpora import Document, Kind, Paragraph, Span
from tests.align.damage import Remembering
from tests.corpora.languages.test_mixture import ABSTRACT, CHINESE, ENGLISH


def said(
    capsys: pytest.CaptureFixture[str],
    *scores: float,
    unpaired: int = 0,
    targets: list[int] | None = None,
    doubts: tuple[str, ...] = (),
) -> str:
    count = len(scores) + unpaired
    source = Document("a", "zh-CN", tuple(Paragraph("甲乙丙丁") for _ in range(count)))
    target = Document(
        "b", "en", (*(Paragraph("A b.") for _ in scores), Paragraph("Menu", Kind.BOILERPLATE))
    )
    pairs = [
        ParagraphPair((k,), (at,), (Bead((Span(k, 0, 4),), (Span(at, 0, 4),), score),))
        for k, (at, score) in enumerate(zip(targets or range(count), scores, strict=False))
    ]
    pairs += [
        ParagraphPair((k,), (), (Bead((Span(k, 0, 4),), (), 1.0),))
        for k in range(len(scores), count)
    ]
    furniture = ParagraphPair((), (len(scores),), (Bead((), (Span(len(scores), 0, 4),), 1.0),))
    alignment = Alignment(source, target, (*pairs, furniture), Level.SENTENCE, "x", doubts=doubts)
    summarise(alignment, Console(), ("a", "b"))
    return capsys.readouterr().err


def test_pairs_and_doubtful_ones_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, 1.0, 0.45, 1.0, 1.0) == "4 pairs, 1 of them doubtful (score below 0.5)\n"


def test_what_is_unpaired_is_told_without_the_furniture(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, 0.9, 0.9, 0.9, unpaired=1).splitlines()
    assert lines[1:] == ["unpaired on the source side: 1 (25% of the text)"]


def test_paragraphs_in_the_language_of_the_other_document_are_told_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    texts = (*CHINESE, ABSTRACT)
    source = Document("a", "zh-CN", tuple(Paragraph(text) for text in texts))
    target = Document("b", "en", tuple(Paragraph(text) for text in ENGLISH))
    alignment = align_documents(source, target, Remembering())
    summarise(alignment, Console(), ("a", "b"))
    told = "1 paragraph of the Chinese document is in English: left unpaired"
    assert capsys.readouterr().err.splitlines()[1:] == [told]


def test_a_single_pair_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, 0.9) == "1 pair, 0 of them doubtful (score below 0.5)\n"


@pytest.mark.parametrize(
    ("targets", "line"),
    [
        ([0, 1, 2, 3], None),
        ([0, 3, 1, 2], "1 pair stands in another order"),
        ([2, 3, 0, 1], "2 pairs stand in another order"),
    ],
)
def test_pairs_that_stand_in_another_order_are_counted(
    targets: list[int], line: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, *[1.0] * 4, targets=targets).splitlines()[1:] == ([line] if line else [])


def test_documents_that_do_not_belong_together_are_warned_of_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    doubts = ("the one is 1/2 and the other 1/3", "the mean score of the pairs is only 0.30")
    warnings = [line for line in said(capsys, 0.3, doubts=doubts).splitlines() if "warning" in line]
    assert warnings == [
        "duiqi: warning: a and b may not be versions of one document: the one is 1/2 and the other"
        " 1/3; the mean score of the pairs is only 0.30"
    ]
