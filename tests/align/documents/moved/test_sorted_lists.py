"""Lists that stand in another order on the other side."""

import pytest

from align.documents import align_documents
from align.integrity import find_faults
from align.units import segment_texts
from tests.align.damage import Remembering, document

ENCODER = Remembering()

TITLES = {
    "总经理": "General Manager",
    "会计": "Accountant",
    "秘书": "Secretary",
    "司机": "Driver",
    "电工": "Electrician",
    "厨师": "Cook",
    "清洁工": "Cleaner",
    "翻译": "Translator",
    "护士": "Nurse",
    "销售代表": "Sales Representative",
    "软件工程师": "Software Engineer",
    "法律顾问": "Legal Adviser",
}
CITIES = {
    "伦敦": "London",
    "巴黎": "Paris",
    "柏林": "Berlin",
    "马德里": "Madrid",
    "莫斯科": "Moscow",
    "东京": "Tokyo",
    "纽约": "New York",
    "悉尼": "Sydney",
    "曼谷": "Bangkok",
    "新德里": "New Delhi",
}
STATEMENTS = {
    "公司简介": "Company Profile",
    "主席报告书": "Chairman's Statement",
    "管理层讨论与分析": "Management Discussion and Analysis",
    "董事会报告": "Report of the Directors",
    "企业管治报告": "Corporate Governance Report",
    "独立核数师报告": "Independent Auditor's Report",
    "综合现金流量表": "Consolidated Cash Flow Statement",
    "财务报表附注": "Notes to the Financial Statements",
    "五年财务摘要": "Five-Year Financial Summary",
}
PARTS = {
    "螺栓": "Bolt",
    "垫圈": "Washer",
    "弹簧": "Spring",
    "齿轮": "Gear",
    "轴承": "Bearing",
    "电动机": "Electric motor",
    "控制面板": "Control panel",
    "电源线": "Power cord",
    "过滤器": "Filter",
    "软管": "Hose",
    "喷嘴": "Nozzle",
    "手柄": "Handle",
}
LISTS = {"titles": TITLES, "cities": CITIES, "statements": STATEMENTS, "parts": PARTS}

HERBS = {
    "当归": "Chinese angelica root",
    "黄芪": "Astragalus root",
    "人参": "Ginseng",
    "枸杞子": "Goji berries",
    "甘草": "Liquorice root",
    "菊花": "Chrysanthemum flowers",
    "金银花": "Honeysuckle",
    "薄荷": "Peppermint",
    "大枣": "Jujube",
    "莲子": "Lotus seeds",
}
"""Names of which the encoder knows little."""

BEFORE = (
    "本中心成立于1998年，为附近居民提供各种服务，并接受社会各界的捐款。",
    "Founded in 1998, the centre offers a wide range of services to people who live nearby, and it"
    " accepts donations from all sections of society.",
)
AFTER = (
    "如果您有任何问题，请在工作日上午九点到下午五点之间致电我们，或者到一楼前台询问。",
    "If you have any questions, please call us on working days between 9 a.m. and 5 p.m., or ask at"
    " the reception desk on the ground floor.",
)


def by_pinyin(text: str) -> bytes:
    """The order of GB 2312, whose common characters stand by their sounds."""
    return text.encode("gb18030")


def paired(source: list[str], target: list[str]) -> dict[tuple[str, str], float]:
    alignment = align_documents(document(source, "zh-CN"), document(target, "en"), ENCODER)
    assert list(find_faults(alignment)) == []
    texts = [(segment_texts(alignment, bead), bead.score) for bead in alignment.beads()]
    return {(one, other): score for (one, other), score in texts if one and other}


@pytest.mark.parametrize("prose", [False, True], ids=["alone", "between paragraphs"])
@pytest.mark.parametrize("lines", LISTS.values(), ids=LISTS.keys())
def test_a_list_by_pinyin_is_paired_with_one_by_the_alphabet(
    lines: dict[str, str], prose: bool
) -> None:
    source, target = sorted(lines, key=by_pinyin), sorted(lines.values())
    around = [BEFORE, AFTER] if prose else []
    if prose:
        source, target = [BEFORE[0], *source, AFTER[0]], [BEFORE[1], *target, AFTER[1]]
    assert set(paired(source, target)) == {*lines.items(), *around}


@pytest.mark.parametrize("turned", [False, True], ids=["from Chinese", "into Chinese"])
def test_it_is_from_either_side(turned: bool) -> None:
    sides = (
        document(sorted(TITLES, key=by_pinyin), "zh-CN"),
        document(sorted(TITLES.values()), "en"),
    )
    alignment = align_documents(*(sides[::-1] if turned else sides), ENCODER)
    found = {segment_texts(alignment, bead)[:: -1 if turned else 1] for bead in alignment.beads()}
    assert found == set(TITLES.items())


