"""Numbers that the other side says in another form stay silent; those that it gets wrong do not."""

import pytest

from align.quality.checking import check_pairs
from align.quality.checks import ALONE
from align.quality.findings import Severity
from tests.align.quality.pairs import pair

RIGHT = [
    ("零点三十分", "12:30 a.m."),
    ("时速120公里", "75 mph"),
    ("2023财年上半年", "H1 FY2023"),
    ("半个世纪", "50 years"),
    ("一个世纪", "100 years"),
    ("千分之一", "one in a thousand"),
    ("万分之一", "one in ten thousand"),
    ("五五分成", "a 50-50 split"),
    ("三七开", "30:70"),
    ("电话：(010) 6505-1234转801", "Tel: +86 10 6505 1234 ext. 801"),
    ("中午12点至下午1点半", "noon to 1.30 p.m."),
    ("零下15度，即北京时间1月5日22时15分", "−15°C at 10:15 p.m. Beijing time on January 5"),
    ("降息25个基点", "cut rates by 25 bps"),
    ("十四五岁", "fourteen or fifteen years old"),
    ("十七八岁的少年", "a youth of seventeen or eighteen"),
    ("三四百人", "three or four hundred people"),
    ("翻了十七八个滚", "rolled over more than a dozen times"),
    ("二十两银子", "twenty taels of silver"),
    ("三两", "150 grams"),
    ("共19万2480人", "192,480 people"),
    ("1万9248", "19,248"),
    ("50万人死亡", "half a million deaths"),
    ("250万人", "two and a half million people"),
    ("6个", "half a dozen"),
    ("4/7出现早产", "Four of seven had preterm birth"),
    ("(358/457, 78%)", "(358 of 457, 78%)"),
    ("(732/1,037, 71%)", "(732 of 1,037, 71%)"),
    ("头号公敌", "public enemy number 1"),
    ("1973年，七十和八十年代，1978年", "1973, the 70s and 80s, 1978"),
    ("1980年代", "the 80s"),
    ("2021年 上海市优秀工程设计二等奖", "2021 Second Prize, Shanghai Award for Design"),
    ("七成以上的业主赞成", "More than seven owners in ten were in favour"),
    ("单位：人民币千元", "RMB'000"),
    ("pip install mdserve # 安装", "pip install mdserve # install"),
    ("mdserve --port 8080", "mdserve --port 8080"),
    ("滞纳金为千分之五。", "The late fee is 0.5%."),
    ("税率为千分之五。", "The rate is 5 per thousand."),
    (
        "报价为86万元、92万元和104万元。",
        "The quotations were RMB 860,000, 920,000 and 1.04 million.",
    ),
    ("报价为86万元、92万元。", "The quotations were RMB 860,000 and RMB 920,000."),
    ("会议于19:30至21:45举行。", "The meeting was held from 7.30 to 9.45 p.m."),
    ("会议于19:30至21:45举行。", "The meeting was held from 7:30 to 9:45 pm."),
    ("会议于19:30开始。", "The meeting began at 7.30 p.m."),
    ("导览时间为10:30和14:30。", "Tours at 10.30 and 2.30."),
    ("2013.9—2016.6 厦门大学", "Sept 2013 – June 2016 Xiamen University"),
    ("2016年7月—2019年2月，助理工程师", "July 2016 – Feb 2019, Assistant Engineer"),
    ("（2018年6月28日第四次会议通过）", "(Adopted at the 4th Meeting on June 28, 2018)"),
    (
        "（2018年6月28日第十五届人民代表大会第四次会议通过）",
        "(Adopted at the 4th Meeting of the 15th Municipal Congress on June 28, 2018)",
    ),
    ("电话：0551-6287 3310", "Tel.: +86 551 6287 3310"),
    ("面积1,200亩", "80 hectares"),
    ("长3公里", "1.9 miles"),
    ("七成以上的人赞成。", "Over 70% were in favour."),
    ("三分之二", "two thirds"),
    ("上午9点半", "9.30 a.m."),
    ("约三万人", "some 30,000 people"),
    ("价格打九折", "10% off"),
    ("两亿三千万", "230 million"),
    ("一打", "a dozen"),
    ("十几个", "a dozen or so"),
    ("95后", "those born after 1995"),
    ("20世纪80年代", "the 1980s"),
    ("二十世纪", "the twentieth century"),
    ("星期三", "Wednesday"),
    ("正月初一", "the first day of the first lunar month"),
    ("半年", "six months"),
    ("一刻钟", "fifteen minutes"),
    ("一年半", "eighteen months"),
    ("会议时间：19:00—21:00", "7–9 p.m."),
    ("晚上七点半开饭", "Dinner is at half past seven in the evening"),
    ("上午九点一刻", "a quarter past nine in the morning"),
    ("下午三点三刻", "a quarter to four in the afternoon"),
    ("14:00至16:30", "from 2 to 4.30 p.m."),
    ("10:30至14:00", "from 10:30 a.m. to 2 p.m."),
    ("开放时间为9:00—17:30", "Open from 9 a.m. to 5.30 p.m."),
    ("2013.09.15", "15 September 2013"),
    ("2013.9.15", "Sept. 15, 2013"),
    ("2013/9", "September 2013"),
    ("2013/9/15", "15/9/2013"),
    ("2013/9/15", "9/15/2013"),
    ("2013-09", "Sept 2013"),
    ("2012.07-2015.06 浙江大学", "July 2012 – June 2015, Zhejiang University"),
    ("2013.9至今", "September 2013 to present"),
    ("身高1.8米", "5 feet 11 inches tall"),
    ("身高一米八", "1.8 metres tall"),
    ("重五斤", "2.5 kg"),
    ("十里", "five kilometres"),
    ("三丈高", "ten metres high"),
    ("6英寸", "15 cm"),
    ("体重65公斤", "143 pounds"),
    ("37℃", "98.6°F"),
    ("三刻钟", "45 minutes"),
    ("两年半", "30 months"),
    ("一个半小时", "90 minutes"),
    ("1小时30分钟", "90 minutes"),
    ("12个月", "a year"),
    ("十二个月内", "within one year"),
    ("18个月", "a year and a half"),
    ("30个月", "two and a half years"),
    ("千分之三", "0.3 per cent"),
    ("千分之三", "3 per mille"),
    ("3‰", "0.3%"),
    ("万分之五", "0.05%"),
    ("万分之五", "5 basis points"),
    ("万分之五", "five per ten thousand"),
    ("25个基点", "0.25%"),
    ("三十来人", "some thirty people"),
    ("百余人", "over 100 people"),
    ("上百人", "hundreds of people"),
    ("一百二", "120"),
    ("三万五", "35,000"),
    ("3万5千", "35,000"),
    ("两亿三千万元", "RMB 230 million"),
    ("一亿两千三百万", "123 million"),
    ("三万亿", "3 trillion"),
    ("80后", "those born in the 1980s"),
    ("00后", "born after 2000"),
    ("九零后", "born in the 1990s"),
    ("95年毕业", "graduated in 1995"),
    ("电话：010-6505 1234", "Tel: +86 10 6505 1234"),
    ("手机：138 0013 8000", "Mobile: +86 138 0013 8000"),
    ("(0551) 62873310", "+86-551-6287-3310"),
    ("传真 0551-62873310", "Fax 0551 6287 3310"),
    ("请登录www.example.com/zh/index", "See www.example.com/zh/index"),
    ("联系人：a.b@example.org.cn", "Contact: a.b@example.org.cn"),
    ("文件：readme_first.final.txt", "File: readme_first.final.txt"),
    ("30平方米", "320 square feet"),
    ("百分之三十", "30%"),
    ("三分之一", "33%"),
    ("四分之三", "75%"),
    ("一刻钟", "a quarter of an hour"),
    ("二十分钟", "20 minutes"),
    ("一周", "seven days"),
    ("两周", "14 days"),
    ("一斤", "500 grams"),
    ("15公里", "9.3 miles"),
    ("100公里", "60 miles"),
    ("人均GDP达1.2万美元", "GDP per capita reached US$12,000"),
    ("五点意见", "five points"),
    ("20时30分", "8:30 p.m."),
    ("北京时间20时", "8 p.m. Beijing time"),
    ("零时", "midnight"),
    ("0时至6时", "from midnight to 6 a.m."),
    ("电子邮件：info@greenwater.example.org", "Email: info@greenwater.example.org"),
    ("最低票价两元，最高二十五元五角", "Fares range from 2 to 25.5 yuan"),
    ("这本书卖三元八角", "The book costs 3.8 yuan"),
    ("25元5角", "25 yuan and 5 jiao"),
    ("壹仟贰佰叁拾肆元伍角陆分", "RMB 1,234.56"),
    ("三块八毛", "3.8 yuan"),
    ("九元零五分", "9.05 yuan"),
    ("第二年开始拆闹钟，一天十几个", "In the second I started on alarm clocks, a dozen a day"),
    ("一、借款用途仅限于：", "1.1 The loan shall be used exclusively for:"),
    ("十三行时期", "the Shihsanhang period"),
    ("十三行文化", "Shisanhang culture"),
    ("二七广场", "Erqi Square"),
    ("每日三次", "every eight hours"),
    ("每12小时一次", "twice a day"),
    ("每六个月一次", "twice a year"),
    ("为一瓶豆奶多付五毛钱", "pay fifty fen more for a bottle of soy milk"),
    ("五角钱", "fifty cents"),
    ("五毛钱", "half a yuan"),
    ("7票赞成、0票反对", "seven votes to none"),
    ("24小时服务", "around-the-clock service"),
    ("二十四小时值班", "on duty round the clock"),
    ("出口同比下降一成五", "Exports fell by 15 per cent"),
    ("罚款为货值的150%", "The fine is one and a half times the value of the goods"),
    ("按工资的200%支付", "Pay at twice the normal rate"),
    ("按工资的百分之三百支付", "Pay at three times the normal rate"),
    ("不低于正常工资的150%", "Not less than 1.5 times normal pay"),
    ("最低工资标准的120%", "1.2 times the minimum wage"),
    ("是标准的250%", "two and a half times the standard"),
    ("正常工资的1.5倍", "150% of normal pay"),
    ("三个季度", "nine months"),
    ("连续两个季度下降", "fell for six months in a row"),
    ("前三个季度", "in the first nine months"),
    ("连续两个季度", "for two quarters"),
    ("第三个季度", "in the third quarter"),
    ("前三个季度", "in the first three quarters of the year"),
    ("2024年前三个季度", "in the first three quarters of 2024"),
    ("四分之三的人", "three quarters of the people"),
    ("创办于19世纪末", "founded in the late 1800s"),
    ("十八世纪初", "the early 1700s"),
    ("20世纪中期", "the mid-1900s"),
    ("十九世纪中叶", "the mid-1800s"),
    ("21世纪初", "the early 2000s"),
    ("公元八世纪", "the 700s"),
    ("19世纪50年代", "the 1850s"),
    ("20世纪80年代", "the 1980s"),
    ("十九世纪", "the nineteenth century"),
    ("两成三", "23 per cent"),
    ("成本占三成五。", "Costs account for 35 per cent."),
    ("最多可占价格的六成五", "up to 65 per cent of the price"),
    ("收入减少了四成二。", "Revenue fell by 42%."),
    ("产量增加二成半。", "Output rose by 25 per cent."),
    ("下降1成5", "a fall of 15 per cent"),
    ("七成五以上", "more than three quarters"),
    ("四成二至四成五", "42 to 45%"),
    ("七成一线员工", "70% of front-line staff"),
    ("六成五选民支持", "65 per cent of voters support it"),
    ("降三成五家企业倒闭", "Down 30%, five companies closed"),
]
WRONG = {
    "time-wrong": [
        ("会议于19:30至21:45举行", "The meeting was held from 7:30 to 8:45 pm"),
        ("会议于19:30至21:45举行", "from 7.30 to 9.15 p.m."),
        ("晚上七点半", "half past eight in the evening"),
        ("上午九点一刻", "a quarter to nine in the morning"),
        ("下午3点", "3 a.m."),
    ],
    "number-wrong": [
        ("出口同比下降一成五", "Exports fell by 10 per cent"),
        ("最低工资标准的120%", "1.3 times the minimum wage"),
        ("不低于正常工资的150%", "Not less than 15 times normal pay"),
        ("按工资的百分之三百支付", "Pay at two times the normal rate"),
        ("正常工资的1.5倍", "250% of normal pay"),
        ("三个季度", "eight months"),
        ("两个季度", "nine months"),
        ("三个季度", "two quarters"),
        ("三个人", "three quarters of the people"),
        ("19世纪", "the 1900s"),
        ("19世纪", "the 1700s"),
        ("20世纪", "the 1800s"),
        ("十八世纪初", "the early 1800s"),
        ("19世纪", "the 1850s"),
        ("19世纪", "the 18th century"),
        ("占六成五。", "60 per cent"),
        ("占六成五。", "56 per cent"),
        ("占两成半", "20%"),
        ("下降1成5", "a fall of 1.5%"),
        ("降三成五家", "down 35%"),
        ("二十五元五角", "25.6 yuan"),
        ("时速120公里", "85 mph"),
        ("万分之一", "three in a thousand"),
        ("十四五岁", "eighteen years old"),
        ("二十两银子", "22 taels of silver"),
        ("1万9248", "19,284"),
        ("50万人死亡", "half a billion deaths"),
        ("导览时间为10:30和14:30", "Tours at 10.30 and 3.30"),
        ("2013.9—2016.6", "Sept 2013 – June 2015"),
        ("2013.9—2016.6", "Sept 2013 – July 2016"),
        ("2013.09.15", "16 September 2013"),
        ("2013/9/15", "15/8/2013"),
        ("电话：0551-6287 3310", "Tel.: +86 551 6287 3311"),
        ("电话：0551-6287 3310", "Tel.: +86 552 6287 3310"),
        ("面积1,200亩", "90 hectares"),
        ("面积1,200亩", "800 hectares"),
        ("长3公里", "2.4 miles"),
        ("身高1.8米", "6 feet 11 inches"),
        ("千分之五", "5%"),
        ("千分之五", "0.05%"),
        ("万分之五", "0.5%"),
        ("两亿三千万", "23 million"),
        ("两亿三千万", "203 million"),
        ("两年半", "36 months"),
        ("12个月", "30 days"),
        ("90后", "born in the 1980s"),
        ("95后", "born after 1996"),
        ("报价为86万元、92万元和104万元", "RMB 860,000, 960,000 and 1.04 million"),
        ("2018年6月28日第四次会议通过", "Adopted at the 5th Meeting on June 28, 2018"),
        ("37℃", "100.6°F"),
        ("每日三次", "every six hours"),
        ("每6小时一次", "three times a day"),
        ("从1点到3点", "1.30 to 4 p.m."),
    ],
    "symbol-missing": [
        ("2013/9", "October 2013"),
    ],
    "untranslated": [
        ("the committee 决定 shall meet every year", "the committee shall meet every year"),
    ],
    "measure-wrong": [
        ("为期5年", "for 5 months"),
        ("5‰", "5%"),
    ],
    "number-missing": [
        ("按工资的300%支付", "Pay at twice the normal rate"),
        ("按工资的200%支付", "Pay twice a month"),
        ("十三行文化", "Shihsanhang culture, 1,500 years ago"),
        ("十三人出席", "The delegates shied away"),
        ("一、借款用途", "It is 2.5 times larger"),
        ("三七开", "a 40:60 split"),
        ("三分之一的人；50万", "a third of them; half of it"),
        ("一刻钟", "fifty minutes"),
        ("五毛钱", "sixty fen"),
        ("24小时后", "around the time"),
        ("一米八", "1.7 metres"),
    ],
    "date-wrong": [
        ("2018年6月28日第四次会议通过", "Adopted at the 4th Meeting on July 28, 2018"),
    ],
    "part-wrong": [
        ("附件2", "Annex III"),
        ("第十二章", "Chapter Four"),
        ("第二次会议（附件5）", "Second meeting (Annex VI)"),
    ],
}


