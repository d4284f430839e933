"""Language tags in canonical form."""

import pytest

from tmx.errors import TmxError
from tmx.languages import LanguageTags, canonical, nearest_tag, same_language


@pytest.mark.parametrize(
    ("tag", "form"),
    [
        ("zh-CN", "zh-CN"),
        ("ZH-cn", "zh-CN"),
        ("zh_CN", "zh-CN"),
        ("en", "en"),
        ("EN-us", "en-US"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("zh_Hant_TW", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("sl-ROZAJ-1994", "sl-rozaj-1994"),
        ("en-x-AB-twain", "en-x-ab-twain"),
        ("yue", "yue"),
    ],
)
def test_a_tag_is_given_with_hyphens_and_in_canonical_case(tag: str, form: str) -> None:
    assert canonical(tag) == form


@pytest.mark.parametrize("tag", ["", "中文", "e", "zh CN", "*all*", "en-", "-en", "en-toolongsub"])
def test_what_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(TmxError, match=r"is no language tag; write one such as zh-CN"):
        canonical(tag)


@pytest.mark.parametrize("tag", ["x-klingon", "X-Klingon"])
def test_a_tag_of_private_use_is_one(tag: str) -> None:
    assert canonical(tag) == "x-klingon"


def test_a_language_has_one_tag_unless_a_unit_holds_varieties() -> None:
    tags = LanguageTags()
    assert tags.admit(["zh-CN", "en"]) == []
    assert tags.admit(["zh-CN", "en-GB"]) == [("en-GB", "en")]
    assert tags.admit(["zh-TW", "en-GB"]) == [("zh-TW", "zh-CN"), ("en-GB", "en")]
    assert "en-GB" not in tags
    assert tags.admit(["en", "en-GB"]) == []
    assert tags.admit(["zh-CN", "en-GB"]) == []
    assert tags.admit(["x-a", "x-b", "fr-CA", "fr-FR"]) == []
    assert "fr-FR" in tags


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en", "en-GB", True),
        ("zh-Hans", "zh-TW", True),
        ("en", "fr", False),
        ("x-a", "x-a", True),
        ("x-a", "x-b", False),
    ],
)
def test_two_tags_are_of_one_language(one: str, other: str, same: bool) -> None:
    assert same_language(one, other) == same


@pytest.mark.parametrize(
    ("language", "tags", "nearest"),
    [
        ("EN-us", ["en-GB", "en-US"], "en-US"),
        ("zh-Hant", ["zh-CN", "zh-TW"], "zh-TW"),
        ("zh", ["en", "zh_CN"], "zh_CN"),
        ("zh-CN", ["en", "zh-TW"], "zh-TW"),
        ("de", ["fr", "en"], None),
    ],
)
def test_the_nearest_tag(language: str, tags: list[str], nearest: str | None) -> None:
    assert nearest_tag(language, tags) == nearest
