"""Headings of parts that stand in another order, and are numbered anew."""

from itertools import cycle, permutations

import pytest

from align.documents import align_documents
from align.integrity import find_faults
from align.units import segment_texts
from corpora import Document, Kind, Paragraph
from tests.align.damage import Remembering, document

ENCODER = Remembering()

Pair = tuple[str, str]

UNSURE = 0.5

PARTS: list[tuple[Pair, Pair]] = [
    (
        ("开放时间", "Opening Hours"),
        (
            "本馆周二至周日上午九点至下午五点开放，四点半停止入馆。",
            "The library is open from Tuesday to Sunday, 9 a.m. to 5 p.m.; the last readers are"
            " admitted at half past four.",
        ),
    ),
    (
        ("借书规则", "Borrowing Books"),
        (
            "每位读者一次最多可以借阅十本图书，借期为三十天，可以续借一次。",
            "Each reader may borrow up to ten books at a time for thirty days, and may renew them"
            " once.",
        ),
    ),
    (
        ("儿童阅览室", "The Children's Room"),
        (
            "十二岁以下的儿童须由家长陪同，请保持安静，不要在室内奔跑。",
            "Children under twelve must be accompanied by a parent; please keep quiet and do not"
            " run about inside.",
        ),
    ),
    (
        ("捐赠图书", "Donations"),
        (
            "我们欢迎市民捐赠内容健康、保存完好的旧书，捐赠者将获得证书。",
            "We welcome old books in good condition as gifts from the citizens, and everyone who"
            " gives one receives a certificate.",
        ),
    ),
]
WELCOME = (
    "欢迎来到滨江市图书馆，我们于1956年建馆，现有藏书一百二十万册。",
    "Welcome to the Binjiang Municipal Library, which was founded in 1956 and holds 1.2 million"
    " volumes today.",
)


@pytest.mark.parametrize("numbers", [True, False], ids=["numbered anew", "not numbered"])
@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_each_is_paired_with_the_heading_of_its_text(order: tuple[int, ...], numbers: bool) -> None:
    source, target, expected = [WELCOME[0]], [WELCOME[1]], {WELCOME}
    labels = dict(zip(order, "1234", strict=True)) if numbers else {}
    for place, (heading, text) in enumerate(PARTS):
        own = f"{'一二三四'[place]}、" if numbers else "", f"{labels[place]}. " if numbers else ""
        named = own[0] + heading[0], own[1] + heading[1]
        source += [named[0], text[0]]
        expected |= {named, text}
    for place in order:
        heading, text = PARTS[place]
        target += [f"{labels[place]}. {heading[1]}" if numbers else heading[1], text[1]]
    alignment = align_documents(document(source, "zh-CN"), document(target, "en"), ENCODER)
    assert list(find_faults(alignment)) == []
    found = {segment_texts(alignment, bead): bead.score for bead in alignment.beads()}
    wrong = [score for pair, score in found.items() if all(pair) and pair not in expected]
    assert max(wrong, default=0) < UNSURE
    assert len(expected & found.keys()) >= len(expected) - 2


def in_parts(lines: list[str], language: str) -> Document:
    """A document whose every other line is a heading."""
    kinds = cycle((Kind.HEADING, Kind.BODY))
    paragraphs = tuple(Paragraph(line, kind) for line, kind in zip(lines, kinds, strict=False))
    return Document(language, language, paragraphs)


def test_what_is_said_in_turn_is_no_heading_of_what_follows() -> None:
    talk = [
        ("“你叫什么名字？”她问。", '"What is your name?" she asked.'),
        ("“姓魏。”", '"Wei."'),
        ("", '"I meant your given name."'),
        ("他想了想，才慢慢地说了出来。", "He thought for a while before he told her, slowly."),
    ]
    source = document([chinese for chinese, _ in talk if chinese], "zh-CN")
    target = document([english for _, english in talk], "en")
    pairs = [(pair.source, pair.target) for pair in align_documents(source, target, ENCODER).pairs]
    assert pairs == [((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), (3,))]


@pytest.mark.parametrize("brackets", ["【】[]", "    "], ids=["in brackets", "plain"])
def test_a_heading_goes_with_its_text_where_the_texts_between_were_left_out(brackets: str) -> None:
    def headed(heading: Pair) -> Pair:
        left, right, before, behind = brackets
        return (left + heading[0] + right).strip(), (before + heading[1] + behind).strip()

    leaflet = [
        headed(("药物相互作用", "Interactions")),
        (
            "本品可与流感疫苗同时接种，但应注射于不同部位。",
            "It may be given with flu vaccine.",
        ),
        headed(("贮藏", "Storage")),
        ("于2～8 ℃避光保存和运输，严禁冻结。", "Store at 2 to 8 °C, protected from light."),
        headed(("包装", "Packs")),
        ("每盒1瓶疫苗和1支佐剂。", "A box holds one vial and one syringe."),
        headed(("有效期", "Shelf life")),
        ("36个月。", "36 months."),
        headed(("批准文号", "Approval number")),
        ("国药准字S20250017", "S20250017"),
    ]
    source = in_parts([chinese for chinese, _ in leaflet], "zh-CN")
    target = in_parts([english for _, english in leaflet[:2] + leaflet[6:]], "en")
    alignment = align_documents(source, target, ENCODER)
    assert not list(find_faults(alignment))
    assert [pair.source for pair in alignment.pairs if not pair.target] == [(2,), (3,), (4,), (5,)]
    assert all(len(pair.source) == 1 for pair in alignment.pairs)
