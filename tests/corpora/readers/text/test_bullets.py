"""Items behind bullets that go on in the next line, in a text that was not wrapped otherwise."""

import pytest

from tests.corpora.readers.text.lines import texts


@pytest.mark.parametrize(
    ("lines", "item"),
    [
        (
            ["• Developed coatings with annual sales of", "  RMB 30 million"],
            "• Developed coatings with annual sales of RMB 30 million",
        ),
        (
            ["- Developed coatings with sales of", "  RMB 30 million in Europe and", "  in Asia"],
            "- Developed coatings with sales of RMB 30 million in Europe and in Asia",
        ),
        (
            ["    • 开发水性防腐涂料，年销售额达", "      三千万元"],
            "• 开发水性防腐涂料，年销售额达三千万元",
        ),
        (
            ["• Developed coatings which sell very well", "in all of Europe"],
            "• Developed coatings which sell very well in all of Europe",
        ),
        (
            ["• Developed coatings with annual sales of", "RMB 30 million"],
            "• Developed coatings with annual sales of RMB 30 million",
        ),
    ],
)
def test_an_item_goes_on_below_its_bullet(lines: list[str], item: str) -> None:
    following = item[0] + " Liaison with customers"
    assert texts("\n".join(["Work", *lines, following, "", "Languages"])) == (
        ["Work", item, following, "Languages"]
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["• Fruit", "  Apples", "  Pears"],
        ["• Vegetables from our own garden", "  - carrots", "  - leeks"],
        ["• The head office in Shanghai", "  Tel: 021 5555 0100"],
        ["• The rooms have been painted.", "All windows have been cleaned."],
        ["• The rooms have been painted white", "The windows have been cleaned"],
        ["• 第一次全体会议的议程和工作安排", "　　委员会将于上午审议下列项目。"],
        ["一、会议的议程和会议的工作安排", "　　委员会将于上午审议下列项目。"],
        ["Developed coatings which sell very well", "  in all of Europe"],
    ],
)
def test_other_lines_stay_apart(lines: list[str]) -> None:
    assert texts("\n".join(lines)) == [line.strip() for line in lines]
