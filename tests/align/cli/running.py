"""`duiqi align` run inside the test's own process."""

from pathlib import Path

from click.testing import CliRunner, Result

from align.cli import main


def write_pair(chinese: str, english: str) -> None:
    """Write a.zh and b.en into the working folder."""
    Path("a.zh").write_text(chinese, "utf-8")
    Path("b.en").write_text(english, "utf-8")


def align(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["align", *arguments])
