"""`duiqi tmx export`, and a real memory through all commands on an index."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.align.cli.tmx.indexing import run, write_memory
from tests.align.damage import SHARED
from tmx.reading import open_memory
from tmx.units import Unit

_TICO19 = SHARED / "tico19" / "all.en-zh.tmx"


def _units(path: str) -> list[Unit]:
    with open_memory(Path(path)) as memory:
        return list(memory.units)


def test_the_units_come_back_and_the_header_says_from_where(indexed: Path) -> None:
    result = run("export", "a.tmdb", "-o", "out.tmx")
    assert (result.exit_code, result.stderr) == (0, "out.tmx: 3 units\n")
    assert _units("out.tmx") == _units("a.tmx")
    with open_memory(Path("out.tmx")) as memory:
        assert memory.header.creationtool == "duiqi"
        assert [item.value for item in memory.header.annotations] == ["a.tmdb (test 1)"]


def test_memories_are_chosen(indexed: Path) -> None:
    write_memory("b.tmx", [("No.", "不。")])
    run("index", "b.tmx", "-o", "a.tmdb")
    run("export", "a.tmdb", "-o", "both.tmx")
    run("export", "a.tmdb", "--memory", "b.tmx", "-o", "one.tmx")
    assert _units("both.tmx") == _units("a.tmx") + _units("b.tmx")
    assert _units("one.tmx") == _units("b.tmx")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.tmdb", "-o", "a.tmx"], "a.tmx: it exists already"),
        (["a.tmdb", "-o", "a.tmdb", "--force"], "a.tmdb: named twice in this command"),
        (["a.tmdb", "-o", "b.tmx", "--memory", "x"], "a.tmdb: it has no x; it has a.tmx"),
        (["none.tmdb", "-o", "b.tmx"], "none.tmdb: there is no such file"),
    ],
)
def test_what_a_user_does_wrong(indexed: Path, arguments: list[str], message: str) -> None:
    result = run("export", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not Path("b.tmx").exists()


def _plain(path: Path | str) -> list[dict[str, str]]:
    """Read the texts of a memory by the standard library."""
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    return [
        {
            variant.get(language, ""): "".join(variant.find("seg").itertext())  # type: ignore[union-attr]
            for variant in unit.iter("tuv")
        }
        for unit in ElementTree.parse(path).iter("tu")
    ]


@pytest.mark.skipif(not _TICO19.is_file(), reason="the folder shared/data is not here")
def test_a_real_memory_goes_through_all_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("index", str(_TICO19), "-o", "t.tmdb")
    assert result.stderr == "t.tmdb: all.en-zh.tmx: 3,071 units added, 0 removed, 0 as before\n"
    texts = _plain(_TICO19)

    assert run("export", "t.tmdb", "-o", "out.tmx").exit_code == 0
    assert _plain("out.tmx") == texts
    assert _units("out.tmx") == _units(str(_TICO19))

    for phrase, language, pattern in (
        ("疫苗", "zh", "疫苗"),
        ("国", "zh", "国"),
        ("vaccine", "en", r"(?i)(?<!\w)vaccine(?!\w)"),
    ):
        result = run("concordance", "t.tmdb", phrase, "--in", language, "--format", "json",
                     "--limit", "9999")  # fmt: skip
        hits = [json.loads(line) for line in result.stdout.splitlines()]
        expected = [unit[language] for unit in texts if re.search(pattern, unit[language])]
        assert sorted(hit["text"] for hit in hits) == sorted(expected)
        spans = sum(len(hit["spans"]) for hit in hits)
        assert spans == sum(len(re.findall(pattern, text)) for text in expected)

    for language in ("en", "zh"):
        lines = [unit[language].strip() for unit in texts[:200]]
        Path("lines.txt").write_text("\n".join(lines), "utf-8")
        result = run("lookup", "t.tmdb", "--file", "lines.txt", "--source-lang", language,
                     "--limit", "1", "--format", "json")  # fmt: skip
        found = [json.loads(line)["matches"][0] for line in result.stdout.splitlines()]
        assert [match["rate"] for match in found[:-1]] == [101] * 199
        assert [match["text"] for match in found] == lines
