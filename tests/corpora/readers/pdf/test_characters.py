"""What a PDF's page shows, where its fonts name other characters of the same shape."""

import pytest

from corpora.readers.pdf.characters import shown


@pytest.mark.parametrize(
    ("named", "written"),
    [
        ("\u2f54资源管理年度报告", "水资源管理年度报告"),
        ("部\u2ed4和居\u2ea0", "部门和居民"),
        ("⻓⻚⻛⻋⻢⻥⻦⻬⻰⻘⻣⻩⻅", "长页风车马鱼鸟齐龙青骨黄见"),
        ("\ufb01le and o\ufb03ce", "file and office"),
        ("\uf0b7", "•"),
        ("\uf0d8 item", "• item"),
        # No radicals, and full-width forms, which are the text's own.
        ("水资源，（一）ＡＢ", "水资源，（一）ＡＢ"),
        ("naïve x² №", "naïve x² №"),
    ],
)
def test_signs_become_the_common_ones_of_their_shape(named: str, written: str) -> None:
    assert shown(named) == written


@pytest.mark.parametrize(
    ("font", "written"),
    [("AAAAAA+NotoSerifCJKsc-Regular", "户"), ("NotoSansTC-Bold", "戶"), ("", "戶")],
)
def test_a_font_for_simplified_characters_draws_a_radical_in_their_way(
    font: str, written: str
) -> None:
    assert shown("\u2f3e", font) == written
