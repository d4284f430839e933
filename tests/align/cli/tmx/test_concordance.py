"""`duiqi tmx concordance`: hits for people and for programs."""

import json
from pathlib import Path

import pytest

from tests.align.cli.tmx.indexing import run


def test_hits_are_marked_and_the_other_language_stands_below(indexed: Path) -> None:
    result = run("concordance", "a.tmdb", "HANDS", "--limit", "1")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "        en      Wash your >>hands<< often.",
        "        zh-CN   勤洗手。",
        "        from    a.tmx, unit 1, 2012-12-03",
    ]
    assert result.stderr == "a.tmdb: 2 hits, 1 shown\n"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["手"], ["勤洗>>手<<。", "医务人员洗>>手<<。"]),
        (["洗手", "医务"], [">>医务<<人员>>洗手<<。"]),
        (["洗手", "手。"], ["勤>>洗手<<。", "医务人员>>洗手<<。"]),
        (["work"], []),
        (["work", "--prefix"], ["Health >>workers<< wash their hands."]),
        (["手", "--in", "en"], []),
        (["手", "--in", "zh", "--limit", "1"], ["勤洗>>手<<。"]),
    ],
)
def test_options(indexed: Path, arguments: list[str], found: list[str]) -> None:
    result = run("concordance", "a.tmdb", *arguments, "--target-lang", "fr")
    lines = [line[16:] for line in result.stdout.splitlines() if line[8:12] != "from"]
    assert lines == found
    assert result.exit_code == 0


def test_json_is_one_object_a_unit(indexed: Path) -> None:
    result = run("concordance", "a.tmdb", "洗手", "--format", "json", "--limit", "1")
    assert json.loads(result.stdout) == {
        "language": "zh-CN",
        "text": "勤洗手。",
        "others": [{"language": "en", "text": "Wash your hands often."}],
        "memory": "a.tmx",
        "position": 1,
        "tuid": None,
        "changed": "20121203T000000Z",
        "spans": [[1, 3]],
    }
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.tmdb"], "Missing argument 'PHRASE...'"),
        (["a.tmdb", ""], "there is no word in it"),
        (["a.tmdb", "！"], "'！': there is no word in it to search for"),
        (["a.tmdb", "x", "--in", "fr"], "it has nothing in fr"),
        (["a.tmdb", "x\udc80"], "the phrase is no UTF-8"),
        (["none.tmdb", "x"], "there is no such file"),
    ],
)
def test_what_a_user_does_wrong(indexed: Path, arguments: list[str], message: str) -> None:
    result = run("concordance", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
