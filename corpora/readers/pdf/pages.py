"""The pages of a PDF, whose characters bear only what is looked at here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfminer.layout import LTChar, LTItem
from pdfplumber.page import Page
from pdfplumber.pdf import PDF


class TextPage(Page):
    """A page as pdfplumber gives it, without the colours of its characters.

    To resolve them for each character takes as long as all else that is done with a page.
    """

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """Return what is drawn on the page as a dictionary, its place seen from above."""
        if not isinstance(obj, LTChar):
            drawn: dict[str, Any] = super().process_object(obj)
            return drawn
        left, above = self.mediabox[:2]
        foot = self.height + above
        return {
            "object_type": "char",
            "text": obj.get_text(),
            "fontname": str(obj.fontname),
            "size": obj.size,
            "upright": obj.upright,
            "matrix": obj.matrix,
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "top": foot - obj.y1,
            "bottom": foot - obj.y0,
            "tag": getattr(obj, "tag", None),
        }


def text_pages(document: PDF) -> Iterator[TextPage]:
    """Give the pages of a document."""
    for page in document.pages:
        yield TextPage(document, page.page_obj, page.page_number, page.initial_doctop)
