"""`duiqi align --explain` as a user calls it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.cli.explain import find_asked
from align.doubts import Reason
from align.errors import AlignmentError
from align.explanation.words import DOUBTED
from corpora import Document, Paragraph, Span
from tests.align.cli.running import align, write_pair

CHINESE = "人人生而自由，在尊严和权利上一律平等。\n任何人不得使为奴隶。\n图书馆星期天不开门。\n"
ENGLISH = (
    "All human beings are born free.\nThey are equal in dignity and rights.\n"
    "No one shall be held in slavery.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_pair(CHINESE, ENGLISH)
    return tmp_path


def numbered() -> Alignment:
    """Two articles and a paragraph 12, two beads in the first article."""
    source = Document(
        "x", "zh",
        (
            Paragraph("第三条 甲。乙。", number="Article 3", label="第三条", label_length=4),
            Paragraph("12. 丙。", number="12", label="12.", label_length=4),
            Paragraph("(a) 丁。", number="12(a)", label="(a)", label_length=4),
        ),
    )  # fmt: skip
    target = Document("y", "en", (Paragraph("A."), Paragraph("C."), Paragraph("D.")))
    whole = [
        ParagraphPair((k,), (k,), (Bead((Span(k, 0, len(source.paragraphs[k].text)),),
                                        (Span(k, 0, 2),), 0.9),))
        for k in (1, 2)
    ]  # fmt: skip
    first = ParagraphPair(
        (0,), (0,),
        (Bead((Span(0, 0, 6),), (Span(0, 0, 2),), 0.9), Bead((Span(0, 6, 8),), (), 0.8)),
    )  # fmt: skip
    return Alignment(source, target, (first, *whole), Level.SENTENCE, "test")


@pytest.mark.parametrize(
    ("wanted", "counts"),
    [
        ("2", [2]),
        (" 4 ", [4]),
        ("Article 3", [1, 2]),
        ("article3", [1, 2]),
        ("第三条", [1, 2]),
        ("12(a)", [4]),
        ("12 (A)", [4]),
        ("12（a）", [4]),
        ("paragraph 12", [3]),
        ("Para. 12", [3]),
        ("§12", [3]),
        ("第12段", [3]),
        ("12.", [3]),
        ("1.2", [2]),
        ("x:1.2", [2]),
    ],
)
def test_beads_are_found_by_number_by_unit_and_by_paragraph(wanted: str, counts: list[int]) -> None:
    assert [asked.count for asked in find_asked(numbered(), wanted)] == counts


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ("0", "numbered from 1 to 4"),
        ("5", 'for a paragraph say "paragraph 5"'),
        ("Article 9", "no paragraph has that number"),
        ("paragraph 1.2", "no paragraph has that number"),
        ("", "no paragraph has that number"),
    ],
)
def test_what_is_not_there_is_an_error(wanted: str, reason: str) -> None:
    with pytest.raises(AlignmentError, match=reason):
        find_asked(numbered(), wanted)


def test_a_merged_pair_is_explained(folder: Path) -> None:
    result = align("--lines", "a.zh", "b.en", "--explain", "1")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Pair 1 (unit a.zh:1.1), score 0.")
    assert lines[1] == "zh-CN\t人人生而自由，在尊严和权利上一律平等。"
    assert lines[2].startswith("en\tAll human beings")
    assert lines[3] == "Merged: the Chinese sentence ends only after the second English one."
    assert lines[4].startswith("The best other choice, ")
    assert lines[-1].startswith("together\t× ")
    assert any(line.startswith("full stops\t") for line in lines)
    # The explanation was all that was asked for.
    assert {path.name for path in folder.iterdir()} == {"a.zh", "b.en"}


def test_a_pair_without_partner_is_explained(folder: Path) -> None:
    result = align("--lines", "a.zh", "b.en", "--explain", "3", "--tsv", "x.tsv")
    assert result.exit_code == 0
    assert "en\t(nothing)" in result.stdout
    assert "Left unpaired: no English sentence was found to say the same." in result.stdout
    assert "What the other choice would have (× speaks for leaving it unpaired" in result.stdout
    assert re.search(r"^meaning\t× .*\tless likeness", result.stdout, re.MULTILINE)
    row = Path("x.tsv").read_text("utf-8").splitlines()[3]
    assert row.startswith("图书馆星期天不开门。\t\t")


def test_what_the_other_text_has_nothing_for_is_told_so(folder: Path) -> None:
    tail = "".join(f"第{room}号阅览室星期天不开门。\n" for room in range(20))
    write_pair(CHINESE + tail, ENGLISH)
    result = align("--lines", "a.zh", "b.en", "--explain", "20")
    assert result.exit_code == 0
    told = result.stdout.splitlines()
    assert told[2:] == [
        "en\t(nothing)",
        "Left unpaired: the English text has nothing at this place, and what stands around it there"
        " is surely paired with other text.",
    ]


@pytest.mark.parametrize("asked", ["paragraph 5", "operative"])
def test_a_paragraph_of_the_resolution(asked: str) -> None:
    result = align("un-67-58", "--explain", asked, "--quiet")
    if asked == "operative":
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
    else:
        assert result.exit_code == 0
        assert "paragraph 5)" in result.stdout
        assert "zh-CN\t5. 决定" in result.stdout
        assert result.stderr == ""


def test_lines_that_changed_places_are_told_what_their_scores_rest_on() -> None:
    across = align("un-67-58", "--explain", "46", "--quiet").stdout
    in_order = align("un-67-58", "--explain", "47", "--quiet").stdout
    assert "en\t3 December 2012" in across
    assert (
        "Paired after the search, which keeps the order of both texts: the two are nearest"
        in across
    )
    assert "Its score weighs being paired against being left unpaired" in across
    assert "en\t48th plenary meeting" in in_order
    assert re.search(r"The best other choice, 1\.\d times less likely", in_order)
    assert "en\t3 December 2012" in in_order
    other = in_order.partition("The best other choice")[2]
    assert re.sub(r"\t.*", "", other).split("\n")[1:9] == [
        *("zh-CN", "en", "--"), *("zh-CN", "en", "--"), *("zh-CN", "en"),
    ]  # fmt: skip


def test_of_a_sure_pair_in_order_there_is_no_more_to_tell() -> None:
    told = align("un-67-58", "--explain", "44", "--quiet").stdout
    assert told.splitlines()[-1].startswith("together\t")
    assert "Its score weighs" not in told


def test_the_same_is_said_each_time(folder: Path) -> None:
    first, second = (align("--lines", "a.zh", "b.en", "--explain", "1") for _ in range(2))
    assert first.stdout == second.stdout


def test_text_that_is_not_the_document_s_own_is_said_to_be_so() -> None:
    result = align("un-67-58", "--explain", "2", "--quiet")
    assert "Left out: it is no part of the text" in result.stdout


def test_a_title_that_only_one_side_has_is_said_to_be_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_pair(
        "第一条\n本会维持国际和平及安全。\n", "Article 1\nPurposes\nThe League keeps the peace.\n"
    )
    result = align("a.zh", "b.en", "--explain", "2", "--quiet")
    assert "en\tPurposes" in result.stdout
    assert "a title, or holds one, of an article that has none in the Chinese text" in result.stdout


def test_what_lost_its_partner_after_the_search_is_no_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    chinese = ["甲方应在三十日内支付款项。", "本合同适用中国法律。", "争议由北京仲裁委员会仲裁。"]
    english = [
        "Party A shall pay within thirty days.",
        "This contract is governed by the laws of China.",
        "Disputes shall be arbitrated by the Beijing Commission.",
    ]
    secrets = "双方应对商业秘密保密。", "Both parties shall keep trade secrets confidential."
    foreign = "图书馆星期天不开门，读者可以在网上借书。"
    write_pair(
        "\n".join([foreign, *chinese, secrets[0]]) + "\n",
        "\n".join([secrets[1], *english]) + "\n",
    )
    lines = align("a.zh", "b.en", "--explain", "1", "--quiet").stdout.splitlines()
    assert lines[1:3] == [f"zh-CN\t{foreign}", "en\t(nothing)"]
    assert lines[3].startswith(
        "Left unpaired after the search: the English text opposite is paired"
    )
    assert lines[4].startswith("The search, in order of the texts, had paired them like this")
    assert lines[5:] == [f"zh-CN\t{foreign}", f"en\t{secrets[1]}"]


DOUBTFUL = {
    "parties": ("乙方（盖章）：", "Party A (seal):"),
    "fields": ("电话：", "Fax:"),
    "figures": ("开始日期：2023年1月1日", "Start date: 31 December 2024"),
    "place": ("图略", "Item"),
    "meaning": (
        "小女孩最害怕的是暴风雨夜里那些撞在塔窗上死去的鸟。",
        "Tickets are sold at the tourist office, which is closed on public holidays.",
    ),
}
AROUND = [
    ("港口边的灯塔建于一八九二年。", "The lighthouse in the harbour was built in 1892."),
    ("守塔人每天晚上都点亮油灯。", "Every evening the keeper lit the oil lamp."),
    ("渔民们靠它的光找到回家的路。", "The fishermen found their way home by its light."),
    ("后来那盏油灯换成了一盏电灯。", "Later the oil lamp was replaced by an electric one."),
    ("如今塔里住着一家海鸥。", "Today a family of seagulls lives in the tower."),
    ("夏天孩子们爬上去看海。", "In summer the children climb it to look at the sea."),
]


@pytest.mark.parametrize(("reason", "doubted"), DOUBTFUL.items(), ids=DOUBTFUL)
def test_the_real_cause_of_a_low_score_is_told(
    reason: str, doubted: tuple[str, str], folder: Path
) -> None:
    rows = [*AROUND[:3], doubted, *AROUND[3:]]
    also = ("", "We also had a letter of 1 January 2023.\n") if reason == "figures" else ("", "")
    chinese, english = ("".join(f"{row[side]}\n\n" for row in rows) for side in (0, 1))
    write_pair(chinese + also[0], english + also[1])
    told = align("a.zh", "b.en", "--explain", "4", "--quiet").stdout
    assert f"en\t{doubted[1]}" in told
    after = told.partition("After the search its score was multiplied")[2]
    assert re.search(rf"^{reason}\t× 0\.\d\d\t{DOUBTED[Reason(reason)]}$", after, re.MULTILINE)
    assert "what stands beside it" not in told


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["a.zh", "b.en", "--explain", "1", "--level", "clause"], "--explain looks at sentences"),
        (["a.zh", "b.en", "--explain", "1", "-o", "-"], "--explain prints on standard output"),
        (["--lines", "a.zh", "b.en", "--explain", "9", "--tsv", "x"], "numbered from 1 to 3"),
    ],
)
def test_what_cannot_be_explained_is_one_line_and_writes_nothing(
    folder: Path, arguments: list[str], reason: str
) -> None:
    result = align(*arguments)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert not Path("x").exists()
