"""Languages, negation, names, items, length, characters and marks: right pairs and wrong ones."""

import pytest

from align.quality.checks import CHECKS
from align.quality.findings import Severity
from tests.align.quality.pairs import found_by, pair

NOT_INFO = [check.id for check in CHECKS if check.severity is not Severity.INFO]

REFERENCES = (
    "[2] Vaswani A, Shazeer N, Parmar N, et al. Attention is all you need[C].",
    "Pattern Recognition, 2021, 110: 107-115.",
    "Vaswani, A., & Shazeer, N. (2017). Attention is all you need. In Advances.",
)

CODE = [
    "const c = new Client();",
    'await c.connect("localhost", 8080);',
    "return x + y;",
    "import numpy as np",
    "npm install --save react",
    "git push origin main",
    "E = mc^2",
    "f(x) = a*x + b",
    "getUserName",
    "for i in range(10): print(i)",
    "sudo apt-get update",
    "https://example.com/a/the-page",
    "if (x == null) return false;",
    "SELECT name FROM users WHERE id = 3;",
    "/usr/local/bin/python",
]

RIGHT = [
    ("以中文、蒙古文和俄文写成", "in the Chinese, Mongolian and Russian languages"),
    ("荷兰文化展", "An exhibition of the culture of the Netherlands"),
    ("Antigone vipio", "Antigone vipio"),
    ("Anthropoides virgo", "Anthropoides virgo"),
    ("你有没有发烧？", "Do you have a fever?"),
    ("您会不会头痛？", "Do you get headaches?"),
    ("请随时与我们联系。", "Please do not hesitate to contact us."),
    ("有问题请随时联系我们", "Please don't hesitate to contact us with questions"),
    ("这件商品没有库存", "The item is sold out"),
    ("他们已经没有库存了", "They had run out"),
    ("一些细节还尚未确定", "Some details are still being determined"),
    ("在开发出疗法之前，这是必要的", "As therapies are not yet developed, this is needed"),
    ("他十点才到", "He did not arrive until ten"),
    ("投标保证金不予退还：", "The bid security will be forfeited:"),
    ("算了，走吧", "Never mind, let's go"),
    ("这座城市最美", "No city is more beautiful"),
    ("修复命令忽略文件的问题", "The command no longer ignores the file"),
    ("1名印度人被捕", "An Indian was arrested"),
    ("1 名男子死亡", "A man died"),
    ("50万人", "half a million people"),
    ("特里斯坦-达库尼亚群岛", "Tristan da Cunha"),
    ("一名意大利医生在加那利群岛度假", "A doctor was on holiday in the Canary Islands"),
    ("处十年以下有期徒刑", "imprisonment of not more than ten years"),
    ("在六十日内付款", "Payment shall be made not later than sixty days after that day"),
    ("罚款一千元以下", "a fine not exceeding 1,000 yuan"),
    ("占三成学生", "thirty per cent of the students"),
    ("两成员国", "two Member States"),
    ("大会", "The General Assembly"),
    ("大会决定休会。", "The Assembly decides to adjourn."),
    ("OmegaT", "OmegaT"),
    ("ISO 9001", "ISO 9001"),
    ("A/67/L.35", "A/67/L.35"),
    *((entry, entry) for entry in REFERENCES),
    ("[1] Zhang Q, et al. Variants in books[J].", "[4] Zhang Q, et al. Variants in books[J]."),
    *((line, line) for line in CODE),
    ("气温为摄氏25度", "The temperature is 25 °C"),
    ("水温达到华氏77度", "The water reached 77 °F"),
    ("大会（第六十七届会议）决定：", "The Assembly (sixty-seventh session) decides:"),
    ("《行动纲领》", "Programme of Action"),
    ("他说：“不。”", "He said, “No.”"),
    ("决定：(a) 审查；(b) 报告", "Decides: (a) to review; and (b) to report"),
    ("决定：㈠ 审查；㈡ 报告", "Decides: (a) to review; (b) to report"),
    ("第七条第㈡款", "article 7 (b)"),
    ("法国代表发言", "The representative of France spoke"),
    ("法国政府", "the French Government"),
    ("法国代表感谢法国人民", "The representative of France thanked the people of France"),
    ("法国代表和他的国家", "The representative of France, and France itself"),
    ("法国和德国代表", "The representatives of France and of a neighbour"),
    ("以色列在巴勒斯坦的行动", "Israeli actions in the Palestinian areas of Palestine"),
    (
        "美利坚合众国和大不列颠及北爱尔兰联合王国",
        "the United Kingdom and the United States of America",
    ),
    ("在Choporlu村附近", "near the village of Choporlu"),
    ("前Séleka武装分子", "ex-Seleka fighters"),
    ("委员会不同意这一结论", "The Committee disagrees with this conclusion"),
    ("委员会无法开会", "The Committee was unable to meet"),
    ("未经许可，任何人不得入内", "No entry without permission"),
    ("此事与预算无关", "The matter is independent of the budget"),
    ("该文件不受保护", "The document is unprotected"),
    ("乙方不得不接受该条件。", "Party B had to accept the condition."),
    ("不能不承认这一点", "This must be admitted"),
    ("他无不感到高兴", "He was always glad"),
    ("没有人不同意", "Everyone agrees"),
    ("非改革不可", "Reform is a must"),
    ("这必然是正确的", "This cannot but be right"),
    ("他的努力取得了一些成果", "His efforts were not without result"),
    ("每个国家都必须提交报告", "Each State shall not fail to report"),
    ("常见的副作用（十分之一以上）：头痛。", "Common (more than 1 in 10): headache."),
    ("少见（百分之一以下）：皮疹", "Uncommon (fewer than 1 in 100): rash"),
    ("罕见（千分之一至万分之一）", "Rare (from 1 in 10,000 to 1 in every 1,000)"),
    ("1%的人会头痛", "1 out of 100 people have a headache"),
    ("2018.7—2022.2 研发工程师", "07/2018–02/2022 R&D engineer"),
    ("桥还是那座桥，可是老茶馆没有了。", "The bridge is the same, but the old teahouse is gone."),
    ("[3] Okada T, Brandt L. Night-time heat.", "[3] Okada T, Brandt L. Night-time heat."),
    ("Urban Climate Letters, 2021, 8: 55‒71.", "Urban Climate Letters, 2021, 8: 55‒71."),
    ("manage-bde -status C:", "manage-bde -status C:"),
    ("至少三人出席", "no fewer than three persons attended"),
    ("不仅在城市，而且在农村", "in towns and in the countryside alike"),
    ("拨款500万美元", "$5 million was allocated"),
    ("长10公里", "10 km long"),
    ("总额为800美元", "a total of 800 United States dollars"),
    ("为期12个月，其后每12个月", "for 12 months, and every 12 months after it"),
    ("12个月，即12天的工作", "12 months, or 12 days of work each for 12 months"),
    ("5％的人口", "5 per cent of the population"),
    ("定于上午10时举行", "To be held at 10 a.m."),
    ("目 录", "Contents"),
    ("通过议程", "Adoption of the agenda and organization of work"),
    ("日内瓦国际发展研究院", "Institut de hautes études internationales, Geneva"),
    ("关于在日内瓦的讲话", "A talk in Geneva on a visit to Rome"),
]

