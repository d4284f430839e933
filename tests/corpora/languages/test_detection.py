"""Which language a text is found to be in, and how sure that is."""

import errno
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.errors import DocumentError
from corpora.languages import detect_language, detection

SHARED = Path(__file__).parents[4] / "shared"

ENGLISH = "The committee met in the morning and spoke about the water of the river. "
GERMAN = "Der Ausschuss trat am Morgen zusammen und sprach über das Wasser des Flusses."
HANS = "委员会早上开会，讨论了这条河的水质问题。"
HANT = "委員會早上開會，討論了這條河的水質問題。"
TEXTS = [
    (HANS, "zh-CN"),
    (HANT, "zh-TW"),
    ("回顾其决议, 重申其承诺; (见下文)", "zh-CN"),
    ("大会", "zh-CN"),
    (ENGLISH, "en"),
    (GERMAN, "de"),
    ("Le comité s'est réuni le matin et a parlé de l'eau de la rivière.", "fr"),
    ("Комитет собрался утром и обсудил воду в реке, а затем разошёлся.", "ru"),
    ("委員会は朝に開かれ、川の水について話し合った。", "ja"),
    ("外務省\n総務省\n経済産業省\n国土交通省\n厚生労働省", "ja"),
    (
        "他在東京參觀了圓覺寺，日文寫作「円覚寺」的那座寺院，之後搭乘電車回到旅館。",
        "zh-TW",
    ),
    (
        "会社概要\n当社は東京に本社を置く製造会社です。\n設立は一九九五年、従業員数は三百名です。",
        "ja",
    ),
    ("農の園、優の良品、茶の魔手三家公司今日宣布合併。優の良品將成為新公司總部。", "zh-TW"),
    ("任天堂（ニンテンドー）发布了新的游戏机。索尼（ソニー）随后发布了新手机。", "zh-CN"),
    ("위원회는 아침에 모여 강물에 대해 이야기했다.", "ko"),
]


@pytest.fixture(autouse=True, scope="module")
def model_is_loaded() -> None:
    detect_language(GERMAN)


@pytest.mark.parametrize(("text", "tag"), TEXTS)
def test_a_text_is_known_by_its_characters_and_words(text: str, tag: str) -> None:
    found = detect_language(text)
    assert (found.tag, found.confidence > 0.7) == (tag, True)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (ENGLISH * 3 + "Its Chinese name is 委员会和河水委员会。", "en"),
        (HANS * 3 + "它的英文名是the Committee on the Water of the River。", "zh-CN"),
        (HANS * 3 + "書名是《論語與國學》。", "zh-CN"),
        (HANT * 3 + "書名是《论语与国学》。", "zh-TW"),
        (HANS * 3 + "日文是ありがとうございます。", "zh-CN"),
        (HANS * 2 + "他只说了一句日文：ここに置いてください。", "zh-CN"),
        (HANS + " https://www.example.org/a-very-long-address/of-english-words" * 5, "zh-CN"),
    ],
)
def test_quotations_in_another_language_do_not_decide(text: str, tag: str) -> None:
    assert detect_language(text).tag == tag


@pytest.mark.parametrize("text", ["", " \n", "12,5 %", "...", "\ud800" * 9, "ok", "No. 5", "IV"])
def test_too_little_text_is_undetermined_and_says_so(text: str) -> None:
    found = detect_language(text)
    assert (found.tag, found.confidence) == ("und", 0.0)
    assert "letters" in found.description


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Warranty Card\n\nModel:", "too little text to tell the language"),
        ("Terms and Conditions", "too little text to tell the language, perhaps English"),
    ],
)
def test_of_little_text_only_a_likely_language_is_named(text: str, said: str) -> None:
    found = detect_language(text)
    assert (found.tag, found.description) == ("und", said)


DIRECTORY = """Faculty Directory
Anderson, Erik
Chen Siyuan
Ding Yifan
Guo Min
Sun Xiao
Switchboard: 0551-5550 7700"""
MEDALS = (
    "Awards and honours\n2012 Bronze medal, Rio\n2016 Silver medal, Tokyo\n2019 Gold medal, Berlin"
)


