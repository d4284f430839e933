"""The number of each paragraph in its document, from the labels that could stand at their heads.

The scheme, the same in every language:

- A part (annex, appendix, schedule, part, chapter, section, article) is numbered by its English
  name: "Annex II", "Chapter III", "Article 12"; articles in Arabic, all above in Roman numerals.
  "§ 3" is "Article 3" too, but inside an article that is written otherwise it is "3".
- An item written as a number (`1.`, `1、`, `一、`, `I.`, `A.`) and not inside another is "12".
- Items inside it take its number as prefix and show their depth, not the script they were written
  in: "12(a)", then "12(a)(ii)", then "12(a)(ii)(3)". So `（一）`, `(a)`, `(i)`, `(1)` and `①` are
  all "(a)" below a number. Without a number above them they hang on their article or annex,
  "Article 3(b)", or stand alone, "(b)".
- A paragraph that bears an article's number and its first item's ("第四条（一）…") is "Article 4";
  "第四条（二）…" behind it is "Article 4(b)", as if the article's number were not repeated.
- Paragraphs of a patent's description are "[0012]", as they are written; their items "[0012](a)".
- Decimal numbers stay as they are, "1.2.3", and their items are "1.2.3(a)".
- The scope is the part that a number is unique in: "Article 3" or "Annex I, Article 3".
  Articles, annexes and their like are always scopes; chapters and sections only where the numbers
  inside them begin anew. Where paragraphs are numbered on through headings such as `I.` or
  `一、`, those are sections: "Section I", "Section I(a)".
- What begins anew behind a heading without number is not inside a text above that heading.
- A list of sentences (`A.`, `I.`, `一、`), such as the recitals of a contract, ends with a
  paragraph without number behind its last item: what is numbered `1.` then is not inside that item.

Sequence is the evidence for a doubtful label: is it the successor of the one before, or the first
of a list that goes on?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpora.structure.label import BARE, PATENT, RANKS, Label, Needs
from corpora.structure.numerals import Script, letter, roman
from corpora.structure.sequences import (
    HAN_ITEM,
    OUTER,
    PLAIN,
    Later,
    heading_styles,
    next_values,
    restarting_ranks,
)

_SECTION = "Section "


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number that a paragraph bears.

    Attributes:
        number: in the language-neutral form.
        scope: the number of the part that it is unique in, or "".
        label: the reading that was chosen.
        depth: 0 for a part and for "12", 1 for "12(a)", and so on.
    """

    number: str
    scope: str
    label: Label
    depth: int = 0

    @property
    def is_section(self) -> bool:
        """Whether it is that of a heading which paragraphs are numbered on through."""
        return self.number.startswith(_SECTION)


@dataclass(slots=True)
class _Item:
    """An open item of a list."""

    style: str
    values: tuple[int, ...]
    depth: int
    number: str
    level: int
    is_heading: bool


@dataclass(slots=True)
class _Part:
    """An open part: rank, own number, scope of what is in it, whether it is written "§ 3"."""

    rank: int
    number: str
    path: tuple[str, ...]
    has_sign: bool


def number_blocks(
    readings: Sequence[Sequence[Label]], levels: Sequence[int], headings: Sequence[bool]
) -> tuple[list[Numbered | None], list[str]]:
    """Number the blocks of a document.

    Args:
        readings: what could stand at the head of each block, from `find_labels`.
        levels: the depth that the file format gives each block in its list, 0 where it gives none.
        headings: whether each block is a heading by its format.

    Returns:
        For each block its number, or None; and the scope of each block.
    """
    outline = _Outline(readings, headings)
    numbers: list[Numbered | None] = []
    scopes: list[str] = []
    for index, (choices, level) in enumerate(zip(readings, levels, strict=True)):
        numbered = outline.place(index, choices, level)
        numbers.append(numbered)
        scopes.append(numbered.scope if numbered else outline.scope(within=True))
    return numbers, scopes


