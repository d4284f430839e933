"""What people write for a language, and the one tag that it becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import DocumentError
from corpora.languages import base, canonical_language, display_name, same_language
from corpora.languages.tags import with_region


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("zh-CN", "zh-CN"),
        ("zh_cn", "zh-CN"),
        ("ZH-Hans-CN", "zh-CN"),
        ("zh-Hans", "zh-CN"),
        ("zh-Hans-SG", "zh-SG"),
        ("zh-Hans-TW", "zh-CN"),
        ("zh", "zh-CN"),
        ("cmn", "zh-CN"),
        ("chs", "zh-CN"),
        ("Chinese", "zh-CN"),
        ("Simplified Chinese", "zh-CN"),
        ("中文", "zh-CN"),
        ("zh-Hant", "zh-TW"),
        ("zh-tw", "zh-TW"),
        ("zh-Hant-HK", "zh-HK"),
        ("CHT", "zh-TW"),
        ("繁體中文", "zh-TW"),
        ("EN", "en"),
        ("en_US.UTF-8", "en-US"),
        ("en-Latn", "en"),
        ("eng", "en"),
        (" english ", "en"),
        ("deu", "de"),
        ("ger", "de"),
        ("Deutsch", "de"),
        ("Français", "fr"),
        ("iw", "he"),
        ("pt-br", "pt-BR"),
        ("sr-latn", "sr-Latn"),
        ("tlh", "tlh"),
    ],
)
def test_what_people_write_becomes_one_canonical_tag(written: str, tag: str) -> None:
    assert canonical_language(written) == tag
    assert canonical_language(tag) == tag


@pytest.mark.parametrize(
    "written", ["", " ", "xx", "und", "mul", "zxx", "x-foo", "en--US", "123", "nonsense", "a\nb"]
)
def test_an_unknown_language_is_refused_in_one_line_that_says_how_to_write_one(
    written: str,
) -> None:
    with pytest.raises(DocumentError, match="unknown language") as caught:
        canonical_language(written)
    assert "zh-CN, zh-TW, en, de" in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=12))
def test_any_text_is_a_language_or_an_error_of_this_package(written: str) -> None:
    try:
        tag = canonical_language(written)
    except DocumentError:
        return
    assert canonical_language(tag) == tag


@pytest.mark.parametrize(("tag", "language"), [("zh-CN", "zh"), ("ZH_tw", "zh"), ("en", "en")])
def test_the_base_is_the_language_without_region(tag: str, language: str) -> None:
    assert base(tag) == language


@pytest.mark.parametrize(
    ("found", "declared", "tag"),
    [
        ("zh-TW", "zh-HK", "zh-HK"),
        ("zh-TW", "zh-Hant-MO", "zh-MO"),
        ("zh-CN", "zh_sg", "zh-SG"),
        ("zh-CN", "zh-HK", "zh-CN"),
        ("zh-TW", "zh-CN", "zh-TW"),
        ("zh-TW", "zh-Hant", "zh-TW"),
        ("zh-TW", "zh", "zh-TW"),
        ("zh-TW", "", "zh-TW"),
        ("zh-TW", "en-HK", "zh-TW"),
        ("en", "zh-HK", "en"),
        ("en", "en-GB", "en"),
    ],
)
def test_chinese_has_the_region_that_is_declared_if_its_characters_fit(
    found: str, declared: str, tag: str
) -> None:
    assert with_region(found, declared) == tag


def test_both_kinds_of_chinese_are_one_language_for_an_aligner() -> None:
    assert same_language("zh-CN", "zh-TW")
    assert not same_language("zh-CN", "en")


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("zh-CN", "Chinese, simplified characters"),
        ("zh-TW", "Chinese, traditional characters"),
        ("zh-HK", "Chinese, traditional characters (HK)"),
        ("de", "German"),
        ("pt-BR", "Portuguese (BR)"),
        ("sr-Latn", "Serbian (Latin letters)"),
        ("tlh", "tlh"),
        ("und", "undetermined"),
    ],
)
def test_languages_have_names_for_people(tag: str, name: str) -> None:
    assert display_name(tag) == name