def _found(source: str, target: str, languages: tuple[str, str]) -> list[str]:
    findings = (item for _, item in check_pairs([pair(source, target, languages)], ALONE))
    return [
        item.check
        for item in findings
        if item.severity is not Severity.INFO and item.check != "length"
    ]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_what_says_the_same_in_another_form_has_no_error_and_no_warning(
    source: str, target: str
) -> None:
    assert _found(source, target, ("zh-CN", "en")) == []
    assert _found(target, source, ("en", "zh-CN")) == []


@pytest.mark.parametrize(
    ("check", "source", "target"),
    [(check, *texts) for check, pairs in WRONG.items() for texts in pairs],
)
def test_what_says_another_thing_is_found_once(check: str, source: str, target: str) -> None:
    assert _found(source, target, ("zh-CN", "en")) == [check]
    assert _found(target, source, ("en", "zh-CN")) == [check]


OF_TAIWAN = [
    ("112年3月5日", "March 5, 2023"),
    ("一一二年三月五日", "5 March 2023"),
    ("應於一一二年底前完工", "complete it by the end of 2023"),
    ("108年度至110年度", "from 2019 to 2021"),
    ("自113年起5年內", "for 5 years from 2024 on"),
    ("民國112年8月至113年1月", "from August 2023 to January 2024"),
    ("112年", "Minguo 112"),
]
WRONG_OF_TAIWAN = [
    ("number-wrong", "112年3月5日", "March 5, 2022"),
    ("number-wrong", "一一二年三月五日", "5 March 2024"),
    ("number-wrong", "112人", "2023 persons"),
    ("number-missing", "112年", "in 2023 and 2024"),
    ("number-missing", "112年起租，112年起息", "from 2023 on, interest from 2024 on"),
]