WRONG = [
    ("negation", "他没有库存", "He has stock"),
    ("negation", "保证金不予退还", "The security will be returned"),
    ("negation", "请联系我们", "Do not contact us"),
    ("negation", "他十点到", "He did not arrive at ten"),
    ("negation", "他有没有来，我不能说", "Whether he came, I can say"),
    ("negation", "他尚未同意", "He agreed"),
    ("negation", "这座城市最美", "This city is not beautiful"),
    ("country-differs", "加那利群岛", "Malvinas Islands"),
    ("number-missing", "1名男子死亡", "Men died"),
    ("number-missing", "1号房间", "A room"),
    ("number-missing", "第1项议程", "An item of the agenda"),
    ("number-missing", "1名男子死亡，2名受伤", "A man died"),
    ("number-wrong", "50万人", "half a billion people"),
    ("empty", "大会", ""),
    ("empty", " ", "The Assembly"),
    ("identical", "大会决定如下", "大会决定如下"),
    ("identical", "The ferry stops every hour.", "The ferry stops every hour."),
    (
        "identical",
        "Return the form to the office; see below.",
        "Return the form to the office; see below.",
    ),
    ("identical", "Import taxes apply to all goods.", "Import taxes apply to all goods."),
    ("identical", "Select a file from the list", "Select a file from the list"),
    ("identical", "See https://example.com for the rules", "See https://example.com for the rules"),
    ("identical", "The committee decided on this", "The committee decided on this"),
    ("identical", "Conduct during voting", "Conduct during voting"),
    ("negation", "他说他没有了解情况", "He said that he knew the facts"),
    ("number-missing", "少数人（百分之一）发烧", "Few people (1 in 50) have a fever"),
    ("number-wrong", "十分之三的人", "1 in 10 persons"),
    ("number-missing", "三个人里，2012年有一人", "1 in 3 persons in 2012, and 10 in 20"),
    ("symbol-missing", "见决议", "See resolution 2/2022 R"),
    ("untranslated", "大会决定设立委员会", "The Assembly 决定设立一个特别委员会以审查此事"),
    ("untranslated", "The Committee shall meet every year", "The Committee shall meet 每年"),
    ("untranslated", "see www.example.org for all details", "See the site www.example.org"),
    ("untranslated", "write to info@example.org by then", "Write to info@example.org until then"),
    (
        "wrong-language",
        "大会决定如下各项",
        "L'Assemblée générale décide ce qui suit dans sa résolution",
    ),
    (
        "wrong-language",
        "大会决定如下各项",
        "Die Generalversammlung beschließt die folgenden Maßnahmen",
    ),
    (
        "wrong-language",
        "委员会审议了这一问题并通过了以下决定",
        "Le Comité a examiné cette question à sa session et a adopté la décision suivante",
    ),
    ("wrong-language", "会议在意大利举行", "La riunione ha avuto luogo in Italia"),
    ("wrong-language", "委员会决定审议", "Комитет постановил рассмотреть этот вопрос"),
    ("mixed-scripts", "聯合国大会", "The General Assembly"),
    ("mojibake", "联合国的任务", "The Organizationâ€™s tasks"),
    ("mojibake", "è”åˆå›½大会", "United Nations"),
    ("mojibake", "联合国", "The \ufffd\ufffd Nations"),
    ("mojibake", "锟斤拷", "words"),
    ("entities", "研发预算", "The R&amp;D budget"),
    ("control-characters", "大会\u200b决定", "The Assembly decides"),
    ("spaces", "大会 决定设立特别委员会，审查此事。", "The Assembly decides."),
    ("spaces", "大会", "The  Assembly"),
    ("spaces", "大会", "The Assembly , again"),
    ("unpaired-marks", "大会（第六十七届会议）决定", "The Assembly (sixty-seventh session decides"),
    ("unpaired-marks", "他说：“可以。”", "He said, “Yes."),
    ("unpaired-marks", "他说：“可以。”", 'He said, "Yes.'),
    ("brackets-lost", "大会（见附件）决定", "The Assembly decides"),
    ("end-mark", "大会决定休会。", "The Assembly decides to"),
    ("end-mark", "谁来？", "They come."),
    ("end-mark", "请见报告", "See the report.17"),
    ("foreign-marks", "大会,决定", "The Assembly decides"),
    ("foreign-marks", "大会", "The Assembly， again"),
    ("footnote-marks", "回顾其报告，", "Recalling its report,1"),
    ("footnote-marks", "报告；¹", "report;"),
    ("item-lost", "决定：(a) 审查；(b) 报告；(c) 休会", "Decides: (a) to review; (b) to adjourn"),
    ("country-differs", "法国代表发言", "The representative of Germany spoke"),
    ("country-differs", "立陶宛儿童", "children in Latvia"),
    ("country-differs", "法国代表在法国", "The representative of France in Germany"),
    ("country-differs", "法国和德国，德国和法国", "France and Germany, Germany and Spain"),
    ("latin-name-differs", "在Choporlu村附近", "near the village of Chopurlu"),
    ("negation", "委员会不同意这一结论", "The Committee agrees with this conclusion"),
    ("negation", "该文件不受保护", "The document is protected"),
    ("negation", "委员会接受这一结论", "The Committee does not accept this conclusion"),
    ("measure-wrong", "拨款500万美元", "EUR 5 million was allocated"),
    ("negation", "不得不说，乙方不同意", "It must be said that Party B agrees"),
    ("measure-wrong", "25摄氏度", "25°F"),
    ("measure-wrong", "华氏25度", "25 degrees Celsius"),
    ("measure-wrong", "长10公里", "10 miles long"),
    ("measure-wrong", "总额为800欧元", "a total of 800 United States dollars"),
    ("measure-wrong", "为期12天，其后每12个月", "for 12 months, and every 12 months after it"),
    (
        "length",
        "大会决定设立一个由会员国组成的特别委员会，审查会议的组织工作和议事规则。",
        "Decides.",
    ),
]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_right_pairs_give_no_warning_and_no_error(source: str, target: str) -> None:
    for one in (pair(source, target), pair(target, source, ("en", "zh-CN"))):
        assert {check: found for check in NOT_INFO if (found := found_by(check, one))} == {}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("早餐（6:30至10:00）", "Breakfast (6.30 to 10 a.m.)"),
        ("共计（9,000）元", "9,000 yuan (in all)"),
        ("会议（上午9:00）", "Meeting (9:00 a.m.)"),
        ("其他（纸张、笔等）", "Others (paper, pens, etc.)"),
    ],
)
def test_figures_and_abbreviations_in_brackets_are_no_labels_and_no_ends_of_sentences(
    source: str, target: str
) -> None:
    for check in ("brackets-lost", "end-mark"):
        assert not found_by(check, pair(source, target))


