"""The punctuation of clauses."""

import pytest

from align.search.clause_marks import EndMark, find_clause_marks


@pytest.mark.parametrize(
    ("text", "end", "opened", "closed"),
    [
        ("他走了。", EndMark.STOP, 0, 0),
        ("他说，", EndMark.COMMA, 0, 0),
        ("他说：", EndMark.COLON, 0, 0),
        ("“走吧！”", EndMark.EXCLAMATION, 1, 1),
        ("「走不走？」", EndMark.QUESTION, 1, 1),
        ('"Go?"', EndMark.QUESTION, 1, 1),
        ("'Go,' he said, 'go.'", EndMark.STOP, 2, 2),
        ("“‘Go’ means ‘go’.”", EndMark.STOP, 1, 1),
        ("„Geh!“", EndMark.EXCLAMATION, 1, 1),
        ("he said—", EndMark.DASH, 0, 0),
        ("(as amended);", EndMark.COLON, 0, 0),
        ("He left.)", EndMark.STOP, 0, 0),
        ("the girls' faces", EndMark.NONE, 0, 0),
        ("第三条", EndMark.NONE, 0, 0),
        ('"', EndMark.NONE, 0, 0),
        ("", EndMark.NONE, 0, 0),
    ],
)
def test_marks_of_a_clause(text: str, end: EndMark, opened: int, closed: int) -> None:
    marks = find_clause_marks([text])
    assert (marks.ends[0], marks.opened[0], marks.closed[0]) == (end, opened, closed)


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
    marks = find_clause_marks(texts)
    assert not marks.inside[-1]
    assert marks.speech.round().astype(int).tolist() == inside
