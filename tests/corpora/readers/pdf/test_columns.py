"""PDF: columns of text are read one after the other."""

import pytest

from corpora.readers import Role

from .paper import CHINESE, ENGLISH, Paper, are_in_order, texts, wrap, write_columns


def test_columns_are_read_one_after_the_other() -> None:
    paper = Paper()
    for column, left in (("left", 72.0), ("right", 320.0)):
        paper.height = 740
        for number in range(8):
            paper.line(f"{column} column sentence number {number}.", left=left)
    found = " ".join(texts(paper.blocks()))
    assert found.index("left column sentence number 7") < found.index("right column sentence")


def test_the_gutter_is_where_fewest_lines_go_over_it_not_where_short_lines_end() -> None:
    paper = Paper()
    for count in range(12):
        left = (
            "a left line that fills all of its column"
            if count % 3 == 0
            else "a left line that ends before"
        )
        paper.at(700 - 15 * count, left)
        paper.at(693 - 15 * count, "a right line that fills its column", left=310)
    found = " ".join(texts(paper.blocks()))
    assert found.rindex("left") < found.index("right")


def test_lines_of_a_column_are_joined_though_the_other_column_reaches_farther() -> None:
    paper = Paper()
    left = [f"words that go on for quite a while {x}" for x in "abcdef"] + ["and end."]
    for column, lines in ((72.0, left), (320.0, [line.upper() for line in left])):
        paper.height = 740
        for text in lines:
            paper.line(text, left=column)
    both = " ".join(left)
    assert texts(paper.blocks()) == [both, both.upper()]


@pytest.mark.parametrize("shift", [0, 4, 7])
@pytest.mark.parametrize(("count", "step"), [(2, 160), (2, 240), (3, 160)])
def test_columns_are_read_one_after_the_other_whatever_their_number_and_rows(
    count: int, step: float, shift: float
) -> None:
    paper = Paper()
    write_columns(paper, count, 12, step=step, shift=shift)
    assert are_in_order(" ".join(texts(paper.blocks())), count, 12)


def test_the_few_lines_of_a_last_page_stand_in_the_columns_of_the_page_before() -> None:
    paper = Paper()
    write_columns(paper, 3, 12)
    paper.end_page()
    write_columns(paper, 3, 3, sign="d")
    assert are_in_order(" ".join(texts(paper.blocks())), 3, 3, sign="d")


def test_a_page_of_whole_lines_behind_one_with_columns_has_none() -> None:
    paper = Paper()
    write_columns(paper, 2, 12, step=250)
    paper.end_page()
    whole = [f"line {x} that goes over all of the page and so over the band too" for x in "abc"]
    paper.lines(whole)
    assert " ".join(whole) in texts(paper.blocks())[-1]


@pytest.mark.parametrize(("left", "size"), [(1e9, 12), (-1e9, 12), (72, 0.0001), (72, 5000)])
def test_text_in_places_and_sizes_that_none_sees_takes_no_room(left: float, size: float) -> None:
    paper = Paper()
    for line in ENGLISH:
        paper.at(600, line, left=left, size=size)
    paper.lines(CHINESE)
    assert "".join(CHINESE) in "".join(texts(paper.blocks()))


@pytest.mark.parametrize("base", [706, 710, 714])
def test_an_initial_over_several_lines_begins_the_first_of_them(base: float) -> None:
    paper = Paper()
    paper.at(base, "T", size=36)
    for number, line in enumerate(
        (
            "he city has six waterworks, and in the year",
            "before two of them were made anew, so that",
        )
    ):
        paper.at(727 - 14 * number, line, left=96)
    paper.height = 699
    paper.line("the water of these was better than it had been.")
    assert texts(paper.blocks()) == [
        "The city has six waterworks, and in the year before two of them were made anew, so that"
        " the water of these was better than it had been."
    ]


def test_a_title_over_the_columns_stands_above_them_whole() -> None:
    paper = Paper()
    title = "A title that goes over both of the columns of this page here"
    paper.line(title, left=100, size=14)
    write_columns(paper, 2, 12, step=250)
    found = texts(paper.blocks())
    assert found[0] == title
    assert are_in_order(" ".join(found), 2, 12)


def test_a_mark_that_hangs_over_the_end_of_its_column_joins_no_columns() -> None:
    paper = Paper()
    for number in range(8):
        paper.at(
            700 - 15 * number, f"左栏的文字一行一行地写下去{'。' if number % 2 else ''}", left=60
        )
        paper.at(700 - 15 * number, "右栏的文字也这样写下去", left=60 + 13 * 12 + 18)
    found = " ".join(texts(paper.blocks()))
    assert found.rindex("左栏") < found.index("右栏")


def test_columns_of_talk_may_have_more_short_lines_than_long_ones() -> None:
    paper = Paper()
    for place, sign in enumerate("甲乙"):
        talk = [f"{sign}说：我不知道他们到底去了哪里", "是吗？", "是。"] * 7
        for number, line in enumerate(talk):
            paper.at(740 - 15 * number, line, left=60 + 220 * place)
    found = "".join(texts(paper.blocks()))
    assert found.rindex("甲") < found.index("乙")


