"""Whole documents: what is damaged in one paragraph costs that paragraph only.

Of the longer documents only some places are damaged, unless DUIQI_EVERY_PLACE is set.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

import pytest

from align.alignment import Level
from align.documents.aligning import align_documents, read_strand
from align.documents.strands import TEXT
from align.encoders.whole_encoder import WholeEncoder
from align.search.side import MOST_CLAUSES
from corpora.segmentation import split
from tests.align.damage import (
    KINDS,
    SHARED,
    Damaged,
    Pair,
    Remembering,
    Row,
    by_article,
    damages,
    document,
    gold_lines,
    resolution,
)
from tests.align.encoders.letters import Letters

ENCODER = Remembering()
EVERY_PLACE = bool(os.environ.get("DUIQI_EVERY_PLACE"))
CHARTER = "un-charter/un_charter.by_article.tsv"
needs_data = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data")


@pytest.fixture(scope="module", autouse=True)
def _each_paragraph_is_cut_once() -> Iterator[None]:
    """Nearly all paragraphs are the same again and again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("align.documents.aligning.split", cache(split))
        yield


def pairs(damaged: Damaged, *, numbers: bool = True) -> set[Pair]:
    source, target = (
        document(lines, language, numbers=numbers)
        for lines, language in zip(damaged.sides, ("zh-CN", "en"), strict=True)
    )
    return {(pair.source, pair.target) for pair in align_documents(source, target, ENCODER).pairs}


def lost(
    kind: str, rows: list[Row], side: int, *, numbers: bool = True, step: int = 1
) -> list[Pair]:
    """The pairs of untouched paragraphs that damage elsewhere has cost."""
    found: list[Pair] = []
    for place, damaged in enumerate(damages(kind, rows, side)):
        if place % step == 0:
            found += sorted(damaged.untouched - pairs(damaged, numbers=numbers))
    return found


@pytest.mark.parametrize("numbers", [True, False], ids=["numbered", "without numbers"])
@pytest.mark.parametrize(
    ("kind", "side"),
    [
        pytest.param(kind, side, id=f"{kind}-{('source', 'target')[side]}")
        for kind in KINDS
        for side in (0, 1)
    ],
)
def test_one_damaged_paragraph_of_the_resolution_costs_itself_only(
    kind: str, side: int, numbers: bool
) -> None:
    assert lost(kind, resolution(), side, numbers=numbers) == []


