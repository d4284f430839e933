"""`duiqi corpora`: list, show, fetch and import as a user calls them."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main
from corpora.catalogue import catalogue_entry
from corpora.catalogue.copies import find_copy
from tests.corpora.catalogue.stand_ins import stand_in

ENTRY = catalogue_entry("un-67-58")
ENGLISH, CHINESE = ENTRY.edition("en"), ENTRY.edition("zh")


@pytest.fixture(autouse=True)
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "data-home"
    monkeypatch.setenv("DUIQI_DATA_HOME", str(home))
    return home


def _corpora(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["corpora", *map(str, arguments)])


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address of a server that has an English text as `en.txt`, whatever is asked of it."""
    served = tmp_path / "served"
    served.mkdir()
    (served / "en.txt").write_text(stand_in(ENGLISH), encoding="utf-8")
    handler = functools.partial(_Handler, directory=str(served))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def _one_line(found: Result, message: str) -> None:
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert found.stderr.startswith("duiqi: ")
    assert message in found.stderr


def test_list_has_a_line_for_each_text_with_its_status() -> None:
    found = _corpora("list")
    rows = [line.split("\t") for line in found.stdout.splitlines()]
    assert rows[0] == ["name", "symbol", "language", "title", "text"]
    assert rows[1:] == [
        [ENTRY.name, ENTRY.symbol, edition.language, edition.title, edition.status]
        for edition in ENTRY.editions
    ]


@pytest.mark.parametrize("command", [["list"], ["show", ENTRY.name]])
def test_the_working_text_is_never_shown_without_saying_that_it_is_not_official(
    command: list[str],
) -> None:
    assert "NOT the official English text" in _corpora(*command).stdout


def test_show_tells_where_the_texts_are_and_on_what_terms() -> None:
    found = _corpora("show", ENTRY.name)
    rows = dict(line.split("\t") for line in found.stdout.splitlines())
    assert rows["symbol"] == ENTRY.symbol
    assert rows["paragraphs"] == "15 preambular, 21 operative"
    assert rows["en file"] == str(ENGLISH.path)
    assert rows["zh licence"] == CHINESE.licence


@pytest.mark.parametrize("command", ["show", "fetch", "import"])
def test_an_unknown_name_is_refused_with_near_ones(command: str) -> None:
    options = ["--en", "x"] if command == "import" else []
    found = _corpora(command, "un-67-59", *options)
    _one_line(found, "un-67-59: not in the catalogue; did you mean un-67-58?")


