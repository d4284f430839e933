"""Paper for tests: a PDF that is written line by line, and what is read of it."""

import io
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpora.readers import Block, Role
from corpora.readers.pdf import read

NAME = Path("a.pdf")
ENGLISH = [
    "Recalling its resolution 66/47 of 2 December 2011, as well as all previ-",
    "ous resolutions entitled as this one, including resolution 56/24 V of",
    "24 December 2001,",
]
CHINESE = [
    "回顾其二〇一一年十二月二日第六十六届会议的决议及以往所有题为小武器和轻",
    "武器非法贸易的各方面问题的决议，",
]


class Paper:
    """A PDF that is written line by line."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=A4)
        self.height = 740.0

    def line(self, text: str, *, left: float = 72, size: float = 12, font: str = "") -> None:
        face = font or ("Helvetica" if text.isascii() else "STSong-Light")
        self._canvas.setFont(face, size)
        self._canvas.drawString(left, self.height, text)
        self.height -= 1.25 * size

    def lines(self, lines: list[str], left: float = 72, size: float = 12) -> None:
        for text in lines:
            self.line(text, left=left, size=size)
        self.height -= 10

    def justified(self, lines: list[str], width: float, left: float = 72) -> None:
        """Write a paragraph; the words of all lines but the last are spread over the width."""
        for number, line in enumerate(lines, 1):
            words = line.split()
            widths = [pdfmetrics.stringWidth(word, "Helvetica", 12) for word in words]
            gap = (width - sum(widths)) / max(len(words) - 1, 1) if number < len(lines) else 3.4
            at = left
            for word, own in zip(words, widths, strict=True):
                self.at(self.height, word, left=at)
                at += own + gap
            self.height -= 15

    def at(
        self, height: float, text: str, left: float = 72, size: float = 12, font: str = ""
    ) -> None:
        before, self.height = self.height, height
        self.line(text, left=left, size=size, font=font)
        self.height = before

    def table(self, rows: list[list[str]], *, drawn: bool, step: float = 110) -> None:
        """Write rows of cells, with lines around each or with none."""
        top = self.height + 14
        for row in rows:
            deepest = self.height
            for column, cell in enumerate(row):
                at = self.height
                for text in cell.split("\n"):
                    self.at(at, text, left=76 + column * step)
                    at -= 15
                deepest = min(deepest, at)
            self.height = deepest - 4
            if drawn:
                for column in range(len(row)):
                    self._canvas.rect(
                        72 + column * step, self.height + 13, step, 1 + top - self.height - 14
                    )
                top = self.height + 13
        self.height -= 10

    def rules(self, *, across: list[float], down: list[float], ends: tuple[float, float]) -> None:
        """Draw the lines of a table: those across from end to end, those down from top to foot."""
        for height in across:
            self._canvas.line(ends[0], height, ends[1], height)
        for place in down:
            self._canvas.line(place, max(across), place, min(across))

    def end_page(self) -> None:
        self._canvas.showPage()
        self.height = 740.0

    def data(self) -> bytes:
        self._canvas.save()
        return self._out.getvalue()

    def blocks(self) -> tuple[Block, ...]:
        return read(NAME, self.data()).blocks


def texts(blocks: tuple[Block, ...], role: Role = Role.BODY) -> list[str]:
    return [block.text for block in blocks if block.role is role]


def wrap(text: str, width: float) -> list[str]:
    """Break a text into lines of Helvetica that are no wider than the width."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else ""
        if longer and pdfmetrics.stringWidth(longer, "Helvetica", 12) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def write_columns(
    paper: Paper,
    count: int,
    lines: int,
    *,
    left: float = 60,
    step: float = 160,
    shift: float = 0,
    sign: str = "c",
) -> None:
    """Write columns of text, the rows of each somewhat lower than those of the one before."""
    top = paper.height
    for column in range(count):
        paper.height = top - shift * column
        for number in range(lines):
            paper.line(f"{sign}{column} l{number} some running text", left=left + step * column)


def are_in_order(text: str, count: int, lines: int, sign: str = "c") -> bool:
    order = [f"{sign}{column} l{number} " for column in range(count) for number in range(lines)]
    places = [text.find(sign) for sign in order]
    return -1 not in places and places == sorted(places)