@needs_data
@pytest.mark.parametrize("numbers", [True, False], ids=["numbered", "without numbers"])
@pytest.mark.parametrize("side", [0, 1], ids=["source", "target"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("name", "read", "step"),
    [
        ("un-55-100/A_RES_55_100.gold_aligned.tsv", gold_lines, 2),
        ("udhr/udhr.by_article.zh-Hans_en.tsv", by_article, 10),
        (CHARTER, by_article, 90),
    ],
    ids=["un-55-100", "udhr", "un-charter"],
)
def test_one_damaged_paragraph_of_other_documents_costs_itself_only(
    name: str, read: Callable[[str], list[Row]], step: int, kind: str, side: int, numbers: bool
) -> None:
    rows = read(name)
    assert lost(kind, rows, side, numbers=numbers, step=1 if EVERY_PLACE else step) == []


@needs_data
@pytest.mark.parametrize("numbers", [True, False], ids=["numbered", "without numbers"])
@pytest.mark.parametrize(
    ("kind", "side", "place"),
    [
        # The heading before it is all in capitals.
        ("missing", 0, 50),
        ("merged", 0, 50),
        ("missing", 0, 97),
        # The next paragraph has two sentences, and its translation one.
        ("missing", 0, 242),
        ("missing", 0, 312),
        ("missing", 0, 370),
        # The one before it is nearer to the end of its translation than to its own.
        ("missing", 0, 342),
        # The next paragraph's label stands alone, and its text names the article before it.
        ("missing", 1, 149),
        # The one before it is as near to the translation of the next.
        ("missing", 1, 44),
        ("missing", 1, 230),
    ],
)
def test_nor_does_it_cost_more_where_the_neighbours_are_hard_to_tell_apart(
    kind: str, side: int, place: int, numbers: bool
) -> None:
    damaged = next(islice(damages(kind, by_article(CHARTER), side), place, None))
    assert damaged.untouched <= pairs(damaged, numbers=numbers)


@needs_data
@pytest.mark.parametrize("numbers", [True, False], ids=["numbered", "without numbers"])
@pytest.mark.parametrize("place", [44, 230])
def test_nor_in_a_part_of_a_document_that_has_few_precedents(place: int, numbers: bool) -> None:
    # Repeated, the heading is nearer to the next one's translation, and the member's vote has a
    # precedent for that of the decisions.
    rows = by_article(CHARTER)[place - 25 : place + 26]
    damaged = next(islice(damages("repeated", rows, 0), 25, None))
    assert damaged.untouched <= pairs(damaged, numbers=numbers)


def test_sentences_inside_a_paragraph_may_go_on_with_each_other() -> None:
    paragraphs = ["大会会议公开举行。议事规则另定。", "任何会员国均可发言。"]
    sides = document(paragraphs, "zh-CN"), document(["Nothing."], "en")
    (_, side), _ = read_strand(sides, TEXT, ENCODER)
    assert side.breaks.begins.tolist() == [True, False, True, True]
    assert side.breaks.apart.tolist() == [True, False, True, True]


def test_two_sentences_become_one_inside_a_paragraph() -> None:
    source = document(
        ["托管理事会应依其所定规则，举行必要之会议。此项规则应包括召集会议之规定。"], "zh-CN"
    )
    target = document(
        [
            "The Trusteeship Council shall meet as required in accordance with its rules, which"
            " shall include provision for the convening of meetings."
        ],
        "en",
    )
    (pair,) = align_documents(source, target, ENCODER).pairs
    (bead,) = pair.beads
    assert len(bead.source) == 2


def test_a_heading_in_capitals_is_compared_as_if_it_were_written_as_usual() -> None:
    letters = Letters()
    lines = ["GENERAL PROVISIONS", "Reports of UNESCO, UNICEF and others."]
    source = document(lines, "en")
    align_documents(source, document(["总则"], "zh-CN"), WholeEncoder(letters))
    assert "General provisions" in letters.encoded
    assert not {"GENERAL PROVISIONS", "Unesco,"} & set(letters.encoded)
    assert [paragraph.text for paragraph in source.paragraphs] == lines


def test_no_clause_is_doubted_that_can_be_put_together_with_its_neighbour() -> None:
    rows = resolution()
    source = document([row[0] for row in rows], "zh-CN")
    target = document([row[1] for row in rows], "en")
    pairs = align_documents(source, target, ENCODER, Level.CLAUSE).pairs
    beads = [bead for pair in pairs for bead in pair.beads if bead.source and bead.target]
    assert len(beads) > 1.5 * len(rows)
    assert min(bead.score for bead in beads) > 0.5


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        pytest.param(
            "二、被告杭州明达贸易有限公司于本判决生效之日起十五日内返还原告周文斌定金80,000元；",
            "II. The defendant, Hangzhou Mingda Trading Co., Ltd., shall return the deposit of"
            " RMB 80,000 to the plaintiff, Zhou Wenbin, within fifteen days of the date on which"
            " this judgment takes effect;",
            id="a party's name between commas",
        ),
        pytest.param(
            "三、被告南京康宁医药有限公司于本判决生效之日起三十日内支付原告苏州恒丰物流有限公司运费56,300元。",
            "III. The defendant, Nanjing Kangning Pharmaceutical Co., Ltd., shall pay the"
            " plaintiff, Suzhou Hengfeng Logistics Co., Ltd., RMB 56,300 for freight within thirty"
            " days of the date on which this judgment takes effect.",
            id="two parties' names between commas",
        ),
    ],
)
def test_a_subject_between_commas_is_no_clause_without_partner(chinese: str, english: str) -> None:
    source, target = document([chinese], "zh-CN"), document([english], "en")
    (pair,) = align_documents(source, target, ENCODER, Level.CLAUSE).pairs
    assert all(bead.source and bead.target for bead in pair.beads)


@pytest.mark.parametrize(
    ("chinese", "english", "added"),
    [
        pytest.param(
            "委员会每年举行一次会议，并向大会提交报告。",
            "The committee meets once a year, with the help of private donors and local"
            " volunteers, and reports to the General Assembly.",
            "with the help of private donors and local volunteers, ",
            id="target",
        ),
        pytest.param(
            "委员会每年举行一次会议，费用由私人捐助者承担，并向大会提交报告。",
            "The committee meets once a year, and reports to the General Assembly.",
            "费用由私人捐助者承担，",
            id="source",
        ),
    ],
)
def test_a_clause_that_one_side_adds_stays_alone(chinese: str, english: str, added: str) -> None:
    source, target = document([chinese], "zh-CN"), document([english], "en")
    (pair,) = align_documents(source, target, ENCODER, Level.CLAUSE).pairs
    (bead,) = (bead for bead in pair.beads if not (bead.source and bead.target))
    text = source.paragraphs[0].text if bead.source else target.paragraphs[0].text
    (span,) = (*bead.source, *bead.target)
    assert text[span.start : span.end] == added


def test_what_has_no_full_stop_for_too_long_is_paired_clause_by_clause() -> None:
    numbers = range(1, 2 * MOST_CLAUSES)
    source = document(["，".join(f"这是第{number}号房间的钥匙" for number in numbers)], "zh-CN")
    target = document([", ".join(f"this is the key to room {n}" for n in numbers)], "en")
    (pair,) = align_documents(source, target, ENCODER).pairs
    assert len(pair.beads) > len(numbers) / 2
    assert (
        "".join(
            source.paragraphs[0].text[span.start : span.end]
            for bead in pair.beads
            for span in bead.source
        )
        == source.paragraphs[0].text
    )
