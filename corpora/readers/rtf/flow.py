"""A run of paragraphs of an RTF file, and what its control words have said of the next one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corpora.readers.block import Block, Role
from corpora.readers.building import TextBuilder
from corpora.readers.joining import Joiner


@dataclass(slots=True)
class Flow:
    """The document's paragraphs, a text box's or a footnote's.

    Attributes:
        builder: gathers the paragraph that is being read.
        blocks: those that were read.
        row: those of the table row that is being read.
        hidden: text of this paragraph that is not shown.
        cells: how many cells of the row were read.
        label: the paragraph's number in a list, or "".
        level: its level there, counted from 0.
        outline: its level as a heading, counted from 0, or None.
        in_table: whether it stands in a table.
        is_endnote: whether it is an endnote's.
    """

    builder: TextBuilder = field(default_factory=TextBuilder)
    blocks: list[Block] = field(default_factory=list)
    row: list[Block] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    cells: int = 0
    label: str = ""
    level: int = 0
    outline: int | None = None
    in_table: bool = False
    is_endnote: bool = False

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """All that were read, those of an unfinished row too."""
        return (*self.blocks, *self.row)

    @property
    def current(self) -> list[Block]:
        """Where the next blocks go: the row's, or the flow's own."""
        return self.row if self.in_table else self.blocks

    def end_paragraph(self, joiner: Joiner, *, cell: bool) -> None:
        """End the paragraph that is being read; at a cell's end, the cell too."""
        role, level = Role.BODY, 0
        if self.outline is not None and self.outline < 9:
            role, level = Role.HEADING, self.outline + 1
        elif self.label:
            role, level = Role.ITEM, self.level + 1
        if (self.in_table or cell) and not self.label:
            role, level = Role.CELL, 0
        where = f"paragraph {len(self.all_blocks) + 1}"
        blocks = self.builder.take_blocks(joiner, role, self.label, level, where)
        hidden, self.hidden = " ".join("".join(self.hidden).split()), []
        if hidden:
            blocks.append(Block(hidden, Role.FURNITURE, where=f"{where}, hidden"))
        (self.row if cell else self.current).extend(blocks)
        self.cells += cell
        self.label = ""

    def end_row(self, row: int) -> None:
        """Take over the blocks of a row; a row of one cell only frames its text.

        Args:
            row: which one it is, counted from 1 through the whole file.
        """
        if self.cells < 2:
            self.row = [
                replace(block, role=Role.BODY) if block.role is Role.CELL else block
                for block in self.row
            ]
        else:
            self.row = [replace(block, row=block.row or row) for block in self.row]
        self.blocks += self.row
        self.row, self.cells = [], 0
