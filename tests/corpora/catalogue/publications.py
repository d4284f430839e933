"""A PDF set as the United Nations set a resolution.

A masthead wider than the text, paragraphs told by the indent of their first line only, footnotes at
the foot of the first page, the symbol at the head and the job number at the foot of every page.
"""

import io
from collections.abc import Iterator

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpora.catalogue import Edition
from tests.corpora.catalogue.stand_ins import stand_in

_LEFT, _WIDTH, _INDENT, _SIZE, _LEADING, _FOOT = 126, 360, 24, 10.5, 13, 110
_FONTS = {"en": "Times-Roman", "zh": "STSong-Light"}
_CHAPEAUX = {"en": "The General Assembly,", "zh": "大会"}
_TITLES = {"en": "67/58. The illicit trade", "zh": "67/58. 小武器和轻武器非法贸易的各方面问题"}
_MASTHEADS = {
    "en": ("United Nations", "General Assembly", "Sixty-seventh session", "Agenda item 94 (z)"),
    "zh": ("联合国", "大会", "第六十七届会议", "议程项目 94(z)"),
}
_NOTES = (
    "1 See Report of the United Nations Conference (A/CONF.192/15), chap. IV, paragraph 24.",
    "2 A/60/88 and Corr.2, annex; see also decision 60/519.",
    "3 A/67/176.",
)


def publication(edition: Edition) -> bytes:
    """Set the text that stands in for the official one of an edition."""
    font = _FONTS[edition.code]
    if font == "STSong-Light":
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    _masthead(canvas, font, _MASTHEADS[edition.code])
    height, page = 630.0, 1
    for paragraph in (_TITLES[edition.code], *_paragraphs(edition)):
        for count, line in enumerate(_wrapped(paragraph, font)):
            if height < _FOOT:
                _edges(canvas, font, page)
                canvas.showPage()
                height, page = 700.0, page + 1
            canvas.setFont(font, _SIZE)
            canvas.drawString(_LEFT + (0 if count else _INDENT), height, line)
            height -= _LEADING
        height -= 7
    _edges(canvas, font, page)
    canvas.save()
    return out.getvalue()


def _paragraphs(edition: Edition) -> list[str]:
    """From the chapeau to the last operative paragraph."""
    lines = [line.strip() for line in stand_in(edition).splitlines() if line.strip()]
    last = next(place for place, line in enumerate(lines) if line.startswith("21."))
    return lines[lines.index(_CHAPEAUX[edition.code]) : last + 1]


def _masthead(canvas: Canvas, font: str, rows: tuple[str, ...]) -> None:
    canvas.setFont(font, 14)
    canvas.drawRightString(540, 740, "A/RES/67/58")
    for count, row in enumerate(rows):
        canvas.drawString(_LEFT - 40, 740 - 20 * count, row)
    canvas.setFont(font, 9)
    canvas.drawString(440, 720, "Distr.: General")
    canvas.drawString(440, 708, "4 January 2013")


def _edges(canvas: Canvas, font: str, page: int) -> None:
    canvas.setFont(font, 10)
    if page > 1:
        canvas.drawString(_LEFT - 40, 745, "A/RES/67/58")
    canvas.setFont(font, 8)
    canvas.drawString(_LEFT - 40, 40, "12-48707")
    canvas.drawString(500, 40, str(page))
    for count, note in enumerate(_NOTES if page == 1 else ()):
        canvas.drawString(_LEFT, 92 - 10 * count, note)


def _wrapped(text: str, font: str) -> Iterator[str]:
    """Break a paragraph into lines: at spaces, or between any two characters of Chinese."""
    between = "" if font == "STSong-Light" else " "
    line, width = "", _WIDTH - _INDENT
    for piece in text if not between else text.split(" "):
        longer = f"{line}{between}{piece}" if line else piece
        if pdfmetrics.stringWidth(longer, font, _SIZE) > width:
            yield line
            line, width = piece.strip(), _WIDTH
        else:
            line = longer
    yield line
