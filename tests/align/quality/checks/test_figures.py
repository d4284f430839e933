"""Numbers, dates and symbols: right pairs stay silent, wrong ones do not."""

import time

import pytest

from align.quality.checks import CHECKS
from align.quality.findings import Check, Severity
from tests.align.quality.pairs import found_by, pair

RIGHT = [
    ("男人：我八二年坐过。", "MAN: I took it in 1982."),
    ("九二年到九八年关了六家", "Six closed between 1992 and 1998"),
    ("住了七八年", "They lived there for some years"),
    ("四十六万七千二百趟", "Four hundred and sixty-seven thousand, two hundred trips"),
    ("工作日九时至十八时提供支持", "Support from 9:00 to 18:00 on working days"),
    ("施入0～20 cm土层", "It was worked into the top 20 cm"),
    ("中段100%闭塞", "Total occlusion of the middle"),
    ("对农业有益[2,3]。", "beneficial to agriculture [2,3]."),
    ("他们全天候工作", "They were working 24/7"),
    ("周四14:00（协调世界时）/07:00（太平洋时间）", "Thursday, 14:00 UTC/07:00 PT"),
    ("2012年12月3日第48次全体会议", "48th plenary meeting, 3 December 2012"),
    ("8月27日至9月7日", "27 August to 7 September"),
    ("第六十八届会议", "Sixty-eighth session"),
    ("一周", "one week"),
    ("两周", "two weeks"),
    ("1,000万美元", "$10 million"),
    ("三分之二多数", "a two-thirds majority"),
    ("港币4万元", "HK$40,000"),
    ("罚款港币四万元", "a fine of HK$40,000"),
    ("港幣貳萬元", "HK$20,000"),
    ("美元五十元", "US$50"),
    ("人民币约500元", "about RMB 500"),
    ("人民币500元", "500 yuan"),
    ("新台币3,000元", "NT$3,000"),
    ("新臺幣三千元", "TWD 3,000"),
    ("澳门币800元", "MOP$800"),
    ("日币5000元", "JPY 5,000"),
    ("日元5000元", "5,000 yen"),
    ("4万元港币", "HKD40,000"),
    ("50元美金", "US$50"),
    ("1美元兑7.8元", "1 US dollar to 7.8 yuan"),
    ("新加坡元20元", "S$20"),
    ("升级到V2.0", "Upgrade to V2.0"),
    ("版本2.0", "V2.0"),
    ("版本 3.4.0（2023-05-11）", "Version 3.4.0 (2023-05-11)"),
    ("Python 3.10.0与Python 3.10.1", "Python 3.10.0 and Python 3.10.1"),
    ("新冠病毒（U07.1）", "COVID-19 (U07.1)"),
    ("见表A5.2", "See table A5.2"),
    ("从3.4.0升级到3.4.1", "from v3.4.0 up to v3.4.1"),
    ("2013.9.15", "15.9.2013"),
    ("1,388/5,143例", "1,388/5,143 cases"),
    ("1,388/5,143例", "1,388 of 5,143 cases"),
    ("358/457的患者", "358 of 457 patients"),
    ("4/7的患者死亡", "Four of seven patients died"),
    ("百分之五", "5 per cent"),
    ("１２个国家", "12 countries"),
    ("第一委员会", "First Committee"),
    ("3 000万至5 000万", "30 to 50 million"),
    ("20世纪90年代", "the 1990s"),
    ("定于2015年3月6日下午12时40分举行", "To be held on 6 March 2015, at 12.40 p.m."),
    ("二十年来", "over two decades"),
    ("三分之一的妇女", "One in three women"),
    ("10. 委员会商定", "The Commission agreed"),
    ("回顾其报告，", "Recalling its report,1"),
    ("第56/24V号决议", "resolution 56/24 V"),
    ("见A/67/L.35和S/2012/18", "See A/67/L.35 and S/2012/18"),
    ("第1325(2000)号决议", "resolution 1325 (2000)"),
    ("观察到B59附近", "observed near B59"),
    ("第七章", "Chapter VII"),
    ("第七条第㈡款", "article 7 (2)"),
    ("2015年2月2日至5日，日内瓦", "Geneva, 2-5 February 2015"),
    ("一致同意进一步统一做法", "agreed unanimously to harmonise practice further"),
    ("会议于民国113年7月1日举行", "The meeting was held on July 1, 2024"),
    ("自中華民國一百一十三年七月一日起施行", "take effect on July 1, 2024"),
    ("他生于民国三十八年", "He was born in 1949"),
    ("民国38年至40年", "from 1949 to 1951"),
    ("民国113年", "Minguo 113"),
    ("1949年", "in the 38th year of the Republic of China"),
    ("1949年", "year 38 of the Republic"),
    ("令和6年4月1日", "April 1, 2024"),
    ("令和6年", "Reiwa 6"),
    ("2024年", "Reiwa 6 (2024)"),
    ("平成元年", "in 1989"),
    ("大正12年", "in 1923"),
    ("明治三十八年", "in 1905"),
    ("王芳3，赵磊4", "WANG Fang3, ZHAO Lei4"),
    ("打八折", "20% off"),
    ("打八折", "at 80% of the price"),
    ("七五折", "25% off"),
    ("打8.5折", "a discount of 15%"),
    ("中午12点", "noon"),
    ("午夜", "12 midnight"),
    ("他今年三十出头", "He is in his early thirties"),
    ("20多岁", "in her twenties"),
    ("上世纪六十年代", "the sixties"),
    ("下午3时", "at 15:00"),
    ("15:00", "3 p.m."),
    ("晚上8点", "8 p.m."),
    ("凌晨3点半", "3:30 a.m."),
    ("晚上两点", "at 2 a.m."),
    ("上午十时", "10 o’clock in the morning"),
    ("中午12点", "12 p.m."),
    ("每周三", "every Wednesday"),
    ("每周三次，星期四除外", "three times a week, but never on Thursday"),
    ("每周三至四次，周一开始", "three to four times a week, from Monday on"),
    ("周一至周五", "Monday to Friday"),
    ("周二、四", "Tuesdays and Thursdays"),
    ("星期天", "on Sunday"),
]
WRONG = [
    ("number-wrong", "我八二年坐过", "I took it in 1983"),
    ("number-wrong", "四十六万七千二百", "Four hundred and sixty-seven thousand, three hundred"),
    ("number-missing", "施入0～20 cm土层", "It was worked 20 cm deep into the soil"),
    ("number-missing", "中段100%闭塞", "Occlusion of the middle"),
    ("number-wrong", "升级到V2.0", "Upgrade to V2.1"),
    ("number-wrong", "版本 3.4.0", "Version 3.4.1"),
    ("number-wrong", "地址为192.168.0.1", "The address is 192.168.0.7"),
    ("number-wrong", "U07.1和A5.2", "A5.3 and U07.1"),
    ("number-wrong", "版本 3.4.0", "Version 3.5.0"),
    ("number-wrong", "新冠病毒（U07.1）", "COVID-19 (U07.2), 3 cases"),
    ("number-wrong", "1,388/5,143例", "1,388/5,134 cases"),
    ("number-missing", "358/457的患者", "358 of 475 patients"),
    ("number-missing", "委员会开会", "COVID-19"),
    ("number-wrong", "2018年", "in 2008"),
    ("number-wrong", "150万欧元", "5 million euros"),
    ("measure-wrong", "港币4万元", "US$40,000"),
    ("measure-wrong", "港币四万元", "RMB 40,000"),
    ("measure-wrong", "美元五十元", "HK$50"),
    ("measure-wrong", "人民币500元", "US$500"),
    ("measure-wrong", "新台币3,000元", "HK$3,000"),
    ("measure-wrong", "澳门币800元", "HK$800"),
    ("measure-wrong", "日元5000元", "5,000 yuan"),
    ("measure-wrong", "4万元港币", "US$40,000"),
    ("measure-wrong", "4万元", "HK$40,000"),
    ("number-wrong", "港币四万元", "HK$50,000"),
    ("number-wrong", "从23个增至25个", "to 5 compared to 23"),
    ("number-wrong", "八千万", "8 million"),
    ("number-wrong", "第六十八届会议", "Sixty-seventh session"),
    ("number-wrong", "增长3.5%", "an increase of 5.3 per cent"),
    ("number-missing", "在过去5年里有120个国家", "In the past 5 years, many countries"),
    ("number-missing", "许多儿童被杀害", "Some 1,810 children have been killed"),
    ("date-wrong", "2012年12月3日", "3 November 2012"),
    ("date-wrong", "2001年1月20日", "21 January 2001"),
    ("date-wrong", "2015年2月2日至5日", "2-6 February 2015"),
    ("date-wrong", "1997年3月25日", "25 March 1996"),
    ("number-wrong", "民国113年", "in 2023"),
    ("number-wrong", "令和6年", "in 2025"),
    ("number-wrong", "昭和元年", "in 1925"),
    ("number-wrong", "民国时期的2012年", "in 3923"),
    ("number-wrong", "2024年", "Reiwa 5"),
    ("number-missing", "王芳3，赵磊4", "WANG Fang3, ZHAO Lei5"),
    ("number-wrong", "打八折", "30% off"),
    ("number-missing", "中午，一百二十人", "noon"),
    ("time-wrong", "下午3点", "3 a.m."),
    ("time-wrong", "上午九时", "9 p.m."),
    ("time-wrong", "晚上8时30分", "8:30 in the morning"),
    ("time-wrong", "星期三开会", "The meeting is on Thursday"),
    ("time-wrong", "周一至周五", "Monday to Thursday"),
    ("time-wrong", "每周日", "every Monday"),
    ("symbol-wrong", "见A/67/L.35", "See A/67/L.53"),
    ("symbol-wrong", "第67/58号决议", "resolution 67/85"),
    ("symbol-missing", "见A/67/L.35", "See the draft"),
    ("address-differs", "请写信给a@un.org", "Write to b@un.org"),
    ("address-differs", "见 https://www.un.org/zh", "See https://www.un.org/en"),
]
IDS = (
    *("number-wrong", "number-missing", "date-wrong", "time-wrong", "symbol-wrong"),
    "symbol-missing",
)