def test_the_columns_of_a_table_without_lines_are_no_columns_of_text() -> None:
    paper = Paper()
    rows = [
        (f"Pump number {count}", f"{count * 3} sets", f"{count * 99}.00") for count in range(14)
    ]
    for row in rows:
        for place, cell in enumerate(row):
            paper.at(paper.height, cell, left=72 + 150 * place)
        paper.height -= 15
    assert texts(paper.blocks(), Role.CELL) == [cell for row in rows for cell in row]


@pytest.mark.parametrize("last", [1, 2, 5])
@pytest.mark.parametrize(("count", "step"), [(2, 160), (2, 240), (3, 160)])
def test_the_last_column_may_hold_few_lines(count: int, step: float, last: int) -> None:
    paper = Paper()
    paper.line("A title over all of the columns of this page", size=18)
    top = paper.height
    write_columns(paper, count - 1, 24, step=step)
    paper.height = top
    write_columns(paper, 1, last, left=60 + step * (count - 1), sign="d")
    found = " ".join(texts(paper.blocks()))
    assert are_in_order(found, count - 1, 24)
    assert are_in_order(found, 1, last, sign="d")
    assert found.index("d0 l0") > found.index(f"c{count - 2} l23")


def test_one_word_in_the_last_column_ends_the_text() -> None:
    paper = Paper()
    write_columns(paper, 1, 24)
    paper.at(740, "word", left=320)
    assert texts(paper.blocks())[-1].endswith("l23 some running text word")


@pytest.mark.parametrize("behind", ["behind the middle of the page", "12.00"])
def test_pieces_in_the_middle_of_a_page_are_no_last_column(behind: str) -> None:
    paper = Paper()
    rows = [f"c{number} some running text that fills" for number in range(24)]
    for number, row in enumerate(rows):
        if 10 <= number < 13:
            paper.at(paper.height, behind, left=320)
            rows[number] = f"{row} {behind}"
        paper.line(row)
    found = " ".join(block.text for block in paper.blocks())
    assert " ".join(rows[10:13]) in found


def test_a_letter_with_an_address_at_its_upper_right_has_no_columns() -> None:
    paper = Paper()
    for left, right in (("The Ministry of Education", "12 Long Street, London"), ("Office", "UK")):
        paper.at(paper.height, right, left=320)
        paper.line(left)
    whole = [f"line {x} that goes over all of the page and so over the band too" for x in "abcd"]
    paper.lines(whole * 3)
    found = texts(paper.blocks(), Role.CELL)
    assert found == ["The Ministry of Education", "12 Long Street, London", "Office", "UK"]


def test_a_title_in_larger_type_does_not_make_the_lines_below_it_short() -> None:
    paper = Paper()
    paper.line("A title that goes far beyond the text below it", size=20)
    paper.lines([f"words that go on for quite a while {x}" for x in "abcdef"])
    assert len(texts(paper.blocks())) == 2


def test_lines_without_room_for_the_next_word_are_a_column_however_short_they_are() -> None:
    paper = Paper()
    left = [
        "Extraordinary",
        "representatives",
        "of those who may do so",
        "notwithstanding",
        "international",
    ]
    left += ["recommendations", "parliamentary", "and understand", "responsibilities."]
    right = ["Tip the rice into the pot and", "fill with water to the line."] * 5
    for lines, edge in ((left, 60), (right, 330)):
        for number, line in enumerate(lines):
            paper.at(740 - 24 * number, line, left=edge, size=18)
    found = " ".join(texts(paper.blocks()))
    assert found.index("responsibilities.") < found.index("Tip the rice")


def test_what_a_browser_prints_around_columns_is_left_out_though_it_comes_apart() -> None:
    paper = Paper()
    paper.at(820, "11/28/26, 9:03 AM", left=24, size=8)
    paper.at(820, "Bees in the city", left=330, size=8)
    for place, sign in enumerate("AB"):
        text = f"Column {sign} " + "of the report notes that there are more flowers in town. " * 8
        for number, line in enumerate(wrap(text, 215.0)):
            paper.at(740 - 15 * number, line, left=40 + 260 * place)
    paper.at(20, "file:///home/bees.html", left=24, size=8)
    paper.at(20, "1/1", left=560, size=8)
    found = {block.text for block in paper.blocks() if block.role is Role.FURNITURE}
    assert found == {"11/28/26, 9:03 AM", "Bees in the city", "file:///home/bees.html", "1/1"}


