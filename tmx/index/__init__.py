"""A memory on disk: translation units that can be looked up, searched, and given back whole.

An index is one SQLite file that holds any number of memories. `tmx.index.storage` opens it,
`tmx.index.adding` puts memories in, `tmx.index.lookup` finds exact and fuzzy matches,
`tmx.index.concordance` finds words, `tmx.index.stored` gives the units back.
"""

from tmx.index.adding import Change, add_memory, remove_memory
from tmx.index.concordance import Hit, concordance, count_hits
from tmx.index.lookup import Match, lookup
from tmx.index.storage import Index, change_index, open_index
from tmx.index.stored import StoredMemory, all_units, memories

__all__ = [
    "Change",
    "Hit",
    "Index",
    "Match",
    "StoredMemory",
    "add_memory",
    "all_units",
    "change_index",
    "concordance",
    "count_hits",
    "lookup",
    "memories",
    "open_index",
    "remove_memory",
]
