"""What counts as a Chinese character."""

import unicodedata

import pytest

from corpora.characters import is_han, is_unspaced


@pytest.mark.parametrize(
    "character",
    ["一", "龥", "鿿", "〇", "㐀", "䶿", "豈", "\U00020000", "\U0002f800", "\U00030000"],
    ids=ascii,
)
def test_an_ideograph_of_any_block_is_han_and_unspaced(character: str) -> None:
    assert is_han(character)
    assert is_unspaced(character)


@pytest.mark.parametrize("character", "、。「」《》　，（）Ａ１あアｱー々ㄅ⺀⼀︵￥")
def test_kana_punctuation_and_full_width_forms_are_unspaced_and_not_han(character: str) -> None:
    assert is_unspaced(character)
    assert not is_han(character)


@pytest.mark.parametrize("character", ["", "a", "1", " ", "é", "я", "한", "ㅏ", "…", "“", "😀"])
def test_letters_of_spaced_scripts_and_shared_marks_are_neither(character: str) -> None:
    assert not is_han(character)
    assert not is_unspaced(character)


def test_every_ideograph_that_unicode_names_is_han() -> None:
    named = [
        chr(code)
        for code in range(0x3400, 0x40000)
        if unicodedata.name(chr(code), "").startswith(("CJK UNIFIED", "CJK COMPATIBILITY IDEO"))
    ]
    assert len(named) > 90_000
    assert all(map(is_han, named))