@pytest.mark.parametrize("lines", [*LISTS.values(), HERBS], ids=[*LISTS, "herbs"])
def test_a_list_in_the_same_order_stays_in_it(lines: dict[str, str]) -> None:
    found = paired([BEFORE[0], *lines], [BEFORE[1], *lines.values()])
    assert set(found) == {BEFORE, *lines.items()}


def test_so_do_lines_that_come_again() -> None:
    lines = ["确定", "取消", "保存", "确定", "取消", "删除", "确定", "取消"]
    others = ["OK", "Cancel", "Save", "OK", "Cancel", "Delete", "OK", "Cancel"]
    alignment = align_documents(document(lines, "zh-CN"), document(others, "en"), ENCODER)
    assert [(pair.source, pair.target) for pair in alignment.pairs] == [
        ((k,), (k,)) for k in range(len(lines))
    ]


def test_what_only_one_side_lists_takes_no_partner_from_others() -> None:
    source = sorted(TITLES.keys() - {"会计"}, key=by_pinyin)
    target = sorted(set(TITLES.values()) - {"Nurse"})
    common = {pair for pair in TITLES.items() if pair[0] in source and pair[1] in target}
    found = paired(source, target)
    assert common <= found.keys()
    assert all(score < 0.7 for pair, score in found.items() if pair not in common)


def test_a_section_of_a_list_may_be_sorted_alone() -> None:
    target = [*PARTS.values(), *sorted(CITIES.values()), *STATEMENTS.values()]
    found = paired([*PARTS, *CITIES, *STATEMENTS], target)
    assert set(found) == {*PARTS.items(), *CITIES.items(), *STATEMENTS.items()}


MINUTES = [
    ("时间：2024年6月12日晚七时", "Time: 7 p.m., 12 June 2024"),
    ("地点：小区活动中心", "Place: Community Centre"),
    ("出席：", "Present:"),
    ("高鹏（主任）", "Gao Peng (Chairman)"),
    ("苗秀英", "Miao Xiuying"),
    ("列席：", "In attendance:"),
    ("物业公司经理丁浩", "Ding Hao, manager of the property management company"),
    ("社区民警刘洋", "Liu Yang, community police officer"),
]
BOARD = [
    ("時間：下午三時正", "Time: 3:00 p.m."),
    ("地點：香港灣仔軒尼詩道35號", "Place: 35 Hennessy Road, Wan Chai, Hong Kong"),
    ("出席者：", "Present:"),
    ("陳啟明先生（主席）", "Mr Chan Kai Ming (Chairman)"),
    ("李嘉儀女士（行政總裁）", "Ms Lee Ka Yee (Chief Executive Officer)"),
    ("列席者：", "In attendance:"),
    ("黃志文先生（財務總監）", "Mr Wong Chi Man (Chief Financial Officer)"),
    ("何美玲女士（公司秘書）", "Ms Ho Mei Ling (Company Secretary)"),
]
ATTENDANCE = {"committee": MINUTES, "board": BOARD}


def exchanged(lines: list[tuple[str, str]], one: int, other: int) -> list[tuple[str, str]]:
    """The same with the Chinese of two lines at each other's place."""
    source = [chinese for chinese, _ in lines]
    source[one], source[other] = source[other], source[one]
    return list(zip(source, (english for _, english in lines), strict=True))


@pytest.mark.parametrize("lines", ATTENDANCE.values(), ids=ATTENDANCE.keys())
def test_headings_in_their_places_are_believed_though_one_is_nearer_to_the_other(
    lines: list[tuple[str, str]],
) -> None:
    found = paired(*map(list, zip(*lines, strict=True)))
    assert set(found) == set(lines)
    assert min(found.values()) >= 0.9


DISHES = [
    ("拍黃瓜", "Smashed cucumber with garlic"),
    ("皮蛋豆腐", "Silken tofu with century egg"),
    ("酸辣湯", "Hot and sour soup"),
    ("宮保雞丁", "Kung Pao chicken"),
    ("清蒸石斑魚", "Steamed grouper"),
    ("揚州炒飯", "Yangzhou fried rice"),
]


@pytest.mark.parametrize(
    ("lines", "one", "other"),
    [
        *((list(lines.items()), 2, 6) for lines in LISTS.values()),
        (DISHES, 1, 4),
        (MINUTES, 0, 1),
    ],
    ids=[*LISTS, "dishes", "time and place"],
)
def test_lines_at_each_others_place_are_not(
    lines: list[tuple[str, str]], one: int, other: int
) -> None:
    found = paired(*map(list, zip(*exchanged(lines, one, other), strict=True)))
    assert all(found[pair] < 0.5 for pair in found.keys() - set(lines))