def test_a_last_column_of_few_lines_is_read_behind_one_of_talk() -> None:
    paper = Paper()
    talk = [
        "甲说：我不知道他们到底去了哪里，也",
        "没有人问过。",
        "是吗？",
        "是的，昨天晚上就走了。",
    ]
    answers = [
        "乙说：他们已经到了河的对岸去了，我",
        "亲眼看见他们上了岸。",
        "好。",
        "那我们也该去看。",
    ]
    for lines, edge in (
        (talk * 6, 60),
        ([*answers, "不要再在这里等了。", "说完就走。", "是。"], 300),
    ):
        for number, line in enumerate(lines):
            paper.at(740 - 18 * number, line, left=edge)
    found = "".join(texts(paper.blocks()))
    assert found.rindex("甲") < found.index("乙")


@pytest.mark.parametrize("base", [802, 764], ids=["far", "near"])
def test_what_is_printed_over_the_band_hides_no_columns_of_a_last_page(base: float) -> None:
    paper = Paper()
    for page, lines in ((1, 24), (2, 2)):
        paper.at(base, "11/28/26, 9:03 AM", left=24, size=8)
        paper.at(base, "The report of the year, and what is over the band", left=210, size=8)
        write_columns(paper, 2, lines, left=40, step=240, sign="cd"[page - 1])
        paper.at(20, "file:///home/bees.html", left=24, size=8)
        paper.at(20, f"{page}/2", left=560, size=8)
        paper.end_page()
    found = " ".join(texts(paper.blocks()))
    assert are_in_order(found, 2, 24)
    assert are_in_order(found, 2, 2, sign="d")


def test_marks_of_another_font_that_are_not_level_with_their_line_part_no_lines() -> None:
    paper = Paper()
    for place, sign in enumerate("甲乙"):
        left = 60 + 220 * place
        for number in range(8):
            height = 740 - 18 * number
            paper.at(height, f"{sign}方应当于约定期限", left=left)
            paper.at(height + 4, "'", left=left + 98)
            paper.at(height - 4, ",", left=left + 103)
            paper.at(height, "交货验收", left=left + 108)
    found = "".join(texts(paper.blocks()))
    assert found.rindex("甲") < found.index("乙")


def test_a_table_inside_a_column_parts_the_columns_no_less() -> None:
    paper = Paper()
    write_columns(paper, 1, 24, left=60)
    paper.at(733, "Method of the year", left=300)
    for number in range(16):
        paper.at(718 - 15 * number, "abcdefghijklmnop"[number], left=300)
        paper.at(718 - 15 * number, f"{number}.50 and more of", left=350)
    paper.height = 478
    write_columns(paper, 1, 7, left=300, sign="d")
    found = " ".join(block.text for block in paper.blocks())
    assert are_in_order(found, 1, 24)
    assert found.index("c0 l23") < found.index("Method") < found.index("d0 l0")


@pytest.mark.parametrize("shift", [0, 7])
def test_short_lines_at_other_heights_than_those_beside_them_are_a_column(shift: float) -> None:
    paper = Paper()
    write_columns(paper, 1, 24, left=60, step=240)
    form = ["Name of the lessor in full:", "Wang Li", "Place:", "Wuhan", "Time:", "noon of"]
    for number, line in enumerate(form * 2):
        paper.at(710 - shift - 15 * number - 15 * (number // 6), line, left=300)
    found = " ".join(block.text for block in paper.blocks())
    assert (found.index("c0 l23") < found.index("Name of")) is bool(shift)


@pytest.mark.parametrize("step", [190, 250])
def test_a_title_above_the_columns_is_read_first_though_it_is_no_wider_than_one(
    step: float,
) -> None:
    paper = Paper()
    count = int(500 / step)
    paper.line("A Title", left=60 + step * (count - 1), size=18)
    write_columns(paper, count, 12, step=step)
    found = texts(paper.blocks())
    assert found[0] == "A Title"
    assert are_in_order(" ".join(found), count, 12)


@pytest.mark.parametrize("lines", [3, 4])
def test_columns_of_few_lines_are_known_where_they_are_all_that_the_page_has(lines: int) -> None:
    paper = Paper()
    words = "the words of it go on and on until they reach the end of what there is to say "
    for place, sign in enumerate("AB"):
        text = wrap(f"Column {sign}: {words * 4}", 215.0)[: lines - 1]
        for number, line in enumerate([*text, "and that is all."]):
            paper.at(740 - 15 * number, line, left=60 + 250 * place)
    found = texts(paper.blocks())
    assert [line[:9] for line in found] == ["Column A:", "Column B:"]


def test_signatures_side_by_side_below_a_text_are_no_columns() -> None:
    paper = Paper()
    paper.lines(wrap("This contract is made in four copies that are all of them alike. " * 9, 450))
    parties = [
        ("Party A (company seal): Linjiang", "Party B (company seal): Yuanshan"),
        ("Authorized representative (name):", "Authorized representative (name):"),
        ("Date: 2 April 2025, at Wuhan", "Date: 3 April 2025, at Nanjing"),
    ]
    for left, right in parties:
        paper.at(paper.height, right, left=320)
        paper.line(left)
    assert [block.text for block in paper.blocks()][-6:] == [
        cell for row in parties for cell in row
    ]
