"""A pair that is much further from each other than the documents' others is not sure."""

import pytest

from align.documents.aligning import align_documents
from align.documents.clues import FEWEST, find_clues
from align.search.side import plain_side
from tests.align.damage import Remembering, Row, document, resolution

ENCODER = Remembering()
ROWS = resolution()
OTHER_TEXTS = [
    (
        24,
        "8. Notes with regret that the trains to the coast were late all through the winter, and"
        " that a great many passengers therefore missed the last ferry to the islands, where their"
        " families were waiting for them in vain;",
    ),
    (
        34,
        "18. Requests the Economic and Social Council to consider at its next session the prices of"
        " wheat, rice and maize, and the effects of the drought on the harvest in the countries"
        " south of the Sahara;",
    ),
]
"""Places in 67/58, and what stands there in English, with the right number before it."""

PARAGRAPHS = [
    [
        ("港口边的灯塔建于一八九二年。", "The lighthouse in the harbour was built in 1892."),
        ("守塔人每天晚上都点亮油灯。", "Every evening the keeper lit the oil lamp."),
        ("渔民们靠它的光找到回家的路。", "The fishermen found their way home by its light."),
        ("后来那盏油灯换成了一盏电灯。", "Later the oil lamp was replaced by an electric one."),
    ],
    [
        ("我们的图书馆每逢星期一都不开门。", "Our library is closed every Monday."),
        (
            "借书证可以在入口处的柜台办理。",
            "Library cards can be obtained at the counter by the entrance.",
        ),
        ("每位读者最多可以借五本书。", "Each reader may borrow at most five books."),
        ("逾期不还书的读者必须支付罚款。", "Readers who return books late must pay a fine."),
    ],
    [
        ("今年春天这里下了很多雨水。", "There was a lot of rain here this spring."),
        (
            "地里的麦子长得比往年都要高。",
            "The wheat in the fields grew taller than in other years.",
        ),
        ("农民担心河水会漫过堤坝。", "The farmers feared that the river would flow over the dam."),
        ("到了夏天，大家都松了一口气。", "When summer came, everyone was relieved."),
    ],
]
"""Paragraphs of several sentences, in Chinese and English."""


def scores(rows: list[Row], *, numbers: bool = True) -> dict[tuple[int, int], float]:
    """The scores of paragraphs that are paired one with one."""
    source, target = (
        document([row[side] for row in rows], language, numbers=numbers)
        for side, language in enumerate(("zh-CN", "en"))
    )
    return {
        (pair.source[0], pair.target[0]): pair.score
        for pair in align_documents(source, target, ENCODER).pairs
        if len(pair.source) == len(pair.target) == 1
    }


def with_another_text(place: int, text: str) -> list[Row]:
    return [*ROWS[:place], (ROWS[place][0], text), *ROWS[place + 1 :]]


@pytest.mark.parametrize(("place", "text"), OTHER_TEXTS)
def test_the_same_number_before_another_text_is_no_sure_pair(place: int, text: str) -> None:
    assert scores(with_another_text(place, text))[place, place] < 0.1


@pytest.mark.parametrize(("place", "text"), OTHER_TEXTS)
def test_the_other_pairs_are_as_sure_as_before(place: int, text: str) -> None:
    found = scores(with_another_text(place, text))
    assert all(found[k, k] > 0.9 for k in range(len(ROWS)) if k != place)


@pytest.mark.parametrize("numbers", [True, False], ids=["numbered", "without numbers"])
def test_no_right_pair_of_the_resolution_is_doubted(numbers: bool) -> None:
    found = scores(ROWS, numbers=numbers)
    assert min(found[k, k] for k in range(len(ROWS))) > 0.9


def test_of_a_few_pairs_nothing_can_be_said() -> None:
    place, text = OTHER_TEXTS[1]
    few = with_another_text(place, text)[place - 2 : place - 3 + FEWEST]
    assert len(few) < FEWEST
    assert scores(few)[2, 2] > 0.5


