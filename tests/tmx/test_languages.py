"""Language tags in canonical form."""

import pytest

from tmx.errors import TmxError
from tmx.languages import canonical


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