@pytest.mark.parametrize(("source", "target"), RIGHT)
@pytest.mark.parametrize("check", IDS)
def test_right_pairs_stay_silent(check: str, source: str, target: str) -> None:
    assert found_by(check, pair(source, target)) == []
    assert found_by(check, pair(target, source, ("en", "zh-CN"))) == []


@pytest.mark.parametrize(("check", "source", "target"), WRONG)
def test_wrong_pairs_are_found(check: str, source: str, target: str) -> None:
    for found in (
        found_by(check, pair(source, target)),
        found_by(check, pair(target, source, ("en", "zh-CN"))),
    ):
        assert found
        assert all(item.places for item in found)


def test_numbers_in_words_that_differ_are_a_warning_only() -> None:
    (found,) = found_by(
        "number-wrong", pair("三名代表和四个国家", "five delegates and four countries")
    )
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_very_long_unit_is_looked_at_in_a_moment(check: Check) -> None:
    long = pair("第1次" * 20_000 + "(", "1st, and (a) 2 " * 7_000)
    began = time.process_time()
    list(check.begin().look(long))
    assert time.process_time() - began < 10


def test_scales_in_japanese_are_held_against_words_for_them() -> None:
    languages = ("ja", "en")
    right = pair("予算は1兆2千億円です", "The budget is 1.2 trillion yen", languages)
    wrong = pair("予算は1兆3千億円です", "The budget is 1.2 trillion yen", languages)
    assert found_by("number-wrong", right) == []
    assert found_by("number-wrong", wrong)


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("9.6亿元", "960 millions de yuans", ("zh-CN", "fr")),
        ("960 millions de yuans", "RMB 960 million", ("fr", "en")),
        ("50亿欧元", "5 Milliarden Euro", ("zh-CN", "de")),
        ("50亿欧元", "5 miljardia euroa", ("zh-CN", "fi")),
        ("3亿人", "trois cents millions de personnes", ("zh-CN", "fr")),
        ("四成用电", "電力の4割", ("zh-CN", "ja")),
        ("其中三分之一", "その3分の1", ("zh-CN", "ja")),
        ("40% of electricity", "電力の4割", ("en", "ja")),
        ("2024年5月9日", "9 mai 2024", ("zh-CN", "fr")),
        ("2024年5月9日", "9. Mai 2024", ("zh-CN", "de")),
        ("2024年5月9日", "9 de mayo de 2024", ("zh-CN", "es")),
        ("2024年5月9日", "9 мая 2024 года", ("zh-CN", "ru")),
    ],
)
@pytest.mark.parametrize("check", ["number-wrong", "number-missing"])
def test_scales_and_months_of_other_languages_are_no_difference(
    check: str, source: str, target: str, languages: tuple[str, str]
) -> None:
    assert found_by(check, pair(source, target, languages)) == []
    assert found_by(check, pair(target, source, languages[::-1])) == []


def test_another_month_in_another_language_is_found() -> None:
    wrong = pair("2024年5月9日", "9 juin 2024", ("zh-CN", "fr"))
    assert found_by("number-missing", wrong)


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("50亿欧元", "5 millions d'euros", ("zh-CN", "fr")),
        ("620万千瓦时", "6,3 millions de kWh", ("zh-CN", "fr")),
        ("6万人", "70 mil personas", ("zh-CN", "es")),
        ("四成用电", "電力の5割", ("zh-CN", "ja")),
        ("50亿欧元", "6 miljardia euroa", ("zh-CN", "fi")),
    ],
)
def test_other_figures_in_other_languages_are_found(
    source: str, target: str, languages: tuple[str, str]
) -> None:
    assert found_by("number-wrong", pair(source, target, languages))
    assert found_by("number-wrong", pair(target, source, languages[::-1]))