@dataclass(slots=True)
class _Outline:
    """The open parts and items while a document is read from its first block to its last."""

    readings: Sequence[Sequence[Label]]
    headings: Sequence[bool]
    parts: list[_Part] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)
    sections: list[_Item] = field(default_factory=list)
    last_part: dict[str, int] = field(default_factory=dict)
    last_item: dict[str, int] = field(default_factory=dict)
    last_decimal: tuple[int, ...] = ()
    may_close: bool = False
    closed: bool = False
    headed: bool = False
    here: int = 0
    behind: list[dict[str, int]] = field(init=False)
    later: Later = field(init=False)
    restarting: frozenset[int] = field(init=False)
    heading_styles: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.behind = next_values(self.readings)
        self.later = Later(self.readings)
        self.restarting = restarting_ranks(self.readings)
        self.heading_styles = heading_styles(self.readings)

    def place(self, index: int, choices: Sequence[Label], level: int) -> Numbered | None:
        """Choose the right reading of a block's head and number the block."""
        self.here = index
        choices = [self._inside_article(label) for label in choices]
        believed = [label for label in choices if self._believe(label, self.behind[index])]
        if not believed:
            self.closed = self.closed or self.may_close
            self.headed = self.headed or self.headings[index]
            return None
        label = max(believed, key=lambda label: self._rating(label, self.behind[index]))
        if label.name:
            self.parts, self.items, self.sections, self.last_item = [], [], [], {}
            return Numbered(label.name, "", label)
        if label.is_part and (own := self._item_of_open_part(label)):
            label = own
        if label.is_part:
            return self._open_part(label)
        if label.style in self.heading_styles:
            self.items = []
            item = self._push(self.sections, label, level, _SECTION)
            return Numbered(item.number, self.scope(within=False), label, item.depth)
        if label.style == BARE:  # believed by its own siblings, it counts as "1." does
            self.last_item[BARE] = label.values[0]
            label = replace(label, style=PLAIN)
        if self.closed and label.style == PLAIN and label.values == (1,):
            self.items = []
        if self.headed and label.values[-1] == 1:
            self._close_texts()
        item = self._push(self.items, label, level, "")
        goes_on = self.behind[index].get(label.style) == label.values[-1] + 1
        self.may_close = label.style in OUTER and label.ends and not goes_on
        self.closed = self.headed = False
        return Numbered(item.number, self.scope(within=False), label, item.depth)

    def _close_texts(self) -> None:
        """Close the items that are no headings: a heading behind their text is not inside them."""
        while self.items and not self.items[-1].is_heading:
            self.items.pop()

    def scope(self, *, within: bool) -> str:
        """Return the scope of a number, or (within) the part that a text without one stands in."""
        parts = self.parts
        if not within and not self._scoping(RANKS["Article"] + 1):
            parts = [part for part in parts if part.rank in _ALWAYS]
        return ", ".join(parts[-1].path) if parts else ""

    def _scoping(self, rank: int) -> bool:
        return bool(self.parts) and (self.parts[-1].rank in _ALWAYS or rank in self.restarting)

    def _inside_article(self, label: Label) -> Label:
        """Read "§ 2" inside "Art. 5" as the article's "2.", as in the laws of Brazil or Belgium."""
        part = self.parts[-1] if self.parts else None
        inside = part is not None and part.rank == RANKS["Article"] and not part.has_sign
        return replace(label, style=PLAIN) if inside and label.is_part and label.has_sign else label

    def _believe(self, label: Label, behind: dict[str, int]) -> bool:
        if label.needs is Needs.NOTHING:
            return True
        if label.needs is Needs.PARENT:
            return self._is_inside(label)
        if label.needs is Needs.SIBLING and len(label.values) > 1:
            beside = _goes_on(label, behind) or self._follows_decimal(label)
            return beside and self._is_inside(label)
        value = label.values[0]
        last = (self.last_part if label.is_part else self.last_item).get(label.style, 0)
        follows = value == 1 or (0 < value - last <= 2 and last > 0)
        goes_on = any(_goes_on(item, behind) for item in label.items)
        if label.needs is Needs.ITEM:
            return goes_on and (follows or value == last)
        if label.needs is Needs.PREDECESSOR:
            known = follows or goes_on or self._item_of_open_part(label) is not None
            return known or (not label.is_part and behind.get(label.style) == value + 1)
        if label.style == BARE and self.later.next_values("1.1", self.here) == (value, 1):
            return True  # "4 Routes" before "4.1", also where a document begins with it
        if value == 1:
            return behind.get(label.style) == 2
        return last > 0 and 0 < value - last <= 2

    def _rating(self, label: Label, behind: dict[str, int]) -> int:
        """Order the readings of a head: a successor, a first one, one of an open list, another."""
        if self._continues(label):
            first_of_more = behind.get(label.style) != label.values[-1] + 1
            return 4 if first_of_more else 5
        if label.values and label.values[-1] == 1:
            return 4 if behind.get(label.style) == 2 else 3
        return 2 if any(item.style == label.style for item in self.items) else 1

    def _continues(self, label: Label) -> bool:
        return bool(label.values) and any(
            item.style == label.style and item.values[-1] + 1 == label.values[-1]
            for item in (*self.items, *self.sections)
        )

    def _is_inside(self, label: Label) -> bool:
        """Whether a number of several continues an open one."""
        known = self._parent(label) is not None or self._continues(label)
        return known or self._follows_decimal(label)

    def _follows_decimal(self, label: Label) -> bool:
        """Whether a decimal number is the next one: 3.2 behind 3.1 or 3.1.5, lists between them."""
        *above, own = label.values
        before = self.last_decimal[: len(label.values)]
        return len(before) == len(label.values) > 1 and (*above, own - 1) == before

    def _parent(self, label: Label) -> str | None:
        """Return the open number that a decimal number continues or whose item it is."""
        prefix = label.values[:-1]
        for item in self.items:
            if item.style in (PLAIN, "1.1") and (
                item.values == prefix or item.values[:-1] == prefix
            ):
                return item.number
        if len(prefix) == 1 and self.parts:
            written = (f"Article {prefix[0]}", *(f"{name} {roman(prefix[0])}" for name in RANKS))
            return next((part.number for part in self.parts if part.number in written), None)
        return None

    def _item_of_open_part(self, label: Label) -> Label | None:
        """Return the item that a label repeats the open article's number for, if it is the next."""
        if not self.parts or not label.items or self.parts[-1].number != label.part_number:
            return None
        if self.items:
            return next((item for item in label.items if self._continues(item)), None)
        return next((item for item in label.items if item.values == (1,)), None)

    def _open_part(self, label: Label) -> Numbered:
        rank = RANKS[label.style]
        while self.parts and self.parts[-1].rank >= rank:
            self.parts.pop()
        kept = self.parts
        if rank not in self.restarting:
            kept = [part for part in self.parts if part.rank in _ALWAYS]
        path = kept[-1].path if kept else ()
        number = label.part_number
        self.parts.append(_Part(rank, number, (*path, number), label.has_sign))
        self.items, self.sections = [], []
        if rank in _ALWAYS:
            self.last_item = {}
        self.last_part[label.style] = label.values[0] if label.values else 0
        for name, lower in RANKS.items():
            if rank <= 1 < lower:
                self.last_part.pop(name, None)
        first = next((item for item in label.items if item.values == (1,)), None)
        if first:  # its paragraph bears the part's number, but the list is open
            self._push(self.items, first, 0, "")
            label = replace(label, text=first.text, length=first.length)
        return Numbered(number, ", ".join(path), label)

    def _push(self, items: list[_Item], label: Label, level: int, prefix: str) -> _Item:
        """Close the items that a label ends and open its own."""
        self.last_item[label.style] = label.values[-1]
        if label.style == "1.1":
            return self._push_decimal(items, label, level)
        if label.style == PATENT:
            number = f"[{label.values[0]:04}]"
            items[:] = [_Item(PATENT, label.values, 0, number, level, is_heading=False)]
            return items[-1]
        if label.style == PLAIN and items and items[0].style == PATENT:  # the claims
            items.clear()
        if len(label.values) > 1:
            return self._push_composite(items, label, level)
        while level and items and items[-1].level > level:
            items.pop()
        alike = (k for k, item in enumerate(items) if item.style == label.style)
        same = next((k for k in alike if not level or items[k].level in (0, level)), None)
        if same is not None:
            del items[same:]
        elif label.style == f"{Script.HAN}." or (label.style == PLAIN and label.values[0] > 1):
            items.clear()
        elif label.style == PLAIN:
            while items and items[-1].depth and not level and not self._holds(items[-1]):
                items.pop()
        parent = items[-1] if items else None
        depth = max(parent.depth + 1 if parent else 0, int(label.below))
        if parent:
            above = parent.number
        elif depth and self.parts and self.parts[-1].rank in _ALWAYS:
            above = self.parts[-1].number
        else:
            above = ""
        number = above + _written(depth, label.values[-1], prefix)
        items.append(
            _Item(label.style, label.values, depth, number, level, self.headings[self.here])
        )
        return items[-1]

    def _holds(self, item: _Item) -> bool:
        """Whether a list that begins with "1." is below an open item, and not behind it.

        It is below （一）, as the order of Chinese numerals has it, and below any item that goes on
        behind it: (1), 1., 2., (2).
        """
        goes_on = self.later.next_values(item.style, self.here)[-1:] == (item.values[-1] + 1,)
        return item.style == HAN_ITEM or goes_on

    def _push_decimal(self, items: list[_Item], label: Label, level: int) -> _Item:
        while items and not (
            items[-1].style in (PLAIN, "1.1")
            and items[-1].values == label.values[: len(items[-1].values)]
            and len(items[-1].values) < len(label.values)
        ):
            items.pop()
        self.last_decimal = label.values
        number = ".".join(map(str, label.values))
        items.append(_Item(label.style, label.values, 0, number, level, self.headings[self.here]))
        return items[-1]

    def _push_composite(self, items: list[_Item], label: Label, level: int) -> _Item:
        items.clear()
        number = ""
        for depth, value in enumerate(label.values):
            number += _written(depth, value, "")
            style = (PLAIN, f"({Script.LOWER_LETTER})", f"({Script.LOWER_ROMAN})", "(1)")[depth]
            items.append(_Item(style, (value,), depth, number, level, self.headings[self.here]))
        return items[-1]


def _goes_on(label: Label, behind: dict[str, int]) -> bool:
    """Whether the next number of a label's style is the one after it."""
    return behind.get(label.style) == label.values[-1] + 1


_ALWAYS = frozenset({RANKS["Annex"], RANKS["Appendix"], RANKS["Article"]})


def _written(depth: int, value: int, prefix: str) -> str:
    """Write an ordinal in the form of its depth."""
    if depth == 0:
        return prefix + (roman(value) if prefix else str(value))
    return f"({(str, letter, lambda v: roman(v).lower())[depth if depth < 3 else 0](value)})"