@pytest.mark.parametrize("tag", ["zh-TW", "zh-Hant", "zh-Hant-TW"])
@pytest.mark.parametrize(("source", "target"), OF_TAIWAN)
def test_in_texts_of_taiwan_a_year_may_be_one_of_the_republic(
    tag: str, source: str, target: str
) -> None:
    assert _found(source, target, (tag, "en")) == []
    assert _found(target, source, ("en", tag)) == []


@pytest.mark.parametrize(("check", "source", "target"), WRONG_OF_TAIWAN)
def test_a_year_of_the_republic_has_to_be_the_same(check: str, source: str, target: str) -> None:
    assert _found(source, target, ("zh-TW", "en")) == [check]
    assert _found(target, source, ("en", "zh-TW")) == [check]


def test_in_texts_of_taiwan_a_changed_number_of_years_is_found() -> None:
    years = "lease 3 years, interest 3 years, keep 3 years"
    assert _found("租3年，息3年，保5年", years, ("zh-TW", "en")) == ["number-wrong"]


@pytest.mark.parametrize("tag", ["zh-CN", "zh-HK", "zh-Hant-HK"])
def test_elsewhere_years_are_counted_by_the_common_era(tag: str) -> None:
    assert _found("112年3月5日", "March 5, 2023", (tag, "en")) == ["number-wrong"]