def test_import_takes_a_copy_and_shows_it_from_then_on(tmp_path: Path, data_home: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text(stand_in(ENGLISH), encoding="utf-8")
    found = _corpora("import", ENTRY.name, "--en", path)
    assert (found.exit_code, found.stdout) == (0, "")
    assert "un-67-58 en: checked that it bears the symbol A/RES/67/58," in found.stderr
    assert "15 preambular paragraphs and operative ones numbered 1 to 21" in found.stderr
    assert "its wording is not checked" in found.stderr
    assert "verified" not in found.stderr
    shown = _corpora("show", ENTRY.name).stdout
    assert "the user's own copy, imported " in shown
    assert str(data_home) in shown
    assert "NOT the official" not in shown


def test_import_refuses_the_text_that_ships_and_goes_on_calling_it_not_official() -> None:
    found = _corpora("import", ENTRY.name, "--en", ENGLISH.path)
    _one_line(found, "it is word for word the en text that ships with duiqi already")
    assert "NOT the official English text" in _corpora("show", ENTRY.name).stdout


def test_import_quiet_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text(stand_in(CHINESE), encoding="utf-8")
    found = _corpora("import", ENTRY.name, "--quiet", "--zh", path)
    assert (found.exit_code, found.stdout, found.stderr) == (0, "", "")


def test_import_refuses_a_text_that_is_not_whole(tmp_path: Path) -> None:
    path = tmp_path / "half.txt"
    path.write_text(
        ENGLISH.path.read_text(encoding="utf-8").replace("\n7. Emphasizes", "\nEmphasizes"),
        encoding="utf-8",
    )
    found = _corpora("import", ENTRY.name, "--en", path)
    _one_line(found, "expected 21 operative paragraphs, found 20; 7 is missing")


def test_import_refuses_a_text_with_a_paragraph_that_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    lines = stand_in(ENGLISH).splitlines()
    (place,) = (i for i, line in enumerate(lines) if line.startswith("10. "))
    lines[place] = lines[place].partition(" that may require")[0]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = _corpora("import", ENTRY.name, "--en", path)
    _one_line(found, "operative paragraph 10 breaks off after “…national plans and programmes”")


def test_import_takes_all_files_or_none(tmp_path: Path, data_home: Path) -> None:
    found = _corpora("import", ENTRY.name, "--zh", CHINESE.path, "--en", CHINESE.path)
    assert found.exit_code == 2
    assert not data_home.exists()


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    """A file that was imported as the English copy."""
    path = tmp_path / "mine.txt"
    path.write_text(stand_in(ENGLISH), encoding="utf-8")
    assert _corpora("import", ENTRY.name, "--en", path).exit_code == 0
    return path


def _changed(path: Path) -> Path:
    """Another whole copy beside a file, with one word of it changed."""
    other = path.with_name("other.txt")
    text = path.read_text(encoding="utf-8")
    other.write_text(text.replace("4. Endorses", "4. Rejects"), encoding="utf-8")
    return other


def test_import_leaves_a_copy_that_differs_unless_forced(imported: Path, data_home: Path) -> None:
    other = _changed(imported)
    kept = find_copy(ENTRY, ENGLISH)
    assert kept
    found = _corpora("import", ENTRY.name, "--en", other)
    _one_line(found, f"{data_home / 'corpora' / ENTRY.name / kept.file}: there is another en copy")
    assert "--force replaces it" in found.stderr
    assert find_copy(ENTRY, ENGLISH) == kept
    forced = _corpora("import", ENTRY.name, "--en", other, "--force")
    assert forced.exit_code == 0
    assert f"it replaces: {kept.status}" in forced.stderr
    assert "from other.txt" in _corpora("show", ENTRY.name).stdout


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_import_says_that_the_same_bytes_are_there_already(
    imported: Path, options: list[str]
) -> None:
    kept = find_copy(ENTRY, ENGLISH)
    again = imported.rename(imported.with_name("again.txt"))
    found = _corpora("import", ENTRY.name, "--en", again, *options)
    assert found.exit_code == 0
    assert "the same copy is there already: the user's own copy" in found.stderr
    assert find_copy(ENTRY, ENGLISH) == kept


def test_fetch_leaves_an_imported_copy_that_differs_unless_forced(
    imported: Path, address: str
) -> None:
    forced = _corpora("import", ENTRY.name, "--en", _changed(imported), "--force")
    assert forced.exit_code == 0
    arguments = ["fetch", ENTRY.name, "--language", "en", "--from", f"{address}/en.txt"]
    found = _corpora(*arguments)
    _one_line(found, "--force replaces it")
    assert "from other.txt" in _corpora("show", ENTRY.name).stdout
    assert _corpora(*arguments, "--force").exit_code == 0
    assert f"from {address}/en.txt" in _corpora("show", ENTRY.name).stdout


def test_import_without_a_file_is_refused() -> None:
    _one_line(_corpora("import", ENTRY.name), "give a file: --en FILE or --zh FILE or both")


@pytest.mark.parametrize("by_variable", [False, True], ids=["--from", "variable"])
def test_fetch_brings_a_text_from_the_address_given(
    address: str, by_variable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = f"{address}/en.txt"
    if by_variable:
        monkeypatch.setenv("DUIQI_UN_ADDRESS", source)
    options = [] if by_variable else ["--from", source]
    found = _corpora("fetch", ENTRY.name, "--language", "en", *options)
    assert (found.exit_code, found.stdout) == (0, "")
    assert f"from {source}?s=" in found.stderr
    assert f"from {source}?s=" in _corpora("list").stdout


def test_fetch_keeps_what_passed_and_tells_what_did_not(address: str) -> None:
    found = _corpora("fetch", ENTRY.name, "--from", f"{address}/en.txt")
    assert found.exit_code == 2
    assert "un-67-58 en: checked" in found.stderr
    assert "A/RES/67/58 (zh) from" in found.stderr
    assert "expected the language zh-CN, found en" in found.stderr


def test_fetch_tells_that_the_server_lacks_the_document(address: str) -> None:
    found = _corpora("fetch", ENTRY.name, "--language", "en", "--from", f"{address}/none")
    _one_line(found, "the server has no such document (404)")


def test_fetch_without_a_network_tells_it_once() -> None:
    found = _corpora("fetch", ENTRY.name, "--from", "http://127.0.0.1:9/")
    _one_line(found, "can't be reached")
    assert found.stderr.count("check the network") == 1


def test_fetch_refuses_a_language_that_the_entry_lacks() -> None:
    _one_line(_corpora("fetch", ENTRY.name, "--language", "fr"), "no fr edition; it has zh, en")