def of_sentences(gone: dict[tuple[int, int], int]) -> dict[tuple[str, str], float]:
    """The scores of the sentences that are paired, by their texts.

    Args:
        gone: of some sentences, by paragraph and place, the side that lacks it.
    """
    source, target = (
        document(
            [
                ("" if language == "zh-CN" else " ").join(
                    sentence[side]
                    for place, sentence in enumerate(sentences)
                    if gone.get((number, place)) != side
                )
                for number, sentences in enumerate(PARAGRAPHS)
            ],
            language,
            numbers=False,
        )
        for side, language in enumerate(("zh-CN", "en"))
    )
    return {
        (
            "".join(map(source.text_of, bead.source)),
            " ".join(map(target.text_of, bead.target)),
        ): bead.score
        for pair in align_documents(source, target, ENCODER).pairs
        for bead in pair.beads
        if bead.source and bead.target
    }


SENTENCES = [sentence for sentences in PARAGRAPHS for sentence in sentences]


def test_no_right_sentence_of_a_paragraph_is_doubted() -> None:
    found = of_sentences({})
    assert found.keys() == set(SENTENCES)
    assert min(found.values()) > 0.9


@pytest.mark.parametrize(
    ("number", "place"), [(0, 1), (1, 1), (2, 0), (2, 1)], ids=["lamp", "card", "rain", "wheat"]
)
def test_sentences_that_translate_nothing_are_no_sure_pair_inside_a_paragraph(
    number: int, place: int
) -> None:
    found = of_sentences({(number, place): 1, (number, place + 1): 0})
    left = PARAGRAPHS[number][place][0], PARAGRAPHS[number][place + 1][1]
    assert found.get(left, 0) < 0.9
    right = [sentence for sentence in SENTENCES if sentence not in PARAGRAPHS[number]]
    assert all(found[sentence] > 0.9 for sentence in right)


LINES = [
    ("冬瓜汤", "Winter melon soup"),
    ("冬瓜去皮切片。", "Peel and slice the melon."),
    ("水开后下冬瓜，煮十分钟。", "When the water boils add the melon and cook for ten minutes."),
    ("加盐和白胡椒调味。", "Season with salt and white pepper."),
    ("撒上香菜，趁热喝。", "Sprinkle with coriander and serve hot."),
]
"""A short document."""


def test_no_right_line_of_a_short_document_is_doubted() -> None:
    found = scores(LINES, numbers=False)
    assert min(found[k, k] for k in range(len(LINES))) > 0.9


def test_a_note_in_the_place_of_the_last_line_is_no_sure_pair_in_a_short_document_either() -> None:
    note = "(Translator's remark: tested with Swiss pork.)"
    found = scores([*LINES[:-1], (LINES[-1][0], note)], numbers=False)
    assert found.get((4, 4), 0) < 0.5
    assert min(found[k, k] for k in range(4)) > 0.9


def test_labels_on_lines_of_their_own_are_no_stranger_for_their_meaning() -> None:
    numerals = ("一百零一", "一百零二", "一百零三", "一百一十一", "一百一十二")
    rows = [
        row
        for numeral, number, text in zip(numerals, (101, 102, 103, 111, 112), LINES, strict=True)
        for row in ((f"第{numeral}条", f"Article {number}"), text)
    ]
    found = scores(rows)
    assert min(found[k, k] for k in range(len(rows))) > 0.9


@pytest.mark.parametrize(
    ("source", "target", "others"),
    [
        ("会议室201，可容纳40人。", "Meeting room 305 seats 25 people.", True),
        ("会议室201，可容纳40人。", "Meeting room 201 seats 40 people.", False),
        ("会议室201，可容纳40人。", "Meeting room 201 seats fifty people.", False),
        ("会议室在二楼。", "Meeting room 305 seats 25 people.", False),
        ("合同总额为8.4亿美元。", "The contract is worth $840 million.", False),
        ("押金19,600元。", "The deposit is RMB 19600.", False),
    ],
)
def test_other_figures_on_either_side_are_a_clue(source: str, target: str, others: bool) -> None:
    rows = [*LINES, (source, target)]
    texts = [row[0] for row in rows], [row[1] for row in rows]
    sides = plain_side(texts[0], "zh", ENCODER), plain_side(texts[1], "en", ENCODER)
    places = [(range(k, k + 1), range(k, k + 1)) for k in range(len(rows))]
    clues = find_clues(places, texts, *sides, share=1.0)
    assert clues is not None
    assert clues["other figures"].tolist() == [0, 0, 0, 0, 0, others]
