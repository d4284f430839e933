"""Words that deny are counted on both sides, the Chinese one first."""

import pytest

from align.quality.denials import Denials, count_denials
from tests.align.quality.pairs import pair


@pytest.mark.parametrize(
    ("chinese", "english", "counted"),
    [
        ("委员会不同意。", "The Committee does not agree.", ((1, 1, 1), (1, 1, 1))),
        ("不断发展，无论如何", "Ever growing, in any case", ((0, 0, 2), (0, 0, 0))),
        ("未经同意，不得使用。", "Use without consent is prohibited.", ((2, 2, 2), (1, 0, 2))),
        ("未来", "the future", ((0, 0, 1), (0, 0, 0))),
        ("没有人来。", "Nobody came, and nothing happened.", ((1, 1, 1), (2, 2, 2))),
        ("船没有停下。", "The ship kept going.", ((0, 0, 1), (0, 0, 0))),
        (
            "船没有停下，也没有人来。",
            "The ship kept going, and nobody came.",
            ((1, 1, 2), (1, 1, 1)),
        ),
        ("禁止吸烟", "No smoking", ((0, 0, 2), (1, 1, 1))),
    ],
)
def test_words_that_deny_are_counted(
    chinese: str, english: str, counted: tuple[tuple[int, int, int], tuple[int, int, int]]
) -> None:
    told = Denials(*counted[0]), Denials(*counted[1])
    assert count_denials(pair(chinese, english)) == told
    assert count_denials(pair(english, chinese, ("en", "zh-CN"))) == told


def test_other_languages_are_not_counted() -> None:
    assert count_denials(pair("nicht", "not", ("de", "en"))) is None
