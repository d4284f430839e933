"""Which paragraphs of two documents are looked at together: the text, and the footnotes apart."""

from corpora import Kind

NOTES = frozenset({Kind.FOOTNOTE})
FURNITURE = frozenset({Kind.BOILERPLATE})
TEXT = frozenset(Kind) - NOTES - FURNITURE

STRANDS = (TEXT, NOTES)
"""What is aligned apart from each other: the kinds of each strand of paragraphs."""

MIXED = ((NOTES, TEXT), (TEXT, NOTES))
"""Of which kinds source and target are where footnotes of the one are text in the other."""
