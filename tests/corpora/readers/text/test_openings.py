"""Plain text: titles and names that open paragraphs though the line before them is full."""

import pytest

from tests.corpora.readers.text.lines import texts, wrap

NUMBERED = """\
1. General information
Dongshan Port Company Limited was founded
in Fujian in the year of 1998, and it has
been listed on an exchange since 2004.
2. Basis of preparation
These statements are prepared for a going
concern, as the directors are sure that it
will go on.
3. Significant accounting policies used
(a) Consolidation
Subsidiaries are consolidated from the day
on which control of them is obtained.
(b) Revenue
Volume rebates to shipping lines are taken
from revenue at the most likely amount.
(c) Property, plants and all equipment
These assets are stated at cost, less what
was written off, and nothing is added."""
ITEMS = """\
The Contractor agrees to the following in
all of the places where it is at work:
1. It shall not, without the consent of
Party A, let another one do the work that
it has been given.
2. It shall pay for the damage that the
Party B suffers by what its people do or
fail to do.
3. It shall keep secret all that it hears
Party A or Party B say of their trade."""
TALK = """\
MODERATOR: Welcome.
LI WEIMIN: Thank you.
MODERATOR: Good afternoon, everybody, and
thank you for coming here today.
LI WEIMIN: Thank you. On 20 July the rain
fell for more than nine hours in the city.
MODERATOR: How many shops did the water do
damage to, and who will pay for all that?
LI WEIMIN: There were more than a hundred
of them, and the city will pay its share."""
HEADINGS = """\
    The museum lies on the north bank, and
it was built out of an old kiln that stood
here for more than three hundred years.
Family workshop
    On Saturdays the children may throw a
pot of their own, and we send it to them
when it has been fired. Ask at the desk.
Getting here
    Take the metro to the end of the line,
and walk along the river for six minutes."""
FORM = """\
I agree to my child's taking part in that
outing, and have read what is said of it.

I do not agree to my child's taking part.
Reason: ______________

Everybody is asked to give this form back
to the teacher by the end of this week, so
that the buses can be ordered."""
CLOSED = """\
老邱把烟头弹进水里，看着雾，半天没有说一句话
，后来才慢慢站起来，解开了缆绳，往对岸撑过去
。船到河心的时候，沈老师忽然问：“您头一回摆
渡，渡的是谁？从前的事情，您还记得清楚吗老邱
”
老邱想了很久。那是三十年前的事了。"""


def test_numbered_titles_are_paragraphs_wherever_they_end() -> None:
    found = texts(NUMBERED)
    titles = [line for line in NUMBERED.split("\n") if line[0] in "123("]
    assert [text for text in found if text[0] in "123("] == titles


def test_a_title_in_capitals_may_go_on_in_the_next_line() -> None:
    title = "(c) Management of all Property and Their\nDiscussion and Analysis"
    found = texts(NUMBERED.replace("(c) Property, plants and all equipment", title))
    assert title.replace("\n", " ") in found


def test_items_that_go_on_with_a_name_are_joined() -> None:
    assert [text.split()[0] for text in texts(ITEMS)] == ["The", "1.", "2.", "3."]


def test_who_speaks_begins_a_paragraph_behind_a_full_line() -> None:
    assert [text.split(":")[0] for text in texts(TALK)] == ["MODERATOR", "LI WEIMIN"] * 3


def test_headings_behind_a_full_line_are_paragraphs() -> None:
    assert [text for text in texts(HEADINGS) if len(text) < 20] == [
        "Family workshop",
        "Getting here",
    ]


def test_a_field_is_no_heading() -> None:
    assert "I do not agree to my child's taking part. Reason: ______________" in texts(FORM)


@pytest.mark.parametrize("before", ["", "短行\n短行二\n"])
def test_a_line_never_begins_a_paragraph_with_a_mark_that_closes(before: str) -> None:
    found = texts(before + CLOSED)
    assert not any(text[0] in "，。”" for text in found)
    assert found[-1] == "老邱想了很久。那是三十年前的事了。"


@pytest.mark.parametrize(
    "lines",
    [
        ["甲方应当交货", "，乙方应当付款。"],
        ["船家说：“上来吧。", "”"],
        ["他问：“渡的是谁", "？”"],
        ["本合同（以下称合同", "）一式两份。"],
    ],
)
def test_such_a_line_is_joined_in_a_text_that_was_not_wrapped(lines: list[str]) -> None:
    assert texts("\n".join(lines)) == ["".join(lines)]


def test_a_closing_quotation_mark_may_open_a_quotation() -> None:
    lines = ["Old Qin said nothing.", "”Which hospital?”", "”The county one.”"]
    assert texts("\n".join(lines)) == lines


def test_a_blank_for_an_answer_is_no_heading() -> None:
    words = "河流的凹岸以侵蚀为主，凸岸以堆积为主，所以河道越来越弯曲，" * 4
    questions = [f"{number}. {words[:68]}。（　　）" for number in range(1, 5)]
    lines = [line for question in questions for line in wrap(question, True)]
    assert lines[2] == "（　　）"
    assert texts("\n".join(lines)) == questions


def test_a_contract_of_few_full_lines_is_joined() -> None:
    lines = [
        "设备租赁合同",
        "出租方（以下简称“甲方”）：华信精密仪器有限公司",
        "承租方（以下简称“乙方”）：北岸生物医药有限公司",
        "第一条　定义",
        "1.1 “设备”指附表中列明的仪器、附件。",
        "第二条　租赁期限",
        "2.1 租赁期限为三十六个月，自验收之日起计算。",
        "2.1.1 租金为人民币48,500元，含增值税在内。",
        "2.1.2 乙方应于每月五日前支付当月的租金。",
        "2.2 任何一方如不拟续租，应提前六十日通知对方。未通知的，合同自",
        "动续展十二个月。",
        "3.1 乙方应在签署后十日内支付相当于两个月租金的保证金，保证金不",
        "计利息。",
        "3.2 因本合同引起的争议，应提交仲裁中心按其届时有效的规则仲裁，仲",
        "裁裁决是终局的。",
        "3.3 双方对因履行本合同而知悉的商业秘密负有保密的义务，该义务在合",
        "同终止后继续有效。",
    ]
    found = texts("\n".join(lines))
    assert found[9:] == ["".join(lines[k : k + 2]) for k in (9, 11, 13, 15)]