@pytest.mark.parametrize(("check", "source", "target"), WRONG)
def test_wrong_pairs_are_found(check: str, source: str, target: str) -> None:
    assert found_by(check, pair(source, target))
    assert found_by(check, pair(target, source, ("en", "zh-CN")))


@pytest.mark.parametrize(
    ("text", "languages", "severity"),
    [
        ("大会决定设立一个特别委员会", ("zh-CN", "en"), Severity.ERROR),
        ("the committee has decided on this", ("en", "zh-CN"), Severity.ERROR),
        ("大会决定如下", ("zh-CN", "en"), Severity.ERROR),
        ("（2）核辐射；", ("zh-CN", "en"), Severity.ERROR),
        ("第四部分 一般规定", ("zh-TW", "de"), Severity.ERROR),
        ("中文", ("zh-CN", "en"), None),
        ("繁體中文", ("zh-TW", "en"), None),
        ("5 kg/年", ("zh-CN", "en"), None),
        ("大会 (General Assembly of the United Nations)", ("zh-CN", "en"), None),
        ("大会决定设立一个特别委员会", ("zh-CN", "ja"), None),
        ("the committee has decided on this", ("en", "fr"), None),
    ],
)
def test_what_was_left_in_another_script_is_an_error_and_not_only_identical(
    text: str, languages: tuple[str, str], severity: Severity | None
) -> None:
    (found,) = found_by("identical", pair(text, text, languages))
    assert found.severity is severity


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_says_why_it_matters_in_one_sentence(check: object) -> None:
    assert check.why.endswith(".")  # type: ignore[attr-defined]
    assert check.why.count(". ") == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text", ["tidepool", "`not set`", "`npm run build`", "quiet, normal, loud", "on | off"]
)
@pytest.mark.parametrize("other", ["zh-CN", "zh-TW", "ja"])
def test_terms_left_in_english_were_not_forgotten_and_as_a_translation_are_good_to_know(
    text: str, other: str
) -> None:
    assert not found_by("identical", pair(text, text, (other, "en")))
    for found in found_by("identical", pair(text, text, ("en", other))):
        assert found.severity is Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "tide table",
        "Log level",
        "Yes, please",
        "(a) read; (b) write",
        "Tidal Core and i9-20",
    ],
)
@pytest.mark.parametrize("other", ["zh-CN", "ja", "ko"])
def test_words_that_are_no_single_terms_are_a_translation_that_was_forgotten(
    text: str, other: str
) -> None:
    for languages in ((other, "en"), ("en", other)):
        (found,) = found_by("identical", pair(text, text, languages))
        assert found.severity is not Severity.INFO


