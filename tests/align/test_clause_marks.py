"""The punctuation of clauses."""

import pytest

from align.clause_marks import EndMark, find_clause_marks


@pytest.mark.parametrize(
    ("text", "end", "opens", "closes"),
    [
        ("他走了。", EndMark.STOP, False, False),
        ("他说，", EndMark.COMMA, False, False),
        ("他说：", EndMark.COLON, False, False),
        ("“走吧！”", EndMark.EXCLAMATION, True, True),
        ("「走不走？」", EndMark.QUESTION, True, True),
        ('"Go?"', EndMark.QUESTION, True, True),
        ("he said—", EndMark.DASH, False, False),
        ("(as amended);", EndMark.COLON, False, False),
        ("He left.)", EndMark.STOP, False, False),
        ("第三条", EndMark.NONE, False, False),
        ('"', EndMark.NONE, True, False),
        ("", EndMark.NONE, False, False),
    ],
)
def test_marks_at_the_ends_of_a_clause(text: str, end: EndMark, opens: bool, closes: bool) -> None:
    marks = find_clause_marks([text])
    assert (marks.ends[0], marks.opens[0], marks.closes[0]) == (end, opens, closes)


@pytest.mark.parametrize(
    ("texts", "inside"),
    [
        (["他说：", "“我走了。", "你呢？”", "她笑了。"], [0, 1, 1, 0]),
        (["He said,", '"I am leaving.', 'And you?"', "She smiled."], [0, 1, 1, 0]),
        (["'I don't know,'", "he said.", "It's late."], [1, 0, 0]),
        (["”没有开头", "就结束"], [0, 0]),
    ],
)
def test_speech_goes_on_over_clauses(texts: list[str], inside: list[int]) -> None:
    assert find_clause_marks(texts).speech.round().astype(int).tolist() == inside
