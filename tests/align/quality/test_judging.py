"""The quality of an alignment's beads."""

from dataclasses import replace

from align.alignment import Alignment
from align.documents import align_documents, align_lines
from align.encoders import UseMultilingual
from align.quality.judging import judge
from align.quality.scoring import score_pairs, signature
from align.quality.sources import pairs_of_alignment
from corpora import Document, Kind, Paragraph

ENCODER = UseMultilingual()
CHINESE = ("人人生而自由。", "会议于2012年12月3日举行。", "任何人不得使为奴隶。", "版权所有。")
ENGLISH = (
    "All human beings are born free.",
    "The meeting was held on 3 December 2018.",
    "No one shall be held in slavery.",
    "Every village has its own well, and every well its own story.",
)


def document(language: str, *texts: str, furniture: tuple[str, ...] = ()) -> Document:
    own = [Paragraph(text) for text in texts]
    site = [Paragraph(text, Kind.BOILERPLATE) for text in furniture]
    return Document(language, language, (*own, *site))


def silent(done: int, total: int | None) -> None:
    """Tell nobody."""


def test_beads_bear_the_scores_that_their_units_are_given() -> None:
    alignment = align_lines(document("zh-CN", *CHINESE), document("en", *ENGLISH), ENCODER)
    judged = judge(alignment, ENCODER, silent)
    scores = [score.value for score in score_pairs(pairs_of_alignment(alignment), ENCODER)]
    assert [bead.quality or 0.0 for bead in judged.beads()] == scores
    assert judged.scorer == signature(ENCODER)
    assert unjudged(judged) == alignment


def test_sides_that_say_different_things_have_a_low_quality_however_sure_the_pair_is() -> None:
    alignment = align_lines(document("zh-CN", *CHINESE[:3]), document("en", *ENGLISH[:3]), ENCODER)
    right, wrong, other = judge(alignment, ENCODER, silent).beads()
    assert min(right.trust, other.trust) > 0.99
    assert wrong.score > 0.99 > 0.8 > wrong.trust == wrong.quality


def test_what_has_no_partner_and_what_belongs_to_a_site_has_no_quality() -> None:
    source = document("zh-CN", *CHINESE[:2], furniture=("首页",))
    target = document("en", *ENGLISH[:3], furniture=("Home",))
    for bead in judge(align_documents(source, target, ENCODER), ENCODER, silent).beads():
        spans = zip((source, target), (bead.source, bead.target), strict=True)
        kinds = {it.paragraphs[span.paragraph].kind for it, side in spans for span in side}
        assert (bead.quality is None) == (bead.one_sided or Kind.BOILERPLATE in kinds)


def test_every_pair_that_is_judged_is_told_of() -> None:
    told: list[tuple[int, int | None]] = []
    alignment = align_lines(document("zh-CN", *CHINESE[:3]), document("en", *ENGLISH[:3]), ENCODER)
    judge(alignment, ENCODER, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def unjudged(alignment: Alignment) -> Alignment:
    """The alignment without quality."""
    pairs = (
        replace(pair, beads=tuple(replace(bead, quality=None) for bead in pair.beads))
        for pair in alignment.pairs
    )
    return replace(alignment, pairs=tuple(pairs), scorer="")
