"""What `duiqi align` is given."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from align.cli.console import Console, Report
from align.cli.inputs import Wanted, open_documents
from corpora import DocumentError

CHINESE = "人人生而自由，在尊严和权利上一律平等。\n他们赋有理性和良心。\n"
ENGLISH = "All human beings are born free and equal in dignity and rights.\nThey have reason.\n"
TRADITIONAL = "人人生而自由，在尊嚴和權利上一律平等。\n他們賦有理性和良心。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUIQI_DATA_HOME", str(tmp_path / "none"))
    for name, text in (("zh", CHINESE), ("en", ENGLISH), ("hant", TRADITIONAL)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def wanted(source: str, target: str | None, *languages: str | None) -> tuple[Wanted, Wanted]:
    first, second = languages or (None, None)
    return (
        Wanted(source, first, None, "--source-lang"),
        Wanted(target, second, None, "--target-lang"),
    )


def opened(source: Path | str, target: Path | None, *languages: str | None) -> list[str]:
    sides = wanted(str(source), str(target) if target else None, *languages)
    documents = open_documents(*sides, lines=False, console=Console())
    return [document.language for document in documents]


def test_languages_are_found_and_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert opened(folder / "zh.txt", folder / "en.txt") == ["zh-CN", "en"]
    said = capsys.readouterr().err
    assert "source: zh.txt: Chinese, simplified characters, utf-8, 2 paragraphs" in said
    assert "target: en.txt: English, utf-8, 2 paragraphs" in said


MEDALS = "2012 Bronze medal, Rio\n2016 Silver medal, Tokyo\n2019 Gold medal, Berlin\n"


@pytest.mark.parametrize("text", [MEDALS, "Model: DX-100\n", "Warranty Card\n\nModel:\n"])
@pytest.mark.parametrize("option", ["--source-lang", "--target-lang"])
def test_a_guess_at_english_beside_chinese_is_told_with_the_option_that_corrects_it(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, option: str
) -> None:
    few = folder / "few.txt"
    few.write_text(text, "utf-8")
    sides = [(folder / "zh.txt", "zh-CN"), (few, "en")]
    if option == "--source-lang":
        sides.reverse()
    assert opened(sides[0][0], sides[1][0]) == [sides[0][1], sides[1][1]]
    said = capsys.readouterr().err
    assert "few.txt is taken as English, which its text hardly tells" in said
    assert f"say {option} en, or another language" in said


def test_a_language_that_is_said_is_no_guess(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "few.txt").write_text(MEDALS, "utf-8")
    assert opened(folder / "zh.txt", folder / "few.txt", None, "en") == ["zh-CN", "en"]
    assert "hardly tells" not in capsys.readouterr().err


def test_a_text_that_hardly_tells_its_language_is_refused_beside_no_chinese(folder: Path) -> None:
    (folder / "few.txt").write_text("Warranty Card\n\nModel:\n", "utf-8")
    (folder / "de.txt").write_text("Der Ausschuss trat am Morgen zusammen.\n" * 3, "utf-8")
    with pytest.raises(DocumentError, match="say --source-lang or --target-lang"):
        opened(folder / "few.txt", folder / "de.txt")


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("zh.txt", "en.txt"), ["reading the source", "reading the target"]),
        (("un-67-58", None), ["reading the documents"]),
    ],
)
def test_progress_is_shown_while_documents_are_read(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: tuple[str, str | None],
    shown: list[str],
) -> None:
    described: list[str] = []

    @contextmanager
    def progress(_: Console, description: str) -> Iterator[Report]:
        described.append(description)
        yield lambda done, total: None

    monkeypatch.setattr(Console, "progress", progress)
    monkeypatch.chdir(folder)
    open_documents(*wanted(*names), lines=False, console=Console())
    assert described == shown


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("en.md", f"---\ntitle: Rights\n---\n\n{ENGLISH}", "1 outside the text left out"),
        ("en.html", f"<html><body><nav>Home</nav>{ENGLISH}", "1 of the site's own left out"),
    ],
)
def test_what_is_left_out_is_a_sites_only_in_a_page(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str
) -> None:
    (folder / name).write_text(text, "utf-8")
    opened(folder / "zh.txt", folder / name)
    assert said in capsys.readouterr().err


def test_a_language_that_is_said_is_taken(folder: Path) -> None:
    languages = opened(folder / "zh.txt", folder / "en.txt", "zh_SG", "en-GB")
    assert languages == ["zh-SG", "en-GB"]


@pytest.mark.parametrize(
    ("languages", "reason"),
    [
        ((None, None), "are both in .*, or correct what was found with --source-lang and --target"),
        (("zh-CN", None), "are both in .*, or correct what was found with --target-lang$"),
        ((None, "zh-CN"), "are both in .*, or correct what was found with --source-lang$"),
        (("zh-CN", "zh-CN"), "can't both be in .*, as --source-lang and --target-lang say;"),
    ],
)
def test_one_language_twice_is_refused(
    folder: Path, languages: tuple[str | None, str | None], reason: str
) -> None:
    (folder / "other.txt").write_text(CHINESE, "utf-8")
    with pytest.raises(DocumentError, match=rf"^zh.txt and other.txt {reason}"):
        opened(folder / "zh.txt", folder / "other.txt", *languages)


@pytest.mark.parametrize(
    ("languages", "reason"),
    [
        (("en", None), "zh.txt looks like Chinese.*; correct --source-lang, or leave it out$"),
        ((None, "zh-CN"), "en.txt looks like English; correct --target-lang, or leave it out$"),
    ],
)
def test_a_language_that_is_said_and_wrong_is_told_of(
    folder: Path, languages: tuple[str | None, str | None], reason: str
) -> None:
    with pytest.raises(DocumentError, match=rf"^zh.txt and en.txt can't both be in .*: {reason}"):
        opened(folder / "zh.txt", folder / "en.txt", *languages)


def test_one_file_twice_is_refused_and_told_of_once(folder: Path) -> None:
    (folder / "both.txt").write_text(f"{ENGLISH}\n\n{CHINESE}", "utf-8")
    for name, reason in (("zh.txt", "^"), ("both.txt", "^both.txt seems to hold two [^;]*; ")):
        with pytest.raises(DocumentError, match=f"{reason}[^;]*{name} is given twice; [^;]*$"):
            opened(folder / name, folder / name)


@pytest.mark.parametrize(
    ("languages", "taken"),
    [
        ((None, None), ["zh-CN", "zh-TW"]),
        (("zh-SG", None), ["zh-SG", "zh-TW"]),
        (("zh-CN", "zh-HK"), ["zh-CN", "zh-HK"]),
    ],
)
def test_two_forms_of_one_language_are_two_languages(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    languages: tuple[str | None, str | None],
    taken: list[str],
) -> None:
    assert opened(folder / "zh.txt", folder / "hant.txt", *languages) == taken
    assert "warning" not in capsys.readouterr().err


def test_documents_that_are_swapped_against_what_was_said_are_refused(folder: Path) -> None:
    with pytest.raises(DocumentError, match=r"swapped: zh.txt is in Chinese.* en.txt in English"):
        opened(folder / "zh.txt", folder / "en.txt", "en", "zh-CN")


def test_a_document_that_looks_like_another_language_is_taken_with_a_warning(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened(folder / "zh.txt", folder / "en.txt", None, "de") == ["zh-CN", "de"]
    assert "warning: en.txt looks like English, taken as German" in capsys.readouterr().err


def test_simplified_text_taken_as_traditional_is_warned_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened(folder / "zh.txt", folder / "en.txt", "zh-HK", None) == ["zh-HK", "en"]
    assert "zh.txt looks like Chinese, simplified characters, taken as" in capsys.readouterr().err


@pytest.mark.parametrize("tag", ["zh-TW", "zh-SG"])
def test_characters_that_both_forms_use_contradict_neither(
    folder: Path, capsys: pytest.CaptureFixture[str], tag: str
) -> None:
    (folder / "zh.txt").write_text("人人生而自由,在尊严和尊嚴上一律平等。\n", "utf-8")
    assert opened(folder / "zh.txt", folder / "en.txt", tag, None)[0] == tag
    assert "warning" not in capsys.readouterr().err


def test_a_catalogue_name_stands_for_both_and_is_turned_when_asked(folder: Path) -> None:
    assert opened("un-67-58", None) == ["zh-CN", "en"]
    assert opened("un-67-58", None, "en", None) == ["en", "zh-CN"]


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("zh.txt", None, "name the target file too"),
        ("un-67-58", "en.txt", "un-67-58 is a catalogue name"),
        ("un-67-85", None, "un-67-58"),
        ("none.txt", "en.txt", "there is no such file"),
        ("-", "en.txt", "not read from standard input"),
        ("zh.txt", "-", "not read from standard input"),
        ("-", None, "not read from standard input"),
    ],
)
def test_what_can_not_be_opened_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, source: str, target: str | None, reason: str
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(DocumentError, match=reason):
        open_documents(*wanted(source, target), lines=False, console=Console())


@pytest.mark.parametrize("name", ["both.txt", "zh.txt"])
def test_a_file_that_holds_both_languages_is_told_of(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (folder / "both.txt").write_text(CHINESE + ENGLISH + ENGLISH, "utf-8")
    told = r"both.txt seems to hold two languages \(\d\d% of it is in "
    if name == "both.txt":
        with pytest.raises(DocumentError, match=rf"^{told}.*; both.txt and en.txt are both in"):
            opened(folder / "both.txt", folder / "en.txt")
    else:
        opened(folder / "zh.txt", folder / "both.txt")
        assert re.search(told, capsys.readouterr().err)


def test_latin_names_of_species_are_no_other_language(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "白鹤\nLeucogeranus leucogeranus\n白头鹤\nGrus monacha\n丹顶鹤\nGrus japonensis\n"
    (folder / "cranes.txt").write_text(rows, "utf-8")
    opened(folder / "cranes.txt", folder / "en.txt", "zh-CN", "en")
    assert "seems to hold two languages" not in capsys.readouterr().err


VALUES = ["Tidal Core i7-1360P", "Wi-Fi 6E + Bluetooth 5.3", "USB-C × 2, HDMI 2.1", "63 Wh"]
LABELS = [("处理器", "Processor"), ("无线", "Wireless"), ("接口", "Ports"), ("电池", "Battery")]


@pytest.mark.parametrize(
    ("rows", "are_two"),
    [
        ([text for (own, _), it in zip(LABELS, VALUES, strict=True) for text in (own, it)], False),
        ([text for both, it in zip(LABELS, VALUES, strict=True) for text in (*both, it)], True),
        ([CHINESE, "Article 3 (2012)", ENGLISH], True),
    ],
    ids=["a table of values", "a table in two languages", "text in two languages"],
)
def test_technical_values_are_no_other_language(
    folder: Path, capsys: pytest.CaptureFixture[str], rows: list[str], *, are_two: bool
) -> None:
    (folder / "table.txt").write_text("\n".join(rows), "utf-8")
    opened(folder / "table.txt", folder / "en.txt", "zh-CN", "en")
    assert ("seems to hold two languages" in capsys.readouterr().err) == are_two


def test_files_of_one_name_are_told_apart_in_messages(folder: Path) -> None:
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(CHINESE, "utf-8")
    with pytest.raises(DocumentError, match=r"^one/a.txt and two/a.txt are both in"):
        opened(folder / "one" / "a.txt", folder / "two" / "a.txt")


def test_furniture_in_another_language_is_not_told_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = f"<nav>{ENGLISH}</nav><p>{CHINESE}</p>"
    (folder / "page.html").write_text(page, "utf-8")
    opened(folder / "page.html", folder / "en.txt")
    assert "two languages" not in capsys.readouterr().err


def test_a_document_in_another_language_than_said_does_not_hold_both(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened(folder / "zh.txt", folder / "en.txt", "fr", None)
    assert "two languages" not in capsys.readouterr().err
