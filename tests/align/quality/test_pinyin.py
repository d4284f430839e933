"""Chinese names are found where an English text spells them."""

import pytest

from align.quality.lexicon import shipped_lexicon
from align.quality.pinyin import name_finder


@pytest.mark.parametrize(
    ("run", "text", "found"),
    [
        ("何雨晴认为", "Ms He Yuqing thought", ["何雨晴=he yuqing", "雨晴=yuqing"]),
        ("陆鸣谦", "Lu Ming-qian", ["陆鸣谦=lu ming qian", "鸣谦=ming qian"]),
        ("欧阳澄", "OUYANG Cheng", ["欧阳澄=ouyang cheng"]),
        ("呂思遠", "Lǚ Sīyuǎn", ["呂思遠=lǚ sīyuǎn", "思遠=sīyuǎn"]),
        ("吕思远", "LYU Siyuan", ["吕思远=lyu siyuan", "思远=siyuan"]),
        ("住在西安", "lives in Xi'an", ["西安=xi an"]),
        ("重庆的", "of Chongqing", ["重庆=chongqing"]),
        ("何雨晴", "He Jianmin", []),
        ("何先生", "Mr He", []),
        ("西安", "xi'an", []),
        ("他很难", "The man", []),
    ],
)
def test_names_are_found_by_how_their_characters_are_read(
    run: str, text: str, found: list[str]
) -> None:
    names = name_finder(text, shipped_lexicon())(run)
    assert [f"{run[name.start : name.end]}={' '.join(name.words)}" for name in names] == found
