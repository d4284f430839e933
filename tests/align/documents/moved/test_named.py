"""What short lines name, and when two of them contradict each other."""

from __future__ import annotations

import pytest

from align.documents.moved.named import Named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲方（盖章）：", {"A"}),
        ("电话：010-8632", {"phone", "010", "8632"}),
        ("聯絡電話：２３", {"phone", "23"}),
        ("Tel.: 8632", {"phone", "8632"}),
        ("Telephone (office): 8632", {"phone", "8632"}),
        ("E-mail: Office@Example.cn", {"e-mail", "office@example.cn"}),
        ("电邮：office@example.cn。", {"e-mail", "office@example.cn"}),
        ("Website: www.example.com/a", {"website", "www.example.com/a"}),
        ("Please send the fax to the address below.", set()),
        ("请拨打电话", set()),
        ("An intel: none", set()),
        ("2015年9月至2018年6月", {"2015", "2015-9-", "2018", "2018-6-"}),
        ("2015.9—2018.6", {"2015", "2015-9-", "2018", "2018-6-"}),
        ("Sept 2015 – 06/2018", {"2015", "2015-9-", "2018", "2018-6-"}),
        ("5月3日至5日下午4:30", {"5-3", "5-5", "270 min"}),
        ("4.30 p.m., 3–5 May", {"5-3", "5-5", "270 min"}),
    ],
)
def test_names_are_found_in_both_languages(text: str, names: set[str]) -> None:
    assert Named.of(text).names == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲方：", "Party B:"),
        ("传真：", "Tel:"),
        ("电话：010-8632 1200", "010-8632 1201"),
        ("电邮：a@example.com", "E-mail: b@example.com"),
        ("电邮：a@example.com", "Contact: Wang Fang"),
        ("第3页", "Page 4"),
        ("2026年7月2日 16:48", "24 June 2026 11:02"),
        ("2026年7月2日", "2 August 2026"),
        ("7月2日上午9时", "2 July, 10 a.m."),
        ("2015.9—2018.6 硕士", "2011–2015 BSc"),
        ("2018.7—2022.2", "03/2022–07/2018"),
    ],
)
def test_lines_that_name_others_contradict_each_other(one: str, other: str) -> None:
    assert Named.of(one).contradicts(Named.of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲方：", "Party A:"),
        ("联系电话：010-8632 1200", "Tel: 010-8632 1200"),
        ("手机：139", "Phone: 139"),
        ("付款：1,234,567元", "Payment: 1234567 yuan"),
        ("联系人：王芳", "Contact: Wang Fang"),
        ("2020年1月1日", "1 January 2020"),
        ("付款", "Tel: 5"),
        ("2026年7月2日 16:48", "2 July 2026 4:48 p.m."),
        ("2015.9—2018.6 硕士", "2015–2018 MSc"),
        ("2018.7—2022.2", "07/2018–02/2022"),
        ("7月2日至4日", "2–4 July 2026"),
        ("2020年4月3日", "3/4/2020"),
        ("四月三十日之前", "by 30 April"),
    ],
)
def test_lines_that_may_say_the_same_do_not(one: str, other: str) -> None:
    assert not Named.of(one).contradicts(Named.of(other))
