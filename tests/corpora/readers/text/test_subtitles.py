"""Subtitles: what is said is text, numbers and times are furniture."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.readers import Role, read_blocks
from corpora.readers.text.subtitles import are_subtitles, subtitle_blocks
from corpora.structure import find_structure

SUBRIP = """1
00:00:01,000 --> 00:00:03,500
Hello, my name is Li Lei.

2
00:00:04,000 --> 00:00:06,000
Nice to meet you,
and welcome.

3
00:00:07,000 --> 00:00:09,000 X1:10
- Let's go.
- Where to?
"""
WEBVTT = """WEBVTT - a film

NOTE made by hand

00:01.000 --> 00:03.500 align:start
Hello, my name is Li Lei.

second
00:04.000 --> 00:06.000
Nice to meet you,
and welcome.

00:07.000 --> 00:09.000
- Let's go.
- Where to?
"""
SAID = [
    "Hello, my name is Li Lei.",
    "Nice to meet you, and welcome.",
    "- Let's go.",
    "- Where to?",
]


@pytest.mark.parametrize("text", [SUBRIP, WEBVTT])
def test_what_a_cue_says_is_text(text: str, tmp_path: Path) -> None:
    path = tmp_path / "film.srt"
    path.write_text(text.replace("\n", "\r\n"), "utf-8-sig", newline="")
    content = read_blocks(path)
    assert content.format == "subtitles"
    assert [item.text for item in content.blocks if item.role is not Role.FURNITURE] == SAID


@pytest.mark.parametrize("dash", ["- ", "-", "– ", "—"])
def test_the_dash_of_a_speaker_is_a_label_of_the_words(dash: str) -> None:
    lines = ["1", "00:00:01,000 --> 00:00:02,000", f"{dash}Traffic.", f"{dash}Again?"]
    paragraphs = find_structure(list(subtitle_blocks(lines)), "en")[-2:]
    assert [p.text for p in paragraphs] == [f"{dash}Traffic.", f"{dash}Again?"]
    assert {(p.label, p.label_length) for p in paragraphs} == {(dash.strip(), len(dash))}


def test_a_cue_knows_its_line() -> None:
    said = [item for item in subtitle_blocks(SUBRIP.split("\n")) if item.role is Role.BODY]
    assert [item.where for item in said] == ["line 3", "line 7", "line 12", "line 13"]


def test_a_chinese_cue_of_two_lines_is_joined_without_a_space() -> None:
    lines = ["1", "00:00:01,000 --> 00:00:02,000", "很高兴认识你，", "我叫韩梅梅。"]
    assert [item.text for item in subtitle_blocks(lines)][-1] == "很高兴认识你，我叫韩梅梅。"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<i>We went home.</i>", "We went home."),
        ("<v Tom>We went <b>home</b>.</v>", "We went home."),
        ("<v.loud Mary Ann>- We went home.", "- We went home."),
        ("<c.yellow>We</c> <00:00:01.500>went", "We went"),
        ("{\\an8}We went home.", "We went home."),
        ('<font color="#ff0000">We</font> went', "We went"),
        ("我<ruby>知道<rt>zhīdào</rt></ruby>。", "我知道。"),
        ("<ruby.big>知<rt.small>zhī</rt>道<rt>dào</ruby>。", "知道。"),
        ("<v Esme &amp; Mary>We went <lang fr>là</lang>.", "We went là."),
        # No markup of subtitles.
        ("a < b > c, {x} and <b", "a < b > c, {x} and <b"),
        ("<sigh> We went home.", "<sigh> We went home."),
    ],
)
def test_markup_is_no_text(line: str, said: str) -> None:
    lines = ["1", "00:00:01,000 --> 00:00:02,000", line]
    assert [item.text for item in subtitle_blocks(lines)][-1] == said


@pytest.mark.parametrize(("head", "said"), [("WEBVTT", "Tom & Jerry"), ("1", "Tom &amp; Jerry")])
def test_webvtt_writes_some_signs_by_their_names(head: str, said: str) -> None:
    lines = [head, "", "00:00:01.000 --> 00:00:02.000", "Tom &amp; Jerry"]
    assert [item.text for item in subtitle_blocks(lines)][-1] == said


def test_webvtt_may_have_any_number_of_notes_and_styles_above_its_cues() -> None:
    head = "NOTE\nof\nthree lines\n\nSTYLE\n::cue(b) {\n  color: white;\n}\n\nREGION\nid:a\n\n"
    text = WEBVTT.replace("\n\n", f"\nKind: captions\n\n{head}{head}", 1)
    assert are_subtitles(text.split("\n"))
    said = [item.text for item in subtitle_blocks(text.split("\n")) if item.role is Role.BODY]
    assert said == SAID


def test_what_webvtt_says_of_the_file_alone_is_not_given() -> None:
    lines = ["WEBVTT", "Kind: captions", "Language: en", "", "00:01.000 --> 00:02.000", "Kind: you"]
    assert [item.text for item in subtitle_blocks(lines)] == [lines[4], lines[5]]
    titled = ["WEBVTT - a film", *lines[3:]]
    assert next(item.text for item in subtitle_blocks(titled)) == titled[0]


def test_a_note_between_cues_is_no_text() -> None:
    text = WEBVTT.replace("second\n", "NOTE a joke\nof the author's\n\nsecond\n")
    said = [item.text for item in subtitle_blocks(text.split("\n")) if item.role is Role.BODY]
    assert said == SAID


def test_a_line_of_markup_alone_is_none() -> None:
    lines = ["1", "00:00:01,000 --> 00:00:02,000", "<i>", "We went home.", "</i>"]
    assert [item.text for item in subtitle_blocks(lines)][-1] == "We went home."


@pytest.mark.parametrize(
    "text", ["From 9:00 --> 10:00 we rest.", "a --> b", "1\n2\n3", "WEBVTT is a format.", "WEBVTTS"]
)
def test_other_text_is_none(text: str) -> None:
    assert not are_subtitles(text.split("\n"))


@given(st.lists(st.sampled_from([*SUBRIP.split("\n"), "", " ", "7"])))
def test_nothing_is_lost(lines: list[str]) -> None:
    found = " ".join(item.text for item in subtitle_blocks(lines))
    assert sorted(found.split()) == sorted(" ".join(lines).split())
