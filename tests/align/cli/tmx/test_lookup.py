"""`duiqi tmx lookup`: matches for people and for programs."""

import json
from pathlib import Path

import pytest

from tests.align.cli.tmx.indexing import run


def test_a_match_shows_rate_differences_translation_and_origin(indexed: Path) -> None:
    result = run("lookup", "a.tmdb", "Wash my hands often.")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "   80%  en      Wash [-your-] {+my+} hands often.",
        "        zh-CN   勤洗手。",
        "        from    a.tmx, unit 1, 2012-12-03",
    ]


def test_json_is_one_object_a_text(indexed: Path) -> None:
    result = run("lookup", "a.tmdb", "勤洗脸。", "--format", "json")
    assert json.loads(result.stdout) == {
        "asked": "勤洗脸。",
        "line": None,
        "matches": [
            {
                "rate": 75,
                "language": "zh-CN",
                "text": "勤洗手。",
                "others": [{"language": "en", "text": "Wash your hands often."}],
                "memory": "a.tmx",
                "position": 1,
                "tuid": None,
                "changed": "20121203T000000Z",
                "differences": [
                    ["same", "勤洗"],
                    ["deleted", "手"],
                    ["inserted", "脸"],
                    ["same", "。"],
                ],
            }
        ],
    }


_LINES = "\ufeffWash your hands often.\r\n\r\nStay at home.\nNothing like it.\n".encode()


@pytest.mark.parametrize("where", [["--file", "lines.txt"], ["--file", "-"], []])
def test_the_lines_of_a_text_are_each_others_context(indexed: Path, where: list[str]) -> None:
    Path("lines.txt").write_bytes(_LINES)
    result = run("lookup", "a.tmdb", *where, "--format", "json", given=_LINES)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(item["asked"], item["line"]) for item in found] == [
        ("Wash your hands often.", 1),
        ("Stay at home.", 3),
        ("Nothing like it.", 4),
    ]
    # The first has the neighbour of the memory behind it, the second another one.
    assert [[match["rate"] for match in item["matches"]] for item in found] == [[101], [100], []]


@pytest.mark.parametrize(
    ("options", "rates"),
    [
        (["--context", "Wash your hands often.", ""], [101]),
        (["--context", "", "Health workers wash their hands."], [101]),
        (["--context", "Else.", "Health workers wash their hands."], [100]),
        (["--context", "", ""], [100]),
        (["--min", "101"], []),
        (["--source-lang", "en-GB", "--target-lang", "zh"], [100]),
    ],
)
def test_options(indexed: Path, options: list[str], rates: list[int]) -> None:
    result = run("lookup", "a.tmdb", "Stay at home.", "--format", "json", *options)
    assert [match["rate"] for match in json.loads(result.stdout)["matches"]] == rates


def test_no_match_is_said_aloud(indexed: Path) -> None:
    result = run("lookup", "a.tmdb", "Quite another thing", "--min", "80")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "a.tmdb: no match at 80% or above\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.tmdb", ""], "there is no text to look up"),
        (["a.tmdb", " \t"], "there is no text to look up"),
        (["a.tmdb", "x", "--source-lang", "fr"], "a.tmdb: it has nothing in fr; it has en, zh-CN"),
        (["a.tmdb", "x", "--target-lang", "zh-TW"], "it has nothing in zh-TW"),
        (["a.tmdb", "x", "--file", "a.tmx"], "a text and a file are given"),
        (["a.tmdb", "--file", "latin.txt"], "latin.txt, line 2: it is no UTF-8"),
        (["a.tmdb", "--file", "none.txt"], "none.txt: there is no such file"),
        (["a.tmdb", "--file", "a.tmx", "--context", "", ""], "--context is for one text"),
        (["a.tmdb", "x\udc80"], "the text is no UTF-8"),
        (["a.tmdb", "x", "--min", "102"], "102"),
        (["a.tmdb", "x", "--limit", "0"], "0"),
        (["a.tmx", "x"], "a.tmx: it is no index"),
        (["none.tmdb", "x"], "none.tmdb: there is no such file"),
    ],
)
def test_what_a_user_does_wrong(indexed: Path, arguments: list[str], message: str) -> None:
    Path("latin.txt").write_bytes(b"fine\ncaf\xe9\n")
    result = run("lookup", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("duiqi: ")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
