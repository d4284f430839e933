"""What two documents are called in messages."""

import pytest

from align.cli.names import names_apart
from corpora import Document


@pytest.mark.parametrize(
    ("paths", "languages", "names"),
    [
        (("x/a.txt", "x/b.txt"), "zh en", ("a.txt", "b.txt")),
        (("zh/a.txt", "en/a.txt"), "zh en", ("zh/a.txt", "en/a.txt")),
        (("zh/x/a.txt", "en/x/a.txt"), "zh en", ("zh/x/a.txt", "en/x/a.txt")),
        (("/a.txt", "/en/a.txt"), "zh en", ("/a.txt", "en/a.txt")),
        (("a.txt", "./a.txt"), "zh en", ("a.txt (zh)", "a.txt (en)")),
        (("a.txt", "a.txt"), "zh zh", ("a.txt", "a.txt")),
        (("un-67-58", None), "zh-CN en", ("un-67-58 (zh-CN)", "un-67-58 (en)")),
    ],
    ids=[
        "other names", "other folders", "folders further up", "a file of the outermost folder",
        "one file in two languages", "one file twice", "a catalogue name",
    ],
)  # fmt: skip
def test_documents_of_one_name_are_told_apart(
    paths: tuple[str, str | None], languages: str, names: tuple[str, str]
) -> None:
    first, second = (
        Document((path or paths[0] or "").rpartition("/")[2], language, ())
        for path, language in zip(paths, languages.split(), strict=True)
    )
    assert names_apart((first, second), paths) == names