@pytest.mark.parametrize(
    "text", ["Intel Core i7-1360P", "Modbus RTU, 9600 bps", "Wi-Fi 6E + Bluetooth 5.3"]
)
@pytest.mark.parametrize("other", ["zh-CN", "ja", "ko"])
def test_names_of_products_beside_values_were_not_forgotten_in_a_source(
    text: str, other: str
) -> None:
    assert not found_by("identical", pair(text, text, (other, "en")))


@pytest.mark.parametrize("languages", [("zh-CN", "en"), ("en", "zh-CN"), ("en", "fr")])
def test_technical_values_are_the_same_in_every_language(languages: tuple[str, str]) -> None:
    for text in ("RTU, 9600 bps", "USB-C × 2, HDMI 2.1", '14" IPS, 2880 × 1800, 90 Hz'):
        assert not found_by("identical", pair(text, text, languages))


@pytest.mark.parametrize(
    ("text", "language"), [("RS-485 接口", "zh-CN"), ("RS-485 ポート", "ja"), ("RS-485 포트", "ko")]
)
def test_a_text_in_the_script_of_its_source_was_forgotten(text: str, language: str) -> None:
    assert found_by("identical", pair(text, text, (language, "en")))


def test_no_two_checks_have_one_id() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)


def test_traditional_chinese_may_hold_traditional_characters() -> None:
    languages = ("zh-TW", "en")
    assert not found_by("mixed-scripts", pair("聯合國大會", "The General Assembly", languages))
    assert found_by("mixed-scripts", pair("聯合国大會", "The General Assembly", languages))
    for text in ("上個週末我試着自己包", "主啊，謝謝祢", "住户悦納脱税所得", "蘇州的葱油餅還温着"):
        assert not found_by("mixed-scripts", pair(text, "Last weekend", languages))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("见A/67/L.35", "see A/67/L.35"),
        ("见 https://un.org/about 一页", "see the page https://www.un.org/en"),
        ("请写信给office@example.org", "Write to us"),
    ],
)
def test_symbols_and_addresses_are_left_to_their_own_checks(source: str, target: str) -> None:
    for one in (pair(source, target), pair(target, source, ("en", "zh-CN"))):
        assert not found_by("footnote-marks", one)
        assert not found_by("latin-name-differs", one)


@pytest.mark.parametrize(
    ("source", "target"),
    [("请见第17号", "See No. 17"), ("见第204至206页", "see pp. 204"), ("第3条", "art. 3")],
)
def test_the_stop_of_an_abbreviation_before_a_number_is_no_end_mark(
    source: str, target: str
) -> None:
    assert not found_by("end-mark", pair(source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("额定电压220 V，50 Hz", "Rated voltage 220 V, 50 Hz"),
        ("[1] 王五.", "[1] Wang W."),
        ("占地120m²，R² = 0.42", "It covers 120 m², R² = 0.42"),
        ("浓度为10⁶个", "at 10⁶ cells"),
        ("25米²的SO₄²⁻，10⁻³克", "25 m² of SO₄²⁻, 10⁻³ g, x₁²"),
    ],
)
def test_measures_powers_and_the_labels_of_references_are_no_footnote_marks(
    source: str, target: str
) -> None:
    assert not found_by("footnote-marks", pair(source, target))


def test_a_mark_at_the_head_of_one_side_only_is_a_footnote_mark() -> None:
    assert found_by("footnote-marks", pair("[1] 王五.", "Wang W."))
