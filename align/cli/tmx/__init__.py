"""`duiqi tmx`: what is done with translation memories."""

from align.cli.base import LazyCommand, LazyGroup

__all__ = ["tmx_group"]

tmx_group = LazyGroup(
    name="tmx",
    help="Work on translation memories: TMX 1.1 to 1.4b of any size, also as .gz or .zip.",
    example="duiqi tmx flip memory.tmx -o turned.tmx",
    lazy_commands={
        "merge": LazyCommand("align.cli.tmx.merge:merge_command", "Make one memory of several."),
        "dedupe": LazyCommand("align.cli.tmx.dedupe:dedupe_command", "Leave out doubles."),
        "validate": LazyCommand(
            "align.cli.tmx.validate:validate_command", "Tell what tools would refuse, and mend it."
        ),
        "filter": LazyCommand("align.cli.tmx.filter:filter_command", "Keep units that match."),
        "split": LazyCommand("align.cli.tmx.split:split_command", "Cut a memory into several."),
        "diff": LazyCommand("align.cli.tmx.diff:diff_command", "Compare two memories."),
        "lang": LazyCommand("align.cli.tmx.lang:lang_command", "Change language tags."),
        "sort": LazyCommand("align.cli.tmx.sort:sort_command", "Put units in order."),
        "sample": LazyCommand("align.cli.tmx.sample:sample_command", "Draw units by chance."),
        "stats": LazyCommand("align.cli.tmx.stats:stats_command", "Count what a memory holds."),
        "convert": LazyCommand(
            "align.cli.tmx.convert:convert_command", "Write a memory in another format."
        ),
        "flip": LazyCommand("align.cli.tmx.flip:flip_command", "Make a target the source."),
        "index": LazyCommand("align.cli.tmx.index:index_command", "Keep memories on disk."),
        "lookup": LazyCommand(
            "align.cli.tmx.lookup:lookup_command", "Find exact and fuzzy matches in an index."
        ),
        "concordance": LazyCommand(
            "align.cli.tmx.concordance:concordance_command", "Find words in an index."
        ),
        "export": LazyCommand("align.cli.tmx.export:export_command", "Write an index as TMX."),
    },
)
"""The group `duiqi tmx`."""
