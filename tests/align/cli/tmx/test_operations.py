"""Operations on memories, from the command line, on a memory of 3,071 real units.

What is expected is counted in the file's text, without reading it as TMX.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main
from tmx.units import Header, Property, Record, Unit
from tmx.writer import write_tmx

TICO = Path(__file__).parents[5] / "shared" / "data" / "tico19" / "all.en-zh.tmx"
needs_tico = pytest.mark.skipif(not TICO.is_file(), reason="needs ../shared/data")


@dataclass(frozen=True, slots=True)
class Row:
    """A unit, as it stands in the file's text."""

    tuid: str
    note: str
    english: str
    chinese: str


def rows_of(path: Path) -> list[Row]:
    return _rows(path.read_text("utf-8"))


@cache
def _rows(text: str) -> list[Row]:
    unit = re.compile(
        r'<tu tuid="([^"]*)".*?<prop type="note">(.*?)</prop>.*?<seg>(.*?)</seg>'
        r".*?<seg>(.*?)</seg>.*?</tu>",
        re.DOTALL,
    )
    return [Row(*map(html.unescape, groups)) for groups in unit.findall(text)]


def words_of(path: Path) -> list[tuple[str, str]]:
    return [(row.english, row.chinese) for row in rows_of(path)]


def run(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["tmx", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.tmx"


@needs_tico
def test_the_file_is_read_by_the_test() -> None:
    assert len(rows_of(TICO)) == TICO.read_text("utf-8").count("<tu ") == 3071


@needs_tico
def test_dedupe(out: Path, tmp_path: Path) -> None:
    listing = tmp_path / "conflicts.tsv"
    result = run("dedupe", TICO, "-o", out, "--list", listing)
    assert "3,070 units, 1 double left out" in result.stderr
    assert words_of(out) == list(dict.fromkeys(words_of(TICO)))
    targets: dict[str, set[str]] = {}
    for english, chinese in words_of(TICO):
        targets.setdefault(english, set()).add(chinese)
    contested = [english for english, _ in words_of(TICO) if len(targets[english]) > 1]
    assert len(listing.read_text("utf-8").splitlines()) == 1 + len(contested)


@needs_tico
def test_dedupe_by_normalised_words(out: Path) -> None:
    run("dedupe", TICO, "-o", out, "--normalised")
    kept = words_of(out)
    assert set(kept) <= set(words_of(TICO))
    folded = {(english.lower().rstrip(".?! "), chinese) for english, chinese in words_of(TICO)}
    assert len(kept) <= len(folded)


@needs_tico
def test_merge_with_itself_and_with_what_is_new(out: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.tmx"
    text = TICO.read_text("utf-8")
    changed.write_text(text.replace("<seg>并伴有发热症状<", "<seg>伴有发热<"), "utf-8")
    run("merge", TICO, TICO, "-o", out)
    assert words_of(out) == list(dict.fromkeys(words_of(TICO)))
    result = run("merge", TICO, changed, "-o", out, "--force")
    assert "3,071 units of 2 memories, 3,071 doubles left out" in result.stderr
    assert words_of(out)[-1] == ("and along with a fever", "伴有发热")
    run("merge", TICO, changed, "-o", out, "--force", "--conflicts", "first")
    assert words_of(out) == list(dict.fromkeys(words_of(TICO)))


@pytest.mark.parametrize(
    ("targets", "arguments", "told"),
    [
        (["A", "A"], [], "c.tmx: 1 unit of 2 memories, 1 double left out\n"),
        (
            ["A", "a", "B"],
            [],
            "3 units of 2 memories, 0 doubles left out\n2 units have the source of",
        ),
        (
            ["A", "B", "B"],
            [],
            "2 units of 2 memories, 1 double left out\n1 unit has the source of an",
        ),
        (["A", "B", "B"], ["--conflicts", "first"], "1 unit of 2 memories, 2 doubles left out\n"),
    ],
)
def test_merge_tells_of_doubles_and_of_sources_that_have_several_targets(
    targets: list[str],
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    units = [Unit.pair(("zh-CN", "甲"), ("en", target)) for target in targets]
    for name, held in (("a.tmx", units[:1]), ("b.tmx", units[1:])):
        with Path(name).open("wb") as stream:
            write_tmx(stream, Header("zh-CN", "t", "1"), held, exact=True)
    result = run("merge", "a.tmx", "b.tmx", *arguments, "-o", "c.tmx")
    assert told in result.stderr
    assert ("duiqi tmx dedupe --one-target keeps one of each" in result.stderr) is (
        "have" in told or "has" in told
    )
    run("dedupe", "c.tmx", "--one-target", "-o", "d.tmx")
    assert Path("d.tmx").read_text("utf-8").count("<tu>") == 1


@needs_tico
def test_merge_joins_target_languages(out: Path, tmp_path: Path) -> None:
    german = tmp_path / "german.tmx"
    german.write_text(TICO.read_text("utf-8").replace('lang="zh"', 'lang="de"'), "utf-8")
    run("merge", TICO, german, "-o", out, "--join")
    text = out.read_text("utf-8")
    languages = re.findall(r"<tu .*?</tu>", text, re.DOTALL)
    assert len(languages) == 3070
    assert {tuple(re.findall('lang="(..)"', unit)) for unit in languages} == {("en", "zh", "de")}


@needs_tico
def test_filter(out: Path, tmp_path: Path) -> None:
    others = tmp_path / "others.tmx"
    expression = 'length(source) > 200 and target contains "病毒" and prop("note") contains "wiki"'
    result = run("filter", TICO, expression, "-o", out, "--rejected", others)
    wanted = [
        row
        for row in rows_of(TICO)
        if len(row.english) > 200 and "病毒" in row.chinese and "wiki" in row.note
    ]
    assert rows_of(out) == wanted
    assert len(wanted) > 50
    assert Counter(rows_of(out) + rows_of(others)) == Counter(rows_of(TICO))
    assert f"{out}: {len(wanted)} units" in result.stderr
    run("filter", TICO, "source matches '(?i)covid-?19'", "-o", out, "--force", "--invert")
    assert words_of(out) == [
        pair for pair in words_of(TICO) if not re.search("(?i)covid-?19", pair[0])
    ]


@needs_tico
def test_split_by_number_of_units(tmp_path: Path) -> None:
    result = run("split", TICO, "--units", 1000, "-o", tmp_path / "parts")
    files = sorted((tmp_path / "parts").iterdir())
    assert [file.name for file in files] == [f"all.en-zh-{n:04}.tmx" for n in range(1, 5)]
    assert [row for file in files for row in rows_of(file)] == rows_of(TICO)
    assert "4 files, 3,071 units" in result.stderr


@needs_tico
def test_split_by_size(tmp_path: Path) -> None:
    run("split", TICO, "--bytes", "200K", "-o", tmp_path / "parts", "--names", "{number}.tmx")
    files = sorted((tmp_path / "parts").iterdir())
    assert [row for file in files for row in rows_of(file)] == rows_of(TICO)
    sizes = [file.stat().st_size for file in files]
    assert all(190_000 < size <= 200_000 for size in sizes[:-1])
    assert sizes[-1] <= 200_000


@needs_tico
def test_split_by_property(tmp_path: Path) -> None:
    run("split", TICO, "--by-property", "note", "-o", tmp_path / "parts")
    files = list((tmp_path / "parts").iterdir())
    notes = [{row.note for row in rows_of(file)} for file in files]
    assert all(len(found) == 1 for found in notes)
    assert len(files) == len({row.note for row in rows_of(TICO)})
    assert Counter(row for file in files for row in rows_of(file)) == Counter(rows_of(TICO))


@needs_tico
def test_diff(tmp_path: Path) -> None:
    text = TICO.read_text("utf-8")
    first, second = re.findall(r'<tu tuid="CMU_1:[57]".*?</tu>\n', text, re.DOTALL)
    text = text.replace("<seg>并伴有发热症状<", "<seg>伴有发热<")
    text = text.replace(first, "").replace(second, first + second)
    text = re.sub(r'<tu tuid="CMU_1:9".*?</tu>\n', "", text, flags=re.DOTALL)
    changed = tmp_path / "changed.tmx"
    changed.write_text(text, "utf-8")
    report = run("diff", TICO, changed, code=1).stdout
    assert "1 removed, 0 added, 1 with other words, 3,069 with the same words: 1 moved, " in report
    assert "3,068 the same in all" in report
    assert "zh: [-并-]伴有发热[-症状-]" in report
    told = run("diff", TICO, changed, "--format", "json", code=1).stdout.splitlines()
    assert [json.loads(line).get("change") for line in told] == [
        "removed",
        "changed",
        "moved",
        None,
    ]
    assert "3,071 with the same words" in run("diff", TICO, TICO).stdout
    page = tmp_path / "page.html"
    run("diff", TICO, changed, "--format", "html", "-o", page, code=1)
    assert "<del>并</del>伴有发热" in page.read_text("utf-8")


def test_diff_of_two_runs_tells_of_dates_no_more_than_their_number(tmp_path: Path) -> None:
    runs = [tmp_path / f"{year}.tmx" for year in (2024, 2025)]
    for path, year in zip(runs, (2024, 2025), strict=True):
        record = Record(changedate=datetime(year, 1, 1, tzinfo=UTC))
        units = [replace(Unit.pair(("zh-CN", "大会"), ("en", "Assembly")), record=record)]
        with path.open("wb") as stream:
            write_tmx(stream, Header("zh-CN", "x", "1"), units)
    (line,) = run("diff", *runs).stdout.splitlines()
    assert line.endswith("1 with the same words: 1 with other dates only, 0 the same in all")
    assert "20250101T000000Z" in run("diff", *runs, "--dates", code=1).stdout


@needs_tico
def test_lang(out: Path) -> None:
    result = run("lang", TICO, "--rename", "zh=zh-CN", "--rename", "fr=fr-CA", "-o", out)
    text = out.read_text("utf-8")
    assert text.count('xml:lang="zh-CN"') == 3071
    assert 'xml:lang="zh"' not in text
    assert "is in fr" in result.stderr
    assert rows_of(out) == rows_of(TICO)
    tagged = out.with_name("tagged.tmx")
    run("lang", TICO, "--by-script", "--hans", "zh-Hans", "-o", tagged)
    assert tagged.read_text("utf-8").count('xml:lang="zh-Hans"') == 3071
    converted = out.with_name("converted.tmx")
    run("lang", TICO, "--convert", "s2tw", "-o", converted)
    assert converted.read_text("utf-8").count('xml:lang="zh-TW"') == 3071
    assert rows_of(converted)[0].chinese == "這些症狀已持續多長時間？"


@needs_tico
@pytest.mark.parametrize("reverse", [False, True])
def test_sort(out: Path, reverse: bool) -> None:
    run("sort", TICO, "--by", "length", "-o", out, *["--reverse"] * reverse)
    expected = sorted(rows_of(TICO), key=lambda row: len(row.english), reverse=reverse)
    assert rows_of(out) == expected


@needs_tico
def test_sample(out: Path) -> None:
    run("sample", TICO, "--units", 100, "-o", out)
    drawn = rows_of(out)
    assert len(drawn) == 100
    whole = iter(rows_of(TICO))
    assert all(row in whole for row in drawn)
    again = out.with_name("again.tmx")
    run("sample", TICO, "--units", 100, "-o", again)
    assert rows_of(again) == drawn
    run("sample", TICO, "--share", 0.1, "--seed", 3, "-o", out, "--force")
    assert 240 < len(rows_of(out)) < 380


@needs_tico
def test_flip_twice(out: Path, tmp_path: Path) -> None:
    run("flip", TICO, "-o", out)
    assert rows_of(out)[0].english == rows_of(TICO)[0].chinese
    again = tmp_path / "again.tmx"
    run("flip", out, "-o", again)
    assert rows_of(again) == rows_of(TICO)


@needs_tico
@pytest.mark.parametrize(
    "arguments",
    [
        ("merge", TICO, TICO),
        ("dedupe", TICO),
        ("filter", TICO, "true"),
        ("lang", TICO, "--rename", "zh=zh-CN"),
        ("sort", TICO),
        ("sample", TICO, "--units", "5"),
        ("flip", TICO),
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_what_it_was_made_from_is_said_and_nothing_is_lost(
    arguments: tuple[object, ...], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run(*arguments, "-o", out)
    text = out.read_text("utf-8")
    assert '<prop type="x-made-from">all.en-zh.tmx (unknown unknown)</prop>' in text
    assert 'creationtool="duiqi"' in text
    assert {(row.tuid, row.note) for row in rows_of(out)} <= {
        (row.tuid, row.note) for row in rows_of(TICO)
    }
    first = out.read_bytes()
    run(*arguments, "-o", out, "--force")
    assert out.read_bytes() == first


SMALL = """<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1"
segtype="sentence" o-tmf="t" adminlang="en" srclang="{}" datatype="text"/><body>{}</body></tmx>"""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("merge", "a.tmx", "b.tmx", "-o", "o"), "by `duiqi tmx flip b.tmx --to zh-CN`"),
        (("merge", "a.tmx", "no.tmx", "-o", "o"), "no.tmx: there is no such file"),
        (("merge", "a.tmx", "-o", "a.tmx", "--force"), "named twice in this command"),
        (("dedupe", "a.tmx", "-o", "b.tmx"), "b.tmx: it exists already"),
        (("filter", "a.tmx", "scor > 1", "-o", "o"), "at character 1: there is no name 'scor'"),
        (("filter", "a.tmx", "true", "-o", "o", "--rejected", "a.tmx"), "named twice"),
        (("filter", "a.tmx", "true", "-o", "o", "--rejected", "o"), "named twice"),
        (("filter", "a.tmx", "true", "-o", "o", "--rejected", "b.tmx"), "b.tmx: it exists"),
        (("split", "a.tmx", "-o", "o"), "give one of --units, --bytes"),
        (("split", "a.tmx", "--units", "1", "--by-document", "-o", "o"), "give one of"),
        (("split", "a.tmx", "--units", "1", "-o", "o", "--names", "x"), "needs {number}"),
        (("split", "a.tmx", "--units", "1", "-o", "."), "holds files already"),
        (("lang", "a.tmx", "-o", "o"), "give --rename, --by-script or --convert"),
        (("lang", "a.tmx", "-o", "o", "--rename", "zh"), "write the old tag, =, and the new one"),
        (("lang", "a.tmx", "-o", "o", "--rename", "zh=?"), "'?' is no language tag"),
        (("sample", "a.tmx", "-o", "o"), "give either --units or --share"),
        (("sample", "a.tmx", "-o", "o", "--share", "2"), "--share"),
        (("dedupe", "a.tmx", "-o", "o", "--list", "a.tmx", "--force"), "named twice"),
        (("diff", "a.tmx", "b.tmx", "-o", "b.tmx", "--force"), "named twice"),
        (("diff", "a.tmx", "no.tmx"), "no.tmx: there is no such file"),
        (("stats", "no.csv"), "no.csv: there is no such file"),
        (
            ("stats", "x.csv"),
            "x.csv: it is named as CSV, and this command takes TMX",
        ),
    ],
)
def test_mistakes_are_told_in_one_line_and_nothing_is_written(
    arguments: tuple[str, ...],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, srclang in (("a.tmx", "zh-CN"), ("b.tmx", "en")):
        Path(name).write_text(SMALL.format(srclang, ""), "utf-8")
    Path("x.csv").write_text("zh-CN,en\n", "utf-8")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(SystemExit) as ended:
        main.main(["tmx", *arguments])
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert message in line
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_empty_memory_goes_through_every_operation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.tmx").write_text(SMALL.format("zh-CN", ""), "utf-8")
    for name, *arguments in (
        ("merge",),
        ("dedupe",),
        ("filter", "true"),
        ("lang", "--rename", "zh=zh-TW"),
        ("sort",),
        ("sample", "--units", "5"),
    ):
        run(name, "a.tmx", *arguments, "-o", f"{name}.out")
        assert Path(f"{name}.out").read_text("utf-8").endswith("<body>\n</body>\n</tmx>\n")
    run("diff", "a.tmx", "sort.out")
    run("split", "a.tmx", "--units", 5, "-o", "parts")
    assert list(Path("parts").iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("filter", "m.tmx", "score >= 0.8"),
        ("sort", "m.tmx", "--by", "score"),
        ("dedupe", "m.tmx", "--keep", "best"),
        ("merge", "m.tmx", "m.tmx", "--conflicts", "best"),
    ],
)
def test_a_score_that_no_unit_has_is_told(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    unit = Unit.pair(("zh-CN", "甲"), ("en", "A"), annotations=(Property("x-quality", "0.9"),))
    with Path("m.tmx").open("wb") as stream:
        write_tmx(stream, Header("zh-CN", "t", "1"), [unit])
    told = "no unit has a score in the property x-score; --score x-quality goes by that"
    assert told in run(*arguments, "-o", "a.tmx").stderr
    assert "warning" not in run(*arguments, "-o", "b.tmx", "--score", "x-quality").stderr


@pytest.mark.parametrize(
    "arguments",
    [("dedupe", "m.tmx", "--keep"), ("merge", "m.tmx", "d.tmx", "--conflicts")],
    ids=lambda arguments: arguments[0],
)
def test_what_no_unit_has_is_told_only_where_units_are_preferred_by_it(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plain = Unit.pair(("zh-CN", "甲"), ("en", "A"))
    dated = replace(plain, record=Record(changedate=datetime(2020, 1, 1, tzinfo=UTC)))
    for name, units in (("m.tmx", [plain]), ("d.tmx", [plain])):
        with Path(name).open("wb") as stream:
            write_tmx(stream, Header("zh-CN", "t", "1"), units, exact=True)
    assert "warning" not in run(*arguments, "first", "-o", "a.tmx").stderr
    told = run(*arguments, "newest", "-o", "b.tmx").stderr
    assert "no unit has a date, so the first of several was kept" in told
    with Path("m.tmx").open("wb") as stream:
        write_tmx(stream, Header("zh-CN", "t", "1"), [plain, dated], exact=True)
    assert "warning" not in run(*arguments, "newest", "-o", "c.tmx").stderr


@pytest.mark.parametrize("name", ["c.tsv", "c.xlsx", "c.docx", "c.json", "c.xlf", "c.csv.gz"])
@pytest.mark.parametrize("command", [("sort",), ("dedupe",), ("filter", "score >= 0.8")])
def test_a_memory_is_not_written_under_the_name_of_another_format(
    command: tuple[str, ...], name: str, tmp_path: Path
) -> None:
    memory, output = tmp_path / "a.tmx", tmp_path / name
    with memory.open("wb") as stream:
        write_tmx(stream, Header("en", "t", "1"), [])
    told = run(command[0], memory, *command[1:], "-o", output, code=2).output
    assert f"{output}: what is written is TMX, and this is no name of one" in told
    assert not output.exists()
