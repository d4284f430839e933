"""A small language that says which units are meant: `score >= 0.8 and not identical`.

docs/filtering.md describes it for its users. An expression is cut into tokens (`tokens`), checked
and turned into functions (`parser`, `comparing`, `arithmetic`), of which `vocabulary` holds the
names and `facts` what they stand for. Nothing in it can do more than look at a unit: there are no
loops, no assignments and no calls but to the vocabulary's functions; the time that it takes grows
with its length and the unit's.
"""

from tmx.operations.expressions.facts import Facts
from tmx.operations.expressions.parser import parse

__all__ = ["Facts", "parse"]