@pytest.mark.parametrize(
    "text",
    [
        DIRECTORY,
        MEDALS,
        "Education\n2011-2015 Bachelor, Donghai University of Technology\n"
        "2015-2018 Master, Donghai University of Technology",
    ],
)
def test_names_and_figures_are_english_but_hardly_told_so(text: str) -> None:
    found = detect_language(text)
    assert (found.tag, found.confidence < 0.5) == ("en", True)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Alle mennesker er født frie og lige i værdighed og rettigheder.", "da"),
        ("Alle mensen worden vrij en gelijk in waardigheid en rechten geboren.", "nl"),
        ("Todos los seres humanos nacen libres e iguales en dignidad y derechos.", "es"),
        ("Alla människor är födda fria och lika i värde och rättigheter.", "sv"),
        ("Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti.", "it"),
        ("Wszyscy ludzie rodzą się wolni i równi pod względem godności.", "pl"),
        ("Tots els éssers humans neixen lliures i iguals en dignitat i en drets.", "ca"),
        (
            "An gabos na tawo ipinangaking may katalingkasan asin parantay sa dignidad"
            " asin mga katanosan. Sinda binalukan nin pag-isip asin konsensya.",
            "bcl",
        ),
    ],
)
@pytest.mark.parametrize("beside", [None, "zh-CN", "en"])
def test_a_sentence_of_another_language_is_told_whatever_it_translates(
    text: str, tag: str, beside: str | None
) -> None:
    assert detect_language(text, beside=beside).tag == tag


@pytest.mark.parametrize(
    ("text", "beside", "tag"),
    [
        ("No. 5", "zh-TW", "en"),
        ("Warranty Card\n\nModel:", "zh-CN", "en"),
        ("Warranty Card\n\nModel:", "de", "und"),
        ("Warranty Card\n\nModel:", "ja", "und"),
        ("Кино", "zh-CN", "und"),
        ("12,5 %", "zh-CN", "und"),
    ],
)
def test_few_latin_letters_beside_chinese_are_taken_for_english(
    text: str, beside: str, tag: str
) -> None:
    assert detect_language(text, beside=beside).tag == tag


def test_characters_that_both_kinds_of_chinese_use_are_half_sure() -> None:
    found = detect_language("人口")
    assert (found.tag, found.confidence) == ("zh-CN", 0.5)
    assert "taken as simplified" in found.description


def test_the_user_is_told_in_words() -> None:
    assert detect_language(HANT).description == "Chinese, traditional characters"


def test_latin_letters_are_said_where_cyrillic_ones_are_common() -> None:
    text = "Odbor se sastao ujutro i razgovarao o vodi u reci, a zatim se razišao. Gde ste, šta je?"
    assert detect_language(text * 3).tag in ("sr-Latn", "hr", "bs")


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_gets_an_answer_between_guess_and_sure(text: str) -> None:
    assert 0 <= detect_language(text).confidence <= 1


def test_of_a_huge_text_only_samples_are_read_but_from_everywhere() -> None:
    huge = ENGLISH * 1_000 + HANS * 100_000
    started = time.process_time()
    assert detect_language(huge).tag == "zh-CN"
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("data/udhr/udhr.en.txt", "en"),
        ("data/udhr/udhr.zh-Hans.txt", "zh-CN"),
        ("data/udhr/udhr.zh-Hant.txt", "zh-TW"),
        ("data/un-charter/un_charter.raw.en.txt", "en"),
        ("data/un-charter/un_charter.raw.zh.txt", "zh-CN"),
        ("data/un-67-58/en.working.txt", "en"),
        ("data/un-67-58/zh.wikisource.txt", "zh-CN"),
        ("gold/textberg-dev/dev.de", "de"),
        ("gold/textberg-dev/dev.fr", "fr"),
    ],
)
def test_real_documents(name: str, tag: str) -> None:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the checkout")
    found = detect_language(path.read_text(encoding="utf-8"))
    assert (found.tag, found.confidence > 0.9) == (tag, True)


def test_a_full_folder_for_temporary_files_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("py3langid.modelio.tempfile.TemporaryFile", full)
    detection._identifier.cache_clear()
    with pytest.raises(DocumentError, match=r"70 MB .*No space left.*TMPDIR"):
        detect_language(GERMAN)


@pytest.mark.parametrize(("text", "tag"), [(ENGLISH * 2, "en"), (HANS, "zh-CN"), (HANT, "zh-TW")])
def test_plain_english_and_chinese_need_no_model(
    text: str, tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detection, "_identifier", lambda: pytest.fail("the model was loaded"))
    assert detect_language(text).tag == tag


@pytest.mark.parametrize(
    "text", [f"{GERMAN} " * 3 + ENGLISH, "Der Titel ist The Lord of the Rings."]
)
def test_text_that_is_not_all_plain_english_is_left_to_the_model(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Model:
        def rank(self, text: str) -> list[tuple[str, float]]:
            return [("de", 1.0), ("en", 0.0)]

    monkeypatch.setattr(detection, "_identifier", Model)
    assert detect_language(text).tag == "de"
